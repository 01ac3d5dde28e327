"""What differs between two states of a finished check, told as words that were and words that are.

The Markdown of both is compared block by block, so that a paragraph that was only wrapped anew
is the same one, and each change names the part it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from workbench.publish.block import BlockKind, blocks_of_html
from workbench.publish.front_matter import DRAFT_WORDS, split_front_matter
from workbench.publish.page import safe_html
from workbench.publish.plain_text import words_of
from workbench.reading.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELD_WORDS = {
    "independent_origins_known": "Independent origins known",
    "independent_origins_in_hand": "Independent origins in hand",
}
_ALIKE = 0.5
"""Share of two texts in common from which on one is taken for the other, changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """One change.

    Attributes:
        place: the heading it stands under, or the name of a field of the front matter.
        was: what stood there; empty for what is new.
        now: what stands there; empty for what is gone.

    """

    place: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class _Line:
    place: str
    words: str


def changes_between(old: str, new: str) -> tuple[TextChange, ...]:
    """Return what differs between two finished checks in Markdown, in the order of the new one."""
    old_fields, old_text = split_front_matter(old)
    new_fields, new_text = split_front_matter(new)
    found = []
    for name in dict.fromkeys((*old_fields, *new_fields)):
        was, now = str(old_fields.get(name, "")), str(new_fields.get(name, ""))
        if was != now:
            place = _FIELD_WORDS.get(name, name.replace("_", " ").capitalize())
            found.append(TextChange(place=place, was=was, now=now))
    return (*found, *_changed_lines(_lines(old_text), _lines(new_text)))


def _lines(markdown: str) -> list[_Line]:
    """Return the blocks of a text with the heading that each stands under."""
    lines = []
    place = ""
    for block in blocks_of_html(safe_html(markdown)):
        words = words_of(block)
        if block.kind is BlockKind.HEADING and block.level <= 2:
            place = words
        elif words and words != DRAFT_WORDS:  # the field "status" tells of the stamp
            lines.append(_Line(place, words))
    return lines


def _changed_lines(old: list[_Line], new: list[_Line]) -> Iterator[TextChange]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(old[old_start:old_end], new[new_start:new_end])


def _paired(old: list[_Line], new: list[_Line]) -> Iterator[TextChange]:
    """Yield the changes of a stretch: what is alike as one change, the rest as gone and new."""
    rest = list(old)
    for line in new:
        index = next((at for at, was in enumerate(rest) if _are_alike(was, line)), None)
        if index is None:
            yield TextChange(place=line.place, was="", now=line.words)
            continue
        for gone in rest[:index]:
            yield TextChange(place=gone.place, was=gone.words, now="")
        yield TextChange(place=line.place, was=rest[index].words, now=line.words)
        rest = rest[index + 1 :]
    for gone in rest:
        yield TextChange(place=gone.place, was=gone.words, now="")


def _are_alike(was: _Line, now: _Line) -> bool:
    if was.place != now.place:
        return False
    return SequenceMatcher(None, was.words.split(), now.words.split()).ratio() >= _ALIKE


def differing_sentences(change: TextChange) -> tuple[str, str]:
    """Return what was and what is, without the sentences that both begin and end with."""
    was, now = ([text[a:b] for a, b in sentences(text)] for text in (change.was, change.now))
    while was and now and was[0] == now[0]:
        was, now = was[1:], now[1:]
    while was and now and was[-1] == now[-1]:
        was, now = was[:-1], now[:-1]
    return " ".join(was), " ".join(now)


def told(changes: tuple[TextChange, ...]) -> str:
    """Return changes as text: the place, then what was after a minus, what is after a plus."""
    lines: list[str] = []
    place = None
    for change in changes:
        if change.place != place:
            place = change.place
            lines += ([""] if lines else []) + [place or "Before the first heading"]
        lines += [f"  - {change.was}"] if change.was else []
        lines += [f"  + {change.now}"] if change.now else []
    return "\n".join(lines)
