"""Events: who did what to whom, when, and where that is said."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.claim import Action
from workbench.core.identity import require_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as passages tell it; its date is never the publication date.

    Attributes:
        note: internal; never leaves the workspace.

    """

    id: str
    what: Action
    passage_ids: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.what.is_empty:
            raise ValueError("an event has an actor, an action, a recipient or a date")
