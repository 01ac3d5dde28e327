"""The one list of what is confirmed, reported, open and contradicted, and by whom.

Every part of the finished check, every post and every window renders these lists. So they cannot
disagree: a claim has one status, and stands in the list of that status in the order of the check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.claim import Claim, ClaimStatus, EvidenceKind, Stance
from workbench.rules.name import listed, name_key
from workbench.rules.origin import NAMELESS, name_of, origins_of_evidence, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Evidence

_KIND_WITHOUT_NAME = {
    EvidenceKind.PASSAGE: NAMELESS,
    EvidenceKind.DOCUMENT: "a document",
    EvidenceKind.DATUM: "a data set",
    EvidenceKind.REPLY: "a reply to us",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedGroup:
    """Claims that the same party confirms, reports or contradicts.

    Attributes:
        by: who does, as a phrase for the middle of a sentence; empty if nothing says so.
        claims: in the order of the check.

    """

    by: str
    claims: tuple[Claim, ...]


def claims_with(check: Check, status: ClaimStatus) -> tuple[Claim, ...]:
    """Return the claims of one status in the order of the check; those without words stay out."""
    return tuple(
        claim for claim in check.claims if claim.status is status and claim.wording.strip()
    )


def confirmed_groups(check: Check) -> tuple[ConfirmedGroup, ...]:
    """Return what is confirmed, grouped by who confirms it."""
    return _grouped(check, ClaimStatus.CONFIRMED, Stance.SUPPORTS)


def reported_groups(check: Check) -> tuple[ConfirmedGroup, ...]:
    """Return what is reported and not confirmed, grouped by who reports it."""
    return _grouped(check, ClaimStatus.REPORTED, Stance.SUPPORTS)


def contradicted_groups(check: Check) -> tuple[ConfirmedGroup, ...]:
    """Return what is contradicted, grouped by who contradicts it."""
    return _grouped(check, ClaimStatus.CONTRADICTED, Stance.CONTRADICTS)


def not_confirmed(check: Check) -> tuple[Claim, ...]:
    """Return what is not confirmed: the list of the quick read, the section and the posts."""
    return claims_with(check, ClaimStatus.NOT_CONFIRMED)


def contradicted(check: Check) -> tuple[Claim, ...]:
    """Return what evidence speaks against."""
    return claims_with(check, ClaimStatus.CONTRADICTED)


def not_checkable(check: Check) -> tuple[Claim, ...]:
    """Return what no evidence could settle."""
    return claims_with(check, ClaimStatus.NOT_CHECKABLE)


def analysis(check: Check) -> tuple[Claim, ...]:
    """Return what is judgement and no finding of fact."""
    return claims_with(check, ClaimStatus.ANALYSIS)


def attributed_to(check: Check, claim: Claim, stance: Stance = Stance.SUPPORTS) -> str:
    """Return who bears out a claim, or with that stance speaks against it, as a phrase.

    The words of the basis come first; else the origins behind the evidence of the basis, or behind
    all evidence of that stance. A claim that is merely repeated, or just begun, is attributed to
    the sources it stands in. Empty if nothing says so.
    """
    if claim.basis.wording.strip():
        return " ".join(claim.basis.wording.split())
    chosen = [item for item in claim.evidence if item.id in claim.basis.evidence_ids]
    chosen = chosen or [item for item in claim.evidence if item.stance is stance]
    names = _origin_names(check, chosen)
    if not names and stance is Stance.SUPPORTS:
        repeated = [item for item in claim.evidence if item.stance is Stance.REPEATS]
        names = _origin_names(check, repeated) or _places(check, claim)
    return listed(tuple(names))


def _grouped(check: Check, status: ClaimStatus, stance: Stance) -> tuple[ConfirmedGroup, ...]:
    groups: dict[str, tuple[str, list[Claim]]] = {}
    for claim in claims_with(check, status):
        by = attributed_to(check, claim, stance)
        groups.setdefault(name_key(by) or by, (by, []))[1].append(claim)
    return tuple(ConfirmedGroup(by=by, claims=tuple(claims)) for by, claims in groups.values())


def _origin_names(check: Check, evidence: Iterable[Evidence]) -> list[str]:
    names: dict[str, None] = {}
    for item in evidence:
        if source_of(check, item) is None:
            names[item.attribution.name.strip() or _KIND_WITHOUT_NAME[item.kind]] = None
            continue
        origins = origins_of_evidence(check, (item,))
        names.update(dict.fromkeys(origin.name for origin in origins.known))
        names.update(dict.fromkeys(origins.circular))
    return list(names)


def _places(check: Check, claim: Claim) -> list[str]:
    names: dict[str, None] = {}
    for item in claim.appearances:
        if item.passage_id:
            names[name_of(check.source_of(item.passage_id))] = None
        elif item.place.strip():
            names[item.place.strip()] = None
    return list(names)
