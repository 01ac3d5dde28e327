"""What lists show: a check in one line, and a place where searched words were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.check import Check
from workbench.core.record import CheckState


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSummary:
    """A check as a line of a list.

    Attributes:
        changed: UTC.
        rating_scale, rating_label: keys, as in a Verdict; empty while unrated.

    """

    id: str
    slug: str
    title: str
    state: CheckState
    changed: datetime
    author: str = ""
    rating_scale: str = ""
    rating_label: str = ""
    rating_wording: str = ""
    source_count: int = 0
    claim_count: int = 0


class HitKind(StrEnum):
    """What the searched words stand in."""

    CHECK = "check"
    CLAIM = "claim"
    QUOTE = "quote"
    SOURCE = "source"
    PART = "part"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A place where searched words were found.

    Attributes:
        item_id: of the claim, passage or source; the key of a draft part; the network of a post;
            the check's own id for its title.
        text: the words around the place, on one line.

    """

    check_id: str
    slug: str
    title: str
    kind: HitKind
    item_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstScreen:
    """What a window shows before anything slow is imported: the newest checks, and one whole."""

    checks: tuple[CheckSummary, ...] = ()
    check: Check | None = None
