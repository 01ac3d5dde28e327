"""Word documents (.docx): paragraphs, lists, tables, notes and pictures, read as they are met.

python-docx reads no notes and no numbering, builds a tree of the whole file and sets no bounds;
the few elements that hold words are read here (ECMA-376, part 1, 17.2 to 17.11).
"""

from __future__ import annotations

import posixpath
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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMBED_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}embed"
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "pPrChange", "rPrChange"))
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_OFF = ("0", "false", "off")
_TRACKED = "The document has tracked changes; it was read as if all of them were accepted."


@dataclass(slots=True)
class _Style:
    """A paragraph style: its name, its list, the style that it is based on."""

    name: str = ""
    list_id: str = ""
    level: int = 0
    base: str = ""


@dataclass(slots=True)
class _Drawing:
    """A picture that was met, and the place of the paragraph it stands in."""

    relation: str
    alt_text: str
    paragraph: int
    said: str = ""


@dataclass(slots=True)
class _Lists:
    """What numbering.xml says: whether a level of a list has numbers."""

    abstract: dict[str, str] = field(default_factory=dict)
    numbered: dict[tuple[str, int], bool] = field(default_factory=dict)

    def has_numbers(self, list_id: str, level: int) -> bool:
        return self.numbered.get((self.abstract.get(list_id, ""), level), False)


def docx_document(data: bytes, name: str) -> Document:
    """Return the text of a Word document; raises UserError for one that cannot be read."""
    package = Package(data, name)
    styles, lists, relations = _Styles(), _Numbering(), _Relations()
    package.read("word/styles.xml", styles)
    package.read("word/numbering.xml", lists)
    package.read("word/_rels/document.xml.rels", relations)
    body = _Body(styles.found, lists.found)
    package.read("word/document.xml", body)
    for part in ("footnotes", "endnotes"):
        body.begin_notes(part[:-1])
        package.read(f"word/{part}.xml", body)
    text = body.writer.text()
    if not text.strip():
        raise UserError(
            f"There are no words in the document “{name}”; perhaps it holds a scanned picture."
            " Nothing was taken in.",
            "Type what the check needs into a text file and bring that in.",
        )
    pictures = kept(_pictures(body.drawings, relations.targets, package))
    title = properties_of(package).title
    return Document(text, title, _TRACKED if body.is_tracked else "", pictures)


def docx_properties(data: bytes, name: str = "") -> Properties:
    """Return the properties of a Word document."""
    return properties_of(Package(data, name))


def _pictures(
    drawings: list[_Drawing], targets: Mapping[str, str], package: Package
) -> Iterator[Picture]:
    for drawing in drawings:
        target = targets.get(drawing.relation, "")
        place = posixpath.normpath(posixpath.join("word", target)).lstrip("/")
        yield picture(
            said=drawing.said,
            alt_text=drawing.alt_text,
            data=_content(package, place) if target else b"",
        )


def _content(package: Package, place: str) -> bytes:
    """Return the bytes of a picture; one that cannot be unpacked is no reason to refuse a text."""
    try:
        return package.part(place)
    except UserError:
        return b""


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _value(attributes: Mapping[str, str], name: str = "val") -> str:
    return attributes.get(f"{_W}{name}") or attributes.get(f"{_W_STRICT}{name}") or ""


def _number(words: str) -> int:
    return int(words) if words.isdecimal() and len(words) < 4 else 0


class _Silent:
    """Takes elements and keeps nothing."""

    def end(self, tag: str) -> None:
        """Do nothing at the end of an element."""

    def data(self, text: str) -> None:
        """Do nothing with text."""

    def close(self) -> None:
        """Do nothing at the end."""


