"""The text of a Word document that came back, paragraph by paragraph, with its tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.core.returned import Edit, ReturnedLine, ReturnedPiece
from workbench.intake.review_docx_part import Quiet, attribute, bare, moment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_LEFT_OUT = frozenset(
    {
        *("Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange"),
        *("trPrChange", "tblPrExChange", "numberingChange", "instrText", "delInstrText", "pict"),
        *("sectPr", "tblPr", "tblGrid", "tcPr", "trPr"),
    }
)
_EDITS = {
    "ins": Edit.INSERTED,
    "moveTo": Edit.INSERTED,
    "del": Edit.DELETED,
    "moveFrom": Edit.DELETED,
}
_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading (\d)\Z")
_NOTE_MARKS = ("footnote", "endnote")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read."""

    pieces: list[ReturnedPiece] = field(default_factory=list)
    style: str = ""
    is_item: bool = False
    is_joined: bool = False


class Body(Quiet):
    """Takes the elements of a document and of its notes.

    Attributes:
        lines: each with whether its paragraph mark was deleted, so that the next one joins it.

    """

    def __init__(self, styles: Mapping[str, str], remarks: Mapping[str, int]) -> None:
        self.lines: list[tuple[ReturnedLine, bool]] = []
        self._styles = styles
        self._remarks = remarks
        self._addresses: Mapping[str, str] = {}
        self._is_notes = False
        self._left_out = 0
        self._open: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._edits: list[tuple[Edit, str, datetime | None]] = []
        self._links: list[str] = []
        self._marked: set[int] = set()
        self._run = ReturnedPiece(text="")
        self._run_style = ""
        self._hidden = False

    def begin(self, addresses: Mapping[str, str], *, is_notes: bool) -> None:
        """Take what follows for the text, or for its notes; `addresses` by the ids of relations."""
        self._addresses = addresses
        self._is_notes = is_notes
        self._left_out = 0
        self._open, self._paragraphs, self._edits, self._links = [], [], [], []
        self._marked = set()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = bare(tag)
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
            return
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        if name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "r":
            self._run, self._run_style, self._hidden = ReturnedPiece(text=""), "", False
        elif name in _EDITS and parent == "rPr":
            self._mark_of_paragraph(name)
        elif name in _EDITS and parent != "numPr":
            who = " ".join(attribute(attributes, "author").split())
            self._edits.append((_EDITS[name], who, moment(attribute(attributes, "date"))))
        elif name == "hyperlink":
            self._links.append(self._addresses.get(attribute(attributes, "id"), ""))
        elif name in _CHARACTERS and parent == "r":
            self._add(_CHARACTERS[name])
        elif parent == "rPr":
            self._take_look(name, attributes)
        else:
            self._take_rest(name, parent, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._left_out:
            self._left_out -= 1
            return
        name = bare(tag)
        if self._open:
            self._open.pop()
        parent = self._open[-1] if self._open else ""
        if name == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name in _EDITS and parent not in ("rPr", "numPr") and self._edits:
            self._edits.pop()
        elif name == "hyperlink" and self._links:
            self._links.pop()

    def data(self, text: str) -> None:
        """Take words."""
        if not self._left_out and self._open and self._open[-1] in ("t", "delText"):
            self._add(text)

    def _take_rest(self, name: str, parent: str, attributes: Mapping[str, str]) -> None:
        number = self._remarks.get(attribute(attributes, "id"), -1)
        if name == "commentRangeStart" and number >= 0:
            self._marked.add(number)
        elif name == "commentRangeEnd" and number >= 0:
            self._marked.discard(number)
        elif name == "commentReference" and number >= 0:
            self._tie(number)
        elif self._paragraphs and name == "pStyle":
            style = attribute(attributes, "val")
            self._paragraphs[-1].style = self._styles.get(style, style.lower())
        elif self._paragraphs and name == "numId" and parent == "numPr":
            self._paragraphs[-1].is_item = attribute(attributes, "val") not in ("", "0")

    def _take_look(self, name: str, attributes: Mapping[str, str]) -> None:
        is_on = attribute(attributes, "val") not in _OFF
        if "pPr" in self._open:
            return  # the look of a paragraph mark
        if name == "b":
            self._run = replace(self._run, strong=is_on)
        elif name == "i":
            self._run = replace(self._run, emphasis=is_on)
        elif name == "vanish":
            self._hidden = is_on
        elif name == "rStyle":
            style = attribute(attributes, "val")
            self._run_style = self._styles.get(style, style.lower())
            self._run = replace(self._run, code=self._run_style == "code")

    def _mark_of_paragraph(self, name: str) -> None:
        """Take that the end of a paragraph was deleted; one that was inserted parts two anyway."""
        if self._paragraphs and _EDITS[name] is Edit.DELETED and "pPr" in self._open:
            self._paragraphs[-1].is_joined = True

    def _tie(self, number: int) -> None:
        """Tie a comment that marks no words to the place where it stands."""
        if not self._paragraphs:
            return
        pieces = self._paragraphs[-1].pieces
        has_words = any(number in piece.remarks for piece in pieces) or any(
            number in piece.remarks for line, _ in self.lines for piece in line.pieces
        )
        if not has_words:
            pieces.append(ReturnedPiece(text="", remarks=frozenset({number})))

    def _add(self, text: str) -> None:
        is_gap = self._run_style.startswith(_NOTE_MARKS) and not text.strip(" ,")
        if not text or not self._paragraphs or self._hidden or is_gap:
            return
        edit, who, at = self._edits[-1] if self._edits else (Edit.NONE, "", None)
        if any(one[0] is Edit.DELETED for one in self._edits):
            if any(one[0] is Edit.INSERTED for one in self._edits):
                return  # came and went again before anybody saw it
            edit = Edit.DELETED
        piece = replace(
            self._run,
            text=text,
            edit=edit,
            who=who,
            at=at,
            link=self._links[-1] if self._links else "",
            remarks=frozenset(self._marked),
        )
        pieces = self._paragraphs[-1].pieces
        if pieces and replace(pieces[-1], text="") == replace(piece, text=""):
            pieces[-1] = replace(piece, text=pieces[-1].text + text)
        else:
            pieces.append(piece)

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        heading = _HEADING.match(paragraph.style)
        line = ReturnedLine(
            pieces=tuple(paragraph.pieces),
            level=int(heading[1]) + 1 if heading else 0,
            is_item=paragraph.is_item and not heading,
            style=paragraph.style,
            is_note=self._is_notes,
        )
        self.lines.append((line, paragraph.is_joined))
