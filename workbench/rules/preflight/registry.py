"""The registry: every rule of the pre-flight under its name, and the run over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.finding import Finding, Place, Severity
from workbench.rules.preflight import (
    agreement,
    citing,
    completeness,
    consistency,
    dating,
    fact,
    leak,
    motive,
    posting,
    quoting,
    reviewing,
    sourcing,
    word_ladder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook
    from workbench.rules.preflight.hit import Hit, Rule

RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        completeness.headline_missing,
        completeness.author_missing,
        dating.date_missing,
        dating.year_missing,
        dating.relative_date,
        completeness.link_missing,
        completeness.source_without_link,
        completeness.part_empty,
        completeness.rating_missing,
        completeness.rating_without_reason,
        completeness.image_incomplete,
        completeness.claim_review_incomplete,
        completeness.watch_count,
        reviewing.review_open,
        consistency.lists_differ,
        consistency.told_both_ways,
        consistency.opposite_told,
        consistency.number_differs,
        consistency.date_differs,
        agreement.name_differs,
        agreement.data_against_prose,
        sourcing.confirmed_without_evidence,
        sourcing.origin_not_in_hand,
        sourcing.confirmed_on_anonymous,
        sourcing.satire_as_evidence,
        sourcing.public_record,
        sourcing.analysis_confirmed,
        sourcing.caption_as_evidence,
        sourcing.look_alike_as_evidence,
        fact.fact_without_source,
        citing.citation_lost,
        citing.unsupported_sentence,
        word_ladder.overclaim,
        word_ladder.lost_attribution,
        word_ladder.hedge_dropped,
        word_ladder.report_called_confirmed,
        motive.motive_as_fact,
        motive.ambiguous_direction,
        quoting.quote_not_in_source,
        quoting.quote_trimmed,
        quoting.speaker_differs,
        leak.internal_note,
        leak.placeholder,
        leak.file_path,
        leak.private_contact,
        leak.caption_glued,
        leak.masked_name,
        posting.post_too_long,
        posting.alt_text_too_long,
        posting.post_without_link,
        posting.post_says_more,
    )
}
"""Rules by name, in the order of the families; the name is the key of the rule book."""

_ORDER = {severity: number for number, severity in enumerate(Severity)}
_MOST = 200
"""Findings of one rule; a text with more is no check."""


def preflight(manuscript: Manuscript, book: RuleBook) -> tuple[Finding, ...]:
    """Return what the rules find in a manuscript: errors first, then in reading order.

    A place counts code points of the text of its part. The same stretch is told once per rule.
    """
    order = {id(part): number for number, part in enumerate(manuscript.parts)}
    found: list[tuple[tuple[int, int, int], Finding]] = []
    seen: set[tuple[str, Place, str]] = set()
    for name in RULES:
        for hit in _hits(name, manuscript, book):
            finding = _finding(name, hit, book)
            key = (name, finding.place, finding.message)
            if key not in seen:
                seen.add(key)
                place = order.get(id(hit.part), -1)
                found.append(((_ORDER[finding.severity], place, finding.place.start), finding))
    return tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))


def _hits(name: str, manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    if name not in book.rules:
        return
    for number, hit in enumerate(RULES[name](manuscript, book)):
        if number >= _MOST:
            return
        yield hit


def _finding(name: str, hit: Hit, book: RuleBook) -> Finding:
    words = book.rules[name]
    part = hit.part
    text = part.text[hit.start : hit.end] if part else ""
    values = {"text": " ".join(text.split())} | dict(hit.values)
    return Finding(
        rule=name,
        severity=hit.severity or words.severity,
        place=Place(
            part=part.key if part else hit.key,
            item_id=part.item_id if part else "",
            start=hit.start,
            end=hit.end,
        ),
        text=text,
        message=words.message.format_map(values),
        help=words.help,
    )
