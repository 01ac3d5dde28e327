"""The pre-flight over a check of the workspace: the check taken apart, then every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.manuscript import manuscript_of
from workbench.rules.happening import happenings_of
from workbench.rules.look_alike import look_alikes_in
from workbench.rules.preflight.registry import preflight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook
    from workbench.core.words import Words
    from workbench.house.house import House
    from workbench.reading.inspection import Inspection


def proof_of(
    check: Check, house: House, noticed: Mapping[str, Inspection], words: Words
) -> Manuscript:
    """Return a check taken apart for the pre-flight; `noticed` is what its sources say, by id."""
    events = happenings_of(check, noticed, house.deeds)
    alike = [
        one for claim in check.claims for one in look_alikes_in(check, claim, events, house.deeds)
    ]
    return manuscript_of(check, house, words, alike)


def findings_in(
    check: Check,
    house: House,
    noticed: Mapping[str, Inspection],
    words: Words,
    book: RuleBook,
) -> tuple[Finding, ...]:
    """Return what the pre-flight finds in a check, those that are set aside among it."""
    return preflight(proof_of(check, house, noticed, words), book)
