"""The editor's copy: every sentence with what it rests on, flags in words, nothing private."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from workbench.core.change import with_draft_text
from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.contact import Contact
from workbench.core.finding import Finding, Place, Severity
from workbench.core.record import CheckState
from workbench.house.house import load_house
from workbench.publish.editors_copy import Mark, MarkKind, editors_copy
from workbench.publish.editors_page import editors_page
from workbench.rules.coverage import Cover
from workbench.rules.preflight.dismissal import dismissal_key

HIDDEN = Contact(
    id="01980000-0000-7000-8000-0000000000c1", who="MARKER person", answer="MARKER answer",
    notes="MARKER note", is_private=True,
)  # fmt: skip
ERROR = Finding(
    rule="made_up",
    severity=Severity.ERROR,
    place=Place(part="lede", start=0, end=9),
    text="She <will>",
    message="This goes too far.",
    help="Say less.",
)
WARNING = replace(ERROR, severity=Severity.WARNING, message="This is a little bold.")
VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """What is in a page: its ids, its links, the words of each element with an id."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.tags, self._open = {}, [], [], []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        if tag == "a":
            self.links.append(found["href"])
        if "id" in found:
            assert found["id"] not in self.ids
            self.ids[found["id"]] = ""
        if tag not in VOID:
            self._open.append((tag, found.get("id")))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        for _, name in self._open:
            if name:
                self.ids[name] += data

    def words(self, name):
        return " ".join(self.ids[name].split())


def cite(check, index):
    return mark_for(citation_key(check.passages[index].id))


@pytest.fixture
def drafted(harbor):
    text = (
        f"Lindqvist phoned Okafor.{cite(harbor, 1)}{cite(harbor, 0)} *She will run.* It is a "
        "sign.[^analysis] Gone.[^ffffffff] See [the list.](https://lists.example/a) `In code.`\n\n"
        f"- one item\n  - a deeper one\n- the last{cite(harbor, 3)}\n\n> Said in a quotation."
    )
    return with_draft_text(harbor, "lede", text)


def page_of(check, house, findings=()):
    return editors_page(editors_copy(check, house, findings), house)


def marks(copy, kind):
    return [
        piece
        for part in copy.parts
        for block in part.blocks
        for piece in block.pieces
        if isinstance(piece, Mark) and piece.kind is kind
    ]


def lede(copy):
    part = next(part for part in copy.parts if part.key == "lede")
    return [
        "".join(f"<{one.kind.name}>" if isinstance(one, Mark) else one.text for one in block.pieces)
        for block in part.blocks
    ]


def test_marks_stand_behind_their_sentences(drafted, house):
    assert lede(editors_copy(drafted, house, ())) == [
        "Lindqvist phoned Okafor.<NOTE><NOTE> She will run.<OPEN> It is a sign.<ANALYSIS> "
        "Gone.<GONE> See the list.<OPEN> In code.<OPEN>",
        "one item<OPEN>",
        "a deeper one<OPEN>",
        "the last<NOTE>",
        "Said in a quotation.<OPEN>",
    ]


def test_every_open_sentence_is_flagged_once_and_listed(drafted, house):
    copy = editors_copy(drafted, house, ())
    wanted = copy.coverage.of(Cover.OPEN)
    assert [mark.number for mark in marks(copy, MarkKind.OPEN)] == list(range(1, len(wanted) + 1))
    page = Page(page_of(drafted, house))
    listed = page.words("open")
    assert all(f"{one.words.lstrip('-*• ')}" in listed for one in wanted)
    assert page.words("open-1") == "[no source cited]"


def test_a_note_says_words_outlet_date_speaker_and_origins(drafted, house):
    page = Page(page_of(drafted, house))
    number = next(
        number for number in range(1, 30) if "phoned Okafor" in page.ids.get(f"note-{number}", "")
    )
    note = page.ids[f"note-{number}"]
    assert (
        "“Lindqvist phoned Okafor on Thursday” (The Ledger, source 2; 2 July 2026, 08:06 "
        "(America/New_York), stated; said by two people familiar with the call, not named)." in note
    )
    assert "For claim 1, reported. Independent origins: one known, one in hand." in note
    assert "Against claim 5, contradicted." in note


def test_claims_carry_their_evidence_once_and_then_its_number(drafted, house):
    page = Page(page_of(drafted, house))
    passed = [
        words for name, words in page.ids.items()
        if name.startswith("note-") and words.startswith("Claim 2, confirmed.")
    ]  # fmt: skip
    assert len(passed) == 1
    assert "inferred from the date of the inspection" in passed[0]
    told = [words for name, words in page.ids.items() if name.startswith("note-")]
    again = re.search(r"Claim 3, not confirmed\. Its evidence is in note (\d+)\.", " ".join(told))
    assert again
    assert "election office" in page.ids[f"note-{again[1]}"]


