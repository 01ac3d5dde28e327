"""The Word file: well-formed parts, real headings, lists, links and footnotes, the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from workbench.core.change import with_draft_text
from workbench.core.record import CheckState
from workbench.publish.word_file import word_file_for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Word:
    """What is in a Word file, read with nothing of ours."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: etree.fromstring(archive.read(name)) for name in self.names}
        self.paragraphs = list(self.parts["word/document.xml"].iter(f"{W}p"))

    @staticmethod
    def text(element):
        return "".join(element.itertext())

    @staticmethod
    def style(paragraph):
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "Normal" if found is None else found.get(f"{W}val")

    def styled(self, style):
        return [self.text(one) for one in self.paragraphs if self.style(one) == style]

    def targets(self, part="document"):
        relations = self.parts[f"word/_rels/{part}.xml.rels"]
        return {one.get("Id"): one.get("Target") for one in relations}


@pytest.fixture
def word(harbor, house):
    return Word(word_file_for(harbor, house))


def test_the_same_check_gives_the_same_bytes(harbor, house):
    assert word_file_for(harbor, house) == word_file_for(replace(harbor), house)


def test_every_part_is_declared_and_every_reference_leads_somewhere(word):
    declared = {one.get("PartName") for one in word.parts["[Content_Types].xml"]} - {None}
    assert declared == {f"/{name}" for name in word.names if not name.endswith(".rels")} - {
        "/[Content_Types].xml"
    }
    styles = {one.get(f"{W}styleId") for one in word.parts["word/styles.xml"].iter(f"{W}style")}
    for tag in ("pStyle", "rStyle"):
        used = {one.get(f"{W}val") for one in word.parts["word/document.xml"].iter(f"{W}{tag}")}
        assert used <= styles
    numbers = {one.get(f"{W}numId") for one in word.parts["word/numbering.xml"].iter(f"{W}num")}
    assert {one.get(f"{W}val") for one in word.parts["word/document.xml"].iter(f"{W}numId")} <= (
        numbers
    )
    targets = word.targets()
    links = [one.get(f"{R}id") for one in word.parts["word/document.xml"].iter(f"{W}hyperlink")]
    assert links
    assert all(targets[link].startswith("https://") for link in links)


def test_title_stamp_and_headings(word, harbor):
    assert word.styled("Draft") == ["DRAFT. Not approved, not for publication."]
    assert word.styled("Title") == [harbor.title]
    assert word.styled("Heading1")[:2] == ["Quick read", "What happened"]
    assert word.styled("Heading2") == ["The call"]
    assert word.styled("Heading3") == ["After the call"]
    assert word.styled("Quote")[0] == "“We will talk again,” Okafor said."


def test_an_approved_check_has_no_stamp(harbor, house):
    word = Word(word_file_for(replace(harbor, state=CheckState.APPROVED), house))
    assert word.styled("Draft") == []


def test_claims_in_the_lists_carry_their_evidence_as_footnotes(word):
    notes = {
        one.get(f"{W}id"): word.text(one).strip()
        for one in word.parts["word/footnotes.xml"]
        if one.get(f"{W}type") is None
    }
    marked = {
        word.text(paragraph): mark.get(f"{W}id")
        for paragraph in word.paragraphs
        for mark in paragraph.iter(f"{W}footnoteReference")
    }
    assert len(marked) == len(notes) == 7
    passed = marked["The Harbor Bridge passed its inspection on 12 May 2026."]
    assert notes[passed].startswith(
        "For: “passed, with remarks on bearing no. 4” (City Register, source 3)."
    )
    assert "MARKER" not in str(notes)


def test_numbered_lists_count_for_themselves(harbor, house):
    word = Word(
        word_file_for(with_draft_text(harbor, "lede", "1. a\n2. b\n\nwords\n\n1. c"), house)
    )
    lists = {
        word.text(one): one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for one in word.paragraphs
        if one.find(f"{W}pPr/{W}numPr") is not None
    }
    assert lists["a"] == lists["b"] != lists["c"]
    assert "1" not in (lists["a"], lists["c"])


def test_language_author_and_times_are_told(word):
    core = word.parts["docProps/core.xml"]
    assert {etree.QName(one).localname: one.text for one in core} == {
        "title": "Lindqvist called Okafor: what the “campaign launch” is made of",
        "creator": "Nora Feld",
        "language": "en",
        "created": "2026-07-08T09:30:00Z",
        "modified": "2026-07-08T09:30:00Z",
    }
    language = next(word.parts["word/styles.xml"].iter(f"{W}lang"))
    assert language.get(f"{W}val") == "en"


def test_hostile_words_are_words(harbor, house):
    words = '</w:t></w:r> & \ufffe "x" <w:br/> [a](https://a.example/?q="é"&b=<c>)'
    check = replace(with_draft_text(harbor, "lede", words), title=words, language='"/><x')
    word = Word(word_file_for(check, house))
    assert word.styled("Title")[0].startswith('</w:t></w:r> & \ufffd "x"')
    for target in word.targets().values():
        assert target.isascii()
