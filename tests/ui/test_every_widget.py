"""What holds for every control and label of the window, wherever it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)

from workbench.core.change import with_post_text
from workbench.core.record import CheckState
from workbench.ui import setting

LONG = "One more word. " * 40
TABS = ("sources", "claims", "draft", "posts", "timeline", "publication")


def open_all_of(window, tab):
    """Bring a tab to the front with everything in it opened that can be."""
    workspace = window.workspace
    if tab == "publication":
        window.desk.edit("x", lambda check: replace(check, state=CheckState.PUBLISHED))
    workspace.show_tab(tab)
    if tab == "posts":
        window.desk.edit("x", lambda check: with_post_text(check, "", LONG))
    for button in workspace.findChildren(QPushButton):
        name = button.objectName()
        if button.isVisible() and (
            name in ("image_add", "correction_add") or name.startswith(("own_text_", "split_"))
        ):
            button.click()
        elif button.isVisible() and (name == "evidence_more" or name.startswith("variant_show_")):
            button.setChecked(True)
    if tab == "draft":
        workspace.draft.render_now()
    while window.noticing.is_busy:
        QApplication.processEvents()
    window.events.refresh()
    window.desk.flush()  # or it is saved, and said, at any moment
    for _ in range(3):
        QApplication.processEvents()


def parts(window, hands):
    """Walk through the window; yield the name of each part while it is on the screen."""
    for tab in TABS:
        open_all_of(window, tab)
        yield tab
    for name in ("show_help", "show_keys", "find_check", "export"):
        window.action_set.by_name[name].trigger()
        QApplication.processEvents()
        yield name
        hands.tap("Escape")
    article = window.workspace.article
    article.view.setFocus()
    article.view.select(0, 40)
    hands.tap("E")
    QApplication.processEvents()
    yield "evidence sheet"
    hands.tap("Escape")
    article.find_words()
    window.notices.warn("The disk is full.", (("Undo", lambda: None),))
    QApplication.processEvents()
    yield "find bar and notice"
    window.show_start()
    QApplication.processEvents()
    yield "start page"
    window.shelf.new_check("")
    QApplication.processEvents()
    yield "empty check"


@pytest.fixture
def wide(window):
    window.resize(1_280, 800)
    QApplication.processEvents()
    return window


def visible(window, kind):
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


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


def is_cut(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    wanted = widget.sizeHint()
    return widget.width() < wanted.width() or widget.height() < wanted.height()


def is_put_away(window, widget):
    """Whether a widget stands in the pane that has no room while words are large."""
    splitter = window.workspace.splitter
    panes = [splitter.widget(place) for place, size in enumerate(splitter.sizes()) if size == 0]
    return any(pane.isAncestorOf(widget) for pane in panes)


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
