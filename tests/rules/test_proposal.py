"""What a source is proposed to have, and what becomes of it when a person answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core import change
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.source import Flag, Hop, HopKind
from workbench.reading.inspection import inspected_source
from workbench.rules.proposal import (
    open_proposals,
    set_aside,
    with_proposal_taken,
    with_proposals_taken,
)

PAGE = """Bay Commentary / Politics

Governor Calls Mayor To Revive The Bridge

By Bay Commentary NewsroomJuly 7, 2026 at 8:06 AM ET · 2 min read

Image: A boat passes under the Harbor Bridge - Coast Courier

Governor Maren Lindqvist called Mayor Ada Okafor last week, The Ledger reported.

“The deal is back on,” Lindqvist said.
"""


@pytest.fixture
def page(build):
    """A page whose text states most of what it is."""
    build.source(text=PAGE)
    return build.check()


def noticed(check, place=0):
    return inspected_source(check.sources[place])


def proposed(check, place=0):
    found = open_proposals(check, check.sources[place], noticed(check, place))
    return {_name(item): item for item in found}


def _name(item):
    if isinstance(item.value, Flag):
        return item.value.value
    return item.value.name if isinstance(item.value, Hop) else item.field


def test_what_the_text_states_is_proposed_with_its_place(page):
    found = proposed(page)
    assert found["outlet"].value == "Bay Commentary"
    assert found["byline"].value == "Bay Commentary Newsroom"
    assert "line 5 of the text" in found["byline"].basis
    assert found["published"].value == replace(
        stated("2026-07-07T08:06", zone="America/New_York"),
        wording=found["published"].value.wording,
    )
    assert "updated" not in found  # nothing missing is filled in
    assert found["collective_byline"].basis == "“Bay Commentary Newsroom” is no person"
    assert found["The Ledger"].value == Hop(name="The Ledger")
    assert found["The Ledger"].basis == "line 9 of the text, cited"


def test_a_hop_of_a_caption_is_inferred_and_not_taken_with_all(page):
    caption = proposed(page)["Coast Courier"]
    assert caption.value.kind is HopKind.INFERRED
    assert caption.value.basis == "image caption"
    assert not caption.goes_with_all
    assert proposed(page)["The Ledger"].goes_with_all


def test_taking_all_leaves_what_is_only_inferred(page):
    wanted = [item for item in proposed(page).values() if item.goes_with_all]
    taken = with_proposals_taken(page, wanted)
    source = taken.sources[0]
    assert (source.outlet, source.byline) == ("Bay Commentary", "Bay Commentary Newsroom")
    assert source.published.zone == "America/New_York"
    assert source.flags == {Flag.COLLECTIVE_BYLINE}
    assert [hop.name for hop in source.relies_on] == ["The Ledger"]
    assert list(proposed(taken)) == ["Coast Courier"]


def test_a_field_with_other_words_is_a_difference_and_not_overwritten(page):
    source = replace(page.sources[0], outlet="Bay Courier", published=stated("2026-07-06"))
    check = change.with_source(page, source)
    found = proposed(check)
    assert found["outlet"].held == "Bay Courier"
    assert found["published"].held == stated("2026-07-06")
    assert not found["outlet"].goes_with_all
    assert not found["published"].goes_with_all


@pytest.mark.parametrize(
    ("field", "held"),
    [
        ("outlet", "the BAY Commentary"),
        ("published", stated("2026-07-07")),
        ("published", stated("2026-07")),
        ("language", "en-GB"),
        ("byline", "Bay Commentary Newsroom, with Ines Marlowe"),
    ],
)
def test_the_same_in_other_words_is_no_difference(page, field, held):
    check = change.with_source(page, replace(page.sources[0], **{field: held}))
    assert field not in proposed(check)


@pytest.mark.parametrize(
    ("field", "held"), [("outlet", "Bay Commentary Magazine"), ("byline", "Newsroom")]
)
def test_fewer_words_or_another_outlet_are_a_difference(page, field, held):
    check = change.with_source(page, replace(page.sources[0], **{field: held}))
    assert proposed(check)[field].held == held


def test_words_that_are_no_date_yet_are_not_overwritten(page):
    held = DateValue(wording="the first week of July")
    check = change.with_source(page, replace(page.sources[0], published=held))
    assert proposed(check)["published"].held == held


def test_another_zone_is_a_difference(page):
    held = stated("2026-07-07T08:06", zone="Europe/Oslo")
    check = change.with_source(page, replace(page.sources[0], published=held))
    assert proposed(check)["published"].differs


def test_what_is_set_aside_stays_away_until_it_is_opened_again(page):
    outlet = proposed(page)["outlet"]
    check = change.with_dismissal(page, outlet.key)
    assert "outlet" not in proposed(check)
    (again,) = set_aside(check, check.sources[0], noticed(check))
    assert again == outlet
    assert "outlet" in proposed(change.without_dismissal(check, again.key))


def test_setting_aside_is_about_this_value_alone(page):
    check = change.with_dismissal(page, proposed(page)["outlet"].key)
    version = check.sources[0].version
    other = replace(version, text=PAGE.replace("Bay Commentary", "Bay Courier"), spans=())
    check = change.with_source(check, replace(check.sources[0], versions=(other,)))
    assert proposed(check)["outlet"].value == "Bay Courier"


def test_words_of_ones_own_answer_a_proposal(page):
    check = with_proposal_taken(page, proposed(page)["byline"], "Ines Marlowe")
    assert check.sources[0].byline == "Ines Marlowe"
    assert "byline" not in proposed(check)
    assert "collective_byline" not in proposed(check)  # she is a person


def test_a_cited_report_in_the_dossier_is_in_hand(build):
    build.source(text=PAGE)
    ledger = build.source("The Ledger", text="Lindqvist called Okafor.")
    assert proposed(build.check())["The Ledger"].value.source_id == ledger.id


def test_a_report_that_came_later_or_rests_on_the_text_is_not_the_one_cited(build):
    page = build.source(text=PAGE, published=stated("2026-07-07"))
    build.source("The Ledger", text="Another one.", published=stated("2026-07-09"))
    assert not proposed(build.check())["The Ledger"].value.in_hand
    build.sources[1:] = []
    build.source("The Ledger", Hop(name="Bay Commentary", source_id=page.id), text="A third.")
    assert not proposed(build.check())["The Ledger"].value.in_hand


def test_two_reports_of_one_outlet_leave_it_open_which_is_meant(build):
    build.source(text=PAGE)
    build.source("The Ledger", text="One.")
    build.source("The Ledger", text="Two.")
    assert not proposed(build.check())["The Ledger"].value.in_hand


def test_a_report_that_came_in_later_is_offered_for_the_hop_that_waits_for_it(build):
    build.source("Bay Commentary", "Ledger", text=PAGE)
    ledger = build.source("The Ledger", text="Lindqvist called Okafor.")
    check = build.check()
    found = proposed(check)["Ledger"]
    assert found.value.source_id == ledger.id
    assert not found.goes_with_all  # it may be another report of theirs
    hops = with_proposal_taken(check, found).sources[0].relies_on
    assert [(hop.name, hop.source_id) for hop in hops] == [("Ledger", ledger.id)]


def test_an_outlet_is_no_hop_of_its_own_text(build):
    build.source("The Ledger", text=PAGE)
    assert "The Ledger" not in proposed(build.check())


def test_a_source_that_is_older_than_the_event_is_told_with_its_claim(build):
    source = build.source("Coast Wire", text=PAGE, published=stated("2025-07-03"))
    build.claim(build.evidence(source))
    check = build.check()
    action = replace(check.claims[0].action, actor="Lindqvist", when=stated("2026-07"))
    check = change.with_claim(check, replace(check.claims[0], action=action))
    found = proposed(check)["old"]
    assert found.basis == "published before the event of claim 1"
    assert Flag.OLD in with_proposal_taken(check, found).sources[0].flags


def test_a_text_that_states_nothing_is_proposed_nothing(build):
    build.source(text="Lindqvist called Okafor on Saturday.")
    assert proposed(build.check()) == {}


def test_an_inferred_date_is_no_difference_to_the_same_date_stated(page):
    held = DateValue(value="2026-07-07", basis=DateBasis.INFERRED, inferred_from="the address")
    check = change.with_source(page, replace(page.sources[0], published=held))
    assert "published" not in proposed(check)
