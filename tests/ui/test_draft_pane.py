from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from workbench.core import change
from workbench.core.claim import ClaimStatus
from workbench.core.date import stated
from workbench.core.record import CheckState
from workbench.core.template import Generator
from workbench.core.verdict import Verdict
from workbench.ui.draft_pane import DraftPane


@pytest.fixture
def pane(qtbot, hands, desk, house):
    made = hands.show(DraftPane(desk, house), 1_000, 900)
    qtbot.waitUntil(lambda: "The Ledger reports a call." in made.preview.toPlainText())
    return made


def preview(pane):
    return pane.preview.toPlainText()


@pytest.fixture
def generated(hands, pane, seen):
    """A function that tells what is written by the workbench in a part."""
    return lambda key: seen(hands.find(pane, f"generated_{key}"))


def test_every_typed_part_of_the_template_reaches_the_draft(hands, pane, desk, house):
    for part in house.template.parts:
        if part.typed:
            hands.type(hands.find(pane, f"draft_{part.key}"), f"x {part.key}", replacing=True)
    typed = {part.key: f"x {part.key}" for part in house.template.parts if part.typed}
    assert {part.key: part.text for part in desk.check.draft.parts} == typed


def test_the_parts_stand_in_the_order_of_the_template(hands, pane, house):
    cards = [hands.find(pane, f"part_{part.key}") for part in house.template.parts]
    assert [card.y() for card in cards] == sorted(card.y() for card in cards)


def test_typing_is_in_the_preview_a_moment_later(qtbot, hands, pane):
    hands.type(hands.find(pane, "draft_lede"), " Nothing else is known.")
    qtbot.waitUntil(lambda: "Nothing else is known." in preview(pane))


def test_the_preview_waits_for_a_pause_in_the_typing(qtbot, hands, pane):
    rendered = []
    pane.preview.textChanged.connect(lambda: rendered.append(preview(pane)))
    hands.find(pane, "draft_lede").setFocus()
    hands.tap("Ctrl+End")
    hands.write(" Nothing else is known about it.")
    qtbot.waitUntil(lambda: "Nothing else is known about it." in preview(pane))
    assert len(rendered) < 10


def test_generated_parts_follow_the_claims(qtbot, pane, desk, case, generated):
    assert "The Ledger reports that Okafor called Lindqvist" in generated("confirmed")
    assert "The Harbor Bridge is shut" in generated("not_confirmed")
    ferry = replace(case.claims[1], as_supported="The bridge is closed to cars")
    desk.edit("x", lambda check: change.with_claim(check, ferry))
    qtbot.waitUntil(lambda: "closed to cars" in generated("not_confirmed"))
    assert "closed to cars" in preview(pane)
    contradicted = replace(ferry, status=ClaimStatus.CONTRADICTED)
    desk.edit("x", lambda check: change.with_claim(check, contradicted))
    qtbot.waitUntil(lambda: "closed to cars" not in generated("confirmed"))
    desk.edit("x", lambda check: change.without_claim(check, case.claims[0].id))
    qtbot.waitUntil(lambda: "called Lindqvist" not in generated("confirmed"))


def test_generated_parts_cannot_be_typed_in(pane, house, hands):
    for part in house.template.parts:
        if not part.typed:
            assert hands.find(pane, f"part_{part.key}").field is None
        if part.generator is not Generator.NONE:
            assert (
                hands.find(pane, f"generated_{part.key}")
                .accessibleName()
                .startswith(hands.find(pane, f"part_{part.key}").heading)
            )


class Tags(HTMLParser):
    """The tags and attributes that a page really has."""

    def __init__(self):
        super().__init__()
        self.names, self.attributes = set(), []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += attrs


HOSTILE = (
    "<script>alert(1)</script> <img src='file:///etc/hostname' onerror='x'> "
    "[click](javascript:alert(1)) <iframe src='https://example.org'></iframe> ![](https://e.org/x)"
)


