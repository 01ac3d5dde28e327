"""Citing evidence in the draft: by key from the sentence, by Q from the article, and the count."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from workbench.core.citation_mark import citation_marks
from workbench.ui.citation_paint import CitationPaint
from workbench.ui.field import TextField


def field_of(window, part="lede"):
    window.workspace.show_tab("draft")
    return window.workspace.draft.findChild(TextField, f"draft_{part}")


@pytest.fixture
def lede(window, hands):
    field = field_of(window)
    hands.press(window, "Ctrl+3")
    hands.type(field, "The mayor phoned the governor. Nobody knows why.", replacing=True)
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    return field


def test_a_sentence_is_tied_to_evidence_by_keys_alone(window, hands, lede):
    hands.press(lede, "Ctrl+Alt+F")
    sheet = window.citing._sheet
    assert sheet.isVisible()
    hands.tap("Down", "Up", "Return")
    text = window.desk.check.draft.text("lede")
    (mark,) = citation_marks(text)
    assert text == f"The mayor phoned the governor.[^{mark.key}] Nobody knows why."
    assert lede.hasFocus()
    assert lede.textCursor().position() == mark.end
    hands.press(lede, "Ctrl+Z")
    assert not citation_marks(window.desk.check.draft.text("lede"))


def test_what_is_cited_already_stands_first_and_can_be_taken_away(window, hands, lede):
    hands.press(lede, "Ctrl+Alt+F")
    hands.tap("Return")
    hands.press(lede, "Ctrl+Alt+F")
    sheet = window.citing._sheet
    assert "cited here" in sheet.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    hands.tap("Return")
    assert (
        window.desk.check.draft.text("lede") == "The mayor phoned the governor. Nobody knows why."
    )


def test_a_sentence_is_marked_as_analysis(window, hands, lede):
    lede.moveCursor(QTextCursor.MoveOperation.End)
    hands.press(lede, "Ctrl+Alt+F")
    hands.write("zzzz")
    assert window.citing._sheet.list.model().rowCount() == 1
    hands.tap("Return")
    assert window.desk.check.draft.text("lede").endswith("Nobody knows why.[^analysis]")


def test_without_a_sentence_the_window_says_what_to_do(window, hands, lede):
    lede.selectAll()
    hands.press(lede, "Delete")
    hands.press(lede, "Ctrl+Alt+F")
    assert "Write the sentence first" in window.notices.text
    assert window.citing._sheet is None


def test_a_quotation_from_the_article_brings_its_citation(window, hands):
    article = window.workspace.article
    source = window.desk.check.sources[0]
    article.show_source(source.id)
    start = source.version.text.index("call")
    article.quote_asked.emit(source.id, start, start + 40)
    text = window.desk.check.draft.text(window.workspace.draft.part_key)
    mark = citation_marks(text)[-1]
    passages = [one for one in window.desk.check.passages if one.id.endswith(mark.key)]
    assert source.version.text[start : start + 40] in passages[0].selector.exact


def test_the_status_line_counts_and_leads_to_what_is_open(window, hands, lede, qtbot):
    proofing = window.preflight.proofing
    qtbot.waitUntil(lambda: not proofing.is_busy and proofing.coverage is not None)
    button = hands.find(window, "coverage_status")
    assert button.text() == (
        f"{proofing.coverage.sourced} of {proofing.coverage.total} sentences sourced"
    )
    lede.moveCursor(QTextCursor.MoveOperation.Start)
    hands.click(button)
    selected = {field.textCursor().selectedText() for field in window.findChildren(TextField)}
    assert selected & {"The mayor phoned the governor.", "Nobody knows why."}


def test_painting_the_marks_is_no_edit(window, hands, lede):
    steps = window.desk.undo_stack.count()
    for paint in window.findChildren(CitationPaint):
        paint.rehighlight()
    assert window.desk.undo_stack.count() == steps
