"""The words for codes, dates, attributions and texts of sources, in the language of the window.

What goes out, and what is written into a check, takes its words from `publish` instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish import version, wording
from workbench.ui.language import Told, in_language, told

if TYPE_CHECKING:
    from workbench.core.date import DateValue
    from workbench.core.source import Source

STATUS_WORDS = Told(wording.STATUS_WORDS)
KIND_WORDS = Told(wording.KIND_WORDS)
STANCE_WORDS = Told(wording.STANCE_WORDS)
SOURCE_TYPE_WORDS = Told(wording.SOURCE_TYPE_WORDS)
FLAG_WORDS = Told(wording.FLAG_WORDS)
STATE_WORDS = Told(wording.STATE_WORDS)
CORRECTION_WORDS = Told(wording.CORRECTION_WORDS)

attribution_words = in_language(wording.attribution_words)
date_words = in_language(wording.date_words)
number_words = in_language(wording.number_words)

moment_words = in_language(version.moment_words)
open_words = in_language(version.open_words)
version_words = in_language(version.version_words)


def source_name(source: Source, number: int) -> str:
    """Return what running text calls a source: its name, else its number in the list."""
    return source.name.strip() or told(wording.source_name(source, number))


@in_language
def bare_date_words(date: DateValue) -> str:
    """Return a date without saying that it is stated, which most are."""
    return wording.date_words(date).removesuffix(", stated")
