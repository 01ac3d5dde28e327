"""The words in which events, look-alikes and conflicts are told; plain text throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.date import DateBasis
from workbench.publish.wording import date_words, source_name
from workbench.rules.conflict import Matter
from workbench.rules.look_alike import Difference
from workbench.rules.name import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Action
    from workbench.core.date import DateValue
    from workbench.rules.conflict import Side
    from workbench.rules.look_alike import LookAlike

DIFFERENCE_WORDS = {
    Difference.DIRECTION: "the direction",
    Difference.DATE: "the date",
    Difference.ACTOR: "who did it",
    Difference.RECIPIENT: "to whom it was done",
}
MATTER_WORDS = {
    Matter.DIRECTION: "who did it to whom",
    Matter.DATE: "when it was",
    Matter.DURATION: "how long it took",
}


def event_words(what: Action) -> str:
    """Return who did what to whom as words of a sentence: "Samuel Okafor called Ines Lindqvist"."""
    parts = (what.actor, what.action, what.recipient)
    return " ".join(part.strip() for part in parts if part.strip())


def arrow_words(what: Action) -> str:
    """Return who did what to whom with its direction to be seen: "Okafor → called → Lindqvist"."""
    parts = (what.actor, what.action, what.recipient)
    return " → ".join(part.strip() for part in parts if part.strip())


def moment_words(when: DateValue) -> str:
    """Return a date without its basis; the words of its source while it is not known."""
    if not when.is_known:
        return f"no date (“{when.wording.strip()}”)" if when.wording.strip() else "no date"
    return date_words(when).removesuffix(f", {basis_words(when)}")


def basis_words(when: DateValue) -> str:
    """Return what a date rests on; empty while it is not known."""
    if not when.is_known:
        return ""
    if when.basis is DateBasis.INFERRED:
        return f"inferred from {when.inferred_from}"
    return "stated"


def difference_words(found: LookAlike) -> str:
    """Return in what a look-alike differs, as a phrase: "the direction and the date"."""
    return listed(tuple(DIFFERENCE_WORDS[one] for one in found.differs))


def differs_words(found: LookAlike) -> str:
    """Return in what a look-alike differs, as a sentence of its own."""
    what = difference_words(found)
    words = f"{what} differs" if len(found.differs) == 1 else f"{what} differ"
    return f"{words[:1].upper()}{words[1:]}."


def dated_event_words(what: Action, when: DateValue) -> str:
    """Return an event with its date behind it, as far as it is known."""
    if not when.is_known and not when.wording.strip():
        return event_words(what)
    return f"{event_words(what)}, {moment_words(when)}"


def names_of(check: Check, source_ids: Iterable[str]) -> str:
    """Return what some sources are called, as one phrase."""
    ids = [source.id for source in check.sources]
    return listed(tuple(source_name(check.source(ref), ids.index(ref) + 1) for ref in source_ids))


def side_words(check: Check, side: Side) -> str:
    """Return what one side of a conflict says: "Coast Wire: about 20 minutes"."""
    sources = dict.fromkeys(telling.source_id for telling in side.tellings)
    return f"{names_of(check, sources)}: {side.words}"
