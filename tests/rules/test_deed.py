from __future__ import annotations

import pytest

from workbench.core.claim import Action
from workbench.house.house import load_house
from workbench.rules.deed import deed_of

DEEDS = load_house().deeds


def deed(action):
    return deed_of(Action(actor="A", action=action, recipient="B"), DEEDS)


@pytest.mark.parametrize(
    "action",
    [
        "called",
        "privately called",
        "telephoned",
        "phoned",
        "rang",
        "contacted",
        "reached out to",
        "made a private phone call to",
        "calls",
    ],
)
def test_words_for_a_call_are_of_one_kind(action):
    found = deed(action)
    assert (found.kind, found.actor, found.recipient) == ("contact", "A", "B")
    assert not found.is_mutual


@pytest.mark.parametrize(
    "action", ["fielded a call from", "took a 20-minute call from", "was called by", "heard from"]
)
def test_the_one_who_is_called_is_the_recipient(action):
    found = deed(action)
    assert (found.kind, found.actor, found.recipient) == ("contact", "B", "A")


@pytest.mark.parametrize("action", ["spoke with", "had a long conversation with", "talked to"])
def test_words_without_a_direction_say_so(action):
    found = deed(action)
    assert found.kind == "contact"
    assert found.is_mutual


def test_other_kinds():
    assert deed("threw her support behind").kind == deed("endorsed").kind == "endorse"
    assert deed("was fired by").actor == "B"
    assert deed("praised").is_often


@pytest.mark.parametrize("action", ["did not call", "never called", "declined to call", "", "  "])
def test_what_is_denied_or_empty_is_no_deed(action):
    assert deed(action) is None


def test_a_word_of_no_family_is_compared_by_itself():
    assert deed("shelved").kind == deed("shelving").kind
    assert deed("shelved").kind != deed("painted").kind
