"""What reviewers leave in a check: comments and suggested changes, and votes on its rating."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.identity import require_id
from workbench.core.quote import QuoteSelector
from workbench.core.source import require_utc


class SubjectKind(StrEnum):
    """What a comment or a suggestion is about."""

    CHECK = "check"
    SOURCE = "source"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    PART = "part"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A place in a check, named so that it outlives edits.

    Attributes:
        item: id of the source, claim or evidence, key of the part, network of the post; empty for
            the check itself (and for the post that the others start from).
        field: of the item, as it is called in core ("as_supported", "status", "reason", "title");
            empty for the item as a whole and for the text of a part or post.
        quote: the words in that field (of a source: in its newest text) that are meant; None for
            all of it. Held like a passage, so it is found again or said to be lost.

    """

    kind: SubjectKind
    item: str = ""
    field: str = ""
    quote: QuoteSelector | None = None

    def __post_init__(self) -> None:
        if self.kind in {SubjectKind.SOURCE, SubjectKind.CLAIM, SubjectKind.EVIDENCE}:
            require_id("item", self.item)
        if self.kind is SubjectKind.PART and not self.item:
            raise ValueError("a part is named by its key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One remark in a thread. It never goes out.

    Attributes:
        thread: id of the remark that opened the thread; empty for that remark itself.
        suggestion: id of the suggestion that a thread is about; empty if it is about none.
        at: when it was written, UTC.
        source_file: name of the file that it came back in; empty if it was written here.
        settled_by, settled_at: who resolved the thread, and when; only on its opening remark,
            empty and None while it is open (also after it was opened again).

    """

    id: str
    subject: Subject
    who: str
    at: datetime
    text: str
    thread: str = ""
    suggestion: str = ""
    source_file: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("thread", "suggestion"):
            if getattr(self, name):
                require_id(name, getattr(self, name))
        require_utc("at", self.at)
        if not self.text.strip():
            raise ValueError("a comment says something")
        if bool(self.settled_by) != (self.settled_at is not None):
            raise ValueError("who resolved a thread and when go together")
        if self.settled_at is not None:
            require_utc("settled_at", self.settled_at)
            if self.thread:
                raise ValueError("a thread is resolved on the remark that opened it")

    @property
    def is_open(self) -> bool:
        """Whether it opens a thread that is not resolved."""
        return not self.thread and self.settled_at is None


class SuggestionState(StrEnum):
    """What became of a suggested change."""

    OPEN = "open"
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A change that a reviewer suggests: nothing of it is in the check until it is taken.

    Attributes:
        was: the words it changes, as the reviewer saw them; empty for an insertion, which stands
            after the quote of its subject.
        now: what shall stand there; empty for a deletion.
        who: may be empty where a file does not tell.
        at: when it was made, UTC; where a file does not tell, when the file came in.
        review: shared by all suggestions that came in one file; empty for one made here.
        source_file: name of that file.
        revision: number of the saved state that the reviewer had before them; 0 if unknown.
        settled_by, settled_at: who took or refused it, and when.
        answer: what was said to it.

    """

    id: str
    subject: Subject
    who: str
    at: datetime
    was: str = ""
    now: str = ""
    review: str = ""
    source_file: str = ""
    revision: int = 0
    state: SuggestionState = SuggestionState.OPEN
    settled_by: str = ""
    settled_at: datetime | None = None
    answer: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.review:
            require_id("review", self.review)
        require_utc("at", self.at)
        if self.settled_at is not None:
            require_utc("settled_at", self.settled_at)
        if self.was == self.now:
            raise ValueError("a suggestion changes something")
        if (self.state is SuggestionState.OPEN) != (self.settled_at is None):
            raise ValueError("a suggestion that was taken or refused says when")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingVote:
    """One editor's vote for the rating of a check.

    Attributes:
        scale, label: keys, as in the verdict.
        reason: why, in a sentence; may be empty.
        wording: free wording that stands beside the label, if the vote is for one.

    """

    id: str
    who: str
    at: datetime
    scale: str
    label: str
    role: str = ""
    reason: str = ""
    wording: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("at", self.at)
        if not self.who.strip():
            raise ValueError("a vote is somebody's")
        if not self.label:
            raise ValueError("a vote is for a label")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConflict:
    """A field that two people changed differently: one value stands, the other is kept here.

    Attributes:
        path: where the field is, from the check down, as in its JSON form with ids in place of
            positions: "claims/ID/status", "draft/parts/lede/text", "title".
        kept, other: both values as JSON text; empty text for an item that one side removed.
        kept_who, kept_at, other_who, other_at: whose they are, and when they were saved, UTC.
        settled_by, settled_at: who decided, and when; the decision itself is what stands now.

    """

    id: str
    path: str
    kept: str
    other: str
    kept_who: str
    kept_at: datetime
    other_who: str
    other_at: datetime
    settled_by: str = ""
    settled_at: datetime | None = None

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("kept_at", "other_at"):
            require_utc(name, getattr(self, name))
        if self.settled_at is not None:
            require_utc("settled_at", self.settled_at)
        if not self.path:
            raise ValueError("a conflict has a place")
        if self.kept == self.other:
            raise ValueError("a conflict has two sides")
