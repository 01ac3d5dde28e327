"""Flags that a text gives cause for and nobody has set: proposed, with the reason for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.source import Flag
from workbench.reading.proposal import Certainty
from workbench.reading.signer import is_collective
from workbench.rules.flag import flags_noticed, flags_of
from workbench.rules.later_event import claims_of_later_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection

# The others follow from what a source states and does not state; nobody sets them.
_PROPOSED = (Flag.COLLECTIVE_BYLINE, Flag.ANONYMOUS_ONLY, Flag.SATIRE_SUSPECTED)


def flags_proposed(
    check: Check, source: Source, inspection: Inspection
) -> Iterator[tuple[Flag, str, Certainty]]:
    """Yield the flags that a source may need, with the reason in words and how sure it is."""
    carried = flags_of(source)
    noticed = flags_noticed(inspection)
    for flag in _PROPOSED:
        wanted = flag in noticed
        if flag is Flag.COLLECTIVE_BYLINE and source.byline.strip():
            wanted = is_collective(source.byline)  # a person may know who wrote it
        if wanted and flag not in carried:
            yield flag, *_reason(flag, source, inspection)
    later = claims_of_later_events(check, source)
    if later and Flag.OLD not in carried:
        numbers = [str(check.claim_number(claim.id)) for claim in later]
        claims = f"claim {numbers[0]}" if len(numbers) == 1 else f"claims {', '.join(numbers)}"
        yield Flag.OLD, f"published before the event of {claims}", Certainty.STATED


def _reason(flag: Flag, source: Source, inspection: Inspection) -> tuple[str, Certainty]:
    if flag is Flag.COLLECTIVE_BYLINE:
        byline = inspection.metadata.byline
        name = source.byline.strip() or (byline.value if byline else "")
        certainty = byline.certainty if byline else Certainty.STATED
        return f"“{name}” is no person", certainty
    if flag is Flag.ANONYMOUS_ONLY:
        return "nobody whom the text cites has a name", Certainty.LIKELY
    return "the page says so of itself", Certainty.STATED
