"""What a citation mark of the draft cites: a passage of a source, or evidence that is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.citation_mark import citation_key
from workbench.core.claim import Claim, Evidence
from workbench.core.quote import Passage
from workbench.core.source import Source
from workbench.reading.folding import folded
from workbench.reading.stem import stem
from workbench.rules.origin import source_of

if TYPE_CHECKING:
    from workbench.core.check import Check

_WORD = re.compile(r"[^\W_]+")
_SHORT = 3
"""Letters; words no longer than this say little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a sentence rests on.

    Attributes:
        passage: None for a document, datum or reply that is told in words.
        source: None for such evidence if it is no source of the dossier.
        evidence: the first piece of evidence that is this passage, with who says it; None for a
            passage that no claim rests on.
        claim: the claim of that evidence.

    """

    passage: Passage | None = None
    source: Source | None = None
    evidence: Evidence | None = None
    claim: Claim | None = None


def cited_by_key(check: Check) -> dict[str, Cited]:
    """Return everything that can be cited, by the key of its mark."""
    found: dict[str, Cited] = {}
    of_passage: dict[str, tuple[Evidence, Claim]] = {}
    for claim in check.claims:
        for item in claim.evidence:
            if item.passage_id:
                of_passage.setdefault(item.passage_id, (item, claim))
                continue
            one = Cited(evidence=item, claim=claim, source=source_of(check, item))
            found.setdefault(citation_key(item.id), one)
    for passage in check.passages:
        evidence, owner = of_passage.get(passage.id, (None, None))
        found[citation_key(passage.id)] = Cited(
            passage=passage,
            source=check.source(passage.source_id),
            evidence=evidence,
            claim=owner,
        )
    return found


def key_for(evidence: Evidence) -> str:
    """Return the key that cites a piece of evidence: that of its passage, if it is one.

    So the citation stays when the evidence is taken from its claim: the words are in the source.
    """
    return citation_key(evidence.passage_id or evidence.id)


def citable(check: Check, sentence: str) -> tuple[tuple[str, Cited], ...]:
    """Return what a sentence could cite with its key: what shares most of its words comes first."""
    wanted = _stems(sentence)

    def shared(one: tuple[str, Cited]) -> int:
        return -len(wanted & _stems(words_of(one[1])))

    return tuple(sorted(cited_by_key(check).items(), key=shared))


def words_of(cited: Cited) -> str:
    """Return the words of a passage, or what other evidence says it shows."""
    if cited.passage is not None:
        return " ".join(cited.passage.selector.exact.split())
    return " ".join(cited.evidence.text.split()) if cited.evidence else ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(folded(text)) if len(word) > _SHORT)