class _Relations(_Silent):
    """Gathers where the parts that a document points at stand."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if _bare(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Styles(_Silent):
    """Gathers the paragraph styles."""

    def __init__(self) -> None:
        self.found: dict[str, _Style] = {}
        self._style = _Style()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _bare(tag)
        if name == "style":
            self._style = self.found.setdefault(_value(attributes, "styleId"), _Style())
        elif name == "name":
            self._style.name = _value(attributes).lower()
        elif name == "basedOn":
            self._style.base = _value(attributes)
        elif name == "numId":
            self._style.list_id = _value(attributes)
        elif name == "ilvl":
            self._style.level = _number(_value(attributes))


class _Numbering(_Silent):
    """Gathers which lists have numbers."""

    def __init__(self) -> None:
        self.found = _Lists()
        self._abstract = ""
        self._list = ""
        self._level = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _bare(tag)
        if name == "abstractNum":
            self._abstract = _value(attributes, "abstractNumId")
        elif name == "lvl":
            self._level = _number(_value(attributes, "ilvl"))
        elif name == "numFmt":
            has_numbers = _value(attributes) not in ("bullet", "none")
            self.found.numbered[self._abstract, self._level] = has_numbers
        elif name == "num":
            self._list = _value(attributes, "numId")
        elif name == "abstractNumId":
            self.found.abstract[self._list] = _value(attributes)


class _Body:
    """Takes the elements of a document and of its notes."""

    def __init__(self, styles: Mapping[str, _Style], lists: _Lists) -> None:
        self.writer = BlockWriter()
        self.drawings: list[_Drawing] = []
        self.is_tracked = False
        self._styles = styles
        self._lists = lists
        self._numbers = ListNumbers()
        self._left_out = 0  # how deep inside something that is not read
        self._in_text = False
        self._hidden = False
        self._paragraphs: list[_Style] = []
        self._count = 0
        self._notes = ""
        self._alt_text = ""

    def begin_notes(self, kind: str) -> None:
        """Take what follows for the notes of a kind: footnote or endnote."""
        self._notes = kind

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _bare(tag)
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
            self.is_tracked = self.is_tracked or name in ("del", "moveFrom")
        elif name == "t":
            self._in_text = tag.startswith((_W, _W_STRICT))
        elif name == "p" and tag.startswith((_W, _W_STRICT)):
            self._paragraphs.append(_Style())
            self.writer.begin()
        elif name in _CHARACTERS and not (name == "br" and _value(attributes, "type") == "page"):
            self._write(_CHARACTERS[name] if tag.startswith((_W, _W_STRICT)) else "")
        elif name in ("tr", "tc") and tag.startswith((_W, _W_STRICT)):
            (self.writer.begin_row if name == "tr" else self.writer.begin_cell)()
        else:
            self._note_rest(name, attributes)

    def _note_rest(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = _value(attributes) not in _OFF
        elif name == "ins":
            self.is_tracked = True
        elif name in ("footnoteReference", "endnoteReference"):
            self.writer.note(f"{name[:-9]} {_value(attributes, 'id')}")
        elif name == self._notes:
            self.writer.begin_note(f"{name} {_value(attributes, 'id')}")
        elif name == "docPr":
            self._alt_text = attributes.get("descr", "") or attributes.get("title", "")
        elif name == "blip":
            relation = attributes.get(_EMBED) or attributes.get(_EMBED_STRICT) or ""
            if relation and len(self.drawings) < 500:
                self.drawings.append(_Drawing(relation, self._alt_text, self._count))
                self._alt_text = ""
        elif self._paragraphs:
            self._note_style(name, attributes)

    def _note_style(self, name: str, attributes: Mapping[str, str]) -> None:
        own = self._paragraphs[-1]
        if name == "pStyle":
            own.base = _value(attributes)
        elif name == "numId":
            own.list_id = _value(attributes)
        elif name == "ilvl":
            own.level = _number(_value(attributes))

    def end(self, tag: str) -> None:
        name = _bare(tag)
        if self._left_out:
            self._left_out -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._paragraphs and tag.startswith((_W, _W_STRICT)):
            self._end_paragraph(self._paragraphs.pop())
        elif name == "tr" and tag.startswith((_W, _W_STRICT)):
            self.writer.end_row()
        elif name == "tbl":
            self.writer.end_table()
        elif name == self._notes:
            self.writer.end_note()

    def data(self, text: str) -> None:
        if self._in_text and not self._left_out:
            self._write(text)

    def close(self) -> None:
        """Do nothing at the end."""

    def _write(self, words: str) -> None:
        if not self._hidden:
            self.writer.write(words)

    def _end_paragraph(self, own: _Style) -> None:
        style = self._style_of(own)
        words = self.writer.end(self._marker(style))
        if words:
            self._count += 1
        if words and style.name == "caption":
            for drawing in self.drawings:
                is_beside = self._count - 2 <= drawing.paragraph <= self._count
                if is_beside and not drawing.said:
                    drawing.said = words

    def _marker(self, style: _Style) -> str:
        if style.list_id in ("", "0") or style.name.startswith(("heading", "title")):
            return ""
        if not self._lists.has_numbers(style.list_id, style.level):
            return "- "
        return self._numbers.next(style.list_id, style.level)

    def _style_of(self, own: _Style) -> _Style:
        """Return what a paragraph's own style says together with those it is based on."""
        found = _Style(list_id=own.list_id, level=own.level)
        at, seen = own.base, set[str]()
        while at and at not in seen and len(seen) < 20:
            seen.add(at)
            style = self._styles.get(at, _Style())
            found.name = found.name or style.name or at.lower()
            if not found.list_id:
                found.list_id, found.level = style.list_id, style.level
            at = style.base
        return found
