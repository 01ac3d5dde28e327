"""A claim with its evidence, without a window."""

from __future__ import annotations

import json

import pytest

TEXT = """By Ines MarloweJuly 7, 2026

Governor Maren Lindqvist called Mayor Ada Okafor on 2 July, The Ledger reported.

“The deal is back on,” Lindqvist said. The deal is dead, a dock worker wrote.

© 2026 Coast Wire. All rights reserved.
"""


@pytest.fixture
def slug(workbench, tmp_path):
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    slug = workbench("new", "Bridge").out.strip()
    workbench("add", slug, path, "--take")
    return slug


def check(workbench, slug):
    return json.loads(workbench("show", slug, "--json").out)


def test_a_claim_is_made_with_its_action_and_evidence(workbench, slug):
    made = workbench(
        *("claim", slug, "Lindqvist called Okafor.", "--circulated", "She begged!"),
        *("--actor", "Lindqvist", "--action", "called", "--recipient", "Okafor"),
        *("--when", "2 July 2026", "--status", "reported"),
        *("--supports", "1:Lindqvist called Mayor Ada Okafor on 2 July, The Ledger reported"),
        *("--context", '1:"The deal is back on,"'),
    )
    assert made.code == 0, made.err
    assert made.out.startswith("Claim 1: Lindqvist called Okafor. (reported)\n")
    assert "known 1, in hand 0" in made.out
    found = check(workbench, slug)
    (claim,) = found["claims"]
    assert claim["as_supported"] == "Lindqvist called Okafor."
    assert claim["as_circulated"] == "She begged!"
    assert claim["status"] == "reported"
    assert claim["action"]["when"]["value"] == "2026-07-02"
    assert [item["stance"] for item in claim["evidence"]] == ["supports", "context"]
    assert claim["evidence"][0]["attribution"]["name"] == "The Ledger"
    selectors = [passage["selector"] for passage in found["passages"]]
    assert [TEXT[item["start"] : item["end"]] for item in selectors] == [
        item["exact"] for item in selectors
    ]
    assert selectors[1]["exact"] == "“The deal is back on,”"


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("1:The deal", "stands in source 1 in 2 places"),
        ("1:The deal is off", "does not stand in source 1"),
        ("1:All rights reserved", "no part of the article in source 1, but rights notice"),
        ("2:The deal is dead", "There is no source 2"),
    ],
)
def test_words_without_one_place_in_the_article_are_refused(workbench, slug, quote, reason):
    refused = workbench("claim", slug, "It is dead.", "--supports", quote)
    assert refused.code == 1
    assert reason in refused.err
    assert check(workbench, slug)["claims"] == []


def test_a_status_that_the_evidence_does_not_carry_is_refused_with_its_reason(workbench, slug):
    refused = workbench(
        *("claim", slug, "Lindqvist called Okafor.", "--status", "confirmed"),
        *("--supports", "1:Lindqvist called Mayor Ada Okafor"),
    )
    assert refused.code == 1
    assert "The origin, The Ledger, is not in hand." in refused.err
    assert check(workbench, slug)["claims"] == []


@pytest.mark.parametrize(
    "options",
    [
        ("--status", "sure"),
        ("--kind", "rumour"),
        ("--when", "someday"),
        ("--supports", "The deal is dead"),
        ("--supports", "1: "),
    ],
)
def test_what_cannot_be_understood_makes_no_claim(workbench, slug, options):
    assert workbench("claim", slug, "It is dead.", *options).code == 2
    assert check(workbench, slug)["claims"] == []


def test_a_claim_needs_words(workbench, slug):
    assert workbench("claim", slug, "  ").code == 1


def test_an_older_source_is_told_once_it_is_evidence(workbench, slug):
    workbench(
        *("claim", slug, "Lindqvist called Okafor.", "--when", "August 2026"),
        *("--context", "1:The deal is dead"),
    )
    shown = workbench("show", slug).out
    assert "not taken\tsource 1\tflag\tolder than the event\t" in shown
