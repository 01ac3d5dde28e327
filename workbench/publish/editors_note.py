"""The notes of the editor's copy: what a sentence or a claim rests on, as inline Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import Stance
from workbench.core.quote import AnchorState
from workbench.publish.citation import cited
from workbench.publish.escape import escaped, plain
from workbench.publish.listed import sentence
from workbench.publish.method import counted_origins, cut_quotation, older_text_words
from workbench.publish.wording import STATUS_WORDS, attribution_words, date_words
from workbench.rules.origin import origins_of, source_of

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence
    from workbench.core.quote import Passage
    from workbench.core.source import Source
    from workbench.rules.cited import Cited

_OF_CLAIM = {
    Stance.SUPPORTS: "For claim",
    Stance.CONTRADICTS: "Against claim",
    Stance.QUALIFIES: "Qualifies claim",
    Stance.REPEATS: "Repeats claim",
    Stance.CONTEXT: "Context of claim",
}
_LABELS = {
    Stance.SUPPORTS: "For",
    Stance.CONTRADICTS: "Against",
    Stance.QUALIFIES: "Qualifies it",
    Stance.REPEATS: "Repeats it",
    Stance.CONTEXT: "Context",
}
_WAITING = {
    AnchorState.CHANGED: "the newest text of the source has other words; nobody has decided yet",
    AnchorState.AMBIGUOUS: "the words stand in the source more than once; nobody has decided yet",
    AnchorState.LOST: "the words are gone from the newest text of the source; "
    "nobody has decided yet",
}


def citation_note(check: Check, what: Cited) -> tuple[str, ...]:
    """Return the lines of a note to a sentence that cites a passage or other evidence."""
    claims = [
        _claim_line(check, claim, item)
        for claim in check.claims
        for item in claim.evidence
        if _is_cited(item, what)
    ]
    first = _told(check, what.passage, what.source, what.evidence)
    return (first, *(claims or ["No claim rests on this."]))


def claim_note(check: Check, claim: Claim) -> tuple[str, ...]:
    """Return the lines of a note to a claim: its origins, all its evidence, where we looked."""
    lines = [f"{_claim_words(check, claim, 'Claim')} {_origins(check, claim)}"]
    for stance in _LABELS:
        lines += [
            f"{_LABELS[stance]}: {_evidence(check, item)}"
            for item in claim.evidence
            if item.stance is stance
        ]
    if not claim.evidence:
        lines.append("No evidence is recorded, for or against.")
    if claim.looked_at.strip():
        lines.append(f"Looked and found nothing: {sentence(claim.looked_at)}")
    return tuple(lines)


def repeated_claim_note(check: Check, claim: Claim, number: int) -> tuple[str, ...]:
    """Return the line of a note to a claim whose evidence stands in the note with a number."""
    return (f"{_claim_words(check, claim, 'Claim')} Its evidence is in note {number}.",)


def _is_cited(item: Evidence, what: Cited) -> bool:
    if what.passage is not None:
        return item.passage_id == what.passage.id
    return what.evidence is not None and item.id == what.evidence.id


def _claim_line(check: Check, claim: Claim, item: Evidence) -> str:
    return f"{_claim_words(check, claim, _OF_CLAIM[item.stance])} {_origins(check, claim)}"


def _claim_words(check: Check, claim: Claim, lead: str) -> str:
    return f"{lead} {check.claim_number(claim.id)}, {STATUS_WORDS[claim.status]}."


def _origins(check: Check, claim: Claim) -> str:
    words = f"Independent origins: {counted_origins(origins_of(check, claim))}."
    if any(item.stance is Stance.CONTRADICTS for item in claim.evidence):
        against = counted_origins(origins_of(check, claim, Stance.CONTRADICTS))
        words += f" Against it: {against}."
    return words


def _evidence(check: Check, item: Evidence) -> str:
    passage = check.passage(item.passage_id) if item.passage_id else None
    return _told(check, passage, source_of(check, item), item)


def _told(
    check: Check, passage: Passage | None, source: Source | None, item: Evidence | None
) -> str:
    """Return the words, then outlet, date, who says it, and from which text of the source."""
    said = f"“{escaped(cut_quotation(passage.selector.exact))}”" if passage else ""
    if not said and item is not None:
        said = escaped(plain(item.text).rstrip("."))
    by = escaped(plain(attribution_words(item.attribution))) if item else ""
    facts = (
        *_source(check, source),
        f"said by {by}" if by else "who says it is not noted",
        older_text_words(check, passage) if passage else "",
        _WAITING.get(passage.selector.state, "") if passage else "",
    )
    return f"{said} ({'; '.join(filter(None, facts))})."


def _source(check: Check, source: Source | None) -> tuple[str, ...]:
    if source is None:
        return ("not in the list of sources",)
    place = cited(check, source)
    if not source.outlet.strip():
        place = f"outlet not stated, {place}"
    return place, escaped(date_words(source.published))
