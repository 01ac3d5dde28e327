from __future__ import annotations

import pytest

from workbench.publish.page import html_for
from workbench.ui.preview import Preview


@pytest.fixture
def preview(hands):
    made = Preview()
    made.show_page(html_for("\n\n".join(f"Paragraph {number} 🌉 הלוי." for number in range(90))))
    return hands.show(made, 500, 400)


def test_the_page_is_shown_as_a_reader_reads_it(preview):
    preview.show_page(html_for("# Gone?\n\n- *one*\n- two & three\n\n> quoted\n"))
    assert preview.toPlainText() == "Gone?\none\ntwo & three\nquoted"


def test_the_same_page_is_not_laid_out_again(qtbot, preview):
    with qtbot.assertNotEmitted(preview.textChanged):
        preview.show_page(preview._html)


def test_a_page_that_changes_keeps_the_readers_place(preview):
    preview.verticalScrollBar().setValue(500)
    preview.show_page(preview._html + "<p>More.</p>")
    assert preview.toPlainText().endswith("More.")
    assert preview.verticalScrollBar().value() == 500


def test_a_larger_size_makes_the_page_longer(preview):
    before = preview.document().size().height()
    preview.set_zoom(1.5)
    assert preview.document().size().height() > 1.2 * before


def test_the_page_follows_the_words_that_are_written(preview):
    preview.follow("Paragraph 60")
    bar = preview.verticalScrollBar()
    assert 0 < bar.value() < bar.maximum()
    place = bar.value()
    preview.follow("Paragraph 61")
    assert bar.value() == place
    preview.follow("words that are not there")
    preview.follow("")
    assert bar.value() == place
