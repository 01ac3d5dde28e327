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


_SUFFIXES = {
    "": TextKind.PLAIN,
    ".txt": TextKind.PLAIN,
    ".text": TextKind.PLAIN,
    ".md": TextKind.MARKDOWN,
    ".markdown": TextKind.MARKDOWN,
    ".html": TextKind.HTML,
    ".htm": TextKind.HTML,
    ".xhtml": TextKind.HTML,
}
# First bytes as registered at IANA or given in the format's specification.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
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
    (b"bplist00", "a property list or web archive"),
)
_CONTAINERS = {b"WAVE": "a sound recording", b"AVI ": "a film", b"WEBP": "a picture (WebP)"}
_MHTML = re.compile(rb"\s*(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date): ?\S")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_PRESCAN = 4096
_WHAT_FITS = (
    "Text (.txt), Markdown (.md) and saved web pages (.html) can be brought in;"
    " from anything else, copy the text and paste it."
)
_KNOWN_BY_NAME = {
    ".mhtml": "a web archive (MHTML)",
    ".mht": "a web archive (MHTML)",
    ".eml": "an e-mail message",
    ".rtf": "a rich-text (RTF) document",
}


def kind_of(data: bytes, name: str) -> TextKind:
    """Return what some bytes are, by their first bytes and their name.

    Raises UserError naming what they look like if they are nothing that can be brought in.
    """
    suffix = PurePath(name).suffix.lower()
    what = _signature(data) or _KNOWN_BY_NAME.get(suffix)
    if what is None and _is_binary(data):
        what = "a file that is no text"
    if what is None and suffix not in _SUFFIXES:
        what = f"a kind of file that is not read yet ({suffix})"
    kind = _SUFFIXES.get(suffix, TextKind.PLAIN)
    if kind is TextKind.HTML and _MHTML.match(data):
        what = "a web archive (MHTML)"
    if what is not None:
        raise refusal(name, what)
    is_page = kind is TextKind.PLAIN and _MARKUP.match(data[:_PRESCAN])
    return TextKind.HTML if is_page else kind


def refusal(name: str, what: str) -> UserError:
    """Return the refusal of something that looks like a thing that cannot be brought in."""
    return UserError(f"“{name}” looks like {what}. Nothing was taken in.", _WHAT_FITS)


def _signature(data: bytes) -> str | None:
    for start, what in _SIGNATURES:
        if data.startswith(start):
            return what
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
