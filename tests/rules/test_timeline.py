from __future__ import annotations

from dataclasses import replace

from workbench.core import change
from workbench.core.claim import Action
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.event import Event
from workbench.core.source import Hop
from workbench.house.house import load_house
from workbench.reading.inspection import inspected_source
from workbench.rules.account import AccountKind
from workbench.rules.timeline import Publication, timeline_of

DEEDS = load_house().deeds
AN_ID = "01980000-0000-7000-8000-00000000e0{:02}"


def event(number, when, actor="Lindqvist", action="called", recipient="Okafor", **fields):
    what = Action(actor=actor, action=action, recipient=recipient, when=when)
    return Event(id=AN_ID.format(number), what=what, **fields)


def of(check, *, noticing=True):
    inspections = {s.id: inspected_source(s) for s in check.sources} if noticing else {}
    return timeline_of(check, inspections, DEEDS)


def events_of(entries):
    return [entry for entry in entries if not isinstance(entry, Publication)]


def told(entry):
    return f"{entry.what.actor} {entry.what.action} {entry.what.recipient}".strip()


def test_dates_of_every_precision_stand_where_they_begin_and_unknown_ones_at_the_end(build):
    def day(value, until=""):
        return stated(value, until=until)

    dates = [
        DateValue(wording="on Saturday"),
        day("2026-07-02T08:06"),
        day("2026"),
        day("2026-06-29", "2026-07-05"),
        day("2026-07"),
        day("2026-07-02"),
        day("2025-12-31"),
    ]
    check = build.check()
    for number, date in enumerate(dates):
        one = event(number, date, actor=f"Person{number}", action=f"did{number}")
        check = change.with_event(check, one)
    found = [entry.when.value or entry.when.wording for entry in of(check)]
    assert found == [
        "2025-12-31",
        "2026",
        "2026-06-29",
        "2026-07",
        "2026-07-02",
        "2026-07-02T08:06",
        "on Saturday",
    ]


def test_publications_are_entries_of_their_own_behind_the_events_of_their_day(build):
    hop = Hop(name="The Statesman", published=stated("2026-07-01"))
    source = build.source(
        "The Ledger",
        hop,
        text="Rain.",
        published=stated("2026-07-02"),
        updated=stated("2026-07-04"),
    )
    check = change.with_event(build.check(), event(1, stated("2026-07-02")))
    statesman, call, ledger, updated = of(check)
    assert (statesman.name, statesman.source_id) == ("The Statesman", "")
    assert told(call) == "Lindqvist called Okafor"
    assert (ledger.source_id, ledger.is_update) == (source.id, False)
    assert updated.is_update


def test_one_event_that_several_sources_tell_is_one_entry_with_its_passages(build):
    build.source("A", text="Governor Ines Lindqvist called Samuel Okafor on 2 July 2026.")
    build.source("B", text="Okafor took a call from Ines Lindqvist in July 2026, an aide said.")
    build.source("C", text="Lindqvist reached out to Okafor, The Ledger reported.")
    (entry,) = events_of(of(build.check()))
    assert entry.when.value == "2026-07-02"
    assert len(entry.source_ids) == 3
    assert entry.is_noticed


def test_two_calls_in_one_text_stay_two_though_neither_can_be_dated(build):
    text = "Dale Renner called Samuel Okafor on Saturday. Renner also called Okafor in June."
    build.source("", text=text)
    check = build.check()
    entries = events_of(of(check))
    assert sorted(entry.when.wording for entry in entries) == ["June", "Saturday"]


def test_what_is_said_of_an_undated_call_goes_with_the_sentence_before_it(build):
    text = (
        "Dale Renner called Samuel Okafor on 3 May 2026. Renner spoke with Okafor for an hour. "
        "Renner had called Okafor in June 2025."
    )
    build.source("A", text=text)
    entries = events_of(of(build.check()))
    assert [(entry.when.value, len(entry.tellings)) for entry in entries] == [
        ("2025-06", 1),
        ("2026-05-03", 2),
    ]


def test_a_claim_and_an_event_of_the_check_are_one_entry_and_two_events_are_two(build):
    claim = build.claim(wording="Lindqvist called Okafor.")
    action = Action(
        actor="Ines Lindqvist", action="phoned", recipient="Okafor", when=stated("2026")
    )
    check = change.with_claim(build.check(), replace(claim, action=action))
    check = change.with_event(check, event(1, stated("2026-07-02")))
    check = change.with_event(check, event(2, DateValue()))
    first, second = of(check)
    assert first.refs(AccountKind.CLAIM) == (claim.id,)
    assert first.when.value == "2026-07-02"
    assert second.refs(AccountKind.EVENT) == (AN_ID.format(2),)


def test_an_event_made_of_a_sentence_is_not_offered_again_whatever_was_corrected(build):
    text = "Dale Renner called Samuel Okafor on 3 May 2026."
    source = build.source("A", text=text)
    passage = build.passage(source)
    made = event(
        1, stated("2026-05-04"), actor="Mara Voss", recipient="Ada Lund", passage_ids=(passage,)
    )
    check = change.with_event(build.check(), made)
    (entry,) = events_of(of(check))
    assert told(entry) == "Mara Voss called Ada Lund"
    assert entry.when.value == "2026-05-04"
    assert not entry.is_noticed


def test_what_is_set_aside_is_not_offered_again(build):
    build.source("A", text="Dale Renner called Samuel Okafor on 3 May 2026.")
    check = build.check()
    (entry,) = events_of(of(check))
    assert of(change.with_dismissal(check, entry.key)) == ()


def test_a_stated_date_is_told_before_an_inferred_one_of_the_same_day(build):
    inferred = DateValue(value="2026-05-03", basis=DateBasis.INFERRED, inferred_from="Sunday")
    claim = build.claim()
    action = Action(actor="Lindqvist", action="called", recipient="Okafor", when=inferred)
    check = change.with_claim(build.check(), replace(claim, action=action))
    build.claims = list(check.claims)
    build.source("A", text="Lindqvist called Okafor on 3 May 2026.")
    (entry,) = events_of(of(build.check()))
    assert entry.when.basis is DateBasis.STATED


def test_a_claim_that_something_was_not_done_tells_of_no_event(build):
    claim = build.claim()
    action = Action(actor="Okafor", action="did not call", recipient="Lindqvist")
    check = change.with_claim(build.check(), replace(claim, action=action))
    assert of(check) == ()
