"""The editor's copy for a word processor: footnotes that are there, flags in words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from workbench.core.change import with_draft_text
from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.contact import Contact
from workbench.core.finding import Finding, Place, Severity
from workbench.publish.editors_copy import editors_copy
from workbench.publish.editors_word import editors_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ERROR = Finding(
    rule="made_up",
    severity=Severity.ERROR,
    place=Place(part="what_happened", start=0, end=9),
    text="She <will>",
    message="This goes too far.",
    help="Say less.",
)


@pytest.fixture
def drafted(harbor):
    first, second = (mark_for(citation_key(harbor.passages[index].id)) for index in (1, 3))
    return with_draft_text(
        harbor, "lede", f"Lindqvist phoned.{first}{second} She will run. A sign.[^analysis]"
    )


def file_of(check, house, findings=(ERROR,)):
    return editors_word(editors_copy(check, house, findings), house)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def words(element):
    return "".join(element.itertext())


def paragraphs(parts):
    return [words(one) for one in parts["word/document.xml"].iter(f"{W}p")]


def test_every_mark_has_its_footnote_in_reading_order(drafted, house):
    parts = parts_of(file_of(drafted, house))
    marks = [one.get(f"{W}id") for one in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = {
        one.get(f"{W}id"): words(one)
        for one in parts["word/footnotes.xml"]
        if one.get(f"{W}type") is None
    }
    assert marks == list(notes) == [str(number) for number in range(1, len(notes) + 1)]
    lede = next(
        one for one in parts["word/document.xml"].iter(f"{W}p") if "Lindqvist phoned." in words(one)
    )
    first = next(iter(lede.iter(f"{W}footnoteReference"))).get(f"{W}id")
    assert "The Ledger, source 2; 2 July 2026, 08:06" in notes[first]
    assert "For claim 1, reported. Independent origins: one known, one in hand." in notes[first]


def test_open_sentences_are_flagged_in_words(drafted, house):
    told = paragraphs(parts_of(file_of(drafted, house)))
    assert "Lindqvist phoned.,  She will run. [no source cited] A sign. [analysis]" in told
    assert "She will run." in told  # in the list of them


def test_stamp_facts_and_findings_stand_first(drafted, house):
    told = paragraphs(parts_of(file_of(drafted, house)))
    assert told[0] == "EDITOR’S COPY. For review, not for publication."
    assert told[1] == drafted.title
    assert "State: draft, not approved" in told[2:7]
    assert "What happened: This goes too far. “She <will>” Say less." in told
    assert told.index("What the pre-flight found") < told.index("Sentences without a source")


def test_styles_that_are_used_are_there(drafted, house):
    parts = parts_of(file_of(drafted, house))
    there = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for tag in ("pStyle", "rStyle")
        for one in parts["word/document.xml"].iter(f"{W}{tag}")
    }
    assert "Flag" in used
    assert used <= there


def test_nothing_private_and_none_of_our_own_names_is_in_it(drafted, house):
    hidden = Contact(
        id="01980000-0000-7000-8000-0000000000c1", who="MARKER person", is_private=True
    )
    data = file_of(replace(drafted, contacts=(hidden,)), house)
    assert b"MARKER" not in data
    assert b"footnote.invalid" not in data


def test_same_check_same_bytes(drafted, house):
    assert file_of(drafted, house) == file_of(replace(drafted), house)
