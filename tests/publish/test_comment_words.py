"""What is said of the words that a comment was made about once the check is written on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change import with_draft_text, without_claim
from workbench.core.change_comment import resolved, with_comment
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.publish.comment_words import about_words, settled_words, state_words
from workbench.reading.quote import selector_for
from workbench.rules.commented import threads_of

AT = datetime(2026, 7, 2, 12, tzinfo=UTC)
CHECK, CLAIM, FIRST, SECOND = (f"01890000-0000-7000-8000-{n:012}" for n in range(4))
LEDE = "The bridge stays shut. The ferry runs at night."


@pytest.fixture
def check():
    empty = Check(
        id=CHECK,
        slug="ferry",
        title="Does it run?",
        created=AT,
        changed=AT,
        claims=(Claim(id=CLAIM, as_circulated="The ferry runs"),),
    )
    check = with_draft_text(empty, "lede", LEDE)
    words = Subject(kind=SubjectKind.PART, item="lede", quote=selector_for(LEDE, 4, 10))
    remark = Comment(id=FIRST, subject=words, who="Nils Lindqvist", at=AT, text="Which one?")
    whole = Subject(kind=SubjectKind.CLAIM, item=CLAIM)
    check = with_comment(check, remark)
    return with_comment(check, replace(remark, id=SECOND, subject=whole))


def told(check):
    return [state_words(check, one) for one in threads_of(check)]


def test_words_that_stand_there_need_no_word(check):
    assert told(check) == ["", ""]


def test_what_is_gone_is_said(check):
    check = without_claim(with_draft_text(check, "lede", "Nothing runs."), CLAIM)
    assert told(check) == ["Its words are not in the text any more.", "Its claim was deleted."]
    assert threads_of(check)[0].opening.subject.quote.exact == "bridge"


def test_who_resolved_it_and_when(check):
    check = resolved(check, FIRST, "Mira Solberg", AT)
    one = next(one for one in threads_of(check) if one.opening.id == FIRST)
    assert settled_words(one) == "Resolved by Mira Solberg, 2026-07-02 12:00 UTC"


def test_long_words_are_cut_at_a_word():
    words = about_words("many words " * 40)
    assert len(words) <= 162
    assert words.endswith("many …")
