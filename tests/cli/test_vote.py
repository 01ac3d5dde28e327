"""Votes, precedents and watch items from the command line."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.date import stated
from workbench.core.draft import WatchItem
from workbench.core.verdict import Verdict
from workbench.house.house import load_house
from workbench.store.check_store import CheckStore


def a_check(slug, circulated, **fields):
    claim = Claim(id=new_id(), as_circulated=circulated)
    return Check(
        id=new_id(),
        slug=slug,
        title=slug.replace("-", " ").title(),
        author="Ada Okafor",
        claims=(claim,),
        created=now(),
        changed=now(),
        **fields,
    )


@pytest.fixture
def scale():
    return load_house().scales[0]


@pytest.fixture
def cases(workspace, scale):
    store = CheckStore.open(workspace, now())
    rated = Verdict(scale=scale.key, label=scale.labels[1].key, reason="It was a year earlier.")
    checks = [
        a_check("the-call", "Governor Lindqvist called Mayor Okafor about the bridge"),
        a_check("a-phone-call", "Lindqvist phoned Okafor about the Harbor bridge", verdict=rated),
        a_check("the-ferry", "The ferry of Alba has been shut"),
    ]
    item = WatchItem(
        id=new_id(), text="A statement", claim_id=checks[0].claims[0].id, due=stated("2020-01-02")
    )
    later = WatchItem(id=new_id(), text="A speech", due=stated("2999-01"))
    checks[0] = replace(checks[0], watch_items=(later, item))
    for check in checks:
        store.save(None, check)
    store.close()
    return checks


@pytest.fixture
def three_votes(tmp_path, monkeypatch):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "review.toml").write_text("[rating]\nvotes = 3\ncarry = 2\n", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_HOUSE", str(folder))


def test_votes_are_counted_and_hold_the_approval_back(workbench, cases, scale, three_votes):
    slug, label = "the-call", scale.labels[0]
    assert workbench("vote", slug).out == "No votes yet; 3 needed\n"
    voted = workbench("vote", slug, "--name", "Mara Voss", "--label", label.key, "--reason", "So.")
    assert f"1 of 3 votes for “{label.name}”; 2 carry" in voted.out
    assert f"  Mara Voss: {label.name}. So." in voted.out
    workbench("state", slug, "in-review", "--by", "Ada Okafor")
    refused = workbench("signoff", slug, "--name", "Tom Adeyemi")
    assert refused.code == 1
    assert "1 of 3 votes on the rating is given." in refused.err
    for name, chosen in (("Tom Adeyemi", label), ("Ines Marlow", scale.labels[1])):
        workbench("vote", slug, "--name", name, "--label", chosen.name.upper())
    told = json.loads(workbench("vote", slug, "--json").out)
    assert told["carried"] == {"scale": scale.key, "label": label.key}
    refused = workbench("signoff", slug, "--name", "Tom Adeyemi")
    assert f"The votes carry “{label.name}”, but the check is not rated yet." in refused.err


def test_the_authors_vote_is_noted_and_not_counted(workbench, cases, scale, three_votes):
    label = scale.labels[0].key
    voted = workbench("vote", "the-call", "--name", "Ada Okafor", "--label", label)
    assert voted.code == 0
    assert "is the author" in voted.err
    assert json.loads(workbench("vote", "the-call", "--json").out)["votes"] == []


def test_a_vote_for_a_label_that_there_is_not_is_refused(workbench, cases):
    refused = workbench("vote", "the-call", "--name", "Mara Voss", "--label", "purple")
    assert refused.code == 1
    assert "There is no rating “purple”" in refused.err
    assert workbench("vote", "the-call", "--name", "Mara Voss").code == 2


def test_precedents_say_how_similar_claims_were_rated(workbench, cases, scale):
    (line,) = workbench("precedents", "the-call").out.splitlines()
    assert line.startswith("a-phone-call: ")
    assert scale.labels[1].name in line
    (told,) = json.loads(workbench("precedents", "the-call", "--json").out)
    assert told["rating"]["reason"] == "It was a year earlier."
    assert workbench("precedents", "the-ferry").out == ""


def test_watch_lists_what_is_due_over_the_workspace(workbench, cases):
    assert [row.split("\t")[-1] for row in workbench("watch").out.splitlines()] == [
        "A statement",
        "A speech",
    ]
    (row,) = workbench("watch", "--due", "today").out.splitlines()
    slug, when, stands, number, text = row.split("\t")
    assert (slug, when, number, text) == ("the-call", "2 January 2020", "1", "A statement")
    assert stands.startswith("overdue for ")
    told = json.loads(workbench("watch", "--json").out)
    assert [one["stands"] for one in told] == ["overdue", "coming"]
    assert workbench("watch", "--due", "soon").code == 2


def test_an_empty_workspace_has_nothing_to_watch(workbench):
    done = workbench("watch")
    assert (done.code, done.out) == (0, "")
