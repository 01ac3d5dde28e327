from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from workbench.ui.flow import FlowLayout


@pytest.fixture
def row(hands):
    host = QWidget()
    column = QVBoxLayout(host)
    made = QWidget()
    flow = FlowLayout(made, spacing=6)
    made.buttons = [QPushButton(f"Button {number}") for number in range(6)]
    for button in made.buttons:
        flow.addWidget(button)
    column.addWidget(made)
    column.addStretch(1)
    hands.show(host, 1_200, 300)
    return made


def resized(row, width):
    row.window().resize(width, 300)
    QApplication.processEvents()
    return [button.geometry() for button in row.buttons]


def test_all_stand_on_one_line_where_there_is_room(row):
    boxes = resized(row, 1_200)
    assert len({box.y() for box in boxes}) == 1
    assert [box.x() for box in boxes] == sorted(box.x() for box in boxes)


@pytest.mark.parametrize("width", [500, 320, 140])
def test_what_does_not_fit_goes_on_below_and_nothing_overlaps_or_sticks_out(row, width):
    boxes = resized(row, width)
    assert len({box.y() for box in boxes}) > 1
    for place, box in enumerate(boxes):
        assert row.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[place + 1 :])
    assert row.height() >= boxes[-1].bottom()


def test_hidden_ones_leave_no_gap(row):
    before = resized(row, 1_200)
    row.buttons[0].hide()
    QApplication.processEvents()
    assert row.buttons[1].x() == before[0].x()


def test_it_fills_the_line_from_the_right_where_one_reads_so(row):
    row.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    boxes = resized(row, 1_200)
    assert boxes[0].right() == row.rect().right()
    assert boxes[0].x() > boxes[1].x()
