"""What is noted about a check after the writing: sign-offs, corrections, precedents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.identity import require_id, require_slug
from workbench.core.source import require_sha256, require_utc


class CheckState(StrEnum):
    """Where a check stands on its way out."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class CorrectionKind(StrEnum):
    """Correction: an error fixed. Clarification: wording. Update: new facts."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A labelled change after publication: what stood there, what stands there now, and why.

    Attributes:
        export_id: the export that it mends; empty if that is not noted.

    """

    id: str
    kind: CorrectionKind
    at: datetime
    now: str
    was: str = ""
    reason: str = ""
    export_id: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.export_id:
            require_id("export_id", self.export_id)
        require_utc("at", self.at)
        if not self.now.strip():
            raise ValueError("a correction says what stands there now")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """Who brought a check into a state, and when, UTC."""

    id: str
    state: CheckState
    who: str
    at: datetime

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("at", self.at)
        if not self.who.strip():
            raise ValueError("a state is entered by somebody")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """What was answered to one question of the house's checklist at a sign-off.

    Attributes:
        key: of the question in the house's file.
        question: as it was asked.
        answer: "yes", "no" or "not_applicable".
        note: what was said to it.

    """

    key: str
    question: str
    answer: str
    note: str = ""

    def __post_init__(self) -> None:
        if not self.key or not self.question.strip():
            raise ValueError("an answer belongs to a question")
        if self.answer not in {"yes", "no", "not_applicable"}:
            raise ValueError(f"there is no answer {self.answer!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A named second person's approval of one revision.

    Attributes:
        revision: the number of the saved state that was approved.
        sha256: of the words that were approved: what goes out, without state, date and address.
        answers: to the house's checklist, in its order; none where there was no checklist.

    """

    id: str
    name: str
    role: str
    at: datetime
    revision: int
    sha256: str
    answers: tuple[ChecklistAnswer, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("at", self.at)
        require_sha256("sha256", self.sha256)
        if not self.name.strip():
            raise ValueError("a sign-off carries a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier check to read next or to compare with."""

    title: str
    slug: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("an earlier check is named by its title")
        if self.slug:
            require_slug(self.slug)
