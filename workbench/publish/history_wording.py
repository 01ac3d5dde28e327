"""The words in which the history of a check is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.record import CheckState
from workbench.core.revision import Did, FactKind
from workbench.publish.wording import STATE_WORDS, STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.revision import Fact, Revision
    from workbench.house.house import House

_MOST = 3
_SHORT = 90
_NOT_YET = "nothing"
_PLAIN = {
    FactKind.EVENTS: "Timeline changed",
    FactKind.CONTACTS: "Who was asked changed",
    FactKind.IMAGES: "Pictures changed",
    FactKind.WATCH_ITEMS: "What to watch changed",
    FactKind.CORRECTIONS: "Corrections changed",
    FactKind.SIGN_OFFS: "Sign-offs changed",
    FactKind.VOTES: "Votes on the rating changed",
    FactKind.COMMENTS: "Comments changed",
    FactKind.SUGGESTIONS: "Suggestions changed",
    FactKind.CONFLICTS: "Conflicts changed",
    FactKind.CLAIMS_MOVED: "Claims put in another order",
    FactKind.DETAILS: "Details or notes changed",
}
_OF_CLAIM = {
    FactKind.CLAIM_ADDED: "Claim {number} added: {name}",
    FactKind.CLAIM_REMOVED: "Claim {number} removed: {name}",
    FactKind.CLAIM_CHANGED: "Claim {number}: details changed",
    FactKind.EVIDENCE_ADDED: "Claim {number}: evidence added",
    FactKind.EVIDENCE_REMOVED: "Claim {number}: evidence removed",
    FactKind.WORDING: "Claim {number}: worded “{now}”",
}
_OF_SOURCE = {
    FactKind.SOURCE_ADDED: "Source added: {name}",
    FactKind.SOURCE_REMOVED: "Source removed: {name}",
    FactKind.SOURCE_CHANGED: "Source changed: {name}",
    FactKind.SOURCE_RENEWED: "New text of a source: {name}",
}

_DONE: dict[tuple[FactKind, str], str] = {
    (FactKind.COMMENTS, Did.WRITTEN): "Comment by {name}",
    (FactKind.COMMENTS, Did.ANSWERED): "Answer by {name} to a comment",
    (FactKind.COMMENTS, Did.MENDED): "Comment by {name} reworded",
    (FactKind.COMMENTS, Did.SETTLED): "Comment resolved by {name}",
    (FactKind.COMMENTS, Did.REMOVED): "Comment by {name} removed",
    (FactKind.SUGGESTIONS, Did.WRITTEN): "Change suggested by {name}",
    (FactKind.SUGGESTIONS, Did.MENDED): "Suggestion by {name} changed",
    (FactKind.SUGGESTIONS, Did.TAKEN): "Suggestion taken by {name}",
    (FactKind.SUGGESTIONS, Did.REFUSED): "Suggestion refused by {name}",
    (FactKind.SUGGESTIONS, Did.REMOVED): "Suggestion by {name} removed",
    (FactKind.VOTES, Did.WRITTEN): "Vote on the rating by {name}",
    (FactKind.VOTES, Did.MENDED): "Vote of {name} changed",
    (FactKind.VOTES, Did.REMOVED): "Vote of {name} removed",
    (FactKind.SIGN_OFFS, Did.WRITTEN): "Signed off by {name}",
    (FactKind.SIGN_OFFS, Did.REMOVED): "Sign-off by {name} removed",
}


def revision_words(revision: Revision, house: House) -> str:
    """Return what a saved state changed, in one line; empty for the first one of an older check."""
    told = list(dict.fromkeys(_cut(fact_words(fact, house)) for fact in revision.facts))
    if len(told) > _MOST:
        told[_MOST - 1 :] = [f"{len(told) - _MOST + 1} more"]
    return "; ".join(told)


def fact_words(fact: Fact, house: House) -> str:
    """Return one change in words: "Claim 2: reported → confirmed"."""
    if fact.name and (fact.kind, fact.now) in _DONE:
        return _DONE[fact.kind, fact.now].format(name=fact.name)
    if fact.kind in _PLAIN:
        return _PLAIN[fact.kind]
    if fact.kind in _OF_CLAIM:
        words = {"name": fact.name or "no words yet", "now": fact.now}
        return _OF_CLAIM[fact.kind].format(number=fact.number, **words)
    if fact.kind in _OF_SOURCE:
        return _OF_SOURCE[fact.kind].format(name=fact.name or "a source without a name")
    return _SPECIAL[fact.kind](fact, house)


def _status(fact: Fact, _house: House) -> str:
    was, now = (STATUS_WORDS[ClaimStatus(code)] for code in (fact.was, fact.now))
    return f"Claim {fact.number}: {was} → {now}"


def _state(fact: Fact, _house: House) -> str:
    was, now = (STATE_WORDS[CheckState(code)] for code in (fact.was, fact.now))
    return f"State: {was} → {now}"


def _rating(fact: Fact, house: House) -> str:
    return f"Rating: {rated(fact.was, house)} → {rated(fact.now, house)}"


def rated(code: str, house: House) -> str:
    """Return the rating of a fact, "scale/label wording", as readers see it."""
    place, _, wording = code.partition(" ")
    key, slash, label = place.partition("/")
    if not slash:  # a free wording alone
        return code or "not rated"
    scale = house.scale(key)
    known = scale.label(label) if scale else None
    return wording or (known.name if known else label.replace("_", " "))


def _part(fact: Fact, house: House) -> str:
    part = house.template.part(fact.name)
    heading = part.heading if part is not None else ""
    return f"Draft: {heading or fact.name.replace('_', ' ')}"


def _post(fact: Fact, house: House) -> str:
    network = house.network(fact.name)
    return f"Post for {network.name if network else fact.name}" if fact.name else "Post"


def _reason(fact: Fact, _house: House) -> str:
    return f"Reason of the rating: {fact.now or _NOT_YET}"


def _title(fact: Fact, _house: House) -> str:
    return f"Title: {fact.now or _NOT_YET}"


def _begun(_fact: Fact, _house: House) -> str:
    return "Check begun"


_SPECIAL: dict[FactKind, Callable[[Fact, House], str]] = {
    FactKind.STATUS: _status,
    FactKind.STATE: _state,
    FactKind.RATING: _rating,
    FactKind.REASON: _reason,
    FactKind.TITLE: _title,
    FactKind.PART: _part,
    FactKind.POST: _post,
    FactKind.BEGUN: _begun,
}


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…"
