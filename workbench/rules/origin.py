"""Origins: who did the reporting behind a claim, and which of them are in hand.

Four articles that repeat one report are one origin. So evidence is followed over the provenance
chain to where it ends (rules/chain), and what ends at the same name counts once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.claim import Stance
from workbench.rules.chain import NAMELESS, Origin, ends_of, name_of, source_of
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence

__all__ = [
    "NAMELESS",
    "Origin",
    "Origins",
    "name_of",
    "origins_of",
    "origins_of_check",
    "origins_of_evidence",
    "source_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Independent origins, in the order in which the evidence leads to them.

    Attributes:
        circular: names of sources that only rely on each other, so that no origin is known.

    """

    known: tuple[Origin, ...] = ()
    circular: tuple[str, ...] = ()

    @property
    def known_count(self) -> int:
        """How many independent origins are known."""
        return len(self.known)

    @property
    def in_hand_count(self) -> int:
        """How many of them are in the dossier."""
        return sum(origin.in_hand for origin in self.known)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the origins that are not in hand: the to-get list."""
        return tuple(origin.name for origin in self.known if not origin.in_hand)


def origins_of(check: Check, claim: Claim, stance: Stance = Stance.SUPPORTS) -> Origins:
    """Return the independent origins of a claim's evidence of one stance.

    Evidence that repeats, qualifies or gives context is never counted among what supports.
    """
    return origins_of_evidence(check, (item for item in claim.evidence if item.stance is stance))


def origins_of_check(check: Check) -> Origins:
    """Return the independent origins behind everything that supports a claim of the check."""
    return origins_of_evidence(
        check,
        (
            item
            for claim in check.claims
            for item in claim.evidence
            if item.stance is Stance.SUPPORTS
        ),
    )


def origins_of_evidence(check: Check, evidence: Iterable[Evidence]) -> Origins:
    """Return the independent origins of some evidence, whatever its stance."""
    found: list[Origin] = []
    circular: dict[str, None] = {}
    for item in evidence:
        ends = tuple(ends_of(check, item))
        found.extend(ends)
        if not ends and (source := source_of(check, item)) is not None:
            circular[name_of(source)] = None
    return Origins(known=_merged(found), circular=tuple(circular))


def _merged(found: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return one origin for each key, in hand if it is anywhere."""
    merged: dict[str, Origin] = {}
    for origin in found:
        known = merged.get(origin.key)
        if known is None:
            merged[origin.key] = replace(origin, via=_without(origin.via, origin.key))
            continue
        merged[origin.key] = replace(
            known,
            in_hand=known.in_hand or origin.in_hand,
            via=_without((*known.via, *origin.via), origin.key),
            source_ids=tuple(dict.fromkeys((*known.source_ids, *origin.source_ids))),
            inferred=known.inferred and origin.inferred,
        )
    return tuple(merged.values())


def _without(names: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return names once each, and never the origin's own."""
    return tuple(dict.fromkeys(name for name in names if name_key(name) != key))
