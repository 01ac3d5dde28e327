"""A conflict is settled by a third value as well as by one of its two."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change_conflict import open_conflicts, settled_as
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.error import UserError
from workbench.core.review import MergeConflict

AT = datetime(2026, 7, 9, 12, tzinfo=UTC)
CHECK = "01980000-0000-7000-8000-000000000001"
CLAIM = "01980000-0000-7000-8000-000000000002"
REF = "01980000-0000-7000-8000-000000000099"


@pytest.fixture
def harbor():
    """A check with a claim."""
    claim = Claim(id=CLAIM, as_circulated="The Harbor Bridge is shut")
    return Check(id=CHECK, slug="harbor", title="", created=AT, changed=AT, claims=(claim,))


def with_conflict(check, path, kept, other):
    one = MergeConflict(
        id=REF, path=path, kept=json.dumps(kept), other=json.dumps(other),
        kept_who="Ada Okafor", kept_at=AT, other_who="Nils Lindqvist", other_at=AT,
    )  # fmt: skip
    return replace(check, conflicts=(one,))


@pytest.mark.parametrize("words", ["Neither of the two", "Theirs", "Ours"])
def test_any_words_can_settle_it(harbor, words):
    check = with_conflict(replace(harbor, title="Ours"), "title", "Ours", "Theirs")
    done = settled_as(check, REF, json.dumps(words), "Mara Voss", AT)
    assert done.title == words
    assert open_conflicts(done) == ()
    assert (done.conflicts[0].settled_by, done.conflicts[0].settled_at) == ("Mara Voss", AT)
    assert (done.conflicts[0].kept, done.conflicts[0].other) == ('"Ours"', '"Theirs"')


def test_words_that_changed_since_can_go_back_to_what_stood(harbor):
    check = with_conflict(replace(harbor, title="Edited since"), "title", "Ours", "Theirs")
    assert settled_as(check, REF, '"Ours"', "Mara Voss", AT).title == "Ours"


def test_value_that_does_not_fit_leaves_the_conflict_open(harbor):
    claim = harbor.claims[0]
    check = with_conflict(harbor, f"claims/{claim.id}/status", "reported", "confirmed")
    with pytest.raises(UserError):
        settled_as(check, REF, '"no such status"', "Mara Voss", AT)


def test_conflict_that_is_gone_is_a_mistake(harbor):
    with pytest.raises(KeyError):
        settled_as(harbor, REF, '"x"', "Mara Voss", AT)
