"""A choice shows its list in the window's own dress, every entry in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from workbench.ui.form import Choice


def test_the_list_that_drops_down_shows_every_entry_inside_its_frame(window, hands, qtbot):
    window.workspace.enter_tab("sources")
    choice = hands.find(window, "source_type")
    assert isinstance(choice, Choice)
    choice.showPopup()
    entries = choice.view()
    frame = entries.parentWidget()
    qtbot.waitUntil(frame.isVisible)
    QApplication.processEvents()
    last = entries.visualRect(choice.model().index(choice.count() - 1, 0))
    assert entries.viewport().rect().contains(last)
    assert entries.x() >= 1  # its line is seen at the sides
    assert entries.geometry().right() < frame.width() - 1
    choice.hidePopup()
