"""Sentences that were put together in English, told again in another language.

The rooms without a window know nothing of languages: they hand over a whole sentence. It is looked
up by its pattern: the fixed words between what changes. What changes is told again in the same way,
so that a status inside a sentence is translated with it, and a name stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_HOLE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[\d.,]+")
_SIZE = re.compile(r"[\d.,]+ (?:kB|MB|GB)")
_END = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_JOINTS = tuple(re.compile(f"({one})") for one in ("; ", "  ·  ", ": ", " → ", ", | and | or "))
"""What lists are joined by; the first that is there cuts first."""
_NAMES = frozenset({"name", "title", "who", "path", "folder", "descriptor"})
"""Holes that hold a person's own words, which stay as they are."""
_NUMBERS = frozenset({"n", "number"})
"""Holes that hold a number in figures."""
_DEPTH = 6
"""How deep sentences may stand inside sentences."""
_RUN = 4
"""How many sentences in a row may belong to one pattern: a name in it may hold a full stop."""
_TELLING = 4
"""Fixed letters from which on a pattern is sure of itself; one with fewer holds numbers only."""


class SentenceBook:
    """Tells sentences again in one language."""

    def __init__(self, entries: Mapping[str, str], otherwise: Callable[[str], str]) -> None:
        """Take the translations by their sources, and what to do with words that are none."""
        self._plain = {source: text for source, text in entries.items() if "{" not in source}
        patterns = [_Pattern(source, text) for source, text in entries.items() if "{" in source]
        self._by_word = _indexed(sorted(patterns, key=lambda one: -one.weight))
        self._otherwise = otherwise
        self.told = lru_cache(maxsize=2_000)(self._told)

    def _told(self, text: str) -> str:
        """Return a text in the language; what is not known stays as it is."""
        return self._tell(text, 0)

    def _tell(self, text: str, depth: int) -> str:
        if "\n" in text:
            return "\n".join(self._tell(line, depth) for line in text.split("\n"))
        pieces = _END.split(text)
        if len(pieces) > 1:
            return " ".join(self._pieces(pieces, depth))
        known = self._known(text, depth)
        return self._otherwise(text) if known is None else known

    def _pieces(self, pieces: list[str], depth: int) -> Iterator[str]:
        """Tell sentence by sentence; a run of several only where one alone is not known."""
        while pieces:
            for size in range(1, min(_RUN, len(pieces)) + 1):
                known = self._known(" ".join(pieces[:size]), depth)
                if known is not None:
                    break
            else:
                size, known = 1, self._otherwise(pieces[0])
            yield known
            pieces = pieces[size:]

    def _known(self, text: str, depth: int) -> str | None:
        if text in self._plain:
            return self._plain[text]
        small = text[:1].lower() + text[1:]  # written large where it begins a line
        if small in self._plain:
            told = self._plain[small]
            return told[:1].upper() + told[1:]
        if depth >= _DEPTH:
            return None
        for pattern in self._candidates(text):
            values = pattern.values_in(text)
            if values is not None:
                for name in values.keys() - pattern.quoted:
                    values[name] = self._tell(values[name], depth + 1)
                return pattern.text.format_map(values)
        if text.endswith("."):
            whole = self._known(text[:-1], depth + 1)
            return None if whole is None else f"{whole}."
        return self._listed(text, depth)

    def _candidates(self, text: str) -> list[_Pattern]:
        """Return the patterns that one word of theirs lets stand in a text, most telling first."""
        words = set(_WORD.findall(text))
        found = [one for word in words for one in self._by_word.get(word, ())]
        return sorted(found, key=lambda one: -one.weight)

    def _listed(self, text: str, depth: int) -> str | None:
        """Tell a list, such as "outlet, byline and title", if all that it lists is known."""
        joint = next((one for one in _JOINTS if one.search(text)), None)
        if joint is None:
            return self._counted(text)
        parts = joint.split(text)
        if parts[1] == ": " and parts[0] in self._plain:  # a name with what stands in it
            rest = text[len(parts[0]) + 2 :]
            return f"{self._plain[parts[0]]}: {self._tell(rest, depth + 1)}"
        told = [self._one_of(part, depth) for part in parts[::2]]
        if None in told:
            return None
        parts[::2] = map(str, told)
        parts[1::2] = map(self._joint, parts[1::2])
        return "".join(parts)

    def _one_of(self, text: str, depth: int) -> str | None:
        if text.isdecimal():
            return text
        return self._otherwise(text) if _SIZE.fullmatch(text) else self._known(text, depth + 1)

    def _joint(self, joint: str) -> str:
        word = joint.strip()
        return f" {self._plain.get(word, word)} " if word.isalpha() else joint

    def _counted(self, text: str) -> str | None:
        """Tell a number with what is counted: "3 errors", "two unnamed sources"."""
        count, _, words = text.partition(" ")
        if words in self._plain and (count.isdecimal() or count in self._plain):
            return f"{self._plain.get(count, count)} {self._plain[words]}"
        return None


class _Pattern:
    """A sentence with holes.

    Attributes:
        text: its translation, with the same holes.
        quoted: the holes whose words stay as they are: names, and what stands in quotation marks.
        words: its fixed words.
        weight: how many letters of it are fixed; the most telling pattern is tried first.

    """

    def __init__(self, source: str, text: str) -> None:
        self.text = text
        self.quoted = _NAMES | set(re.findall(r"“\{(\w+)\}”", source))
        pieces = _HOLE.split(source)
        self._fixed = [piece for piece in pieces[::2] if piece]
        self.words = [word for piece in self._fixed for word in _WORD.findall(piece)]
        self.weight = sum(map(len, self.words))
        hole = ".+?" if self.weight >= _TELLING else _NUMBER.pattern
        seen: set[str] = set()
        self._form = ""
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                self._form += re.escape(piece)
            else:
                # a hole at the end of a word may stay empty: "is withdrawn{since}"
                empty = pieces[number - 1][-1:].isalpha() and self.weight >= _TELLING
                form = _NUMBER.pattern if piece in _NUMBERS else ".*?" if empty else hole
                self._form += f"(?P={piece})" if piece in seen else f"(?P<{piece}>{form})"
                seen.add(piece)
        self._compiled: re.Pattern[str] | None = None

    def values_in(self, text: str) -> dict[str, str] | None:
        """Return what stands in the holes of a text; None if it is another sentence."""
        if not all(piece in text for piece in self._fixed):
            return None
        if self._compiled is None:
            self._compiled = re.compile(self._form, re.DOTALL)
        found = self._compiled.fullmatch(text)
        return found.groupdict() if found else None


def _indexed(patterns: list[_Pattern]) -> dict[str, list[_Pattern]]:
    """Return patterns by the one of their words that the fewest of them have."""
    counts = Counter(word for one in patterns for word in set(one.words))
    found = defaultdict[str, list[_Pattern]](list)
    for one in patterns:
        if one.words:
            found[min(one.words, key=lambda word: (counts[word], -len(word)))].append(one)
    return found
