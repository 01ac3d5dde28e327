from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.core.claim import Stance
from workbench.ui.form import Choice, FormScroll, add_field, sentence_case


@pytest.fixture
def form(hands):
    """A form with a button before and after it; its third line came later than the others."""
    made = FormScroll()
    for line in (0, 1, 3):
        row = QHBoxLayout()
        for place in (0, 1):
            field = QLineEdit()
            field.setObjectName(f"{line}{place}")
            row.addWidget(field)
        made.column.addLayout(row)
    host = QWidget()
    column = QVBoxLayout(host)
    host.before, host.after = QPushButton("Before"), QPushButton("After")
    for widget in (host.before, made, host.after):
        column.addWidget(widget)
    late = QWidget()
    row = QHBoxLayout(late)
    for place in (0, 1):
        field = QLineEdit()
        field.setObjectName(f"2{place}")
        row.addWidget(field)
    made.column.insertWidget(2, late)
    hands.show(host, 400, 300)
    return made


ORDER = ["00", "01", "10", "11", "20", "21", "30", "31"]


def test_the_tab_key_goes_line_by_line_whenever_a_line_came(hands, form):
    form.window().before.setFocus()
    reached = []
    for _ in range(8):
        hands.tap("Tab")
        reached.append(QApplication.focusWidget().objectName())
    assert reached == ORDER
    hands.tap("Tab")
    assert form.window().after.hasFocus()


def test_and_back(hands, form):
    hands.find(form, "31").setFocus()
    reached = []
    for _ in range(7):
        hands.tap("Shift+Tab")
        reached.append(QApplication.focusWidget().objectName())
    assert reached == ORDER[-2::-1]
    hands.tap("Shift+Tab")
    assert form.window().before.hasFocus()


def test_from_right_to_left_where_that_is_how_one_reads(hands, form):
    form.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    first = hands.find(form, "00")
    assert first.mapTo(form.body, QPoint()).x() > hands.find(form, "01").mapTo(
        form.body, QPoint()
    ).x()  # fmt: skip
    first.setFocus()
    hands.tap("Tab")
    assert QApplication.focusWidget().objectName() == "01"


def test_what_is_hidden_or_disabled_is_passed_over(hands, form):
    hands.find(form, "01").hide()
    hands.find(form, "10").setEnabled(False)
    hands.find(form, "00").setFocus()
    hands.tap("Tab")
    assert QApplication.focusWidget().objectName() == "11"


def test_the_field_that_gets_the_keyboard_is_scrolled_into_view(qtbot, hands, form):
    for number in range(30):
        field = QLineEdit()
        field.setObjectName(f"more{number}")
        form.column.addWidget(field)
    qtbot.waitUntil(lambda: form.verticalScrollBar().maximum() > 300)
    hands.find(form, "31").setFocus()
    for _ in range(30):
        hands.tap("Tab")
    last = hands.find(form, "more29")
    assert last.hasFocus()
    place = last.mapTo(form.viewport(), last.rect().center())
    assert form.viewport().rect().contains(place)


def test_a_caption_names_its_field(qapp):
    form, field = FormScroll(), QLineEdit()
    label = add_field(form.column, "As circulated", field)
    assert label.buddy() is field
    name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    assert name == "As circulated"


def test_a_choice_shows_words_and_holds_codes(qtbot, qapp):
    box = Choice(((Stance.SUPPORTS, "for"), (Stance.CONTEXT, "context")))
    assert (box.currentText(), box.value) == ("For", "supports")
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.show_value(Stance.CONTEXT)
    assert (box.currentText(), box.value) == ("Context", "context")
    box.show_value("unheard of")
    assert box.value == ""


@pytest.mark.parametrize(
    ("words", "shown"), [("not in hand", "Not in hand"), ("", ""), ("éclair", "Éclair"), ("X", "X")]
)
def test_a_sentence_begins_with_a_capital_and_changes_nothing_else(words, shown):
    assert sentence_case(words) == shown
