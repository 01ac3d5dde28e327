"""The status gate: why a claim cannot carry a status, in sentences for the person who picks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind, ClaimKind, ClaimStatus, Stance
from workbench.core.source import Flag, SourceType
from workbench.rules.flag import flags_of
from workbench.rules.name import listed
from workbench.rules.origin import Origin, Origins, origins_of, source_of

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence

_NOT_A_FACT = {
    ClaimKind.ANALYSIS: "This claim is an analysis. It can be argued, not confirmed.",
    ClaimKind.PREDICTION: "This claim is a prediction. It cannot be confirmed before it is due.",
    ClaimKind.MOTIVE: (
        "This claim is about a motive. It can be reported as somebody's words, not confirmed."
    ),
}
_WORDS_OF_KIND = {ClaimKind.FACT: "a fact", ClaimKind.QUOTATION: "a quotation"}
_STRONGEST_IS_REPORTED = "The strongest status this claim can carry is reported."


def obstacles(check: Check, claim: Claim, status: ClaimStatus) -> tuple[str, ...]:
    """Return plain sentences why a claim cannot have this status; empty if it can."""
    match status:
        case ClaimStatus.CONFIRMED:
            return _against_confirmed(check, claim)
        case ClaimStatus.REPORTED:
            return _against_reported(claim)
        case ClaimStatus.CONTRADICTED:
            return _against_contradicted(check, claim)
        case ClaimStatus.ANALYSIS:
            return _against_analysis(claim)
        case _:
            return ()


def _against_confirmed(check: Check, claim: Claim) -> tuple[str, ...]:
    found = []
    if claim.kind in _NOT_A_FACT:
        found.append(_NOT_A_FACT[claim.kind])
    supporting = _of_stance(claim, Stance.SUPPORTS)
    if not supporting:
        return (*found, _no_support(claim))
    origins = origins_of(check, claim)
    if origins.in_hand_count == 0:
        found.append(_none_in_hand(origins, _STRONGEST_IS_REPORTED))
    else:
        found.extend(_weak_origins(check, claim, origins))
    if _rests_elsewhere(claim, Stance.SUPPORTS):
        found.append("The basis names evidence that does not support the claim.")
    return tuple(found)


def _against_reported(claim: Claim) -> tuple[str, ...]:
    shown = _of_stance(claim, Stance.SUPPORTS, Stance.REPEATS)
    if shown or any(item.passage_id or item.place for item in claim.appearances):
        return ()
    return ("Nothing shows yet who reports this. Attach the passage that says it.",)


def _against_contradicted(check: Check, claim: Claim) -> tuple[str, ...]:
    if not _of_stance(claim, Stance.CONTRADICTS):
        return ("No evidence against this claim is attached. Attach what contradicts it.",)
    found = []
    origins = origins_of(check, claim, Stance.CONTRADICTS)
    if origins.in_hand_count == 0:
        found.append(
            _none_in_hand(origins, "Until it is, the strongest status here is not confirmed.")
        )
    if _rests_elsewhere(claim, Stance.CONTRADICTS):
        found.append("The basis names evidence that does not contradict the claim.")
    return tuple(found)


def _against_analysis(claim: Claim) -> tuple[str, ...]:
    if claim.kind not in _WORDS_OF_KIND:
        return ()
    words = _WORDS_OF_KIND[claim.kind]
    return (
        f"This claim is {words}, which evidence can settle. "
        "If it is a judgement, change its kind to analysis first.",
    )


def _of_stance(claim: Claim, *stances: Stance) -> tuple[Evidence, ...]:
    return tuple(item for item in claim.evidence if item.stance in stances)


def _no_support(claim: Claim) -> str:
    if _of_stance(claim, Stance.REPEATS):
        return "Everything attached only repeats the claim. Repeating it does not support it."
    return "Nothing attached supports this claim yet. Attach the passage or document that does."


def _none_in_hand(origins: Origins, consequence: str) -> str:
    if not origins.known:
        circle = listed(origins.circular)
        return f"{circle} rely on each other, and no origin is known. {consequence}"
    names = listed(origins.missing)
    if origins.known_count == 1:
        return f"The origin, {names}, is not in hand. {consequence}"
    return f"The origins, {names}, are not in hand. {consequence}"


def _weak_origins(check: Check, claim: Claim, origins: Origins) -> list[str]:
    """Return why the origins that are in hand cannot carry a confirmation."""
    in_hand = tuple(origin for origin in origins.known if origin.in_hand)
    names = listed(tuple(origin.name for origin in in_hand))
    if all(_is_satire(check, origin) for origin in in_hand):
        reason = f"What supports it is satire, or may be: {names}."
    elif all(_is_type(check, origin, SourceType.COMMENTARY) for origin in in_hand):
        reason = f"What supports it is commentary: {names}."
    elif origins.known_count == 1 and _rests_on_the_unnamed(check, claim):
        reason = f"The only origin, {names}, rests on people it does not name."
    else:
        return []
    return [f"{reason} {_STRONGEST_IS_REPORTED}"]


def _is_type(check: Check, origin: Origin, kind: SourceType) -> bool:
    return all(check.source(source_id).type is kind for source_id in origin.source_ids)


def _is_satire(check: Check, origin: Origin) -> bool:
    return all(
        Flag.SATIRE_SUSPECTED in flags_of(check.source(source_id))
        for source_id in origin.source_ids
    )


def _rests_on_the_unnamed(check: Check, claim: Claim) -> bool:
    """Whether all support comes from anonymous sources."""

    def is_unnamed(item: Evidence) -> bool:
        source = source_of(check, item)
        return item.attribution.kind is AttributionKind.ANONYMOUS or (
            source is not None and Flag.ANONYMOUS_ONLY in source.flags
        )

    return all(is_unnamed(item) for item in _of_stance(claim, Stance.SUPPORTS))


def _rests_elsewhere(claim: Claim, stance: Stance) -> bool:
    basis = set(claim.basis.evidence_ids)
    return any(item.id in basis and item.stance is not stance for item in claim.evidence)
