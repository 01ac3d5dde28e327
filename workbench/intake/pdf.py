"""PDF files: the words on their pages, put together to lines and paragraphs again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from workbench.core.error import UserError
from workbench.intake import pdf_process
from workbench.intake.document import Document
from workbench.intake.pdf_page import Line, joined_pages
from workbench.intake.property import Properties, property_metadata, sound_title
from workbench.reading.proposal import Certainty, Metadata, Proposal

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 8.0
"""For the whole reading; then the process is ended."""
_POLL_SECONDS = 0.05
_LARGEST_ANSWER = 200_000_000
_SAVE_AS_TEXT = "Open it in a PDF reader, copy the text that the check needs and paste it here."
_REASONS = {
    pdf_process.LOCKED: (
        "is locked with a password",
        "Open it with the password, print it to a new PDF or copy its text, and bring that in.",
    ),
    pdf_process.BROKEN: (
        "is damaged, or only part of it was saved",
        "Get the file again from where it came, or copy its text and paste it.",
    ),
    pdf_process.TOO_LARGE: ("needs more memory than any document should", _SAVE_AS_TEXT),
}
_TAKES_TOO_LONG = ("takes longer to read than any document should", _SAVE_AS_TEXT)


def pdf_document(data: bytes, name: str, step: Callable[[int, int], None]) -> Document:
    """Return the text of a PDF file.

    `step` is called while the file is read; it may raise to stop that. Raises UserError for a
    file that is locked, broken, without a text layer, or beyond all bounds.
    """
    found = _read(data, name, step)
    pages = [[Line(*line) for line in page["lines"]] for page in found["pages"]]
    text, furniture, _ = joined_pages(pages)
    if len(text) < 3 * len(pages) and not any(len(page) > 2 for page in pages):
        raise UserError(
            f"“{name}” has pictures of pages and no text in it: it was scanned or photographed."
            " Nothing was taken in.",
            "Have its text recognised (OCR) and bring that file in, or type what the check needs.",
        )
    return Document(text, sound_title(found["title"]), _note(found, pages, furniture))


def pdf_metadata(data: bytes, name: str = "") -> Metadata:
    """Return what the properties of a PDF file state, and the address that a browser printed."""
    found = _read(data, name, lambda done, total: None)  # noqa: ARG005
    pages = [[Line(*line) for line in page["lines"]] for page in found["pages"]]
    properties = Properties(sound_title(found["title"]), found["author"])
    text, _, address = joined_pages(pages)
    stated = property_metadata(properties, text)
    if not address.startswith("http") or "…" in address:
        return stated
    foot = Proposal(value=address, basis="foot of the printed page", certainty=Certainty.LIKELY)
    return replace(stated, url=foot)


def _note(found: dict[str, Any], pages: list[list[Line]], furniture: int) -> str:
    notes = []
    count = found["count"]
    if len(pages) < count:
        notes.append(f"Only the first {len(pages):,} of {count:,} pages were read.")
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    if empty:
        shown = ", ".join(map(str, empty[:8])) + (" …" if len(empty) > 8 else "")
        pages_are = "Page" if len(empty) == 1 else "Pages"
        notes.append(f"{pages_are} {shown} without text: blank, or a picture of a page.")
    if furniture:
        notes.append("Running heads and page numbers were left out.")
    return " ".join(notes)


def _read(data: bytes, name: str, step: Callable[[int, int], None]) -> dict[str, Any]:
    """Return what the process that reads PDF files found; raises UserError if it found nothing."""
    # Files, not pipes: nobody has to feed and empty them while waiting.
    with TemporaryFile() as given, TemporaryFile() as found:
        given.write(data)
        given.seek(0)
        process = _started(given, found)
        try:
            is_done = _is_done(process, len(data), step)
        finally:
            process.kill()
            process.wait()
        found.seek(0)
        answer = found.read(_LARGEST_ANSWER) if is_done else None
    reason = _TAKES_TOO_LONG if answer is None else _REASONS.get(process.returncode)
    if answer and not reason:
        try:
            told: dict[str, Any] = json.loads(answer)
        except ValueError:
            reason = _REASONS[pdf_process.BROKEN]
        else:
            return told
    what, hint = reason or _REASONS[pdf_process.BROKEN]
    raise UserError(f"“{name}” {what}. Nothing was taken in.", hint)


def _started(given: IO[bytes], found: IO[bytes]) -> subprocess.Popen[bytes]:
    import workbench

    home = str(Path(workbench.__file__).parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-m", pdf_process.__name__],
        stdin=given,
        stdout=found,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        # On Windows a console would flash up otherwise.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _is_done(process: subprocess.Popen[bytes], size: int, step: Callable[[int, int], None]) -> bool:
    """Wait for a process; return whether it ended in time. `step` may stop the waiting."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        step(size, size)
        try:
            process.wait(_POLL_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        return True
    return False
