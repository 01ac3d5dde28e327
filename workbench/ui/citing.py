"""Citing in the window: the sentence at the cursor, what it rests on, and the next open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from workbench.ui.field import TextField
from workbench.ui.offset import utf16_length

if TYPE_CHECKING:
    from workbench.ui.cite_sheet import CiteSheet
    from workbench.ui.main_window import MainWindow

_FIELD = "draft_"


class Citing(QObject):
    """Joins the fields of the draft, the sheet of evidence and the count in the status line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: CiteSheet | None = None
        self._field: TextField | None = None
        self._place = 0
        window.preflight.proofing.proofed.connect(self._show_coverage)
        window.status.open_sentence_asked.connect(self.go_to_open)

    def ask(self) -> None:
        """Show what the sentence at the cursor could cite."""
        from workbench.rules.coverage import sentence_at
        from workbench.ui.cite_sheet import CiteSheet

        field = self._field_in_front()
        if field is None:
            self._window.notices.say(self.tr("Put the cursor into a sentence of the draft first."))
            return
        text = field.toPlainText()
        self._field, self._place = field, _code_points(text, field.textCursor().position())
        one = sentence_at(text, self._place)
        if one is None:
            self._window.notices.say(self.tr("Write the sentence first, then cite for it."))
            return
        if self._sheet is None:
            self._sheet = CiteSheet(self._window)
            self._sheet.chosen.connect(self._put)
            self._sheet.passage_asked.connect(self._show_passage)
        self._sheet.ask(self._window.desk.check, one.words, one.keys)

    @Slot()
    def go_to_open(self) -> None:
        """Select the next sentence of the draft that cites nothing, round and round."""
        from workbench.rules.coverage import Cover

        coverage = self._window.preflight.proofing.coverage
        waiting = coverage.of(Cover.OPEN) if coverage else ()
        workspace = self._window.workspace
        workspace.show_tab("draft")
        if not waiting:
            self._window.notices.say(self.tr("Every sentence is sourced, or marked as analysis."))
            return
        keys = [one.part.key for one in waiting]
        here = self._field_in_front()
        key = here.objectName().removeprefix(_FIELD) if here else ""
        at = _code_points(here.toPlainText(), here.textCursor().position()) if here else -1
        later = [
            n
            for n, one in enumerate(waiting)
            if (one.part.key == key and one.end > at) or (key in keys and n > _last(keys, key))
        ]
        one = waiting[later[0] if later else 0]
        field = workspace.draft.findChild(TextField, f"{_FIELD}{one.part.key}")
        if field is not None:
            workspace.draft.write_in(one.part.key)
            text = field.toPlainText()
            cursor = field.textCursor()
            cursor.setPosition(utf16_length(text[: one.start]))
            cursor.setPosition(utf16_length(text[: one.end]), QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)

    def close_sheet(self) -> None:
        """Put the sheet away."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    @Slot(str)
    def _put(self, key: str) -> None:
        """Put a citation behind the sentence, or take it away."""
        from workbench.rules.coverage import with_mark
        from workbench.ui import command

        field = self._field
        if field is None:
            return
        marked = with_mark(field.toPlainText(), self._place, key)
        if marked is None:
            return
        text, place = marked
        part = field.objectName().removeprefix(_FIELD)
        command.set_draft_text(self._window.desk, part, text)
        field.setFocus()
        cursor = field.textCursor()
        cursor.setPosition(utf16_length(text[:place]))
        field.setTextCursor(cursor)

    @Slot(str)
    def _show_passage(self, passage_id: str) -> None:
        self._window.workspace.article.show_passage(passage_id)

    @Slot(object)
    def _show_coverage(self, _findings: object = None) -> None:
        self._window.status.show_coverage(self._window.preflight.proofing.coverage)

    def _field_in_front(self) -> TextField | None:
        """Return the field of the draft that is written in, or was last."""
        field = QApplication.focusWidget()
        if isinstance(field, TextField) and field.objectName().startswith(_FIELD):
            return field
        workspace = self._window.workspace
        if workspace.tab != "draft" or not workspace.draft.last_part:
            return None
        return workspace.draft.findChild(TextField, f"{_FIELD}{workspace.draft.last_part}")


def _code_points(text: str, place: int) -> int:
    """Return how many code points stand before a position of Qt."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def _last(keys: list[str], key: str) -> int:
    """Return the place of the last of some keys."""
    return len(keys) - 1 - keys[::-1].index(key)
