"""The lines under the headline: by whom, when published, when last corrected, how rated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.record import CorrectionKind
from workbench.publish.escape import plain
from workbench.publish.wording import date_words, day_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.record import Correction
    from workbench.house.house import House

_DONE = {
    CorrectionKind.CORRECTION: "Corrected",
    CorrectionKind.CLARIFICATION: "Clarified",
    CorrectionKind.UPDATE: "Updated",
}


def byline(check: Check, house: House) -> tuple[str, ...]:
    """Return the lines under the headline as plain text; what is not known is left out."""
    people = [f"By {plain(check.author)}"] if check.author.strip() else []
    people += [f"reviewed by {plain(check.reviewer)}"] if check.reviewer.strip() else []
    lines = [", ".join(people), house.publisher.name, published_words(check)]
    return tuple(line[:1].upper() + line[1:] for line in (*lines, changed_words(check)) if line)


def published_words(check: Check) -> str:
    """Return when the check was published: "Published 8 July 2026"; empty if that is unknown."""
    if not check.published.is_known:
        return ""
    return f"Published {plain(date_words(check.published).removesuffix(', stated'))}"


def changed_words(check: Check) -> str:
    """Return what was done last after publication: "Corrected 9 July 2026"; empty if nothing."""
    newest = newest_correction(check)
    return f"{_DONE[newest.kind]} {day_words(newest.at)}" if newest else ""


def newest_correction(check: Check) -> Correction | None:
    """Return the correction, clarification or update that came last, or None."""
    return max(check.corrections, key=lambda item: (item.at, item.id), default=None)
