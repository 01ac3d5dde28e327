"""Rows of claims, of where they appear, of their evidence, and of events."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimKind,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.event import Event
from workbench.store.record import Row, date_of, date_text, names_of, names_text, reference


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the columns of a claim, without its appearances and evidence."""
    return {
        "id": claim.id,
        "as_circulated": claim.as_circulated,
        "as_supported": claim.as_supported,
        "kind": claim.kind.value,
        "status": claim.status.value,
        "basis_evidence": names_text(claim.basis.evidence_ids),
        "basis_wording": claim.basis.wording,
        "claimant": claim.claimant,
        "actor": claim.action.actor,
        "action": claim.action.action,
        "recipient": claim.action.recipient,
        "action_date": date_text(claim.action.when),
        "first_appearance_id": reference(claim.first_appearance_id),
        "looked_at": claim.looked_at,
        "notes": claim.notes,
    }


def claim_of(
    row: Row, appearances: tuple[Appearance, ...], evidence: tuple[Evidence, ...]
) -> Claim:
    """Return the claim of a row; raises ValueError if there is no such claim."""
    return Claim(
        id=row["id"],
        as_circulated=row["as_circulated"],
        as_supported=row["as_supported"],
        kind=ClaimKind(row["kind"]),
        status=ClaimStatus(row["status"]),
        basis=Basis(evidence_ids=names_of(row["basis_evidence"]), wording=row["basis_wording"]),
        claimant=row["claimant"],
        action=_action_of(row, row["action_date"]),
        appearances=appearances,
        first_appearance_id=row["first_appearance_id"] or "",
        evidence=evidence,
        looked_at=row["looked_at"],
        notes=row["notes"],
    )


def appearance_row(appearance: Appearance) -> dict[str, Any]:
    """Return the columns of an appearance."""
    return {
        "id": appearance.id,
        "passage_id": reference(appearance.passage_id),
        "place": appearance.place,
        "url": appearance.url,
        "appeared": date_text(appearance.when),
    }


def appearance_of(row: Row) -> Appearance:
    """Return the appearance of a row; raises ValueError if there is no such appearance."""
    return Appearance(
        id=row["id"],
        passage_id=row["passage_id"] or "",
        place=row["place"],
        url=row["url"],
        when=date_of(row["appeared"]),
    )


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Return the columns of a piece of evidence."""
    return {
        "id": evidence.id,
        "kind": evidence.kind.value,
        "stance": evidence.stance.value,
        "passage_id": reference(evidence.passage_id),
        "source_id": reference(evidence.source_id),
        "text": evidence.text,
        "attribution_kind": evidence.attribution.kind.value,
        "attribution_name": evidence.attribution.name,
        "attribution_count": evidence.attribution.count,
        "attribution_descriptor": evidence.attribution.descriptor,
        "note": evidence.note,
    }


def evidence_of(row: Row) -> Evidence:
    """Return the evidence of a row; raises ValueError if there is no such evidence."""
    return Evidence(
        id=row["id"],
        kind=EvidenceKind(row["kind"]),
        stance=Stance(row["stance"]),
        passage_id=row["passage_id"] or "",
        source_id=row["source_id"] or "",
        text=row["text"],
        attribution=Attribution(
            kind=AttributionKind(row["attribution_kind"]),
            name=row["attribution_name"],
            count=row["attribution_count"],
            descriptor=row["attribution_descriptor"],
        ),
        note=row["note"],
    )


def event_row(event: Event) -> dict[str, Any]:
    """Return the columns of an event."""
    return {
        "id": event.id,
        "actor": event.what.actor,
        "action": event.what.action,
        "recipient": event.what.recipient,
        "event_date": date_text(event.what.when),
        "passage_ids": names_text(event.passage_ids),
        "note": event.note,
    }


def event_of(row: Row) -> Event:
    """Return the event of a row; raises ValueError if there is no such event."""
    return Event(
        id=row["id"],
        what=_action_of(row, row["event_date"]),
        passage_ids=names_of(row["passage_ids"]),
        note=row["note"],
    )


def _action_of(row: Row, date: str | None) -> Action:
    return Action(
        actor=row["actor"],
        action=row["action"],
        recipient=row["recipient"],
        when=date_of(date),
    )
