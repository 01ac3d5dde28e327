"""The words in which the texts of one source are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.wording import day_words

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.source import SourceVersion


def version_words(version: SourceVersion) -> str:
    """Return how a version is told from others: "the text of 3 July 2026, 09:30 UTC"."""
    return f"the text of {moment_words(version)}"


def moment_words(version: SourceVersion) -> str:
    """Return when a version was captured: "3 July 2026, 09:30 UTC"."""
    return moment_words_at(version.captured)


def moment_words_at(at: datetime) -> str:
    """Return a UTC time: "3 July 2026, 09:30 UTC"."""
    return f"{day_words(at)}, {at:%H:%M} UTC"


def open_words(count: int) -> str:
    """Return how many quotes wait for a person: "3 quotes to review"."""
    return "1 quote to review" if count == 1 else f"{count} quotes to review"
