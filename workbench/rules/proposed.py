"""What stands in a check as it was proposed from a text, and nobody has looked at yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind
from workbench.reading.testimony import attribution_for

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Evidence
    from workbench.reading.inspection import Inspection


def attribution_key(evidence_id: str) -> str:
    """Return the key under which a check notes that who says a piece of evidence was looked at."""
    return f"attribution:{evidence_id}"


def is_proposed_attribution(check: Check, evidence: Evidence, read: Inspection | None) -> bool:
    """Whether who says a piece of evidence is just what the text proposes, not agreed to yet.

    `read` is what is noticed in the evidence's source; without it nothing is proposed.
    """
    if read is None or not evidence.passage_id:
        return False
    if evidence.attribution.kind is AttributionKind.UNSTATED:
        return False
    if attribution_key(evidence.id) in check.dismissals:
        return False
    selector = check.passage(evidence.passage_id).selector
    if selector.state != "anchored":
        return False
    return attribution_for(read, selector.start, selector.end) == evidence.attribution
