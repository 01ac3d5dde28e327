"""The fields that a suggestion can be for: what stands in them, and how they are filled anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.change import (
    with_claim,
    with_draft_heading,
    with_draft_text,
    with_post_text,
    with_source,
)
from workbench.core.claim import ClaimStatus
from workbench.core.review import SubjectKind

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Subject

CLAIM_TEXTS = frozenset({"as_supported", "as_circulated", "claimant", "looked_at"})
SOURCE_TEXTS = frozenset({"outlet", "byline", "title"})
CHECK_TEXTS = frozenset({"title", "author", "reviewer"})
VERDICT_TEXTS = frozenset({"verdict.wording", "verdict.reason"})
BASIS, STATUS, LABEL, HEADING = "basis.wording", "status", "verdict.label", "heading"
CODES = frozenset({STATUS, LABEL})
"""Fields that hold a code and no words; that of a rating is "scale/label"."""


def field_text(check: Check, subject: Subject) -> str | None:
    """Return what stands in a field; None if the item is gone or has no such field."""
    item, field = subject.item, subject.field
    match subject.kind:
        case SubjectKind.PART:
            return _part_text(check, item, field)
        case SubjectKind.POST:
            return _post_text(check, item) if not field else None
        case SubjectKind.CLAIM:
            return _claim_text(check, item, field)
        case SubjectKind.SOURCE:
            found = next((one for one in check.sources if one.id == item), None)
            known = found is not None and field in SOURCE_TEXTS
            return str(getattr(found, field)) if known else None
        case SubjectKind.CHECK:
            return _check_text(check, field)
        case SubjectKind.EVIDENCE:
            return None


def with_field_text(check: Check, subject: Subject, text: str) -> Check:
    """Return the check with a field filled anew.

    Raises ValueError for a code that nobody knows, KeyError for an item that is gone.
    """
    item, field = subject.item, subject.field
    match subject.kind:
        case SubjectKind.PART if field == HEADING:
            return with_draft_heading(check, item, text.strip())
        case SubjectKind.PART:
            return with_draft_text(check, item, text)
        case SubjectKind.POST:
            return with_post_text(check, item, text)
        case SubjectKind.CLAIM:
            return _with_claim_text(check, item, field, text)
        case SubjectKind.SOURCE:
            changed: dict[str, Any] = {field: text.strip()}
            return with_source(check, replace(check.source(item), **changed))
        case SubjectKind.CHECK:
            return _with_check_text(check, field, text.strip())
        case SubjectKind.EVIDENCE:
            raise ValueError("evidence is not changed by a suggestion")


def _part_text(check: Check, key: str, field: str) -> str | None:
    if field == HEADING:
        return check.draft.heading(key)
    return None if field else check.draft.text(key)


def _post_text(check: Check, network: str) -> str | None:
    return next((post.text for post in check.posts if post.network == network), "")


def _claim_text(check: Check, claim_id: str, field: str) -> str | None:
    claim = next((one for one in check.claims if one.id == claim_id), None)
    if claim is None:
        return None
    if field == STATUS:
        return claim.status.value
    if field == BASIS:
        return claim.basis.wording
    return str(getattr(claim, field)) if field in CLAIM_TEXTS else None


def _with_claim_text(check: Check, claim_id: str, field: str, text: str) -> Check:
    claim = check.claim(claim_id)
    if field == STATUS:
        return with_claim(check, replace(claim, status=ClaimStatus(text)))
    if field == BASIS:
        basis = replace(claim.basis, wording=text.strip())
        return with_claim(check, replace(claim, basis=basis))
    if field not in CLAIM_TEXTS:
        raise ValueError(f"a claim has no text called {field!r}")
    changed: dict[str, Any] = {field: text.strip()}
    return with_claim(check, replace(claim, **changed))


def _check_text(check: Check, field: str) -> str | None:
    verdict = check.verdict
    if field == LABEL:
        return f"{verdict.scale}/{verdict.label}" if verdict.label else ""
    if field in VERDICT_TEXTS:
        return str(getattr(verdict, field.partition(".")[2]))
    return str(getattr(check, field)) if field in CHECK_TEXTS else None


def _with_check_text(check: Check, field: str, text: str) -> Check:
    if field == LABEL:
        scale, _, label = text.partition("/")
        # The free wording stands in place of the label's name, so a new label takes it away.
        return replace(check, verdict=replace(check.verdict, scale=scale, label=label, wording=""))
    if field in VERDICT_TEXTS:
        return replace(check, verdict=replace(check.verdict, **{field.partition(".")[2]: text}))
    if field not in CHECK_TEXTS:
        raise ValueError(f"a check has no text called {field!r}")
    changed: dict[str, Any] = {field: text}
    return replace(check, **changed)
