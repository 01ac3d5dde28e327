"""What the line above a list of claims says, read back: "Reported by X, not confirmed by us:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.claim import ClaimStatus
from workbench.publish.wording import STATUS_WORDS

_LEADS = (
    (r"confirmed by (?P<by>.+?)", ClaimStatus.CONFIRMED),
    (r"confirmed(?:, by whom is not recorded)?", ClaimStatus.CONFIRMED),
    (r"reported by (?P<by>.+?)(?:, not confirmed(?: by us)?)?", ClaimStatus.REPORTED),
    (r"reported, not confirmed(?: by us)?(?:; by whom is not recorded)?", ClaimStatus.REPORTED),
    (r"not confirmed|unconfirmed", ClaimStatus.NOT_CONFIRMED),
    (r"contradicted by (?P<by>.+?)", ClaimStatus.CONTRADICTED),
    (r"contradicted(?:, by whom is not recorded)?", ClaimStatus.CONTRADICTED),
    (r"cannot be checked|not checkable", ClaimStatus.NOT_CHECKABLE),
    (r"analysis(?:, not a finding of fact)?", ClaimStatus.ANALYSIS),
)
_FORMS = tuple((re.compile(rf"{form}\s*:?\s*\Z", re.IGNORECASE), code) for form, code in _LEADS)
_STATUS_CODES = {words.casefold(): code for code, words in STATUS_WORDS.items()}


@dataclass(frozen=True, slots=True)
class ListGroup:
    """What a list of claims says of those in it: their status, and who bears it out."""

    status: ClaimStatus
    by: str = ""


def lead_of(words: str) -> ListGroup | None:
    """Return what a line says of the claims below it; None if it is no such line."""
    line = " ".join(words.split())
    for form, status in _FORMS:
        match = form.match(line)
        if match is not None:
            return ListGroup(status, match.groupdict().get("by") or "")
    return None


def status_of(words: str) -> ClaimStatus | None:
    """Return the status that words name; None if they name none."""
    return _STATUS_CODES.get(" ".join(words.split()).strip(".:").casefold())
