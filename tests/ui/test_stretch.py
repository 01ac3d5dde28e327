from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from workbench.ui.stretch import stretch_rects

ORIGIN = QPointF(0, 0)


@pytest.fixture
def rects(hands):
    """Return a function that lays a text out and gives the boxes of some words in it."""
    edit = hands.show(QPlainTextEdit(), 300, 300)

    def boxes(text, words="", start=None, end=None):
        edit.setPlainText(text)
        QApplication.processEvents()
        edit.setTextCursor(QTextCursor(edit.document()))
        block = edit.document().firstBlock()
        if start is None:
            start = text.index(words)
            end = start + len(words)
        found = list(stretch_rects(block, ORIGIN, start, end))
        return found, block.layout()

    return boxes


def test_words_on_one_line_have_one_box_from_their_first_to_their_last_letter(rects):
    found, layout = rects("The bridge is shut", "bridge")
    line = layout.lineAt(0)
    assert len(found) == 1
    assert found[0].left() == pytest.approx(line.cursorToX(4)[0])
    assert found[0].right() == pytest.approx(line.cursorToX(10)[0])


def test_words_that_wrap_have_a_box_on_each_line(rects):
    text = "The Harbor Bridge is shut and will not open again this year or the next one"
    found, layout = rects(text, text)
    assert layout.lineCount() > 1
    assert len(found) == layout.lineCount()
    assert [box.top() for box in found] == sorted(box.top() for box in found)


def test_a_right_to_left_word_in_a_line_has_its_box_where_it_is_drawn(rects):
    text = "Noor הלוי heard"
    found, layout = rects(text, "הלוי")
    line = layout.lineAt(0)
    width = line.cursorToX(text.index(" heard"))[0] - line.cursorToX(text.index("ה") - 1)[0]
    assert len(found) == 1
    assert 0 < found[0].width() <= width + 1
    assert found[0].left() >= line.cursorToX(4)[0] - 1


def test_half_of_a_right_to_left_word_is_its_right_half(rects):
    text = "Noor הלוי heard"
    whole, _ = rects(text, "הלוי")
    half, _ = rects(text, "הל")
    assert half[0].right() == pytest.approx(whole[0].right(), abs=1)
    assert half[0].left() > whole[0].left() + 1


def test_a_selection_across_directions_covers_all_its_words(rects):
    text = "Noor הלוי heard"
    parts = [sum(box.width() for box in rects(text, words)[0]) for words in ("or ", "הלוי", " he")]
    whole = sum(box.width() for box in rects(text, "or הלוי he")[0])
    assert whole == pytest.approx(sum(parts), abs=3)


@pytest.mark.parametrize(("start", "end"), [(-5, 0), (4, 4), (9, 3), (10, 60)])
def test_a_stretch_outside_the_block_has_no_box(rects, start, end):
    assert rects("The bridge", start=start, end=end)[0] == []


def test_a_stretch_that_reaches_over_the_block_is_cut_at_its_ends(rects):
    inside, _ = rects("The bridge", "The bridge")
    over, layout = rects("The bridge", start=-7, end=99)
    assert over == inside
    assert over[0].width() == pytest.approx(layout.lineAt(0).naturalTextWidth())
