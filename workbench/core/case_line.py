"""Lines read across a workspace: what each check was about, and what is watched for."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.record import CheckState


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """What a check of the workspace was about, and how it was rated.

    Attributes:
        wordings: of its main claim, as circulated and as supported, those that there are.
        scale, label, wording, reason: as in the verdict; empty while unrated.
        published: when it went out, if that is known.

    """

    id: str
    slug: str
    title: str
    state: CheckState = CheckState.DRAFT
    language: str = "en"
    url: str = ""
    wordings: tuple[str, ...] = ()
    scale: str = ""
    label: str = ""
    wording: str = ""
    reason: str = ""
    published: DateValue = UNKNOWN_DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLine:
    """A watch item of a check of the workspace.

    Attributes:
        claim_id, claim_number, claim_wording: of the claim that it would change; empty and 0 where
            it is tied to none.

    """

    check_id: str
    slug: str
    title: str
    item_id: str
    text: str
    due: DateValue = UNKNOWN_DATE
    seen: bool = False
    claim_id: str = ""
    claim_number: int = 0
    claim_wording: str = ""
