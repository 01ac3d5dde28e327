"""Who did the reporting, told on the command line; the look-alikes beside it."""

from __future__ import annotations

import json

import pytest

RELAY = """\
Bay Commentary

Governor reaches out to the mayor
By Bay Newsroom
July 8, 2026

The Ledger reported that Ines Lindqvist personally contacted Samuel Okafor about the bridge last
week. Nobody else has confirmed the call.
"""
YEAR_BEFORE = """\
Coast Wire

Mayor calls governor
By Ada Haddad
September 24, 2025

Samuel Okafor called Ines Lindqvist on Wednesday to thank her for the ferries, two people familiar
with the call said.
"""
ANOTHER = """\
Former governor Noor Castellan called Samuel Okafor on Saturday, offering advice for the months
before the election, according to two people familiar with the call.
"""


@pytest.fixture
def slug(workbench, tmp_path):
    """Return a check with three sources and one claim, made on the command line alone."""
    files = []
    for number, text in enumerate((RELAY, YEAR_BEFORE, ANOTHER)):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    workbench("new", "Did the governor call?")
    name = "did-the-governor-call"
    assert workbench("add", name, *files, "--take").code == 0
    made = workbench(
        "claim", name, "Lindqvist privately called Okafor in July 2026",
        "--actor", "Ines Lindqvist", "--action", "called", "--recipient", "Samuel Okafor",
        "--when", "2026-07", "--status", "reported",
        "--supports", "1:Ines Lindqvist personally contacted Samuel Okafor",
    )  # fmt: skip
    assert made.code == 0, made.err
    return name


def test_relayed_report_is_one_origin_out_of_hand(workbench, slug):
    told = json.loads(workbench("origins", slug, "--json").out)
    assert (told["known"], told["in_hand"], told["missing"]) == (1, 0, ["The Ledger"])
    (claim,) = told["claims"]
    assert claim["origins"] == [
        {
            "name": "The Ledger",
            "in_hand": False,
            "via": ["Bay Commentary"],
            "inferred": False,
            "sources": [],
        }
    ]
    hops = told["sources"][0]["hops"]
    assert [(hop["name"], hop["in_hand"], hop["kind"]) for hop in hops] == [
        ("The Ledger", False, "stated")
    ]
    assert told["same_texts"] == []


def test_look_alikes_are_told_with_what_differs(workbench, slug):
    told = json.loads(workbench("origins", slug, "--json").out)
    found = {tuple(one["sources"]): one["differs"] for one in told["claims"][0]["look_alikes"]}
    assert found == {(2,): ["direction", "date"], (3,): ["actor"]}


def test_words_tell_the_same(workbench, slug):
    out = workbench("origins", slug).out
    assert "Independent origins: known 1, in hand 0." in out
    assert "To get: The Ledger." in out
    assert "source 2: Samuel Okafor called Ines Lindqvist (another direction and date)" in out


def test_copy_is_proposed(workbench, slug, tmp_path):
    copy = tmp_path / "copy.txt"
    body = "\n".join(
        f"Pier {number} was closed on the {number}th of May, and the ferry that served it went to "
        f"pier {number + 20}, where {number * 7} people wait on a morning."
        for number in range(4, 10)
    )
    copy.write_text(f"Harbor Mirror\n\nCall revealed\n\n{body}", encoding="utf-8")
    (tmp_path / "first.txt").write_text(body, encoding="utf-8")
    workbench("add", slug, copy, tmp_path / "first.txt")
    told = json.loads(workbench("origins", slug, "--json").out)
    assert {(one["source"], one["original"]) for one in told["same_texts"]} >= {(5, 4)}
    assert "may be a copy of source 4" in workbench("origins", slug).out


def test_picture_is_written(workbench, slug, tmp_path):
    file = tmp_path / "chain.svg"
    assert workbench("origins", slug, "--svg", file).code == 0
    assert b"The Ledger" in file.read_bytes()


def test_check_without_claims_has_no_origins(workbench):
    workbench("new", "Empty")
    assert "known 0, in hand 0" in workbench("origins", "empty").out
