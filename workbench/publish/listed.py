"""The lists of claims in the finished check: every one a rendering of rules/listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.escape import escaped, plain
from workbench.publish.layout import blocks, bullet, paragraph
from workbench.publish.wording import STATUS_WORDS
from workbench.rules.listing import (
    analysis,
    confirmed_groups,
    contradicted_groups,
    not_checkable,
    not_confirmed,
    reported_groups,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.rules.listing import ConfirmedGroup

_NOT_CONFIRMED = "Not confirmed:"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSERS = "\"'”’»)]"


def sentence(text: str) -> str:
    """Return plain text as one sentence of inline Markdown, its words untouched, closed."""
    return escaped(closed(text))


def closed(text: str) -> str:
    """Return plain text closed like a sentence, if there is any."""
    words = plain(text)
    is_open = words and not words.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
    return f"{words}." if is_open else words


def quick_read(check: Check) -> str:
    """Return the last point of the quick read: what is not confirmed; empty if nothing is open.

    Each claim keeps its own label, so that none can be read, or cut out, as a statement of ours.
    """
    claims = not_confirmed(check)
    if not claims:
        return ""
    return bullet(" ".join(f"{_NOT_CONFIRMED} {sentence(claim.wording)}" for claim in claims))


def quick_words(check: Check) -> str:
    """Return one sentence about a check for machines: the main claim, as the evidence carries it.

    Plain text, with the status in front, so that it cannot be read as a statement of ours.
    """
    claim = check.main_claim
    words = plain(claim.wording) if claim else ""
    if claim is None or not words:
        return ""
    status = STATUS_WORDS[claim.status]
    return f"{status[:1].upper()}{status[1:]}: {closed(words)}"


def confirmed(check: Check) -> str:
    """Return what is confirmed by whom, then what is reported and not confirmed."""
    groups = confirmed_groups(check)
    reported = reported_groups(check)
    if not check.claims:
        return ""
    return blocks(
        *(_group("Confirmed by", "Confirmed, by whom is not recorded", group) for group in groups),
        "" if groups else paragraph("Nothing is confirmed so far."),
        *(_reported(group) for group in reported),
    )


def unconfirmed(check: Check) -> str:
    """Return what is not confirmed, contradicted, beyond checking, or analysis."""
    return blocks(
        _list(_NOT_CONFIRMED, not_confirmed(check)),
        *(
            _group("Contradicted by", "Contradicted, by whom is not recorded", group)
            for group in contradicted_groups(check)
        ),
        _list("Cannot be checked:", not_checkable(check)),
        _list("Analysis, not a finding of fact:", analysis(check)),
    )


def _reported(group: ConfirmedGroup) -> str:
    if not group.by:
        return _list("Reported, not confirmed by us; by whom is not recorded:", group.claims)
    return _list(f"Reported by {escaped(group.by)}, not confirmed by us:", group.claims)


def _group(words: str, words_without: str, group: ConfirmedGroup) -> str:
    lead = f"{words} {escaped(group.by)}:" if group.by else f"{words_without}:"
    return _list(lead, group.claims)


def _list(lead: str, claims: Iterable[Claim]) -> str:
    sentences = (sentence(claim.wording) for claim in claims)
    items = "\n".join(bullet(words) for words in sentences if words)
    return blocks(paragraph(lead), items) if items else ""
