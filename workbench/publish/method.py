"""How we know: the origins behind each claim, the evidence both ways, who was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import AttributionKind, Stance
from workbench.publish.citation import cited
from workbench.publish.contact import HEADING, contacts
from workbench.publish.escape import escaped, plain
from workbench.publish.layout import blocks, bullet, paragraph
from workbench.publish.listed import sentence
from workbench.publish.wording import (
    STATUS_WORDS,
    attribution_words,
    date_words,
    day_words,
    number_words,
)
from workbench.rules.name import listed, name_key
from workbench.rules.open_quote import is_from_older_text, version_of
from workbench.rules.origin import origins_of, origins_of_check, source_of

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Attribution, Claim, Evidence
    from workbench.core.quote import Passage
    from workbench.core.source import Source
    from workbench.rules.origin import Origins

QUOTE_LENGTH = 400
"""Code points of a source that are quoted at most: an export never carries whole articles."""

_LABELS = {
    Stance.SUPPORTS: "For",
    Stance.CONTRADICTS: "Against",
    Stance.QUALIFIES: "Qualifies it",
    Stance.REPEATS: "Repeats it",
    Stance.CONTEXT: "Context",
}


def how_we_know(check: Check) -> str:
    """Return the method of the check: origins, and for each claim the evidence both ways."""
    claims = [claim for claim in check.claims if claim.wording.strip()]
    asked = contacts(check)
    if not claims and not asked:
        return ""
    return blocks(
        paragraph(_origins_of_all(origins_of_check(check))) if claims else "",
        *(_claim(check, claim) for claim in claims),
        paragraph(HEADING) if asked else "",
        asked,
    )


def _origins_of_all(origins: Origins) -> str:
    return f"Independent origins behind the claims: {counted_origins(origins)}."


def counted_origins(origins: Origins) -> str:
    """Return how many origins are known and in hand, and the names of those that are not."""
    if not origins.known and not origins.circular:
        return "none known"
    words = (
        f"{number_words(origins.known_count) if origins.known else 'none'} known, "
        f"{number_words(origins.in_hand_count) if origins.in_hand_count else 'none'} in hand"
    )
    if origins.missing:
        words += f"; not in hand: {escaped(listed(origins.missing))}"
    if origins.circular:
        words += f"; relying only on each other: {escaped(listed(origins.circular))}"
    return words


def _claim(check: Check, claim: Claim) -> str:
    facts = [
        f"**Claim {check.claim_number(claim.id)}.** {sentence(claim.wording)}",
        _circulated(claim),
        _action(claim),
        f"Status: {STATUS_WORDS[claim.status]}.",
        f"Independent origins: {counted_origins(origins_of(check, claim))}.",
        _origins_against(check, claim),
        _claimant(claim),
        _first_appearance(check, claim),
    ]
    lead = paragraph(" ".join(fact for fact in facts if fact))
    return blocks(lead, "\n".join(bullet(item) for item in evidence_points(check, claim)))


def evidence_points(check: Check, claim: Claim) -> tuple[str, ...]:
    """Return the evidence of a claim and where we looked in vain, each as inline Markdown."""
    items = _both_ways(check, claim)
    for stance in (Stance.QUALIFIES, Stance.CONTEXT, Stance.REPEATS):
        items += _evidence(check, claim, stance)
    if claim.looked_at.strip():
        items.append(f"Looked and found nothing: {sentence(claim.looked_at)}")
    return tuple(items)


def _circulated(claim: Claim) -> str:
    """Return the wording that people share, where the careful one stands in its place."""
    circulated = plain(claim.as_circulated)
    if not circulated or circulated == plain(claim.as_supported) or not claim.as_supported.strip():
        return ""
    return f"As circulated: “{escaped(circulated.rstrip('.'))}.”"


def _action(claim: Claim) -> str:
    """Return who is said to have done what to whom, and when."""
    what = claim.action
    steps = [escaped(part) for part in (what.actor, what.action, what.recipient) if part.strip()]
    when = [escaped(date_words(what.when).removesuffix(", stated"))] if what.when.is_known else []
    words = ", ".join(filter(None, (" → ".join(steps), *when)))
    return f"Who did what: {words}." if words else ""


def _origins_against(check: Check, claim: Claim) -> str:
    if not any(item.stance is Stance.CONTRADICTS for item in claim.evidence):
        return ""
    against = origins_of(check, claim, Stance.CONTRADICTS)
    return f"Independent origins against it: {counted_origins(against)}."


def _claimant(claim: Claim) -> str:
    return f"Claimed by {sentence(claim.claimant)}" if claim.claimant.strip() else ""


def _first_appearance(check: Check, claim: Claim) -> str:
    first = next((item for item in claim.appearances if item.id == claim.first_appearance_id), None)
    if first is None:
        return ""
    place = escaped(first.place)
    if not place and first.passage_id:
        place = cited(check, check.source_of(first.passage_id))
    when = f", {escaped(date_words(first.when))}" if first.when.is_known else ""
    return f"First seen: {place or 'place not noted'}{when}."


def _both_ways(check: Check, claim: Claim) -> list[str]:
    """Return the evidence for and against a claim; where there is none, that is said."""
    supporting = _evidence(check, claim, Stance.SUPPORTS)
    opposing = _evidence(check, claim, Stance.CONTRADICTS)
    if not supporting and not opposing:
        return ["For and against: none recorded."]
    return [*(supporting or ["For: none recorded."]), *(opposing or ["Against: none recorded."])]


def _evidence(check: Check, claim: Claim, stance: Stance) -> list[str]:
    return [
        f"{_LABELS[stance]}: {_piece(check, item)}"
        for item in claim.evidence
        if item.stance is stance
    ]


def _piece(check: Check, item: Evidence) -> str:
    source = source_of(check, item)
    if item.passage_id:
        said = f"“{escaped(cut_quotation(check.passage(item.passage_id).selector.exact))}”"
    else:
        said = escaped(plain(item.text).rstrip("."))
    places = [cited(check, source) if source is not None else "not in the list of sources"]
    if not (source is not None and _is_its_own_word(source, item.attribution)):
        places.insert(0, escaped(attribution_words(item.attribution)))
    if item.passage_id:
        places.append(older_text_words(check, check.passage(item.passage_id)))
    return f"{said} ({'; '.join(filter(None, places))})."


def older_text_words(check: Check, passage: Passage) -> str:
    """Return which text of its source a quote is from, if that has a newer one by now."""
    if not is_from_older_text(check, passage):
        return ""
    return f"in its text of {day_words(version_of(check, passage).captured)}"


def _is_its_own_word(source: Source, attribution: Attribution) -> bool:
    """Whether evidence is attributed to the outlet it stands in, which is cited anyway."""
    by_outlet = attribution.kind is AttributionKind.OUTLET and not attribution.descriptor.strip()
    return by_outlet and name_key(attribution.name) == name_key(source.name)


def cut_quotation(text: str) -> str:
    """Return a quotation, cut at a word where it is too long, with the cut shown."""
    words = plain(text)
    if len(words) <= QUOTE_LENGTH:
        return words
    return f"{words[:QUOTE_LENGTH].rpartition(' ')[0] or words[:QUOTE_LENGTH]} […]"
