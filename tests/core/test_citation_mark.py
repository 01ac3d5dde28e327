"""Citation marks of the draft, and the passages that they keep in the check."""

from __future__ import annotations

from dataclasses import replace

from workbench.core import change
from workbench.core.citation_mark import citation_key, citation_marks, mark_for


def test_marks_are_found_in_order_and_other_brackets_are_not():
    text = "He called.[^3f9a21c4] It is a signal.[^analysis] See [^1], [3f9a21c4] and [^3f9a21c]."
    found = citation_marks(text)
    assert [mark.key for mark in found] == ["3f9a21c4", "analysis"]
    assert [text[mark.start : mark.end] for mark in found] == ["[^3f9a21c4]", "[^analysis]"]


def test_a_mark_names_the_random_end_of_an_id():
    key = citation_key("01980000-0000-7000-8000-00003f9a21c4")
    assert mark_for(key) == "[^3f9a21c4]"


def test_a_cited_passage_stays_when_its_evidence_goes(bridge):
    claim = next(one for one in bridge.claims if any(item.passage_id for item in one.evidence))
    evidence = next(item for item in claim.evidence if item.passage_id)
    others = tuple(
        replace(one, evidence=(), appearances=(), first_appearance_id="", basis=type(one.basis)())
        for one in bridge.claims
        if one.id != claim.id
    )
    alone = replace(
        bridge, events=(), claims=(replace(claim, appearances=(), first_appearance_id=""), *others)
    )
    mark = mark_for(citation_key(evidence.passage_id))
    cited = change.with_draft_text(alone, "lede", f"He called.{mark}")
    kept = change.without_evidence(cited, claim.id, evidence.id)
    gone = change.without_evidence(alone, claim.id, evidence.id)
    assert evidence.passage_id in {passage.id for passage in kept.passages}
    assert evidence.passage_id not in {passage.id for passage in gone.passages}
