"""What a file is, told by its first bytes and its name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from workbench.core.error import UserError


class TextKind(StrEnum):
    """What can be brought in; the value is the media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    MHTML = "multipart/related"
    MAIL = "message/rfc822"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"

    @property
    def is_text(self) -> bool:
        """Whether the file is nothing but text, so that its size is the size of its words."""
        return self in (TextKind.PLAIN, TextKind.MARKDOWN)


SUFFIXES = {
    "": TextKind.PLAIN,
    ".txt": TextKind.PLAIN,
    ".text": TextKind.PLAIN,
    ".md": TextKind.MARKDOWN,
    ".markdown": TextKind.MARKDOWN,
    ".html": TextKind.HTML,
    ".htm": TextKind.HTML,
    ".xhtml": TextKind.HTML,
    ".mhtml": TextKind.MHTML,
    ".mht": TextKind.MHTML,
    ".eml": TextKind.MAIL,
    ".pdf": TextKind.PDF,
    ".docx": TextKind.DOCX,
    ".odt": TextKind.ODT,
}
"""The endings of files that can be brought in, with their dot; "" is a name without one."""

# First bytes as registered at IANA or given in the format's specification.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\0\0\1\0", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"bplist00", "a property list or a web archive of Safari"),
)
_CONTAINERS = {b"WAVE": "a sound recording", b"AVI ": "a film", b"WEBP": "a picture (WebP)"}
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
# What a message begins with: fields, some of which every message has.
_HEAD = re.compile(rb"\s*(?:From [^\r\n]*\r?\n|>?From [^\r\n]*\r?\n)?((?:" + _FIELD + rb"){3,200})")
_ARCHIVE = re.compile(
    rb"^(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
_ENVELOPE = re.compile(
    rb"^(?:Received|Message-ID|MIME-Version|Return-Path|DKIM-Signature|X-Mailer|Delivered-To):",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_PDF = re.compile(rb"%PDF-\d")
_PRESCAN = 4096
# Readers of PDF accept that much in front of the header (ISO 32000-1, Annex H, note 13).
_PDF_PRESCAN = 1024
_WHAT_FITS = (
    "Saved web pages (.html, .mhtml), PDF, Word (.docx), OpenDocument (.odt), e-mail (.eml), text"
    " and Markdown can be brought in; from anything else, copy the text and paste it."
)
_HINTS = {
    "an older Office document": "Open it, save it as .docx or .odt and bring that in.",
    "a rich-text (RTF) document": "Open it, save it as .docx or .odt and bring that in.",
    "a message of Outlook (MSG)": "Save it as .eml and bring that in.",
    "a document that is locked with a password": "Open it, save it without one, bring that in.",
    "a Pages document": "Open it, export it as .docx or PDF and bring that in.",
    "a spreadsheet": "Export it as PDF or copy the cells that the check needs and paste them.",
    "a presentation": "Export it as PDF and bring that in.",
    "an e-book (EPUB)": "Open it, copy the part that the check needs and paste it.",
}
_PICTURE_HINT = (
    "The words in a picture cannot be read here. Type or paste what it says; the picture itself"
    " can go with the finished check."
)
_SOUND_HINT = "Bring in a transcript of it instead."
_KNOWN_BY_NAME = {".rtf": "a rich-text (RTF) document", ".pages": "a Pages document"}


def kind_of(data: bytes, name: str) -> TextKind:
    """Return what some bytes are, by their first bytes and their name.

    Raises UserError naming what they look like if they are nothing that can be brought in.
    """
    suffix = PurePath(name).suffix.lower()
    is_named = suffix == ".pdf" and _PDF.search(data[:_PDF_PRESCAN])
    if is_named or _PDF.match(data[:_PRESCAN].lstrip()):
        return TextKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped_kind(data, name)
    what = _signature(data, suffix) or _KNOWN_BY_NAME.get(suffix)
    if what is None and (kind := _message_kind(data, suffix)):
        return kind
    if what is None and _is_binary(data):
        what = "a file that is no text"
    kind = SUFFIXES.get(suffix, TextKind.PLAIN)
    if what is None and suffix not in SUFFIXES:
        what = f"a kind of file that is not read yet ({suffix})"
    if what is not None:
        raise refusal(name, what)
    if kind in (TextKind.PDF, TextKind.DOCX, TextKind.ODT):
        raise UserError(
            f"“{name}” is called {suffix}, but there is no such document in it. Nothing was"
            " taken in.",
            "Get the file again from where it came; perhaps only an error page was saved.",
        )
    is_page = kind is not TextKind.MARKDOWN and _MARKUP.match(data[:_PRESCAN])
    return TextKind.HTML if is_page else kind


def refusal(name: str, what: str) -> UserError:
    """Return the refusal of something that looks like a thing that cannot be brought in."""
    hint = _HINTS.get(what, _WHAT_FITS)
    if what.startswith(("a picture", "an icon")):
        hint = _PICTURE_HINT
    elif what.startswith(("a sound", "a film")):
        hint = _SOUND_HINT
    return UserError(f"“{name}” looks like {what}. Nothing was taken in.", hint)


def picture_type(data: bytes) -> str:
    """Return the media type of a picture by its first bytes; empty if it is none to be kept."""
    for start, kind in _PICTURES:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"):
        return "image/avif"
    return ""


_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


_OLD_CONTAINER = 0xD0
_OLD_CONTAINERS = {
    ".msg": "a message of Outlook (MSG)",
    ".docx": "a document that is locked with a password",
}


def _zipped_kind(data: bytes, name: str) -> TextKind:
    from workbench.intake.package import Package  # zipfile is 15 ms that most launches do not pay

    package = Package(data, name)
    if "word/document.xml" in package.names:
        return TextKind.DOCX
    declared = package.start_of("mimetype").decode("ascii", "replace").strip()
    if declared.startswith(TextKind.ODT):
        return TextKind.ODT
    raise refusal(name, _zipped_thing(package.names, declared))


def _zipped_thing(names: frozenset[str], declared: str) -> str:
    if "xl/workbook.xml" in names or declared.endswith("spreadsheet"):
        return "a spreadsheet"
    if "ppt/presentation.xml" in names or declared.endswith("presentation"):
        return "a presentation"
    if declared == "application/epub+zip":
        return "an e-book (EPUB)"
    if any(name.endswith(".iwa") for name in names):
        return "a Pages document"
    return "a ZIP archive"


def _message_kind(data: bytes, suffix: str) -> TextKind | None:
    """Return which kind of message some bytes are: a saved page, a mail, or none."""
    named = SUFFIXES.get(suffix)
    if data[:_PRESCAN].lstrip().startswith(b"From: <Saved by "):
        return TextKind.MHTML
    head = _HEAD.match(data[: 4 * _PRESCAN])
    fields = head[1] if head else b""
    if _ARCHIVE.search(fields) and b"multipart/related" in fields.lower():
        is_page = named is not TextKind.MAIL or b"Snapshot-Content-Location" in fields
        return TextKind.MHTML if is_page else TextKind.MAIL
    if named in (TextKind.MAIL, TextKind.MHTML):
        return None if _is_binary(data) or _MARKUP.match(data[:_PRESCAN]) else named
    is_mail = _ENVELOPE.search(fields) and re.search(rb"^From:", fields, re.I | re.M)
    return TextKind.MAIL if is_mail else None


def _signature(data: bytes, suffix: str) -> str | None:
    for start, what in _SIGNATURES:
        if data.startswith(start):
            return _OLD_CONTAINERS.get(suffix, what) if data[0] == _OLD_CONTAINER else what
    if data[:4] == b"RIFF":
        return _CONTAINERS.get(data[8:12], "a sound recording or a film")
    if data[4:8] == b"ftyp":
        return "a film or a picture (MP4, HEIC)"
    return None


def _is_binary(data: bytes) -> bool:
    """Whether there are bytes that no text has; UTF-16 and UTF-32 say what they are first."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    return b"\0" in data
