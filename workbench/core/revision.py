"""The history of a check: its saved states, and what each of them changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.identity import require_id
from workbench.core.source import require_sha256, require_utc


class FactKind(StrEnum):
    """What a saved state changed, the weightiest first."""

    BEGUN = "begun"
    TITLE = "title"
    STATE = "state"
    RATING = "rating"
    REASON = "reason"
    STATUS = "status"
    SOURCE_ADDED = "source_added"
    SOURCE_REMOVED = "source_removed"
    SOURCE_RENEWED = "source_renewed"
    CLAIM_ADDED = "claim_added"
    CLAIM_REMOVED = "claim_removed"
    WORDING = "wording"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_REMOVED = "evidence_removed"
    PART = "part"
    POST = "post"
    SOURCE_CHANGED = "source_changed"
    CLAIM_CHANGED = "claim_changed"
    CLAIMS_MOVED = "claims_moved"
    EVENTS = "events"
    CONTACTS = "contacts"
    IMAGES = "images"
    WATCH_ITEMS = "watch_items"
    CORRECTIONS = "corrections"
    SIGN_OFFS = "sign_offs"
    VOTES = "votes"
    COMMENTS = "comments"
    SUGGESTIONS = "suggestions"
    CONFLICTS = "conflicts"
    DETAILS = "details"


class Did(StrEnum):
    """What somebody did to a comment, a suggestion, a vote or a sign-off."""

    WRITTEN = "written"
    ANSWERED = "answered"
    MENDED = "mended"
    SETTLED = "settled"
    TAKEN = "taken"
    REFUSED = "refused"
    REOPENED = "reopened"
    REMOVED = "removed"


LANDMARKS = frozenset(
    {
        FactKind.STATE,
        FactKind.RATING,
        FactKind.REASON,
        FactKind.STATUS,
        FactKind.CORRECTIONS,
        FactKind.SIGN_OFFS,
    }
)
"""What makes a state one that is never thinned out."""

NO_EDIT = frozenset(
    {
        FactKind.STATE,
        FactKind.SIGN_OFFS,
        FactKind.VOTES,
        FactKind.COMMENTS,
        FactKind.SUGGESTIONS,
        FactKind.CONFLICTS,
    }
)
"""What people do to a check without changing its words."""


FORWARD_KEY = "forward "
"""Begins the key of a state that came in and stands as it is; the id of ours before it follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that changed from one state to the next.

    Attributes:
        number: of the claim, from 1, as it is shown; 0 for what has none.
        name: of the source, the part (its key) or the network; a claim's wording; who commented,
            suggested, voted or signed, empty in what was saved before names were noted.
        was, now: codes for a status or a state; words for a title, a rating, a reason, a wording;
            a Did for comments, suggestions, votes and sign-offs.

    """

    kind: FactKind
    number: int = 0
    name: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a person did that leads to a saved state.

    Attributes:
        at: when it is saved, UTC.
        who: by name; empty for the author of the check.
        words: as the Undo menu has them ("Set status"); empty for what cannot be taken back there.
        key: shared by the saves of one run of typing; else empty.

    """

    at: datetime
    who: str = ""
    words: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One saved state of a check.

    Attributes:
        number: counts the saves; numbers of states that were thinned out are missing.
        parents: ids of the states that it was made from; none for the first.
        at: when it was saved, UTC.
        who, words, key: as in the `Deed`.
        facts: what it changed of its parent.
        is_landmark: whether it stays however old it gets.
        content: SHA-256 that two states share if they are equal, on any computer.

    """

    id: str
    number: int
    parents: tuple[str, ...]
    at: datetime
    who: str
    words: str
    key: str
    facts: tuple[Fact, ...]
    is_landmark: bool
    content: str

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("at", self.at)
        require_sha256("content", self.content)
