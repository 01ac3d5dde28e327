"""Open comments in the editor's copy: at their sentence, real in Word, known when they return."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from tests.publish.returning import come_back
from workbench.core.change import with_draft_text
from workbench.core.change_comment import resolved, with_comment
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.intake.review_file import returned_review
from workbench.publish.editors_copy import Mark, MarkKind, editors_copy
from workbench.publish.editors_page import editors_page
from workbench.publish.editors_word import editors_word
from workbench.publish.word_file import word_file_for
from workbench.reading.quote import selector_for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)
TEXT = "The mayor phoned the governor. Nobody <knows> *why*."
IDS = [f"01980000-0000-7000-8000-0000000000d{n}" for n in range(5)]


@pytest.fixture
def said(harbor):
    check = with_draft_text(harbor, "lede", TEXT)
    words = Subject(kind=SubjectKind.PART, item="lede", quote=selector_for(TEXT, 10, 16))
    first = Comment(id=IDS[0], subject=words, who="Noor Veen", at=AT, text="Who <saw> it?\nSay so.")
    answer = replace(first, id=IDS[1], who="Mira Solberg", text="The driver.", thread=IDS[0])
    claim = Subject(kind=SubjectKind.CLAIM, item=check.claims[0].id)
    source = Subject(kind=SubjectKind.SOURCE, item=check.sources[0].id)
    check = with_comment(with_comment(check, first), answer)
    check = with_comment(check, replace(first, id=IDS[2], subject=claim, text="Too strong?"))
    check = with_comment(check, replace(first, id=IDS[3], subject=source, text="Old page?"))
    settled = replace(first, id=IDS[4], subject=source, text="SETTLED")
    return resolved(with_comment(check, settled), IDS[4], "Noor Veen", AT)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_a_comment_stands_behind_its_sentence(said, house):
    copy = editors_copy(said, house, ())
    part = next(one for one in copy.parts if one.key == "lede")
    marks = [one for one in part.blocks[0].pieces if isinstance(one, Mark)]
    assert Mark(MarkKind.COMMENT, 1) in marks
    assert part.blocks[0].pieces[0].text == "The mayor phoned the governor."


def test_the_page_lists_them_and_leads_there_and_back(said, house):
    page = editors_page(editors_copy(said, house, ()), house)
    assert 'href="#comment-1" id="said-1"' in page
    assert 'href="#said-1"' in page
    assert "Who &lt;saw&gt; it?<br>Say so." in page
    assert "Mira Solberg, 10 July 2026 at 09:30 UTC:</b> The driver." in page
    assert "Old page?" in page
    assert "SETTLED" not in page
    without = editors_page(editors_copy(said, house, (), has_comments=False), house)
    assert "Noor Veen" not in without
    assert 'id="comments"' not in without


def test_in_word_they_are_real_comments_on_their_words(said, house):
    parts = parts_of(editors_word(editors_copy(said, house, ()), house))
    comments = parts["word/comments.xml"].findall(f"{W}comment")
    told = [(one.get(f"{W}author"), one.get(f"{W}date")) for one in comments]
    assert [who for who, _ in told] == ["Noor Veen", "Mira Solberg", "Noor Veen"]
    assert {at for _, at in told} == {"2026-07-10T09:30:00Z"}
    text = parts["word/document.xml"]
    starts = {one.get(f"{W}id") for one in text.iter(f"{W}commentRangeStart")}
    refs = {one.get(f"{W}id") for one in text.iter(f"{W}commentReference")}
    assert starts == refs == {one.get(f"{W}id") for one in comments}
    beside = ["".join(one.itertext()) for one in text.iter(f"{W}p")]
    assert any("Old page?" in words for words in beside)


def test_they_are_read_back_with_author_time_words_and_thread(said, house):
    data = editors_word(editors_copy(said, house, ()), house)
    back = returned_review(data, "ferry.editor.docx")
    first, answer = back.remarks[:2]
    assert (first.who, first.at, first.text) == ("Noor Veen", AT, "Who <saw> it?\nSay so.")
    assert (answer.text, answer.answers) == ("The driver.", 0)
    on = [piece.text for line in back.lines for piece in line.pieces if 0 in piece.remarks]
    assert on == ["phoned"]


def test_a_file_for_readers_has_none(said, house):
    data = word_file_for(said, house)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "comment" in name]
        assert all(b"Veen" not in archive.read(name) for name in archive.namelist())


def test_what_went_along_comes_back_as_known_and_an_answer_in_its_thread(said, house):
    theirs = replace(said.comments[0], id=IDS[4][:-1] + "9", who="Ines Roth", text="Ask her.")
    answered = with_comment(said, replace(theirs, thread=IDS[0]))
    data = editors_word(editors_copy(answered, house, ()), house)
    review = come_back(said, house, data, name="ferry.editor.docx")
    assert [(one.who, one.text, one.thread) for one in review.comments] == [
        ("Ines Roth", "Ask her.", IDS[0])
    ]
    assert not review.suggestions
