"""OpenDocument texts (.odt): paragraphs, lists, tables, notes and pictures, read as they are met.

Read with the standard library and lxml after OpenDocument 1.3, part 3, 5 to 10: odfpy, the one
library for it, builds a tree of the whole file and has seen little care for years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.intake.block_writer import BlockWriter, ListNumbers
from workbench.intake.document import Document, Picture
from workbench.intake.package import Package
from workbench.intake.picture import kept, picture
from workbench.intake.property import Properties, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_TEXT}hidden-text",
        f"{_TEXT}hidden-paragraph",
        f"{_TEXT}note-citation",
        f"{_TEXT}ruby-text",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_OFFICE}scripts",
    )
)
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_MOST_SPACES = 400
_SPACES = re.compile(r"[ \t\r\n]+")
_HELD_SPACE, _HELD_TAB, _HELD_BREAK = "\ue000", "\ue001", "\ue002"
_TRACKED = "The document has tracked changes; it was read as if all of them were accepted."


@dataclass(slots=True)
class _Frame:
    """A picture that was met, what stands for it, and what is said below it."""

    place: str = ""
    alt_text: str = ""
    said: list[str] = field(default_factory=list)


def odt_document(data: bytes, name: str) -> Document:
    """Return the text of an OpenDocument text; raises UserError for one that cannot be read."""
    package = Package(data, name)
    if b"encryption-data" in package.start_of("META-INF/manifest.xml", 100_000):
        raise package.refused("it is locked with a password", "Open it, save it without one.")
    lists = _ListStyles()
    package.read("styles.xml", lists)
    package.read("content.xml", lists)
    body = _Body(lists.numbered)
    package.read("content.xml", body)
    text = body.writer.text()
    if not text.strip():
        raise UserError(
            f"There are no words in the document “{name}”; perhaps it holds a scanned picture."
            " Nothing was taken in.",
            "Type what the check needs into a text file and bring that in.",
        )
    title = properties_of(package).title
    note = _TRACKED if body.is_tracked else ""
    return Document(text, title, note, kept(_pictures(body.frames, package)))


def odt_properties(data: bytes, name: str = "") -> Properties:
    """Return the properties of an OpenDocument text."""
    return properties_of(Package(data, name))


def _pictures(frames: list[_Frame], package: Package) -> Iterator[Picture]:
    for frame in frames:
        if not frame.place:
            continue
        try:
            data = package.part(frame.place.removeprefix("./"))
        except UserError:  # no reason to refuse the text
            data = b""
        said = " ".join(frame.said)
        yield picture(said=said, alt_text=frame.alt_text, address=frame.place, data=data)


class _ListStyles:
    """Gathers which lists have numbers: list styles by name, and the levels that have."""

    def __init__(self) -> None:
        self.numbered: set[tuple[str, int]] = set()
        self._name = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == f"{_TEXT}list-style":
            self._name = attributes.get(f"{_STYLE}name", "")
        elif tag == f"{_TEXT}list-level-style-number":
            level = attributes.get(f"{_TEXT}level", "1")
            self.numbered.add((self._name, int(level) if level.isdecimal() else 1))

    def end(self, tag: str) -> None:
        """Do nothing at the end of an element."""

    def data(self, text: str) -> None:
        """Do nothing with text."""

    def close(self) -> None:
        """Do nothing at the end."""


class _Body:
    """Takes the elements of a document."""

    def __init__(self, numbered: set[tuple[str, int]]) -> None:
        self.writer = BlockWriter()
        self.frames: list[_Frame] = []
        self.is_tracked = False
        self._numbered = numbered
        self._numbers = ListNumbers()
        self._left_out = 0
        self._lists: list[str] = []
        self._marker = ""
        self._count = 0
        self._frames: list[_Frame] = []
        self._boxes: list[_Frame] = []
        self._says = ""
        self._notes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._left_out or tag in _LEFT_OUT:
            self._left_out += 1
            self.is_tracked = self.is_tracked or tag == f"{_TEXT}tracked-changes"
        elif tag in _PARAGRAPHS:
            self.writer.begin()
        elif tag.startswith(_TEXT):
            self._start_text(tag[len(_TEXT) :], attributes)
        elif tag.startswith(_TABLE):
            if tag == f"{_TABLE}table-row":
                self.writer.begin_row()
            elif tag == f"{_TABLE}table-cell":
                self.writer.begin_cell()
        elif tag.startswith(_DRAW):
            self._start_drawing(tag[len(_DRAW) :], attributes)
        elif tag in (f"{_SVG}title", f"{_SVG}desc"):
            self._says = tag

    def _start_text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "s":
            count = attributes.get(f"{_TEXT}c", "1")
            is_number = count.isdecimal() and len(count) < 6
            self.writer.write(_HELD_SPACE * min(int(count) if is_number else 1, _MOST_SPACES))
        elif name in ("tab", "line-break"):
            self.writer.write(_HELD_TAB if name == "tab" else _HELD_BREAK)
        elif name == "list":
            self._count += 1
            own = attributes.get(f"{_TEXT}style-name", "")
            self._lists.append(own or (self._lists[-1] if self._lists else ""))
        elif name == "list-item":
            self._marker = self._next_marker()
        elif name == "note":
            self._notes += 1
            self.writer.note(str(self._notes))
        elif name == "note-body":
            self.writer.begin_note(str(self._notes))

    def _start_drawing(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "frame":
            self._frames.append(_Frame())
        elif name == "image" and self._frames and len(self.frames) < 500:
            frame = self._frames[-1]
            if not frame.place:
                frame.place = attributes.get(_HREF, "")
                frame.said = self._boxes[-1].said if self._boxes else []
                self.frames.append(frame)
        elif name == "text-box" and self._frames:
            self._boxes.append(self._frames[-1])

    def end(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
        elif tag == f"{_TEXT}list" and self._lists:
            self._lists.pop()
            self._marker = ""
        elif tag == f"{_TEXT}list-item":
            self._marker = ""
        elif tag == f"{_TEXT}note-body":
            self.writer.end_note()
        elif tag == f"{_TABLE}table-row":
            self.writer.end_row()
        elif tag == f"{_TABLE}table":
            self.writer.end_table()
        elif tag == f"{_DRAW}text-box" and self._boxes:
            self._boxes.pop()
        elif tag == f"{_DRAW}frame" and self._frames:
            self._frames.pop()
        elif tag == self._says:
            self._says = ""

    def data(self, text: str) -> None:
        if self._left_out:
            return
        if self._says:
            if self._frames and len(self._frames[-1].alt_text) < 2_000:
                self._frames[-1].alt_text += text
            return
        self.writer.write(_SPACES.sub(" ", text))

    def close(self) -> None:
        """Do nothing at the end."""

    def _end_paragraph(self) -> None:
        words = self.writer.end(self._marker, _cleaned)
        if words:
            self._marker = ""
        if words and self._boxes and len(self._boxes[-1].said) < 20:
            self._boxes[-1].said.append(words)

    def _next_marker(self) -> str:
        level = len(self._lists)
        style = self._lists[-1] if self._lists else ""
        if (style, level) not in self._numbered:
            return "- "
        return self._numbers.next(style, level)


def _cleaned(words: str) -> str:
    """Return a paragraph as it is shown: spaces collapse, those that are elements do not."""
    words = _SPACES.sub(" ", words)
    for held, char in ((_HELD_SPACE, " "), (_HELD_TAB, "\t"), (_HELD_BREAK, "\n")):
        words = words.replace(held, char)
    return words
