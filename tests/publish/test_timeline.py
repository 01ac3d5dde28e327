from __future__ import annotations

from dataclasses import replace

from workbench.core import change
from workbench.core.claim import Action, ClaimStatus
from workbench.core.date import stated
from workbench.house.house import load_house
from workbench.publish.timeline import timeline

DEEDS = load_house().deeds


def written(check):
    return " ".join(timeline(check, DEEDS).split())


def test_events_stand_with_the_basis_of_their_dates_apart_from_publications(harbor):
    text = written(harbor)
    assert text.startswith(
        "- **2 July 2026**, inferred from “on Thursday” in a text of 2 July 2026: Ida Lindqvist "
        "phoned Ada Okafor (claim 1, reported). Told by The Ledger, source 2."
    )
    events, _, published = text.partition("When it was published, which is not when it happened:")
    assert "**No date** (“on Saturday”): Ada Okafor called Ida Lindqvist." in events
    assert "3 July 2026, stated: Harbor Courier" in published
    assert "Courier" not in events


def test_a_look_alike_is_told_in_words_and_evidence_against_a_claim_is_none(harbor):
    text = written(harbor)
    assert (
        "Not the same event: - Ada Okafor called Ida Lindqvist, no date (“on Saturday”) "
        "(source 4). This is not what claim 1 is about: the direction differs." in text
    )
    assert "claim 5" not in text


def test_a_conflict_is_told_as_one(harbor):
    second = harbor.events[1]
    second = replace(second, what=replace(second.what, when=stated("2026-07-02")))
    text = written(change.with_event(harbor, second))
    assert (
        "Sources disagree: - Ida Lindqvist phoned Ada Okafor: who did it to whom. The Ledger: "
        "Ida Lindqvist phoned Ada Okafor; source 4: Ada Okafor called Ida Lindqvist." in text
    )


def test_without_events_there_is_no_timeline(harbor):
    assert timeline(replace(harbor, events=()), DEEDS) == ""


def test_a_dated_claim_is_an_event_as_far_as_its_status_goes(harbor):
    claim = harbor.claims[3]
    action = Action(actor="Okafor", action="endorsed", recipient="Voss", when=stated("2026-06"))
    check = change.with_claim(replace(harbor, events=()), replace(claim, action=action))
    text = written(check)
    assert text.startswith(
        "- **June 2026**, stated: Okafor endorsed Voss (claim 4, not confirmed)."
    )
    opinion = replace(check.claim(claim.id), status=ClaimStatus.ANALYSIS)
    assert written(change.with_claim(check, opinion)) == ""
