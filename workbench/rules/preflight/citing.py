"""Family sourcing: sentences of the draft that cite no evidence, or evidence that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.citation_mark import ANALYSIS_KEY, citation_marks
from workbench.rules.cited import cited_by_key
from workbench.rules.coverage import Cover, coverage_of
from workbench.rules.preflight.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook


def unsupported_sentence(manuscript: Manuscript, _book: RuleBook) -> Iterator[Hit]:
    """Find sentences of the draft that are neither cited nor generated nor analysis.

    A draft in which nothing is cited yet is told once, at its first sentence.
    """
    if manuscript.check is None:
        return
    coverage = coverage_of(manuscript)
    waiting = coverage.of(Cover.OPEN)
    if len(waiting) > 1 and not coverage.of(Cover.CITED):
        first = waiting[0]
        told = f"{len(waiting)} sentences of the draft cite"
        yield Hit(part=first.part, start=first.start, end=first.end, values={"told": told})
        return
    for one in waiting:
        values = {"told": "This sentence cites"}
        yield Hit(part=one.part, start=one.start, end=one.end, values=values)


def citation_lost(manuscript: Manuscript, _book: RuleBook) -> Iterator[Hit]:
    """Find citation marks whose passage or evidence is no longer in the check."""
    if manuscript.check is None:
        return
    known = cited_by_key(manuscript.check)
    for part in manuscript.parts:
        for mark in citation_marks(part.text):
            if mark.key != ANALYSIS_KEY and mark.key not in known:
                yield Hit(part=part, start=mark.start, end=mark.end)
