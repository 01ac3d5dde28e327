"""A finding stays aside while its text moves, and comes back when the text is another one."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.finding import Finding, Place, Severity
from workbench.rules.preflight.dismissal import dismissal_key, is_set_aside, open_findings

FINDING = Finding(
    rule="relative_date",
    severity=Severity.WARNING,
    place=Place(part="lede", start=3, end=11),
    text="Thursday",
    message="“Thursday” does not say which day it means.",
)


def test_it_stays_aside_where_its_words_move():
    moved = replace(FINDING, place=replace(FINDING.place, start=40, end=48))
    assert is_set_aside(moved, {dismissal_key(FINDING)})


def test_it_comes_back_for_other_words_another_part_or_another_rule():
    aside = {dismissal_key(FINDING)}
    for other in (
        replace(FINDING, text="Friday"),
        replace(FINDING, place=replace(FINDING.place, part="why")),
        replace(FINDING, place=replace(FINDING.place, item_id="x")),
        replace(FINDING, rule="year_missing"),
    ):
        assert open_findings((other,), aside) == (other,)


def test_an_error_is_never_aside():
    error = replace(FINDING, severity=Severity.ERROR)
    assert open_findings((error,), {dismissal_key(error)}) == (error,)
