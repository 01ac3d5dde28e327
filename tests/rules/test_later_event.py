"""A text published before an event cannot report it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core import change
from workbench.core.claim import Action, Stance
from workbench.core.date import DateBasis, DateValue, stated
from workbench.rules.later_event import claims_of_later_events, is_before


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (stated("2025-07-03"), stated("2026-07-02"), True),
        (stated("2025"), stated("2026-07"), True),
        (stated("2026-07"), stated("2026-07-03"), False),  # it may be the 4th
        (stated("2026-07-02"), stated("2026-07-02T10:00"), False),
        (stated("2026-07-02T08:06"), stated("2026-07-02T10:00"), True),
        (stated("2026-07-02T08:06", zone="Asia/Tokyo"), stated("2026-07-02T10:00"), False),
        (stated("2026-07-01", until="2026-07-05"), stated("2026-07-04"), False),
        (DateValue(), stated("2026"), False),
        (stated("2026"), DateValue(wording="Saturday"), False),
    ],
)
def test_a_date_is_before_another_only_when_that_is_certain(one, other, before):
    assert is_before(one, other) is before


def told(build, published, when, stance=Stance.CONTEXT):
    source = build.source("Coast Wire", published=published)
    other = build.source("The Ledger", published=published)
    build.claim(build.evidence(source, stance))
    check = build.check()
    claim = replace(check.claims[0], action=Action(actor="Lindqvist", when=when))
    check = change.with_claim(check, claim)
    return [[one.id for one in claims_of_later_events(check, item)] for item in (source, other)]


def test_a_source_older_than_the_event_of_its_claim_is_told(build):
    of_evidence, of_another = told(build, stated("2025-07-03"), stated("2026-07"))
    assert len(of_evidence) == 1
    assert of_another == []


def test_an_inferred_date_of_publication_says_nothing_of_age(build):
    inferred = DateValue(value="2025", basis=DateBasis.INFERRED, inferred_from="a guess")
    assert told(build, inferred, stated("2026-07"))[0] == []


def test_a_source_updated_after_the_event_is_not_older(build):
    source = build.source("Coast Wire", published=stated("2025"), updated=stated("2026-08"))
    build.claim(build.evidence(source))
    check = build.check()
    claim = replace(check.claims[0], action=Action(actor="Lindqvist", when=stated("2026-07")))
    assert claims_of_later_events(change.with_claim(check, claim), source) == ()
