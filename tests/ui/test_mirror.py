"""A window that reads from the right: every painted place changes sides, and stays in its row."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from workbench.house.resource import resource
from workbench.ui.mirror import mirrored_sheet, placed
from workbench.ui.theme import current_theme


@pytest.fixture
def from_right(qapp):
    """A program whose language reads from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def columns_of(image, color, row, spread=0):
    """Return the columns of a row of pixels that have a colour, near enough."""
    found = []
    for x in range(image.width()):
        pixel = image.pixelColor(x, row)
        parts = zip(pixel.getRgb()[:3], color.getRgb()[:3], strict=True)
        if all(abs(one - other) <= spread for one, other in parts):
            found.append(x)
    return found


def test_a_place_is_mirrored_inside_its_box(from_right):
    box = QRect(10, 0, 200, 30)
    place = QRect(18, 4, 26, 20)
    assert placed(place, box) == QRect(176, 4, 26, 20)
    assert placed(placed(place, box), box) == place


def test_nothing_moves_where_one_reads_from_the_left(qapp):
    assert placed(QRect(18, 4, 26, 20), QRect(10, 0, 200, 30)) == QRect(18, 4, 26, 20)


def test_the_rows_of_the_claims_change_sides(from_right, open_window):
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(1_280, 800)
    claims = window.workspace.claims.list
    QApplication.processEvents()
    chosen = claims.visualRect(claims.currentIndex())
    image = claims.viewport().grab().toImage()
    row = chosen.center().y()
    bar = columns_of(image, current_theme().color("accent"), chosen.top() + 2)
    assert bar, "the chosen row has no bar"
    assert chosen.right() - 3 <= min(bar) <= max(bar) <= chosen.right()
    chip = columns_of(image, current_theme().status("reported"), row, spread=8)
    words = columns_of(image, current_theme().color("text"), row, spread=8)
    assert chip, "the chip is not painted"
    assert max(chip) < min(words), "the chip stands where the line ends: on the left"
    assert chosen.left() <= min(chip)
    assert max(words) < chosen.right() - 30, "the number stands on the right"


def test_the_numbers_beside_the_article_are_not_under_its_scroll_bar(from_right, open_window):
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(1_280, 800)
    QApplication.processEvents()
    view = window.workspace.article.view
    assert view.verticalScrollBar().isVisible()
    assert view.margin.geometry().right() < view.viewport().geometry().left()
    assert view.margin.geometry().left() >= view.verticalScrollBar().geometry().right()


def test_arrows_point_the_way_one_reads(from_right, open_window):
    window = open_window()
    assert window.shelf.open_sample()
    arrows = [one.text() for one in window.findChildren(QLabel) if one.text() in ("→", "←")]
    assert set(arrows) == {"←"}


def test_the_style_sheet_is_mirrored_and_twice_is_as_it_was():
    sheet = resource("style", "window.qss").read_text(encoding="utf-8")
    mirrored = mirrored_sheet(sheet)
    assert "padding: 4px 8px 4px 24px" in mirrored  # room for the arrow of a box
    assert mirrored_sheet(mirrored) == sheet
    assert len(re.findall(r"[{}]", mirrored)) == len(re.findall(r"[{}]", sheet))
