"""What became of each of several files that were brought in together, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.intake.folder import MOST_FILES

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fate(StrEnum):
    """What became of a file; the order is that of the list."""

    REFUSED = "refused"
    STOPPED = "stopped"
    HERE = "here"
    TAKEN = "taken"


FATE_WORDS = {
    Fate.REFUSED: "refused",
    Fate.STOPPED: "not read",
    Fate.HERE: "already there",
    Fate.TAKEN: "taken in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file.

    Attributes:
        name: from the folder on; it stays on this computer.
        words: a sentence, where there is more to say than the fate.
        source_id: the source that it became, or was already.

    """

    name: str
    fate: Fate
    words: str = ""
    source_id: str = ""


def ordered(results: Sequence[FileResult]) -> tuple[FileResult, ...]:
    """Return results with what was refused first, each kind in the order of the files."""
    fates = list(Fate)
    return tuple(sorted(results, key=lambda result: fates.index(result.fate)))


def summary(results: Sequence[FileResult], beyond: int = 0) -> str:
    """Return the counts in one sentence: "12 files: 9 taken in, 2 already there, 1 refused."."""
    counts = [
        f"{count} {FATE_WORDS[fate]}"
        for fate in reversed(Fate)
        if (count := sum(result.fate is fate for result in results))
    ]
    noun = "file" if len(results) == 1 else "files"
    said = (
        f"{len(results)} {noun}: {', '.join(counts)}." if results else "There are no files in it."
    )
    if beyond:
        said += f" {beyond} more were left: {MOST_FILES} are taken at once."
    return said


def result_text(results: Sequence[FileResult], beyond: int = 0) -> str:
    """Return the whole list as plain text, one file to a line."""
    lines = [summary(results, beyond), ""]
    for result in ordered(results):
        line = f"{FATE_WORDS[result.fate]}: {result.name}"
        lines.append(f"{line} - {result.words}" if result.words else line)
    return "\n".join(lines) + "\n"
