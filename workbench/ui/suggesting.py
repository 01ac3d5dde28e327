"""Suggesting a change in the program: the sentence at the cursor, in a card to be rewritten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from workbench import clock
from workbench.ui import setting
from workbench.ui.field import LineField, TextField
from workbench.ui.offset import code_points

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Subject
    from workbench.ui.main_window import MainWindow
    from workbench.ui.reviewer_card import ReviewerCard
    from workbench.ui.reviewer_mode import ReviewerMode
    from workbench.ui.setting import Settings

_MARK_AFTER_MS = 200


class Suggesting(QObject):
    """Opens the card for the field that has the keyboard, and keeps what is suggested."""

    def __init__(self, window: MainWindow, settings: Settings, mode: ReviewerMode) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._mode = mode
        self._card: ReviewerCard | None = None
        self._last = ""
        self._place: tuple[str, Subject, tuple[int, int]] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_MARK_AFTER_MS)
        self._timer.timeout.connect(self._mark)
        mode.suggest_asked.connect(self._on_asked)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        window.desk.check_changed.connect(self._on_check_changed)
        window.workspace.tab_shown.connect(lambda _: self._timer.start())

    def ask(self) -> None:
        """Suggest a change for the words at the cursor."""
        self._on_asked(None, "")

    def close_sheet(self) -> None:
        """Put the card away if it is open."""
        if self._card is not None:
            self._card.close_sheet()

    @Slot(object, object)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, LineField | TextField):
            self._last = new.objectName()  # the field itself may be gone by the time it is wanted

    @Slot(object, str)
    def _on_asked(self, field: QWidget | None, typed: str) -> None:
        from workbench.publish.review_words import subject_words
        from workbench.rules.suggested_field import field_text
        from workbench.rules.suggested_here import is_whole, sentence_at
        from workbench.ui.language import told
        from workbench.ui.subject_field import subject_of

        window = self._window
        if not window.shows_check:
            return
        workspace, check = window.workspace, window.desk.check
        if field is None and self._last:
            field = workspace.findChild(QWidget, self._last)
        subject = None
        if field is not None and workspace.isAncestorOf(field) and field.isVisible():
            claim_id, source_id = workspace.claims.claim_id, workspace.article.source_id
            subject = subject_of(field.objectName(), claim_id, source_id)
        text = field_text(check, subject) if subject is not None else None
        if field is None or subject is None or text is None:
            window.notices.say(
                self.tr(
                    "Put the cursor into the words that you would change: in the draft, a post, "
                    "a claim, a source or the title. In reviewer mode, another status or rating "
                    "is suggested by choosing it."
                )
            )
            return
        stretch = (0, len(text))
        if isinstance(field, TextField) and not is_whole(subject):
            stretch = sentence_at(text, *_selection(field, text))
        self._place = (check.id, subject, stretch)
        card = self._made_card()
        place = told(subject_words(check, window.house(), subject))
        card.ask(place, text[slice(*stretch)], window.desk.person())
        if typed:
            card.type_on(typed)

    def _made_card(self) -> ReviewerCard:
        if self._card is None:
            from workbench.ui.reviewer_card import ReviewerCard

            self._card = ReviewerCard(self._window)
            self._card.suggested.connect(self._on_suggested)
        return self._card

    @Slot(str, str, str)
    def _on_suggested(self, was: str, now: str, who: str) -> None:
        from workbench.rules.suggested_field import field_text
        from workbench.rules.suggested_here import is_whole, narrowed
        from workbench.rules.suggestion import suggested
        from workbench.ui.suggestion_command import suggest

        window, desk = self._window, self._window.desk
        if self._place is None or not desk.has_check or desk.check.id != self._place[0]:
            return
        _, subject, (start, end) = self._place
        text = field_text(desk.check, subject) or ""
        if text[start:end] != was:
            window.notices.warn(self.tr("The words have changed meanwhile. Nothing was kept."))
            return
        stretch: tuple[int, int] | None = None
        if not is_whole(subject) and text:
            start, end, now = narrowed(start, was, now)
            stretch = (start, end)
        if not desk.person():
            self._settings.set(setting.PERSON, who)
            self._mode.show_who()
        one = suggested(
            desk.check, subject, stretch, now,
            suggestion_id=clock.new_id(), who=who, at=clock.now(),
        )  # fmt: skip
        suggest(desk, replace(one, revision=self._revision()))
        window.way_back.tell_step(
            self.tr("Suggested. The text stays as it is; Ctrl+8 shows all suggestions.")
        )

    def _revision(self) -> int:
        """Return the number of the saved state that the person has before them; 0 if unknown."""
        from workbench.core.returned import CopyKind

        store = self._window.shelf.store_if_open
        if store is None or self._window.desk.is_dirty:
            return 0
        return store.identity(self._window.desk.check, CopyKind.UNKNOWN).revision

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is not None and (new.suggestions or (old is not None and old.suggestions)):
            self._timer.start()

    def _mark(self) -> None:
        """Mark what is suggested in the fields that are there."""
        desk, workspace = self._window.desk, self._window.workspace
        if desk.has_check:
            from workbench.ui.suggestion_mark import mark_suggestions

            mark_suggestions(workspace.editor, desk.check, workspace.claims.claim_id)


def _selection(field: QPlainTextEdit | QLineEdit, text: str) -> tuple[int, int]:
    """Return what is selected in a field, or where its cursor is, in code points."""
    if isinstance(field, QLineEdit):
        return 0, len(text)
    cursor = field.textCursor()
    return code_points(text, cursor.selectionStart()), code_points(text, cursor.selectionEnd())
