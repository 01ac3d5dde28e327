"""Begin, list and show checks."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from tests import pseudo_terminal
from workbench.clock import new_id, now
from workbench.core.codec import check_from_json
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    """Return the sample check, which is in the workspace."""
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def test_new_prints_the_slug_and_keeps_the_title(workbench):
    made = workbench("new", "  Is the Harbor Bridge\n shut? ")
    assert (made.code, made.out, made.err) == (0, "is-the-harbor-bridge-shut\n", "")
    shown = json.loads(workbench("show", "is-the-harbor-bridge-shut", "--json").out)
    assert shown["title"] == "Is the Harbor Bridge shut?"


def test_same_title_twice_gets_another_name(workbench):
    assert workbench("new", "Bridge").out == "bridge\n"
    assert workbench("new", "Bridge").out == "bridge-2\n"
    assert workbench("new", "קריאה 🌉").out == "check\n"


def test_new_without_words_is_refused_and_makes_nothing(workbench, workspace):
    refused = workbench("new", " \t ")
    assert refused.code == 1
    assert "needs a title" in refused.err
    assert not workspace.exists()


def test_title_of_broken_letters_is_refused(workbench):
    refused = workbench("new", "Bridge \udcff")
    assert refused.code == 1
    assert "half a character" in refused.err
    assert json.loads(workbench("list", "--json").out) == []


def test_list_is_newest_first_and_plain_without_a_terminal(workbench, sample):
    workbench("new", "Ferries")
    listed = workbench("list")
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["ferries", sample.slug]
    assert listed.out.splitlines()[1].split("\t")[1:5] == [
        sample.title,
        "draft",
        str(len(sample.claims)),
        str(len(sample.sources)),
    ]


def test_list_as_json_names_its_values(workbench, sample):
    (listed,) = json.loads(workbench("list", "--json").out)
    assert listed["slug"] == sample.slug
    assert listed["state"] == "draft"
    assert (listed["claims"], listed["sources"]) == (len(sample.claims), len(sample.sources))
    assert listed["rating"]["label"] == sample.verdict.label
    assert listed["changed"].endswith("Z")


def test_list_can_look_for_words(workbench, sample):
    workbench("new", "Ferries at night")
    assert workbench("list", "--find", "FERR nig").out.startswith("ferries-at-night\t")
    nothing = workbench("list", "--find", '"🌉')
    assert (nothing.code, nothing.out) == (0, "")


def test_list_leaves_none_out(workbench, workspace, sample):
    store = CheckStore.open(workspace, now())
    for number in range(60):
        other = replace(sample, id=new_id(), slug=f"bridge-{number}")
        store.save(
            None,
            replace(
                other,
                sources=(),
                passages=(),
                claims=(),
                events=(),
                watch_items=(),
                main_claim_id="",
            ),
        )
    store.close()
    assert len(json.loads(workbench("list", "--json").out)) == 61
    assert len(json.loads(workbench("list", "--find", "harbor", "--json").out)) == 61


def test_listing_before_the_first_check_makes_no_file(workbench, workspace):
    assert workbench("list").out == ""
    assert workbench("list", "--json").out == "[]\n"
    assert not workspace.exists()


def test_show_as_json_is_the_check_itself(workbench, sample):
    shown = workbench("show", sample.slug, "--json")
    assert check_from_json(shown.out.encode()) == sample


def test_show_tells_claims_with_their_status_and_sources(workbench, sample):
    shown = workbench("show", sample.slug).out
    assert sample.title in shown
    assert all(claim.wording in shown for claim in sample.claims)
    assert "not confirmed" in shown
    assert all(source.outlet in shown for source in sample.sources)
    assert f"Claims: {len(sample.claims)}" in shown


def test_list_is_a_table_on_a_terminal_and_cuts_nothing(workspace, sample):
    ours, theirs = pseudo_terminal.opened()
    with subprocess.Popen(
        [sys.executable, "-m", "workbench", "--workspace", str(workspace), "list"],
        stdout=theirs,
        env={**os.environ, "TERM": "dumb"},
    ) as process:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)
    assert process.returncode == 0
    lines = shown.decode().splitlines()
    assert lines[0].split() == ["Name", "Title", "State", "Claims", "Sources", "Changed"]
    assert "".join(line[: line.find(" ")] for line in lines[2:]) == sample.slug
    assert all(len(line) <= 80 for line in lines)  # what a simple terminal has


def test_titles_cannot_command_the_terminal(workbench):
    workbench("new", "Bridge \x1b[31m\x07 red")
    for command in (("list",), ("show", "bridge-31m-red")):
        said = workbench(*command)
        assert said.code == 0
        assert "\x1b" not in said.out
        assert "\x07" not in said.out
        assert "red" in said.out


@pytest.mark.parametrize("command", [("show",), ("export", "--to", "out"), ("pack", "--to", "a")])
def test_unknown_check_is_said_in_a_sentence(workbench, sample, command):
    refused = workbench(command[0], "no-such-check", *command[1:])
    assert refused.code == 1
    assert refused.out == ""
    assert "no check called no-such-check" in refused.err


@pytest.mark.parametrize(
    "command", [("show", "x"), ("add", "x", "y.txt"), ("export", "x", "--to", "out")]
)
def test_mistyped_workspace_is_not_made(workbench, workspace, command):
    refused = workbench(*command)
    assert refused.code == 1
    assert "There is no workspace" in refused.err
    assert not workspace.exists()
