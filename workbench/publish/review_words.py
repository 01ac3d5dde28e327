"""What a suggestion or comment is about, and what it says, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.review import SubjectKind
from workbench.publish.citation import source_number
from workbench.publish.escape import plain
from workbench.publish.markdown import part_heading
from workbench.publish.wording import STATUS_WORDS, source_name
from workbench.rules.suggested_field import LABEL, STATUS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Subject
    from workbench.house.house import House

_FIELDS = {
    "as_supported": "careful wording",
    "as_circulated": "wording as it circulates",
    "claimant": "who claims it",
    "looked_at": "where we looked",
    "basis.wording": "who bears it out",
    "status": "status",
    "heading": "heading",
    "outlet": "outlet",
    "byline": "author",
    "title": "title",
    "author": "author",
    "reviewer": "reviewer",
    "verdict.label": "rating",
    "verdict.wording": "wording of the rating",
    "verdict.reason": "reason of the rating",
}
_OF_CHECK = {"title": "Headline", "author": "Author", "reviewer": "Reviewer"}


def subject_words(check: Check, house: House, subject: Subject) -> str:
    """Return what is meant: "Claim 3, status", "What happened", "Source 2, title"."""
    place = _item_words(check, house, subject)
    field = _FIELDS.get(subject.field, subject.field.replace("_", " "))
    if subject.kind is SubjectKind.CHECK:
        words = _OF_CHECK.get(subject.field, field) or "The check"
        return words[:1].upper() + words[1:]
    return f"{place}, {field}" if field else place


def value_words(house: House, subject: Subject, value: str) -> str:
    """Return a value of a field as people read it: codes by their names, all else as it is."""
    if subject.field == STATUS and value in set(ClaimStatus):
        return STATUS_WORDS[ClaimStatus(value)]
    if subject.field == LABEL and value:
        scale_key, _, key = value.partition("/")
        scale = house.scale(scale_key)
        label = scale.label(key) if scale else None
        return label.name if label else key.replace("_", " ")
    return value


def _item_words(check: Check, house: House, subject: Subject) -> str:
    item = subject.item
    match subject.kind:
        case SubjectKind.PART:
            part = house.template.part(item)
            words = part_heading(part, check) if part else ""
            words = words or item.replace("_", " ")
            return words[:1].upper() + words[1:]
        case SubjectKind.POST:
            network = house.network(item)
            return f"Post for {network.name if network else item}" if item else "Post"
        case SubjectKind.CLAIM:
            return _claim_words(check, item)
        case SubjectKind.EVIDENCE:
            holder = next(
                (one for one in check.claims if any(item == two.id for two in one.evidence)), None
            )
            return f"Evidence of {_claim_words(check, holder.id).lower()}" if holder else "Evidence"
        case SubjectKind.SOURCE:
            source = next((one for one in check.sources if one.id == item), None)
            if source is None:
                return "A source that is gone"
            number = source_number(check, source)
            name = plain(source_name(source, number))
            return name if name == f"source {number}" else f"Source {number}, {name}"
        case SubjectKind.CHECK:
            return "The check"


def _claim_words(check: Check, claim_id: str) -> str:
    known = any(one.id == claim_id for one in check.claims)
    return f"Claim {check.claim_number(claim_id)}" if known else "A claim that is gone"
