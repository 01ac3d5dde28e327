"""Quantities: the numbers of a clause with the word that they count, however they are written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_SMALL = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_QUANTITY = re.compile(
    rf"(?<![\w.,-])(?P<sign>[$€£])?(?P<number>\d+(?:[.,]\d+)*|(?:{'|'.join(_SMALL)})\b)"
    rf"(?:\s?(?P<large>{'|'.join(_LARGE)})\b)?(?:\s?(?P<unit>%|[a-z][a-z-]+))?"
)
_NO_UNIT = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "and", "or", "to", "of", "in", "on", "the", "at"),
        *("by", "for", "with", "from", "as", "is", "are", "was", "were", "who", "that", "but"),
        *("more", "am", "pm", "et", "a", "an", "it", "its", "he", "she", "they", "not", "after"),
    ]
)
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}


class Quantity(NamedTuple):
    """A number: what it counts, its value as digits, its words and where they begin."""

    unit: str
    value: str
    text: str
    start: int


@lru_cache(maxsize=8192)
def quantities(folded: str) -> tuple[Quantity, ...]:
    """Return the numbers of a folded text that count something; years and days count nothing."""
    found = []
    for match in _QUANTITY.finditer(folded):
        unit = (match["unit"] or "").removesuffix("s")
        unit = _SIGNS.get(match["sign"] or "", unit)
        if (len(unit) < 3 and unit != "%") or unit in _NO_UNIT:
            continue
        found.append(Quantity(unit, _value(match), match[0], match.start()))
    return tuple(found)


def _value(match: re.Match[str]) -> str:
    number = match["number"]
    if number in _SMALL:
        value = float(_SMALL[number])
    else:
        plain = re.sub(r",(?=\d{3}(?!\d))", "", number).replace(",", ".")
        pieces = plain.split(".")
        value = float(".".join((pieces[0], "".join(pieces[1:])))) if plain else 0.0
    return f"{value * _LARGE.get(match['large'] or '', 1):g}"
