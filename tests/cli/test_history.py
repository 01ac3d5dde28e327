"""The states of a check are listed, looked at and brought back from the command line."""

from __future__ import annotations

import json

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def slug(workbench):
    made = workbench("new", "Is the Harbor Bridge shut?").out.strip()
    workbench("claim", made, "The bridge is shut")
    workbench("claim", made, "The ferry runs at night")
    workbench("state", made, "in-review", "--by", "Ada Okafor")
    return made


def test_states_are_listed_newest_first(workbench, slug):
    rows = [line.split("\t") for line in workbench("history", slug).out.splitlines()]
    assert [row[0] for row in rows] == ["4", "3", "2", "1"]
    assert [row[3] for row in rows] == [
        "State: draft → in review",
        "Claim 2 added: The ferry runs at night",
        "Claim 1 added: The bridge is shut",
        "Check begun",
    ]
    listed = json.loads(workbench("history", slug, "--json").out)
    assert listed[0]["facts"] == [{"kind": "state", "was": "draft", "now": "in_review"}]
    assert listed[1]["parents"] == [listed[2]["id"]]


def test_a_state_is_looked_at(workbench, slug):
    told = workbench("history", slug, "2", "--show").out
    assert "saved" in told.splitlines()[0]
    assert "Claim 1 added: The bridge is shut" in told
    assert "+ The ferry runs at night" in told
    whole = json.loads(workbench("history", slug, "2", "--json").out)
    assert [claim["as_supported"] for claim in whole["claims"]] == ["The bridge is shut"]


def test_a_state_is_brought_back_and_the_one_before_stays(workbench, slug):
    assert workbench("history", slug, "2", "--restore", "--by", "Nils Lindqvist").code == 0
    check = json.loads(workbench("show", slug, "--json").out)
    assert len(check["claims"]) == 1
    assert check["state"] == "in_review"
    assert len(check["state_changes"]) == 1
    rows = [line.split("\t") for line in workbench("history", slug).out.splitlines()]
    assert (rows[0][0], rows[0][2]) == ("5", "Nils Lindqvist")
    workbench("history", slug, "4", "--restore")
    check = json.loads(workbench("show", slug, "--json").out)
    assert check["claims"][1]["as_supported"] == "The ferry runs at night"


def test_mistakes_are_sentences(workbench, slug):
    unknown = workbench("history", slug, "9")
    assert (unknown.code, unknown.out) == (1, "")
    assert "no saved state 9" in unknown.err
    assert "Which state?" in workbench("history", slug, "--restore").err


def test_every_fact_of_a_real_check_has_words(workbench, workspace):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    bare = type(check)(
        id=check.id, slug=check.slug, title="", created=check.created, changed=check.changed
    )
    store.save(check, bare)
    store.save(bare, check)
    store.close()
    lines = workbench("history", check.slug, "3", "--show").out.splitlines()
    assert len(lines) > 10
    assert all(line.strip() for line in lines)
