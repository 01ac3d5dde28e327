"""Bringing a text in: a file or the clipboard becomes a source, exactly as it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.core.source import Source, SourceVersion
from workbench.intake.document import Document, Picture
from workbench.intake.encoding import decoded
from workbench.intake.file import LARGEST, LARGEST_WITH_PICTURES, file_bytes, too_large
from workbench.intake.kind import TextKind, kind_of
from workbench.intake.markup import page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from workbench.core.source import PageImage

_PASTED = "The pasted text"


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised by a `step` function to stop taking something in; nothing has been kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Something that was brought in.

    Attributes:
        text: the working text. Of a text file every character, line ends included.
        data: the original bytes.
        sha256: of the original bytes, in hexadecimal digits.
        media_type: of the original bytes.
        name_hint: the file's name, or empty for a paste; internal, never exported.
        title_hint: what a page's own markup calls it; a proposal, nothing more.
        note: a sentence about how it was read, where the person should know.
        pictures: what stood in it with caption and credit, and the bytes that came along.

    """

    text: str
    data: bytes
    sha256: str
    media_type: str
    name_hint: str
    title_hint: str = ""
    note: str = ""
    pictures: tuple[Picture, ...] = ()

    @property
    def images(self) -> tuple[PageImage, ...]:
        """The records of its pictures, in their order."""
        return tuple(picture.image for picture in self.pictures)

    def originals(self) -> Iterator[tuple[bytes, str]]:
        """Yield all bytes to be kept, with their media types: its own, then its pictures'."""
        yield self.data, self.media_type
        for picture in self.pictures:
            if picture.data:
                yield picture.data, picture.image.media_type


def _no_step(done: int, total: int) -> None:
    """Do nothing between two steps."""


def capture_file(path: Path, step: Callable[[int, int], None] = _no_step) -> Capture:
    """Return the text and bytes of a file.

    `step` is called with the bytes read so far and in all; it may raise `Cancelled`, which
    passes through. Raises UserError for everything that is no text that can be brought in.
    """
    path = Path(path)
    return capture_bytes(file_bytes(path, step), path.name, step)


def capture_bytes(data: bytes, name: str, step: Callable[[int, int], None] = _no_step) -> Capture:
    """Return the text of a file's bytes; raises UserError as `capture_file` does.

    `step` is called while a long reading goes on, with all bytes read; it may raise to stop it.
    """
    if len(data) > LARGEST_WITH_PICTURES:
        raise too_large(name, len(data), LARGEST_WITH_PICTURES)
    _require_content(data, name)
    kind = kind_of(data, name)
    if kind.is_text and len(data) > LARGEST:
        raise too_large(name, len(data))
    document = _document(data, kind, name, step)
    _require_content(document.text, name)
    return _captured(document, data, kind, name)


def capture_paste(plain: str, html: str = "") -> Capture:
    """Return what was pasted: the rich text's words if there are any, else the plain text.

    Rich text keeps its paragraphs, lists and the words of links; scripts and styles are left
    out. The bytes kept are those of the flavour that was used, as UTF-8.
    """
    words = _rich_words(html)
    # Some programs put a picture of the text, or a link to it, where its rich form should be.
    if words and 2 * _letters(words) >= _letters(plain):
        return _captured(Document(words), html.encode(), TextKind.HTML, "")
    if not plain.strip():
        raise UserError("There is no text on the clipboard.", "Copy the article and paste again.")
    if len(plain) > LARGEST:
        raise too_large(_PASTED, len(plain))
    if not _is_sound(plain):
        raise UserError(
            "What is on the clipboard holds characters that are no text. Nothing was taken in.",
            "Save it as a text file and bring the file in.",
        )
    return _captured(Document(plain), plain.encode(), TextKind.PLAIN, "")


def source_from(capture: Capture, *, source_id: str, version_id: str, captured: datetime) -> Source:
    """Return a source with a capture as its only version; what it says of itself stays unset.

    What is not the article is noticed now and kept with the text: a person may say otherwise.
    """
    from workbench.reading.span import spans  # its patterns take a while to build

    version = SourceVersion(
        id=version_id,
        text=capture.text,
        sha256=capture.sha256,
        media_type=capture.media_type,
        captured=captured,
        spans=spans(capture.text),
        images=capture.images,
    )
    return Source(id=source_id, versions=(version,))


def _document(data: bytes, kind: TextKind, name: str, step: Callable[[int, int], None]) -> Document:
    """Return what reading some bytes of a kind gives; each kind loads its own reader."""
    if kind in (TextKind.HTML, TextKind.MHTML):
        from workbench.intake.saved_page import document_of, page_in_archive, page_in_html

        page_in = page_in_html if kind is TextKind.HTML else page_in_archive
        return document_of(page_in(data, name), name)
    if kind is TextKind.PDF:
        from workbench.intake.pdf import pdf_document

        return pdf_document(data, name, step)
    if kind is TextKind.DOCX:
        from workbench.intake.docx import docx_document

        return docx_document(data, name)
    if kind is TextKind.ODT:
        from workbench.intake.odt import odt_document

        return odt_document(data, name)
    if kind is TextKind.MAIL:
        from workbench.intake.mail import mail_document

        return mail_document(data, name)
    text, note = decoded(data, name)
    return Document(text, note=note)


def _captured(document: Document, data: bytes, kind: TextKind, name: str) -> Capture:
    return Capture(
        text=document.text,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind.value,
        name_hint=name,
        title_hint=document.title,
        note=document.note,
        pictures=document.pictures,
    )


def _require_content(content: bytes | str, name: str) -> None:
    if not content.strip():
        what = "holds nothing but spaces and line ends" if content else "is empty"
        raise UserError(f"“{name}” {what}. Nothing was taken in.", "Choose another file.")


def _rich_words(html: str) -> str:
    """Return the words of rich text; empty if it has none or cannot be kept as it is."""
    if not html.strip() or len(html) > LARGEST or not _is_sound(html):
        return ""
    from workbench.intake.data_uri import without_data

    try:
        return page_of(without_data(html).html).text
    except UserError:  # the plain text is there too
        return ""


def _letters(text: str) -> int:
    return len(text) - sum(map(text.count, " \t\r\n\xa0"))


def _is_sound(text: str) -> bool:
    """Whether every character is one: no U+0000, no half of a pair."""
    return not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in set(text))
