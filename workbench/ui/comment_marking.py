"""Comments under the words: dots and a bubble where they stand, and the thread at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from workbench.core.review import Subject, SubjectKind
from workbench.rules.commented_place import at_position, is_about, placed_threads
from workbench.ui.announcement import announce
from workbench.ui.article_comment import ArticleComments
from workbench.ui.comment_line import CommentLine
from workbench.ui.comment_place import field_names, position_here, subject_here
from workbench.ui.field import TextField
from workbench.ui.field_comment import FieldComments

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.commented_place import PlacedThread
    from workbench.ui.main_window import MainWindow


class CommentMarking(QObject):
    """Marks the open threads in the fields and the article, and shows the one at the caret.

    Signals:
        answer_asked, settle_asked: (thread id).
    """

    answer_asked = Signal(str)
    settle_asked = Signal(str)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._fields: dict[str, FieldComments] = {}
        self._threads: tuple[PlacedThread, ...] = ()
        self._check: Check | None = None
        self._told = ""
        self.line = CommentLine()
        self.line.answer_asked.connect(self.answer_asked)
        self.line.settle_asked.connect(self.settle_asked)
        window.add_card(self.line)
        self.line.hide()
        view = window.workspace.article.view
        self._article = ArticleComments(view)
        self._article.pressed.connect(self.answer_asked)
        view.cursorPositionChanged.connect(self._look)
        window.workspace.article.text_shown.connect(self._mark)
        window.workspace.tab_shown.connect(self._mark)
        window.workspace.claims.claim_chosen.connect(self._mark)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def show_check(self, check: Check) -> None:
        """Mark the open comments of a check where they stand."""
        self._check = check
        self._threads = tuple(one for one in placed_threads(check) if one.thread.opening.is_open)
        self._mark()

    @Slot()
    def _mark(self, *_: object) -> None:
        by_field: dict[str, list[PlacedThread]] = {}
        workspace = self._window.workspace
        for one in self._threads:
            subject = one.thread.opening.subject
            if subject.kind is SubjectKind.CLAIM and subject.item != workspace.claims.claim_id:
                continue
            name = next(iter(field_names(subject)), "")
            if one.has_words and name:
                by_field.setdefault(name, []).append(one)
        for name in by_field:
            if name not in self._fields and (field := self._field(name)) is not None:
                marks = self._fields[name] = FieldComments(field)
                marks.pressed.connect(self.answer_asked)
                field.cursorPositionChanged.connect(self._look)
        for name, marks in self._fields.items():
            marks.show_threads(by_field.get(name, ()))
        source_id = workspace.article.source_id
        whole = Subject(kind=SubjectKind.SOURCE, item=source_id) if source_id else None
        is_newest = whole is not None and not workspace.article.shows_older
        self._article.show_threads(
            [one for one in self._threads if is_newest and whole and is_about(one.thread, whole)]
        )
        self._look()

    def _field(self, name: str) -> TextField | None:
        found: TextField | None = self._window.workspace.findChild(TextField, name)
        return found

    @Slot()
    def _look(self, *_: object) -> None:
        """Show the thread at the caret, or how many there are in the field."""
        found: tuple[PlacedThread, ...] = ()
        others = 0
        here = QApplication.focusWidget()
        window = self._window
        if here is not None and self.line.isAncestorOf(here):
            return
        inside = here is not None and window.workspace.isAncestorOf(here)
        if inside and window.shows_check and self._check is not None and self._threads:
            found, others = self._here(here)
        words = self.line.show_threads(found, others)
        if words != self._told:
            self._told = words
            if found and here is not None:
                announce(here, words)

    def _here(self, here: QWidget | None) -> tuple[tuple[PlacedThread, ...], int]:
        """Return the threads at the caret, and how many there are in its field else."""
        check, workspace = self._check, self._window.workspace
        in_article = here is not None and workspace.article.isAncestorOf(here)
        if check is None or (workspace.tab == "comments" and not in_article):
            return (), 0
        subject = subject_here(workspace, check)
        start, end = position_here(workspace)
        about = [one for one in self._threads if is_about(one.thread, subject)]
        found = at_position(about, start if start == end else min(start + 1, end))
        if not found:
            found = tuple(one for one in about if not one.here.words)
        if subject.kind is SubjectKind.CLAIM and not found:
            whole = Subject(kind=subject.kind, item=subject.item)
            about += [one for one in self._threads if is_about(one.thread, whole)]
            found = tuple(one for one in about if not one.here.words)
        return found, len({one.thread.opening.id for one in about})
