"""The to-get list: every report that something rests on and that nobody here has read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.claim import Stance
from workbench.rules.chain import Origin, ends_of, ends_of_source, source_of
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check

# Context is read beside a claim; nothing waits for where it comes from.
_WAITING = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.QUALIFIES, Stance.REPEATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToGet:
    """A report to find.

    Attributes:
        name: of the outlet, agency, person or document.
        from_ids: the sources that lead to it.
        claim_ids: the claims that wait for it, in the order of the check; none if it is only
            cited so far.
        inferred: whether no text states it, so that it may lead nowhere.
        source_ids: sources of the dossier with its name, which nothing says are this report.

    """

    name: str
    from_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    inferred: bool = False
    source_ids: tuple[str, ...] = ()


def to_get(check: Check) -> tuple[ToGet, ...]:
    """Return every origin that is not in hand, those that claims wait for first."""
    led = list(_origins(check))
    in_hand = {origin.key for origin, _, _ in led if origin.in_hand}
    found: dict[str, ToGet] = {}
    for origin, claim_id, source_id in led:
        if origin.key in in_hand:
            continue
        known = found.get(origin.key)
        if known is None:
            same = _of_that_name(check, origin.name)
            known = ToGet(name=origin.name, inferred=origin.inferred, source_ids=same)
        found[origin.key] = replace(
            known,
            from_ids=_with(known.from_ids, source_id),
            claim_ids=_with(known.claim_ids, claim_id),
            inferred=known.inferred and origin.inferred,
        )
    return tuple(sorted(found.values(), key=lambda item: (not item.claim_ids, item.inferred)))


def _origins(check: Check) -> Iterator[tuple[Origin, str, str]]:
    """Yield each origin with the claim that rests on it and the source that leads to it."""
    for claim in check.claims:
        for item in claim.evidence:
            if item.stance not in _WAITING:
                continue
            source = source_of(check, item)
            for origin in ends_of(check, item):
                yield origin, claim.id, source.id if source else ""
    for source in check.sources:
        for origin in ends_of_source(check, source):
            if origin.source_ids != (source.id,):  # an outlet's other report is not the one cited
                yield origin, "", source.id


def _with(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return ids if not one or one in ids else (*ids, one)


def _of_that_name(check: Check, name: str) -> tuple[str, ...]:
    key = name_key(name)
    return tuple(source.id for source in check.sources if key and name_key(source.outlet) == key)
