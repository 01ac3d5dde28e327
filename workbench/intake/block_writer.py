"""Paragraphs, lists, tables and notes of a document, put together to one text as they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.intake.file import LARGEST
from workbench.intake.markup import Block, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_NOTES = 20_000
_DEEPEST_LIST = 12


class BlockWriter:
    """Takes the parts of a document in their order.

    Paragraphs may stand inside paragraphs (text boxes), tables inside cells. A row with one cell
    that says anything is layout, and its paragraphs stand on their own.
    """

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._notes: dict[str, list[Block]] = {}
        self._into: list[Block] = self._blocks
        self._open: list[list[str]] = []
        self._cells: list[list[list[str]]] = []  # per open row, per cell, its paragraphs
        self._last = ""
        self._length = 0

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is open."""
        return bool(self._open)

    def begin(self) -> None:
        """Begin a paragraph."""
        self._open.append([])

    def write(self, words: str) -> None:
        """Write into the open paragraph; words outside of any are none of the text."""
        self._length += len(words)
        if self._length > LARGEST:
            raise UserError(
                "This document has more words than any article. Nothing was taken in.",
                "Cut out the part that the check needs and bring that in.",
            )
        if self._open:
            self._open[-1].append(words)

    def end(self, marker: str = "", clean: Callable[[str], str] = str.strip) -> str:
        """End the open paragraph and return its words; `marker` is that of a list item."""
        if not self._open:
            return ""
        words = clean("".join(self._open.pop())).strip()
        if not words:
            return ""
        if self._cells and self._cells[-1]:
            self._cells[-1][-1].append(f"{marker}{words}")
        else:
            kind = "item" if marker else ""
            self._add(words, marker, kind)
        return words

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self._cells.append([])

    def begin_cell(self) -> None:
        """Begin a cell of the open row."""
        if self._cells:
            self._cells[-1].append([])

    def end_row(self) -> None:
        """End the open row."""
        if not self._cells:
            return
        row = self._cells.pop()
        filled = [cell for cell in row if cell]
        if len(filled) == 1:
            paragraphs, kind = filled[0], ""
        else:
            paragraphs = [" | ".join(" ".join(cell) for cell in row)] if filled else []
            kind = "row"
        for words in paragraphs:
            if self._cells and self._cells[-1]:
                self._cells[-1][-1].append(words)
            else:
                self._add(words, "", kind)

    def end_table(self) -> None:
        """End a table: what follows is apart from it."""
        self._last = ""

    def note(self, key: str) -> None:
        """Write the mark of a note into the open paragraph."""
        if key not in self._notes and len(self._notes) < _MOST_NOTES:
            self._notes[key] = []
        if key in self._notes:
            self.write(f"[{list(self._notes).index(key) + 1}]" if len(self._notes) < 500 else "")

    def begin_note(self, key: str) -> None:
        """Write what follows into a note that the text has a mark of."""
        self._into = self._notes.get(key, [])

    def end_note(self) -> None:
        """Write what follows into the text again."""
        self._into = self._blocks
        self._last = ""

    def blocks(self) -> list[Block]:
        """Return what was written, the notes at the end in the order of their marks."""
        found = list(self._blocks)
        for number, (_, note) in enumerate(self._notes.items(), start=1):
            words = " ".join(block.words for block in note)
            if words:
                found.append(Block(1 if number > 1 else 2, f"[{number}] ", words))
        return found

    def text(self) -> str:
        """Return what was written as one text."""
        return text_of(self.blocks())

    def _add(self, words: str, marker: str, kind: str) -> None:
        gap = 1 if kind and kind == self._last else 2
        self._into.append(Block(gap, marker, words))
        self._last = kind


class ListNumbers:
    """Counts the items of numbered lists, level by level."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, key: str, level: int) -> str:
        """Return the marker of the next item of a list on a level."""
        level = min(level, _DEEPEST_LIST)
        for deeper in range(level + 1, _DEEPEST_LIST + 1):
            self._counts.pop((key, deeper), None)
        number = self._counts[key, level] = self._counts.get((key, level), 0) + 1
        return f"{number}. "