def test_hostile_markdown_is_inert_in_the_preview(qtbot, hands, pane):
    asked = []
    pane.preview.sourceChanged.connect(asked.append)
    field = hands.find(pane, "draft_lede")
    hands.type(field, HOSTILE, replacing=True)
    qtbot.waitUntil(lambda: "click" in preview(pane))
    found = Tags()
    found.feed(pane.preview._html)
    assert not {"script", "img", "iframe"} & found.names
    assert not any(name.startswith("on") for name, _ in found.attributes)
    addresses = [value for name, value in found.attributes if name in ("href", "src")]
    assert all(address.startswith("https://") for address in addresses)
    picture = QTextDocument.ResourceType.ImageResource.value
    assert pane.preview.loadResource(picture, QUrl("file:///etc/hostname")) is None
    assert asked == []


def test_a_link_in_the_preview_leads_nowhere_by_itself(pane):
    assert not pane.preview.openLinks()
    assert not pane.preview.openExternalLinks()


def test_rating_and_reason_reach_the_check(hands, pane, desk, case):
    hands.choose(hands.find(pane, "verdict_label"), "unconfirmed")
    hands.type(hands.find(pane, "verdict_wording"), "Reported call")
    hands.type(hands.find(pane, "verdict_reason"), "Nobody in hand saw it.")
    assert desk.check.verdict == Verdict(
        scale="house",
        label="unconfirmed",
        wording="Reported call",
        reason="Nobody in hand saw it.",
    )
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert desk.check == case
    assert hands.find(pane, "verdict_label").value == ""


def test_a_watch_item_is_added_for_the_main_claim_changed_and_removed(
    qtbot, hands, pane, desk, case
):
    line = hands.find(pane, "watch_new")
    hands.type(line, "The port reopens")
    hands.press(line, "Return")
    item = desk.check.watch_items[1]
    assert (item.text, item.claim_id) == ("The port reopens", case.claims[0].id)
    hands.type(hands.find(pane, f"watch_due_{item.id}"), "1 September 2026")
    assert desk.check.watch_items[1].due == stated("2026-09-01")
    desk.undo_stack.undo()
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
    assert desk.check == case


def test_what_the_check_says_about_itself_reaches_it(hands, pane, desk):
    for name, text in (
        ("author", "Ada"),
        ("reviewer", "Nils"),
        ("language", "sv"),
        ("url", "https://checks.example/1"),
    ):
        hands.type(hands.find(pane, f"check_{name}"), text, replacing=True)
        assert getattr(desk.check, name) == text
    desk.edit("x", lambda check: replace(check, state=CheckState.APPROVED))
    assert hands.find(pane, "check_state").text() == "Approved"
    hands.type(hands.find(pane, "check_published"), "11 July 2026")
    assert desk.check.published == stated("2026-07-11")


def test_a_quotation_goes_to_the_part_that_was_written_in_last(hands, pane):
    assert pane.part_key == "what_happened"
    hands.type(hands.find(pane, "draft_why_it_matters"), "x")
    assert pane.part_key == "why_it_matters"


def test_another_check_shows_its_own_words(pane, desk, bare, hands):
    desk.open(bare)
    assert hands.find(pane, "draft_lede").toPlainText() == ""
    assert pane.part_key == "what_happened"


def test_the_preview_stands_below_where_there_is_no_room_beside(hands, pane):
    assert pane.splitter.orientation() is Qt.Orientation.Horizontal
    pane.resize(600, 900)
    assert pane.splitter.orientation() is Qt.Orientation.Vertical


def test_the_reader_keeps_the_place_in_the_preview_while_it_changes(qtbot, hands, pane, desk):
    long = "\n\n".join(f"Paragraph {n} of the draft." for n in range(80))
    desk.edit("x", lambda check: change.with_draft_text(check, "lede", long))
    qtbot.waitUntil(lambda: "Paragraph 79" in preview(pane))
    bar = pane.preview.verticalScrollBar()
    bar.setValue(300)
    desk.edit("x", lambda check: change.with_draft_text(check, "lede", f"{long} More."))
    qtbot.waitUntil(lambda: "More." in preview(pane))
    assert bar.value() == 300
