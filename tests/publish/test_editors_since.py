"""The next copy for an editor opens with what changed since the last one for them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change import with_claim, with_draft_text
from workbench.core.claim import ClaimStatus
from workbench.publish.editors_copy import editors_copy
from workbench.publish.editors_file import editors_files
from workbench.publish.editors_since import readers_of, since_last, told_changes
from workbench.publish.export_note import copy_note

AT = datetime(2026, 7, 9, 14, 5, tzinfo=UTC)


def an_id(number):
    return f"01980000-0000-7000-8000-{number:012x}"


@pytest.fixture
def noted(harbor, house):
    files = editors_files(editors_copy(harbor, house, ()), house)
    return (
        copy_note(harbor, house, files, "Mara  Voss", note_id=an_id(1), at=AT),
        copy_note(
            with_draft_text(harbor, "lede", "Other words."), house, files, "Tom Adeyemi",
            note_id=an_id(2), at=AT.replace(hour=16),
        ),
    )  # fmt: skip


def written(check, house, records, reader="mara voss"):
    """Return the page, and the words of the Word file, of a copy for somebody."""
    copy = editors_copy(check, house, (), since_last(check, house, records, reader))
    page, word = editors_files(copy, house)
    with zipfile.ZipFile(io.BytesIO(word.data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return page.data.decode(), "".join(re.findall(r"<w:t[^>]*>([^<]*)", xml))


def test_it_is_their_own_last_copy_that_is_compared_with(harbor, house, noted):
    edited = with_draft_text(
        harbor, "lede", harbor.draft.text("lede").replace("telephoned", "phoned")
    )
    (change,) = told_changes(since_last(edited, house, noted, "mara voss"))
    assert "".join(piece.text for piece in change.now if piece.differs).strip() == "phoned"
    assert "".join(piece.text for piece in change.was if piece.differs).strip() == "telephoned"
    assert "Nothing else is known" not in "".join(piece.text for piece in change.now)
    page, words = written(edited, house, noted)
    assert "<del>telephoned</del>" in page
    assert "<ins>phoned</ins>" in page
    assert "Before: " in words
    assert "since the last one, of 9 July 2026, 14:05 UTC" in words


def test_it_stands_before_the_findings_and_says_where(harbor, house, noted):
    claim = replace(harbor.claims[2], status=ClaimStatus.CONTRADICTED)
    page, words = written(with_claim(harbor, claim), house, noted)
    assert page.index('id="since"') < page.index('id="findings"')
    assert "<h3>What is not confirmed</h3>" in page
    assert '<a href="#since">What changed since your last copy</a>' in page
    assert "What is not confirmed" in words[: words.index("What the pre-flight found")]


def test_the_first_copy_and_one_without_changes_say_so(harbor, house, noted):
    first, _ = written(harbor, house, noted, "Ida Berg")
    assert "Copy for Ida Berg, the first one" in first
    assert 'id="since"' not in first
    same, words = written(harbor, house, noted)
    assert "Nothing that readers see." in same
    assert "Nothing that readers see." in words


def test_a_copy_for_nobody_by_name_tells_nothing_of_it(harbor, house):
    page = editors_files(editors_copy(harbor, house, ()), house)[0].data.decode()
    assert "Copy for" not in page


def test_words_that_look_like_tags_stay_words(harbor, house, noted):
    edited = with_draft_text(harbor, "lede", "<script>alert(1)</script> <ins>no</ins>")
    page, _ = written(edited, house, noted)
    assert "<script>" not in page.partition("<body>")[2]
    assert "&lt;ins&gt;" in page


def test_who_had_copies_is_offered_the_last_one_first(noted):
    assert readers_of(noted) == ("Tom Adeyemi", "Mara Voss")
