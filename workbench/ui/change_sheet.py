"""What differs between two states of a check: what is gone struck through, what is new underlined.

Signs stand beside the colours: a minus before what is gone, a plus before what is new.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.ui.form import muted, small_button
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from workbench.publish.change_list import TextChange


class ChangeSheet(Overlay):
    """Shows changes place by place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=820, height=600)
        self.setObjectName("change_sheet")
        self._heading = QLabel()
        self._heading.setObjectName("change_heading")
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self.page = Preview()
        self.page.setObjectName("change_page")
        self.page.setAccessibleName(self.tr("What changed"))
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        note = muted(self.tr("− and struck through: gone. + and underlined: new."), wrap=False)
        close = small_button(self.tr("Close"), "change_close")
        close.clicked.connect(self.close_sheet)
        last = QHBoxLayout()
        last.addWidget(note, 1)
        last.addWidget(close)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.page, 1)
        self.column.addLayout(last)

    @classmethod
    def of(cls, window: QWidget) -> ChangeSheet:
        """Return the sheet of a window; made when first asked for."""
        return window.findChild(cls) or cls(window)

    def show_changes(self, heading: str, changes: tuple[TextChange, ...]) -> None:
        """Show changes under a heading; say so if there are none."""
        self._heading.setText(heading)
        self.page.show_page(changes_html(changes) or f"<p>{self.tr('Nothing differs.')}</p>")
        self.page.verticalScrollBar().setValue(0)
        self.open()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)


def changes_html(changes: tuple[TextChange, ...]) -> str:
    """Return changes as safe HTML, each place once, with its changes under it."""
    shown: list[str] = []
    place = None
    for change in changes:
        if change.place != place:
            place = change.place
            shown.append(f"<h3>{escape(place)}</h3>" if place else "")
        shown.append(f"<p>{_change(change)}</p>")
    return "".join(shown)


def _change(change: TextChange) -> str:
    from workbench.reading.word_difference import word_changes

    if not change.was:
        return f"+ {_new(change.now)}"
    if not change.now:
        return f"− {_gone(change.was)}"
    told = []
    for one in word_changes(change.was, change.now):
        parts = [escape(one.kept)] if one.kept else []
        parts += [f"− {_gone(one.gone)}"] if one.gone.strip() else []
        parts += [f"+ {_new(one.new)}"] if one.new.strip() else []
        told.append(" ".join(parts))
    return "".join(f"{part} " if part[:1] in "−+" else part for part in told)


def _gone(words: str) -> str:
    return f'<s style="background:{_tint("contradicted")}">{escape(words.strip())}</s>'


def _new(words: str) -> str:
    return f'<b><u style="background:{_tint("confirmed")}">{escape(words.strip())}</u></b>'


def _tint(token: str) -> str:
    return current_theme().tint(token).name()
