"""The sources that belong to a finished check: every readable file of a folder."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.core.manuscript import SourceInHand
from workbench.core.source import Flag
from workbench.intake.capture import capture_file
from workbench.intake.markup_metadata import markup_metadata_of
from workbench.reading.inspection import inspected
from workbench.rules.flag import flags_noticed

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.core.words import Words
    from workbench.intake.capture import Capture

_LONGEST_NAME = 6
"""Words of the name of an outlet."""
_EDGE = 300
"""Code points of the head and the foot of a text."""
MOST = 500
"""Files that are read; a folder with more is no dossier."""


def sources_in(
    folder: Path, words: Words, *, without: Path | None = None
) -> tuple[tuple[SourceInHand, ...], tuple[str, ...]]:
    """Return the sources in a folder, and a sentence for each file that could not be read.

    The finished check itself may lie among them; `without` leaves it out. Raises UserError if
    there is no such folder, or if it cannot be looked into.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise UserError(
            f"The folder of sources, {folder}, cannot be looked into: {error.strerror}.",
            "Name the folder that holds the sources as files.",
        ) from error
    found: list[SourceInHand] = []
    remarks: list[str] = []
    for path in files[:MOST]:
        if path.name.startswith(".") or (without is not None and path.samefile(without)):
            continue
        try:
            found.append(_source(capture_file(path), words))
        except UserError as error:
            remarks.append(str(error))
    if len(files) > MOST:
        remarks.append(f"Only the first {MOST} files of the folder were read.")
    return tuple(found), tuple(remarks)


def _source(capture: Capture, words: Words) -> SourceInHand:
    found = inspected(capture.text, markup=markup_metadata_of(capture), words=words)
    told = found.metadata
    also = (told.title, told.byline, told.agency, told.rights, told.dateline)
    return SourceInHand(
        name=told.outlet.value if told.outlet else _named_by_file(capture),
        text=capture.text,
        also=(*(one.value for one in also if one is not None), *_masthead(capture.text)),
        is_satire=Flag.SATIRE_SUSPECTED in flags_noticed(found) or _is_called_satire(capture.text),
    )


def _named_by_file(capture: Capture) -> str:
    return re.sub(r"[-_]+", " ", PurePath(capture.name_hint).stem)


def _masthead(text: str) -> tuple[str, ...]:
    """Return the first line if it is short enough to be the name of an outlet."""
    first = text.lstrip().split("\n", 1)[0].strip()
    return (first,) if 0 < len(first.split()) <= _LONGEST_NAME else ()


def _is_called_satire(text: str) -> bool:
    """Whether the head or the foot of a text calls it satire; between them is the article."""
    ends = f"{text[:_EDGE]} {text[-_EDGE:]}".casefold()
    return "satire" in ends or "satirical" in ends
