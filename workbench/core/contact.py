"""Contacts: who was asked, when, through what, and what they answered (right of reply)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.identity import require_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One attempt to hear somebody whom the check is about, or who may know.

    Attributes:
        who: the person or office that was asked, with their role.
        through: by what: telephone, e-mail, in person, a form.
        asked, answered: when; unknown where nothing is noted.
        question: what was asked, in a sentence.
        answer: what they said; empty while there is none.
        claim_ids: the claims that it is about; empty for the whole check.
        is_private: whether it never leaves the workspace, in no export and no case file.
        notes: internal, such as a telephone number; never leaves the workspace.

    """

    id: str
    who: str
    through: str = ""
    asked: DateValue = UNKNOWN_DATE
    question: str = ""
    answered: DateValue = UNKNOWN_DATE
    answer: str = ""
    claim_ids: tuple[str, ...] = ()
    is_private: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if not self.who.strip():
            raise ValueError("a contact says who was asked")
        for claim_id in self.claim_ids:
            require_id("claim_ids", claim_id)
        if len(set(self.claim_ids)) != len(self.claim_ids):
            raise ValueError("a contact names a claim once")