def test_every_note_and_every_way_back_lead_somewhere(drafted, house):
    page = Page(page_of(drafted, house, (ERROR,)))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.ids)
    notes = [name for name in page.ids if name.startswith("note-")]
    assert [f"note-{number}" for number in range(1, len(notes) + 1)] == notes
    assert all(f"ref-{name[5:]}" in page.ids for name in notes)


def test_a_quote_from_an_older_text_says_so(drafted, house):
    ledger = drafted.source(drafted.passages[1].source_id)
    newer = replace(ledger.version, id="01980000-0000-7000-8000-0000000000d1", text="Another text.")
    sources = tuple(
        replace(one, versions=(*one.versions, newer)) if one.id == ledger.id else one
        for one in drafted.sources
    )
    words = page_of(replace(drafted, sources=sources), house)
    assert "in its text of 8 July 2026" in words


def test_what_was_typed_cannot_pass_for_a_note(harbor, house):
    links = "[2](https://footnote.invalid/2) [no](https://footnote.invalid/open)[^00000000]"
    check = with_draft_text(harbor, "lede", f"It is so. {links}\n\nhttps://footnote.invalid/x/1")
    copy = editors_copy(check, house, ())
    before = len(editors_copy(harbor, house, ()).notes)
    assert len(copy.notes) == before
    assert len(marks(copy, MarkKind.GONE)) == 1
    page = page_of(check, house)
    assert 'href="https://footnote.invalid/2"' in page
    assert page.count("footnote.invalid/open") == 1


def test_no_name_of_our_own_is_left_in_the_page(drafted, house):
    page = page_of(drafted, house)
    assert "footnote.invalid" not in page
    assert "00000" not in page.replace("#", "")


def test_findings_stand_first_by_severity_and_those_set_aside_are_left_out(drafted, house):
    page = Page(page_of(drafted, house, (WARNING, ERROR)))
    words = page.words("findings")
    assert words.index("Errors (1)") < words.index("This goes too far. She <will> Say less.")
    assert words.index("This goes too far.") < words.index("Warnings (1) Lede: This is a little")
    calm = replace(drafted, dismissals=(dismissal_key(WARNING),))
    assert "a little bold" not in page_of(calm, house, (WARNING, ERROR))


def test_open_sentences_are_not_told_twice(drafted, house):
    copy = editors_copy(drafted, house, (replace(ERROR, rule="unsupported_sentence"),))
    assert copy.findings == ()


def test_the_head_tells_state_time_and_coverage(drafted, house):
    copy = editors_copy(drafted, house, ())
    page = page_of(drafted, house, (ERROR, WARNING))
    assert "EDITOR’S COPY" in page
    assert "State: draft, not approved" in page
    assert "As edited on 8 July 2026 at 09:30:00 UTC" in page
    assert f"{copy.coverage.sourced} of {copy.coverage.total} sentences sourced" in page
    assert "Pre-flight: 1 error, 1 warning" in page
    approved = page_of(replace(drafted, state=CheckState.APPROVED), house)
    assert "State: approved</li>" in approved


def test_a_part_of_analysis_says_so(harbor, house):
    check = with_draft_text(harbor, "why_person", "She leads the council. It matters.")
    page = Page(page_of(check, house))
    assert page.words("part-why_person").startswith(
        "Why this person matters Analysis: sentences here need no source. She leads"
    )


def test_nothing_private_is_in_it(drafted, house):
    page = page_of(replace(drafted, contacts=(HIDDEN,)), house, (ERROR,))
    assert "MARKER" not in page


def test_it_loads_nothing_and_runs_nothing(drafted, house):
    evil = with_draft_text(
        drafted, "lede", "<script>x</script> ![p](https://e.example/p.png) [j](javascript:x)."
    )
    check = replace(evil, title="<img src=x onerror=y>", language="ar")
    html = page_of(check, load_house(), (ERROR,))
    page = Page(html)
    assert not {"script", "img", "link", "iframe", "table", "form"} & set(page.tags)
    assert page.tags.count("main") == page.tags.count("h1") == page.tags.count("nav") == 1
    assert '<html lang="ar" dir="rtl">' in html
    assert "default-src 'none'" in html


def test_headings_skip_no_level(drafted, house):
    levels = [int(tag[1]) for tag in Page(page_of(drafted, house, (ERROR,))).tags if
              re.fullmatch("h[1-6]", tag)]  # fmt: skip
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


def test_same_check_same_bytes(drafted, house):
    assert page_of(drafted, house, (ERROR,)) == page_of(replace(drafted), house, (ERROR,))


def test_an_empty_check_has_a_copy(harbor, house):
    empty = type(harbor)(
        id=harbor.id, slug="empty", title="", created=harbor.created, changed=harbor.changed
    )
    words = page_of(empty, house)
    assert "No sentence to source yet" in words
    assert "Nothing is open." in words
