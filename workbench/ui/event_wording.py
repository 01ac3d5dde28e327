"""The words for events of the timeline, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish import event_wording
from workbench.ui.language import Told, in_language

if TYPE_CHECKING:
    from workbench.core.claim import Action
    from workbench.core.date import DateValue

MATTER_WORDS = Told(event_wording.MATTER_WORDS)

arrow_words = event_wording.arrow_words
basis_words = in_language(event_wording.basis_words)
differs_words = in_language(event_wording.differs_words)
moment_words = in_language(event_wording.moment_words)
names_of = in_language(event_wording.names_of)


def dated_event_words(what: Action, when: DateValue) -> str:
    """Return an event with its date behind it, as far as it is known."""
    if not when.is_known and not when.wording.strip():
        return event_wording.event_words(what)
    return f"{event_wording.event_words(what)}, {moment_words(when)}"
