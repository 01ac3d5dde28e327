"""The posts of a check as they go out, told and split without a window."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.clock import now
from workbench.core.draft import Post
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore

FIRST = "The Ledger reports that Lindqvist called Okafor, citing two people it does not name."
SECOND = "Not confirmed: that talks on the Harbor Bridge are open again, or that a launch is near."


@pytest.fixture
def sample(workspace):
    check, _ = sample_case()
    texts = (Post(text=" ".join([FIRST, SECOND] * 3)), Post(network="bluesky", text=FIRST))
    check = replace(check, posts=texts)
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def told(workbench, sample, *options):
    done = workbench("posts", sample.slug, "--json", *options)
    assert done.code == 0, done.err
    return {one["network"]: one for one in json.loads(done.out)}


def test_every_network_is_told_with_lengths_and_differences(workbench, sample):
    posts = told(workbench, sample)
    assert list(posts) == ["x", "bluesky", "mastodon", "threads", "linkedin", "facebook"]
    assert [part["valid"] for part in posts["x"]["parts"]] == [False]
    assert posts["x"]["words_differing"] == 0
    assert posts["bluesky"]["own_text"]
    assert posts["bluesky"]["words_differing"] > 50
    assert posts["x"]["alt_text"]["limit"] == 1000


def test_a_split_is_kept_and_can_be_taken_back(workbench, sample):
    told(workbench, sample, "--split", "x")
    parts = told(workbench, sample)["x"]["parts"]
    assert len(parts) > 1
    assert all(part["valid"] for part in parts)
    assert parts[0]["text"].endswith(f"1/{len(parts)}")
    assert len(told(workbench, sample)["mastodon"]["parts"]) == 1
    assert len(told(workbench, sample, "--whole", "X")["x"]["parts"]) == 1


def test_the_words_say_what_is_too_long_and_how_many_parts_there_are(workbench, sample):
    out = workbench("posts", sample.slug, "--network", "x", "--network", "bluesky").out
    assert out.startswith("X · as the common text · alt text 96 of 1000\n")
    assert ", too long]" in out
    assert "Bluesky · " in out
    assert "words differ from the common text" in out
    split = workbench("posts", sample.slug, "--network", "x", "--split", "x").out
    assert " parts · as the common text" in split
    assert "too long" not in split


def test_a_network_that_is_not_known_is_a_wrong_command_line(workbench, sample):
    refused = workbench("posts", sample.slug, "--split", "gazette")
    assert refused.code == 2
    assert "no network gazette" in refused.err
