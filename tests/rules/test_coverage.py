"""Which sentences of a draft rest on evidence, and what the pre-flight says of the others."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from workbench.core import change
from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.draft import Draft, DraftPart
from workbench.core.finding import Severity
from workbench.core.manuscript import Manuscript, ManuscriptPart, Role
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.publish.manuscript import manuscript_of
from workbench.reading.unmarked import unmarked
from workbench.rules.cited import cited_by_key, key_for
from workbench.rules.coverage import Cover, coverage_of
from workbench.rules.preflight.registry import preflight

BOOK, HOUSE = load_rule_book(), load_house()
CITED, OPEN = Cover.CITED, Cover.OPEN
MARKS = {"A": "[^3f9a21c4]", "B": "[^00000001]"}


def covered(text, role=Role.LEDE):
    part = ManuscriptPart(key="part", role=role, text=text, plain=unmarked(text))
    return [(one.words, one.cover) for one in coverage_of(Manuscript(parts=(part,))).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called.A Why?", [("He called.", CITED)]),
        ("He called A. She denied it.", [("He called.", CITED), ("She denied it.", OPEN)]),
        ("He called.\nA\n\nShe denied it.", [("He called.", CITED), ("She denied it.", OPEN)]),
        ("A\n\nShe denied it.", [("She denied it.", OPEN)]),
        ("“We will talk.” (The Ledger) B Nobody knows why.",
         [("“We will talk.” (The Ledger)", CITED), ("Nobody knows why.", OPEN)]),
        ("“We will talk.” (The Ledger)", [("“We will talk.” (The Ledger)", OPEN)]),
        ("It is a sign.[^analysis]", [("It is a sign.", Cover.ANALYSIS)]),
        ("It is a sign.[^analysis]A", [("It is a sign.", CITED)]),
        ("## What she said\n\nShe called.", [("She called.", OPEN)]),
        ("They spoke about:\n\n- the bridgeA\n- the budget",
         [("- the bridge", CITED), ("- the budget", OPEN)]),
        ("> We will talk again.", [("We will talk again.", OPEN)]),
        ("Mr. Okafor met Mrs. Lindqvist.", [("Mr. Okafor met Mrs. Lindqvist.", OPEN)]),
        ("– 12 –\n\n", []),
    ],
)  # fmt: skip
def test_every_sentence_is_cited_analysis_or_open(text, expected):
    marked = re.sub(r"(?<![A-Z])[AB](?![a-z])", lambda match: MARKS[match[0]], text)
    assert covered(marked) == expected


def test_a_part_of_analysis_needs_no_marks_and_the_method_is_not_counted():
    assert covered("It matters.", Role.ANALYSIS) == [("It matters.", Cover.ANALYSIS)]
    assert covered("We called her office twice.", Role.HOW_WE_KNOW) == []


def a_draft(build, *texts):
    source = build.source("The Ledger", url="https://ledger.example/call")
    evidence = build.evidence(source)
    build.claim(evidence)
    text = " ".join(texts).format(mark=mark_for(key_for(evidence)))
    return replace(build.check(), draft=Draft(parts=(DraftPart(key="lede", text=text),)))


def found(check, *rules):
    findings = preflight(manuscript_of(check, HOUSE), BOOK)
    return [(one.rule, one.text) for one in findings if one.rule in rules]


def test_what_is_written_from_the_claims_counts_as_sourced(build):
    check = a_draft(build, "She called.{mark}", "He answered.")
    coverage = coverage_of(manuscript_of(check, HOUSE))
    assert (coverage.sourced, coverage.total) == (2, 3)
    assert [one.words for one in coverage.of(Cover.OPEN)] == ["He answered."]


def test_each_open_sentence_is_a_note(build):
    check = a_draft(build, "She called.{mark}", "He answered.", "They met.")
    assert found(check, "unsupported_sentence") == [
        ("unsupported_sentence", "He answered."),
        ("unsupported_sentence", "They met."),
    ]
    notes = [one for one in preflight(manuscript_of(check, HOUSE), BOOK)
             if one.rule == "unsupported_sentence"]  # fmt: skip
    assert {one.severity for one in notes} == {Severity.NOTE}


def test_a_draft_that_cites_nothing_yet_is_told_once(build):
    check = a_draft(build, "She called.", "He answered.", "They met.")
    notes = [one for one in preflight(manuscript_of(check, HOUSE), BOOK)
             if one.rule == "unsupported_sentence"]  # fmt: skip
    assert [one.message for one in notes] == ["3 sentences of the draft cite no evidence."]


@pytest.mark.parametrize("text", ["She called.{mark}", "Did she call?", "A sign.[^analysis]", ""])
def test_a_draft_that_is_sourced_is_quiet(build, text):
    check = a_draft(build, text)
    assert not found(check, "unsupported_sentence", "citation_lost")


def test_a_citation_survives_its_evidence_but_not_its_source(build):
    check = a_draft(build, "She called.{mark}")
    claim = check.claims[0]
    without = change.without_evidence(check, claim.id, claim.evidence[0].id)
    assert not found(without, "citation_lost")
    gone = change.without_source(check, check.sources[0].id)
    assert found(gone, "citation_lost") == [("citation_lost", mark_for(key_for(claim.evidence[0])))]


def test_a_mark_leads_to_passage_source_and_who_says_it(build):
    source = build.source("The Ledger")
    evidence, reply = build.evidence(source), build.reply("No call was made.", who="The office")
    claim = build.claim(evidence, reply)
    known = cited_by_key(build.check())
    by_passage, by_reply = known[key_for(evidence)], known[key_for(reply)]
    assert by_passage.passage.id == evidence.passage_id
    assert (by_passage.source, by_passage.evidence, by_passage.claim) == (source, evidence, claim)
    assert (by_reply.passage, by_reply.source, by_reply.evidence) == (None, None, reply)
    assert key_for(reply) == citation_key(reply.id)
