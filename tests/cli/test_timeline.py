from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.clock import new_id, now
from workbench.core import change
from workbench.core.claim import Claim
from workbench.store.check_store import CheckStore

WIRE = "Mayor Samuel Okafor telephoned Governor Ines Lindqvist on 13 May 2025.\n"
LEDGER = "Governor Ines Lindqvist called Samuel Okafor on 2 July 2026. It lasted an hour.\n"
OTHER = "Lindqvist phoned Okafor on 2 July 2026. The call lasted ten minutes.\n"


@pytest.fixture
def check(workbench, workspace, tmp_path):
    """A check with three sources and a claim, made as a person makes one."""
    workbench("new", "Call")
    for name, text in (("wire", WIRE), ("ledger", LEDGER), ("other", OTHER)):
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        assert workbench("add", "call", file).code == 0
    store = CheckStore.open(workspace, now())
    old = store.load_slug("call")
    claim = Claim(id=new_id(), as_supported="Lindqvist called Okafor in July 2026")
    new = change.with_claim(replace(old, changed=now()), claim)
    store.save(old, new)
    store.close()
    return new


def told(workbench):
    done = workbench("timeline", "call", "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_events_stand_in_order_with_their_passages(workbench, check):
    events = [entry for entry in told(workbench)["entries"] if entry["kind"] == "event"]
    assert [(event["when"]["value"], event["state"]) for event in events] == [
        ("2025-05-13", "noticed"),
        ("2026-07-02", "noticed"),
    ]
    assert events[1]["sources"] == [2, 3]
    for event in events:
        for passage in event["passages"]:
            text = check.sources[passage["source"] - 1].version.text
            assert text[passage["start"] : passage["end"]] == passage["text"]


def test_a_look_alike_and_a_conflict_are_told(workbench, check):
    found = told(workbench)
    (look_alike,) = found["look_alikes"]
    assert look_alike["claim"] == 1
    assert look_alike["differs"] == ["direction", "date"]
    assert look_alike["passages"][0]["source"] == 1
    assert not look_alike["settled"]
    (conflict,) = found["conflicts"]
    assert conflict["about"] == "duration"
    assert [side["says"] for side in conflict["sides"]] == ["an hour", "ten minutes"]


def test_without_json_it_reads_as_sentences(workbench, check):
    done = workbench("timeline", "call")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].split("\t")[0] == "13 May 2025"
    assert "Claim 1 looks like another event: Samuel Okafor called Ines Lindqvist" in done.out
    assert "The direction and the date differ." in done.out
    assert "Sources disagree about how long it took" in done.out


def test_help_names_the_keys(workbench, workspace):
    assert "look_alikes" in workbench("timeline", "--help").out


def test_a_check_that_is_not_there_is_told_in_a_sentence(workbench, workspace):
    assert workbench("timeline", "call").code == 1
