from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core import change
from workbench.core.claim import Action, Evidence, Stance
from workbench.core.date import stated
from workbench.core.event import Event
from workbench.core.quote import Passage
from workbench.house.house import load_house
from workbench.house.words import load_words
from workbench.reading.inspection import inspected, inspected_source
from workbench.reading.quote import selector_for
from workbench.rules.look_alike import Difference, look_alike_at, look_alikes

PAIRS = tomllib.loads(
    Path(__file__).parents[1].joinpath("data", "look-alikes.toml").read_text(encoding="utf-8")
)["pair"]
DEEDS = load_house().deeds
WORDS = load_words()
CALL = "Mayor Samuel Okafor telephoned Governor Ines Lindqvist on 13 May 2025. It rained."
REPORT = "Governor Ines Lindqvist called Mayor Samuel Okafor in June 2026."


def found_in(pair, build):
    source = build.source("The Ledger", text=pair["text"])
    claim = build.claim(wording=pair.get("claim", ""))
    if "actor" in pair:
        when = stated(pair.get("when", ""))
        parties = {name: pair[name] for name in ("actor", "action", "recipient")}
        claim = replace(claim, action=Action(when=when, **parties))
        build.claims[-1] = claim
    published = stated(pair["published"]) if "published" in pair else None
    inspection = inspected(pair["text"], anchor=published, words=WORDS)
    found = look_alikes(build.check(), claim, {source.id: inspection}, DEEDS)
    return {difference.value for one in found for difference in one.differs}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["text"][:50])
def test_a_pair_is_told_apart_or_left_alone(pair, build):
    expected = set() if pair.get("missed") else set(pair["differs"])
    assert found_in(pair, build) == expected


def test_the_pairs_are_many_and_of_both_kinds():
    warned = [pair for pair in PAIRS if pair["differs"]]
    assert len(warned) >= 20
    assert len(PAIRS) - len(warned) >= 20
    assert sum(pair.get("missed", False) for pair in PAIRS) <= 3


@pytest.fixture
def case(build):
    """A claim with its report, and a text that tells of the call the other way round."""
    report = build.source("The Ledger", text=REPORT)
    wire = build.source("Coast Wire", text=CALL)
    claim = build.claim(build.evidence(report), wording="Lindqvist called Okafor in June 2026")
    return build.check(), claim, wire


def seen(check):
    inspections = {source.id: inspected_source(source, words=WORDS) for source in check.sources}
    return look_alikes(check, check.claims[0], inspections, DEEDS)


def test_it_names_both_passages_and_what_differs(case):
    check, claim, wire = case
    (found,) = seen(check)
    assert found.claim_id == claim.id
    assert found.differs == (Difference.DIRECTION, Difference.DATE)
    assert [telling.source_id for telling in found.tellings] == [wire.id]
    assert found.tellings[0].text == "Mayor Samuel Okafor telephoned Governor Ines Lindqvist"
    assert [telling.text for telling in found.own] == [REPORT]
    assert not found.is_settled


def test_its_own_side_is_what_is_noticed_where_nothing_is_tied_yet(build):
    report = build.source("The Ledger", text=REPORT)
    build.source("Coast Wire", text=CALL)
    build.claim(wording="Lindqvist called Okafor in June 2026")
    (found,) = seen(build.check())
    assert [telling.source_id for telling in found.own] == [report.id]


def test_an_event_that_a_person_made_is_one_too(case):
    check, _, wire = case
    what = Action(actor="Okafor", action="rang", recipient="Lindqvist", when=stated("2025-05-13"))
    check = change.with_event(check, Event(id=wire.id, what=what))
    found = look_alikes(check, check.claims[0], {}, DEEDS)
    assert [one.differs for one in found] == [(Difference.DIRECTION, Difference.DATE)]


def tied(check, wire, stance):
    start = CALL.index("telephoned")
    passage = Passage(
        id="01980000-0000-7000-8000-00000000f001",
        source_id=wire.id,
        version_id=wire.version.id,
        selector=selector_for(CALL, start, start + 10),
    )
    item = Evidence(id="01980000-0000-7000-8000-00000000f002", passage_id=passage.id, stance=stance)
    claim = change.with_evidence(check.claims[0], item)
    return change.with_claim(change.with_passage(check, passage), claim)


def test_a_dismissed_one_stays_away_until_such_evidence_is_tied_to_the_claim(case):
    check, _, wire = case
    check = change.with_dismissal(check, seen(check)[0].key)
    assert seen(check)[0].is_settled
    assert not seen(tied(check, wire, Stance.SUPPORTS))[0].is_settled
    assert not seen(tied(check, wire, Stance.REPEATS))[0].is_settled


def test_one_that_is_tied_as_context_is_settled(case):
    check, _, wire = case
    found = seen(tied(check, wire, Stance.CONTEXT))[0]
    assert found.stance is Stance.CONTEXT
    assert found.is_settled


def test_the_key_of_a_dismissal_outlives_another_text_with_the_same_event(case, build):
    check, _, _ = case
    key = seen(check)[0].key
    build.source("Bay Commentary", text="Okafor called Lindqvist in May 2025.")
    (found,) = seen(replace(build.check(), claims=check.claims))
    assert len(found.tellings) == 2
    assert found.key == key


def test_a_stretch_is_known_to_tell_of_one(case):
    check, _, wire = case
    found = seen(check)
    assert look_alike_at(found, wire.version.id, 20, 30) == found
    assert look_alike_at(found, wire.version.id, CALL.index("rained"), len(CALL)) == ()


def test_without_families_only_the_same_word_is_the_same_deed(build):
    build.source("Coast Wire", text="Okafor called Lindqvist in May 2025.")
    build.claim(wording="Lindqvist called Okafor in June 2026")
    check = build.check()
    inspections = {source.id: inspected_source(source) for source in check.sources}
    assert len(look_alikes(check, check.claims[0], inspections)) == 1
