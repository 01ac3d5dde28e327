from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbench.ui.field import LineField, TextField
from workbench.ui.form import FormScroll


@pytest.fixture(params=[LineField, TextField])
def field(request, hands):
    """A field in a window that has Undo and Redo of its own."""
    host = QWidget()
    made = request.param(host)
    host.asked = []
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"):
        action = QAction(host)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: host.asked.append(keys))
        host.addAction(action)
    QVBoxLayout(host).addWidget(made)
    hands.show(host)
    made.steps = []
    made.edited.connect(lambda text, step: made.steps.append((text, step)))
    return made


def text_of(field):
    return field.text() if isinstance(field, LineField) else field.toPlainText()


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_undo_and_redo_belong_to_the_window(field, hands, keys):
    hands.type(field, "shut")
    hands.press(field, keys)
    assert field.window().asked == [keys]
    assert text_of(field) == "shut"


def test_showing_a_value_tells_nobody(field):
    field.show_text("The bridge is shut")
    assert text_of(field) == "The bridge is shut"
    assert field.steps == []


def test_each_edit_is_told_with_its_step(field, hands):
    hands.type(field, "is shut")
    texts = [text for text, _ in field.steps]
    assert texts == ["i", "is", "is ", "is s", "is sh", "is shu", "is shut"]
    first, second = field.steps[0][1], field.steps[-1][1]
    assert [step for _, step in field.steps] == [first] * 2 + [second] * 5
    assert first != second


def test_words_after_a_value_that_came_from_elsewhere_are_a_new_step(field, hands):
    hands.type(field, "is")
    field.show_text("was")
    hands.type(field, "n")
    assert field.steps[-1][1] != field.steps[0][1]


def test_typing_over_a_selection_is_one_step_with_the_word_that_follows(field, hands):
    hands.type(field, "The bridge is open")
    hands.type(field, "Shut", replacing=True)
    assert field.steps[-1][0] == "Shut"
    steps = [step for _, step in field.steps]
    assert len(set(steps[-4:])) == 1
    assert steps[-4] not in steps[:-4]


def test_pasting_is_a_step_of_its_own(field, hands):
    QGuiApplication.clipboard().setText(" and 🌉")
    hands.type(field, "shut")
    hands.press(field, "Ctrl+V")
    hands.type(field, "s")
    assert field.steps[-1][0] == "shut and 🌉s"
    steps = [step for _, step in field.steps]
    assert len(set(steps)) == 3
    assert steps[-1] not in steps[:-1]


def test_the_cursor_stays_where_the_person_is_writing(field, hands):
    hands.type(field, "shut for good")
    for _ in range(9):
        hands.press(field, "Left")
    field.show_text("shut for now")
    hands.type(field, "!")
    assert text_of(field) == "shut! for now"


def test_the_context_menu_offers_no_undo_that_would_not_be_the_windows(qtbot, hands):
    line = hands.show(LineField())
    hands.type(line, "shut")
    place = line.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, line.mapToGlobal(place))
    QApplication.sendEvent(line, event)
    menu = QApplication.activePopupWidget()
    names = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    menu.close()
    assert "Paste" in names
    assert not {"Undo", "Redo"} & set(names)


@pytest.fixture
def tall(hands):
    host = QWidget()
    made = TextField(host, least_lines=2, most_lines=5)
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addStretch(1)
    hands.show(host, 400, 600)
    return made


def height_with(field, text):
    field.show_text(text)
    return field.height()


def test_a_text_field_grows_with_its_text_between_two_heights(tall):
    heights = [height_with(tall, "line\n" * (lines - 1) + "line") for lines in range(1, 9)]
    assert heights[0] == heights[1] < heights[2] < heights[3] < heights[4]
    assert heights[4] == heights[5] == heights[7]
    assert height_with(tall, "") == heights[0]


def test_a_text_field_shows_all_lines_of_a_wrapped_paragraph(tall):
    small = height_with(tall, "word")
    tall.show_text("word " * 60)
    assert tall.height() > small
    assert tall.height() == height_with(tall, "a\nb\nc\nd\ne")


@pytest.mark.parametrize("points", [8, 9, 10, 11, 13, 17])
def test_a_text_field_scrolls_only_when_it_may_not_grow_any_more(tall, points):
    font = tall.font()
    font.setPointSize(points)
    tall.setFont(font)
    for text in ("a", "a\nb\nc\nd\ne", "שלום\n橋 🌉\nनमस्ते"):
        tall.show_text(text)
        assert tall.verticalScrollBar().maximum() == 0
    tall.show_text("\n".join("abcdefgh"))
    assert tall.verticalScrollBar().maximum() > 0


def test_the_wheel_scrolls_the_form_unless_the_field_has_more_to_show(hands):
    form = FormScroll()
    field = TextField(most_lines=3)
    form.column.addWidget(field)
    form.column.addSpacing(2_000)
    hands.show(form, 400, 400)
    bar = form.verticalScrollBar()
    turn(field.viewport())
    assert bar.value() > 0
    bar.setValue(0)
    field.show_text("\n".join("abcdefgh"))
    turn(field.viewport())
    assert (bar.value(), field.verticalScrollBar().value() > 0) == (0, True)


def turn(widget):
    """Turn the wheel one notch towards the person."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, -120))


def test_a_text_field_takes_more_lines_when_it_becomes_narrower(tall):
    tall.show_text("The Harbor Bridge is shut and will not open again this year")
    wide = tall.height()
    tall.window().resize(180, 600)
    QApplication.processEvents()
    assert tall.height() > wide


def test_tab_leaves_a_text_field(hands):
    host = QWidget()
    first, second = TextField(), LineField()
    column = QVBoxLayout(host)
    column.addWidget(first)
    column.addWidget(second)
    hands.show(host)
    hands.type(first, "shut")
    hands.press(first, "Tab")
    assert second.hasFocus()
    assert first.toPlainText() == "shut"
