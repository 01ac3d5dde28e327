"""A file that an editor sends back: Markdown or a Word document, read with all that was changed."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from workbench.core.error import UserError
from workbench.core.returned import ReturnedText
from workbench.intake.encoding import decoded
from workbench.intake.review_markdown import read_markdown

LARGEST = 64_000_000
"""Bytes of a file; the whole of a long check is a hundredth of that."""
_LONGEST = 2_000_000
_MOST_LINES = 20_000
_TAKEN = "Markdown (.md) and Word documents (.docx) can be taken back."


def returned_review(data: bytes, name: str) -> ReturnedText:
    """Return a file that came back, as it was read; raises UserError for one that cannot be."""
    name = PurePath(name.replace("\\", "/")).name or "the file"
    if not data.strip():
        raise UserError(f"“{name}” is empty. Nothing was taken in.", "Ask for the file again.")
    if len(data) > LARGEST:
        raise _refused(name, "is far larger than any check")
    read = _word_file if data.startswith(b"PK\x03\x04") else _markdown
    returned = read(data, name)
    words = sum(len(line.final) + len(line.original) for line in returned.lines)
    if words > 2 * _LONGEST or len(returned.lines) > _MOST_LINES:
        raise _refused(name, "is far longer than any check")
    if not words:
        raise UserError(f"There are no words in “{name}”. Nothing was taken in.", _TAKEN)
    return returned


def _word_file(data: bytes, name: str) -> ReturnedText:
    from workbench.intake.review_docx import read_docx

    return read_docx(data, name)


def _markdown(data: bytes, name: str) -> ReturnedText:
    if PurePath(name).suffix.lower() in (".html", ".htm", ".pdf", ".odt", ".doc", ".rtf"):
        raise UserError(
            f"“{name}” cannot be taken back, because its changes cannot be told from its words. "
            "Nothing was taken in.",
            f"{_TAKEN} Ask for one of them.",
        )
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, "is no text")
    text = decoded(data, name).text
    if len(text) > _LONGEST:
        raise _refused(name, "is far longer than any check")
    read = read_markdown(text)
    return ReturnedText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="md",
        identity=read.identity,
        lines=read.lines,
        remarks=read.remarks,
        fields=read.fields,
    )


def _refused(name: str, why: str) -> UserError:
    return UserError(f"“{name}” {why}. Nothing was taken in.", _TAKEN)
