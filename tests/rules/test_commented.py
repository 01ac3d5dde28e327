"""Threads, where a remark stands today, and who is spoken to by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workbench.core.change import with_draft_text
from workbench.core.change_comment import (
    comment_of,
    reopened,
    resolved,
    reworded,
    with_comment,
    without_comment,
)
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.reading.quote import selector_for
from workbench.rules.commented import (
    RemarkState,
    is_for,
    mentioned,
    open_threads,
    people_of,
    remarked,
    threads_of,
)

AT = datetime(2026, 7, 2, 12, tzinfo=UTC)
LEDE = "The bridge stays shut. The ferry runs at night."
PEOPLE = ("Ada Okafor", "Nils Lindqvist", "Nils Okafor", "Mira Solberg")


def an_id(number):
    return f"01890000-0000-7000-8000-{number:012}"


@pytest.fixture
def check():
    empty = Check(
        id=an_id(1),
        slug="ferry",
        title="Does it run?",
        author="Ada Okafor",
        created=AT,
        changed=AT,
        claims=(Claim(id=an_id(2), as_circulated="The ferry runs"),),
    )
    return with_draft_text(empty, "lede", LEDE)


def about(words, text=LEDE):
    start = text.index(words)
    return Subject(
        kind=SubjectKind.PART,
        item="lede",
        quote=selector_for(text, start, start + len(words)),
    )


def a_remark(number, subject, text="Who says so?", **others):
    return Comment(
        id=an_id(number),
        subject=subject,
        who="Nils Lindqvist",
        at=AT + timedelta(minutes=number),
        text=text,
        **others,
    )


def test_a_thread_is_answered_resolved_and_opened_again_by_an_answer(check):
    check = with_comment(check, a_remark(11, about("stays shut")))
    check = with_comment(check, a_remark(12, about("stays shut"), "The port.", thread=an_id(11)))
    (thread,) = open_threads(check)
    assert [one.text for one in thread.remarks] == ["Who says so?", "The port."]
    done = resolved(check, an_id(12), " Ada  Okafor ", AT)
    assert (open_threads(done), comment_of(done, an_id(11)).settled_by) == ((), "Ada Okafor")
    answered = with_comment(done, a_remark(13, about("ferry"), "Since when?", thread=an_id(11)))
    assert open_threads(answered)
    assert open_threads(reopened(done, an_id(11)))


def test_open_threads_come_before_resolved_ones(check):
    for number in (11, 12, 13):
        check = with_comment(check, a_remark(number, about("ferry")))
    check = resolved(check, an_id(11), "Ada", AT)
    assert [one.opening.id for one in threads_of(check)] == [an_id(12), an_id(13), an_id(11)]


def test_a_remark_is_reworded_or_taken_back_but_not_from_under_an_answer(check):
    check = with_comment(check, a_remark(11, about("ferry")))
    assert comment_of(reworded(check, an_id(11), " Says who? "), an_id(11)).text == "Says who?"
    assert without_comment(check, an_id(11)).comments == ()
    answered = with_comment(check, a_remark(12, about("ferry"), thread=an_id(11)))
    with pytest.raises(ValueError, match="answered"):
        without_comment(answered, an_id(11))


def test_the_words_are_found_again_or_said_to_be_lost(check):
    remark = a_remark(11, about("The ferry runs at night."))
    moved = with_draft_text(check, "lede", "Since June, by decree. " + LEDE)
    here = remarked(moved, remark)
    assert here.state is RemarkState.FOUND
    assert here.text[here.start : here.end] == here.words == "The ferry runs at night."
    gone = remarked(with_draft_text(check, "lede", "Nothing is known of any of it."), remark)
    assert (gone.state, gone.words) == (RemarkState.LOST, "The ferry runs at night.")


def test_a_remark_on_a_claim_outlives_the_claim(check):
    remark = a_remark(11, Subject(kind=SubjectKind.CLAIM, item=an_id(2)))
    assert remarked(check, remark).text == "The ferry runs"
    assert remarked(replace(check, claims=()), remark).state is RemarkState.GONE


def test_people_are_known_from_what_they_did(check):
    check = replace(check, reviewer="  Mira   Solberg ")
    check = with_comment(check, a_remark(11, about("ferry")))
    assert people_of(check) == ("Ada Okafor", "Mira Solberg", "Nils Lindqvist")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("@Ada Okafor, please look.", ("Ada Okafor",)),
        ("Ask @ada and @MIRA SOLBERG.", ("Ada Okafor", "Mira Solberg")),
        ("@Nils, which of you?", ()),
        ("@Nils Okafor knows, @Ada", ("Nils Okafor", "Ada Okafor")),
        ("(@Mira)", ("Mira Solberg",)),
        ("write to ada@ledger.example or mira@Ada.example", ()),
        ("@ Ada", ()),
        ("@Adalbert", ()),
        ("no one", ()),
    ],
)
def test_somebody_is_spoken_to_by_name(text, who):
    assert mentioned(text, PEOPLE) == who


def test_a_thread_is_for_whoever_is_named_anywhere_in_it(check):
    check = with_comment(check, a_remark(11, about("ferry"), "@Mira, is it?"))
    (thread,) = threads_of(check)
    assert is_for(thread, "Mira Solberg", people_of(check))
    assert not is_for(thread, "Ada Okafor", people_of(check))
    assert not is_for(thread, "", people_of(check))
