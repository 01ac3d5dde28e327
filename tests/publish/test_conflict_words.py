"""Conflicts are told in the words of the field: no id, no code, no JSON reaches a person."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from workbench.core.check import Check
from workbench.core.claim import ClaimStatus
from workbench.core.merge_report import MergeLine, MergeOutcome, MergeReport, MergeVerb
from workbench.core.saved_history import SavedHistory
from workbench.publish.conflict_place import FIELD_WORDS, LIST_WORDS, place_words
from workbench.publish.conflict_value import EMPTY, REMOVED, value_words
from workbench.publish.merge_words import counted_words, line_words, outcome_words, sender_words
from workbench.rules.merge.history import merge_of
from workbench.rules.merge.shape import LISTS, units_of

AT = datetime(2026, 7, 9, 8, 6, tzinfo=UTC)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")


def kinds():
    """Every kind of value that a merge joins field by field."""
    from workbench.core import claim, contact, draft, event, quote, record, review, source, verdict

    return (
        Check, claim.Claim, claim.Evidence, claim.Appearance, claim.Basis, claim.Action,
        contact.Contact, draft.DraftPart, draft.Post, draft.Image, draft.WatchItem, event.Event,
        quote.Passage, record.Correction, record.SignOff, record.StateChange, review.Comment,
        review.MergeConflict, review.RatingVote, review.Suggestion, source.Source,
        source.SourceVersion, verdict.Verdict,
    )  # fmt: skip


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_field_has_a_name_for_people(kind):
    names = {name for unit in units_of(kind) for name in unit.names}
    if kind is Check:
        names -= {"draft", "verdict", "changed"}
    known = FIELD_WORDS.keys() | LIST_WORDS.keys()
    technical = {"kept_who", "kept_at", "other_who", "other_at", "review"}
    assert names - known - technical == set()


def test_every_list_has_a_name():
    assert set(LISTS) <= LIST_WORDS.keys()


def test_places_are_called_as_in_the_window(harbor, house):
    claim, source = harbor.claims[1], harbor.sources[0]
    assert place_words(harbor, house, "title") == "Title"
    assert place_words(harbor, house, "claims") == "Order of the claims"
    assert place_words(harbor, house, f"claims/{claim.id}/status") == "Claim 2: status"
    assert place_words(harbor, house, "claims/gone/status") == "Claim that was removed: status"
    told = place_words(harbor, house, f"sources/{source.id}/published")
    assert told == f"Source 1 ({source.name}): date of publication"
    assert place_words(harbor, house, "verdict") == "Rating"
    assert place_words(harbor, house, "verdict/reason") == "Rating: reason"
    assert place_words(harbor, house, "posts//text") == "Post: text"
    assert place_words(harbor, house, "posts/x/text") == "Post for X: text"
    assert not _ID.search(place_words(harbor, house, f"claims/{claim.id}/evidence/{claim.id}"))


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("claims/X/status", '"not_confirmed"', "not confirmed"),
        ("title", '"Is the bridge shut?"', "Is the bridge shut?"),
        ("title", '""', EMPTY),
        ("claims/X", "", REMOVED),
        ("sources/X/published", '{"value":"2026-07-07","basis":"stated"}', "7 July 2026, stated"),
        ("sources/X/published", "{}", "date not stated"),
        ("sources/X/flags", '["undated","unsigned"]', "undated\nunsigned"),
        ("watch_items/X/seen", "true", "yes"),
        (
            "claims/X/evidence/Y/attribution",
            '{"kind":"anonymous","count":2,"descriptor":"clerks"}',
            "two clerks, not named",
        ),
        ("claims/X/basis/wording", '"the port"', "the port"),
    ],
)
def test_values_are_told_as_the_window_tells_them(harbor, house, path, text, words):
    assert value_words(harbor, house, path, text) == words


def test_rating_is_told_by_its_name(harbor, house):
    scale = house.scales[0]
    label = scale.labels[0]
    text = json.dumps({"scale": scale.key, "label": label.key, "wording": ""})
    assert value_words(harbor, house, "verdict", text) == label.name


def test_order_is_told_as_a_numbered_list(harbor, house):
    ids = [claim.id for claim in reversed(harbor.claims)]
    told = value_words(harbor, house, "claims", json.dumps(ids)).split("\n")
    assert told[0] == f"1. {harbor.claims[-1].wording}"
    assert len(told) == len(harbor.claims)


def test_whole_claim_is_told_line_by_line_without_ids(harbor, house):
    from workbench.core.canonical import canonical_json, plain_value

    claim = harbor.claims[0]
    text = canonical_json(plain_value(claim)).decode()
    told = value_words(harbor, house, f"claims/{claim.id}", text)
    assert f"As circulated: {claim.as_circulated}" in told.split("\n")
    assert not _ID.search(told)
    assert "{" not in told


def test_report_of_a_real_merge_reads_as_sentences(harbor, house):
    claim = harbor.claims[0]
    ours = replace(
        harbor, title="Ours", claims=(replace(claim, claimant="Ada Okafor"), *harbor.claims[1:])
    )
    theirs = replace(
        harbor,
        title="Theirs",
        claims=(replace(claim, status=ClaimStatus.CONTRADICTED), *harbor.claims[1:]),
    )
    from workbench.core.saved_history import with_head

    base = with_head(SavedHistory(), harbor)
    merge = merge_of(ours, with_head(base, ours), theirs, with_head(base, theirs))
    told = [line_words(line, merge.check, house) for line in merge.report.lines]
    assert "Title" in told
    assert any(one.startswith("Claim 1: status") and "→ contradicted" in one for one in told)
    assert not any(_ID.search(one) for one in told)
    assert counted_words(merge.report) == "1 conflict to settle, 1 changed"
    assert outcome_words(merge.report).startswith("Both were changed since ")


def test_outcomes_and_sender_are_told():
    report = MergeReport(outcome=MergeOutcome.UP_TO_DATE)
    assert outcome_words(report) == "Everything in it is here already."
    assert sender_words("Nils Lindqvist", AT) == (
        "from Nils Lindqvist, saved 9 July 2026, 08:06 UTC"
    )
    assert sender_words("", None) == ""


def test_removed_and_moved_are_told_by_name(harbor, house):
    gone = MergeLine(verb=MergeVerb.REMOVED, family="claims", path="claims/x", name="It is shut")
    assert line_words(gone, harbor, house) == "Of the claims: “It is shut”"
    moved = MergeLine(verb=MergeVerb.MOVED, family="claims", path="claims")
    assert line_words(moved, harbor, house) == "The claims"
    assert all(each.name for each in fields(MergeLine))
