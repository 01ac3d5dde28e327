"""A walk through the window: every part of it on the screen once, with all opened that can be."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.core.change import with_post_text
from workbench.core.record import CheckState

LONG = "One more word. " * 40
TABS = ("sources", "claims", "draft", "posts", "timeline", "publication")


def until(is_so):
    """Let the window go on until something is so, and leave the processor to it meanwhile."""
    while not is_so():
        QTest.qWait(5)


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
    until(lambda: not window.noticing.is_busy)
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


def visible(window, kind):
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


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
