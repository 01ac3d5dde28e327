"""What holds for every control and label of the window, wherever it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from tests.window_walk import TABS, is_cut, is_put_away, open_all_of, parts, visible
from workbench.ui import setting


@pytest.fixture
def wide(window):
    window.resize(1_280, 800)
    QApplication.processEvents()
    return window


def test_every_control_has_a_name_for_those_who_do_not_see_it(wide, hands):
    nameless, count = [], 0
    for part in parts(wide, hands):
        for widget in visible(wide, QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
                continue
            count += 1
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name).strip():
                nameless.append((part, type(widget).__name__, widget.objectName()))
    assert count > 200
    assert nameless == []


def spoken_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def test_no_two_controls_of_a_form_sound_alike(wide, hands):
    """Buttons and boxes; text fields are told apart by what stands in them."""
    alike, count = [], 0
    for part in parts(wide, hands):
        for pane in visible(wide, QWidget):
            if pane.objectName() != "form_body":
                continue
            names = [
                (type(widget).__name__, spoken_name(widget))
                for widget in pane.findChildren(QAbstractButton)
                if widget.isVisible()
            ]
            count += len(names)
            alike += [(part, name) for name in set(names) if names.count(name) > 1]
    assert count > 40
    assert alike == []


def test_every_box_has_a_label(wide, hands):
    """On Linux a combo box's own name is its value; the label says what it is (Qt, at-spi)."""
    bare, count = [], 0
    for part in parts(wide, hands):
        for box in visible(wide, QComboBox):
            count += 1
            beside = box.parentWidget().findChildren(
                QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if not any(label.buddy() is box and label.text() for label in beside):
                bare.append((part, box.objectName(), box.accessibleName()))
    assert count > 20
    assert bare == []


SIZES = ((1_280, 800), (1_920, 1_080))


@pytest.mark.parametrize(
    ("size", "zoom"),
    [*((size, 1.0) for size in SIZES), *((SIZES[0], z) for z in (0.8, 1.5, 2.0, 3.0))],
)
def test_no_label_is_cut_off(open_window, settings, hands, size, zoom):
    settings.set(setting.INTERFACE_ZOOM, zoom)
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(*size)
    cut, count = [], 0
    for part in parts(window, hands):
        assert window.size().toTuple() == size, f"{part} makes the window larger"
        for widget in [*visible(window, QLabel), *visible(window, QAbstractButton)]:
            if widget.text() and not is_put_away(window, widget):
                count += 1
                if is_cut(widget):
                    cut.append((part, widget.text()[:40], widget.size(), widget.sizeHint()))
    assert count > 200
    assert cut == []


@pytest.mark.parametrize("tab", TABS)
def test_the_tab_key_goes_through_every_form_in_reading_order(wide, hands, tab):
    open_all_of(wide, tab)
    pane = wide.workspace.editor.currentWidget()
    form = next(widget for widget in pane.findChildren(QWidget, "form_body") if widget.isVisible())
    fields = [
        widget
        for widget in form.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not widget.focusProxy()
    ]
    first = min(fields, key=lambda field: field.mapTo(form, QPoint()).y())
    first.setFocus()
    reached = [QApplication.focusWidget()]
    while form.isAncestorOf(reached[-1]):
        hands.tap("Tab")
        reached.append(QApplication.focusWidget())
        assert len(reached) <= len(fields) + 1, "the Tab key goes round in circles"
    middles = [field.mapTo(form, field.rect().center()).y() for field in reached[:-1]]
    assert all(after > before - 12 for before, after in pairwise(middles))
    radio_like = [field for field in fields if field not in reached]
    assert all(isinstance(field, QAbstractButton) for field in radio_like)
