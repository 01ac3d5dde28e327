"""Marks go with their words, whatever is done to the text around them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core.finding import Finding, Place, Severity
from workbench.ui import field_mark
from workbench.ui.field import TextField
from workbench.ui.field_mark import FieldMarks
from workbench.ui.finding_mark import paint_underline, severity_token
from workbench.ui.theme import current_theme

TEXT = "🌉 It is confirmed that the bridge is shut.\nTODO ask. The bridge is shut.\n"


def a_finding(words, severity=Severity.WARNING, text=TEXT, start=None):
    start = text.index(words) if start is None else start
    place = Place(part="lede", start=start, end=start + len(words))
    return Finding(rule="x", severity=severity, place=place, text=words, message=f"On {words}")


@pytest.fixture
def field(qtbot, hands):
    made = TextField()
    made.show_text(TEXT)
    hands.show(made, 400, 200)
    return made


@pytest.fixture
def marks(field):
    made = FieldMarks(field)
    made.show([a_finding("TODO", Severity.ERROR), a_finding("confirmed that")])
    return made


def marked(marks):
    return [words for _, words in marks.words()]


def put_caret(field, words, offset=0):
    cursor = field.textCursor()
    at = field.toPlainText().encode("utf-16-le").index(words.encode("utf-16-le")) // 2
    cursor.setPosition(at + offset)
    field.setTextCursor(cursor)


def test_very_words_are_marked_behind_an_emoji_too(marks):
    assert marks.words() == [("warning", "confirmed that"), ("error", "TODO")]


def test_typing_before_between_and_behind_moves_the_marks(field, marks, hands):
    put_caret(field, "It is")
    hands.write("So: ")
    assert marked(marks) == ["confirmed that", "TODO"]
    put_caret(field, "TODO", len("TODO"))
    hands.write("s now")
    assert marked(marks) == ["confirmed that", "TODO"]
    put_caret(field, "TODO")
    hands.write("A ")
    assert marked(marks) == ["confirmed that", "TODO"]
    put_caret(field, "confirmed", 4)
    hands.tap("Return")
    assert marked(marks) == ["conf\nirmed that", "TODO"]


def test_words_that_are_deleted_take_their_mark_along(field, marks, hands):
    put_caret(field, "TODO")
    hands.tap(*["Delete"] * 4)
    assert marked(marks) == ["confirmed that"]


def test_text_that_is_put_in_anew_keeps_the_marks_at_the_nearest_words(field, marks):
    field.show_text("Added. " + TEXT + "And TODO again, confirmed that.")
    assert marked(marks) == ["confirmed that", "TODO"]
    first = field.toPlainText().index("TODO")
    assert marks._marks[1].cursor.selectionStart() == first + 1  # the bridge takes two
    field.show_text("Nothing of it.")
    assert marked(marks) == []
    field.show_text(TEXT)
    assert marked(marks) == ["confirmed that", "TODO"]


def test_findings_may_come_before_the_text(qtbot, hands):
    field = TextField()
    marks = FieldMarks(field)
    marks.show([a_finding("TODO")])
    assert marked(marks) == []
    field.show_text(TEXT)
    assert marked(marks) == ["TODO"]


def test_place_that_the_text_has_moved_from_is_found_at_its_words(field, marks):
    second = a_finding("The bridge is shut", start=TEXT.index("The bridge") + 4)
    marks.show([second, a_finding("never written", start=3), a_finding("", start=3)])
    assert marked(marks) == ["The bridge is shut"]


def test_caret_tells_what_it_stands_in_and_the_gravest_first(field, marks):
    told = []
    marks.entered.connect(told.append)
    marks.show([a_finding("TODO ask"), a_finding("TODO", Severity.ERROR)])
    put_caret(field, "TODO", 2)
    assert told[-1].severity is Severity.ERROR
    put_caret(field, "TODO ask", 7)
    assert told[-1].severity is Severity.WARNING
    put_caret(field, "The bridge")
    assert told[-1] is None


def test_steps_go_round_and_select_the_words(field, marks):
    put_caret(field, "🌉")
    seen = []
    for step in (1, 1, 1, -1, -1):
        marks.step(step)
        seen.append(field.textCursor().selectedText())
    assert seen == ["confirmed that", "TODO", "confirmed that", "TODO", "confirmed that"]
    marks.show(())
    assert marks.step(1) is None


def pixels(field, severity):
    """Return how many pixels of the field have nearly the colour of a severity."""
    wanted = current_theme().color(severity_token(severity))
    image = field.viewport().grab().toImage()

    def near(color):
        return (
            sum(
                abs(one - other) for one, other in zip(color.getRgb(), wanted.getRgb(), strict=True)
            )
            < 24
        )

    return sum(
        near(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())
    )


def test_each_severity_is_painted_in_its_own_pattern(field, marks):
    counts = {}
    for severity in Severity:
        marks.show(())
        before = pixels(field, severity.value)
        marks.show([a_finding("confirmed that", severity)])
        counts[severity] = pixels(field, severity.value) - before
    assert counts[Severity.ERROR] > counts[Severity.WARNING] > 10
    assert counts[Severity.NOTE] > 10
    assert counts[Severity.ERROR] > 2 * counts[Severity.NOTE]


def test_a_key_paints_the_line_that_it_changes_and_not_the_whole_long_text(
    qtbot, hands, monkeypatch
):
    painted = []

    def counted(*what):
        painted.append(what)
        paint_underline(*what)

    monkeypatch.setattr(field_mark, "paint_underline", counted)
    text = "\n".join(f"TODO {number} ask again." for number in range(200))
    field = TextField(most_lines=400)
    field.show_text(text)
    marks = FieldMarks(field)
    places = [text.index(f"TODO {number} ") for number in range(200)]
    marks.show([a_finding("TODO", text=text, start=place) for place in places])
    hands.show(field, 400, 4_000)
    put_caret(field, "TODO 100 ", 9)
    QApplication.processEvents()
    assert len(painted) >= 200
    painted.clear()
    hands.write("now")
    QApplication.processEvents()
    assert 0 < len(painted) < 40
