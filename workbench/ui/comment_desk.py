"""Comments in the window: written at what has the keyboard, shown there, listed and settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench.ui import setting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.core.check import Check
    from workbench.core.review import Comment, Subject
    from workbench.rules.commented_place import PlacedThread
    from workbench.ui.comment_marking import CommentMarking
    from workbench.ui.comment_pane import CommentPane
    from workbench.ui.comment_sheet import CommentSheet
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings

_TAB = "comments"


class CommentDesk(QObject):
    """Joins the marks in the text, the sheet to write in, the list and the line at the bottom."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._sheet: CommentSheet | None = None
        self._pane: CommentPane | None = None
        self._marking: CommentMarking | None = None
        self._subject: Subject | None = None
        self._thread_id = ""
        self._typed: dict[str, str] = {}
        window.workspace.pane_makers[_TAB] = self._made_pane
        window.status.comments_asked.connect(self.show_list)
        window.desk.check_changed.connect(self._on_check_changed)
        if window.desk.has_check:
            self._on_check_changed(None, window.desk.check)

    @property
    def person(self) -> str:
        """Who sits here, by name; empty while nobody has said."""
        return " ".join(str(self._settings.get(setting.PERSON)).split())

    def comment_here(self) -> None:
        """Comment on what has the keyboard; in words that have a comment, answer it."""
        from workbench.rules.commented import text_of
        from workbench.rules.commented_place import at_position, is_about, placed_threads
        from workbench.ui.comment_place import position_here, subject_here, with_words

        window = self._window
        if not window.shows_check:
            return
        if self._pane is not None and window.workspace.tab == _TAB and self._pane.list.hasFocus():
            self.answer(self._pane.list.chosen)
            return
        if window.workspace.article.isAncestorOf(window.focusWidget()) and (
            window.workspace.article.shows_older
        ):
            words = self.tr("This is an older text. Go to the newest one to comment on its words.")
            window.notices.say(words)
            return
        check = window.desk.check
        subject = subject_here(window.workspace, check)
        start, end = position_here(window.workspace)
        if start == end:
            threads = [one for one in placed_threads(check) if one.thread.opening.is_open]
            here = [one for one in threads if is_about(one.thread, subject)]
            if found := at_position(here, start):
                self._show_thread(found[0])
                return
        self._begin(with_words(subject, text_of(check, subject) or "", start, end))

    def comment_on_check(self) -> None:
        """Comment on the check as a whole."""
        from workbench.core.review import Subject, SubjectKind

        self._begin(Subject(kind=SubjectKind.CHECK))

    def answer(self, thread_id: str) -> None:
        """Show a thread, to be answered."""
        placed = self._placed(thread_id)
        if placed is not None:
            self._show_thread(placed)

    @Slot()
    def show_list(self) -> None:
        """Bring the list to the front, with the keyboard on it."""
        if self._window.shows_check:
            self._window.workspace.enter_tab(_TAB)

    def close_sheet(self) -> None:
        """Put the sheet away."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    def settle(self, thread_id: str, name: str = "") -> None:
        """Resolve a thread, or open it again."""
        from workbench.ui import comment_command

        placed, who = self._placed(thread_id), name or self.person
        if placed is None:
            return
        opening, desk = placed.thread.opening, self._window.desk
        if not opening.is_open:
            comment_command.reopen(desk, opening)
            self._window.notices.say(self.tr("The comment is open again."))
        elif not who:
            self._show_thread(placed)  # there the name is asked for
        else:
            self._know(who)
            comment_command.resolve(desk, opening, who)
            self._window.way_back.tell_step(self.tr("Resolved."))

    def go_to(self, thread_id: str) -> None:
        """Bring the place of a thread to the front."""
        from workbench.ui.comment_place import go_to
        from workbench.ui.comment_wording import state_words

        placed = self._placed(thread_id)
        if placed is None:
            return
        window = self._window
        subject = placed.thread.opening.subject
        is_there = go_to(window.workspace, window.desk.check, subject, placed.here)
        words = state_words(placed)
        if not is_there or (words and placed.thread.opening.is_open):
            was = self.tr("{state} They were: “{words}”") if placed.here.words else "{state}"
            window.notices.say(was.format(state=words, words=placed.here.words))

    def _placed(self, thread_id: str) -> PlacedThread | None:
        from workbench.rules.commented_place import placed_threads

        found = placed_threads(self._window.desk.check) if self._window.desk.has_check else ()
        return next((one for one in found if one.thread.opening.id == thread_id), None)

    def _begin(self, subject: Subject) -> None:
        from workbench.publish.comment_words import about_words
        from workbench.publish.review_words import subject_words
        from workbench.rules.commented import people_of
        from workbench.ui.language import told

        check, house = self._window.desk.check, self._window.house()
        words = about_words(subject.quote.exact) if subject.quote else ""
        self._subject, self._thread_id = subject, ""
        self._made_sheet().ask(
            place=told(subject_words(check, house, subject)),
            words=words,
            state="",
            thread=None,
            own=None,
            person=self.person,
            people=people_of(check),
            typed=self._typed.get(self._key, ""),
        )

    def _show_thread(self, placed: PlacedThread) -> None:
        from workbench.rules.commented import people_of
        from workbench.ui.comment_wording import about_words, place_words, state_words

        check, thread = self._window.desk.check, placed.thread
        self._subject, self._thread_id = thread.opening.subject, thread.opening.id
        self._made_sheet().ask(
            place=place_words(check, self._window.house(), placed),
            words=about_words(placed),
            state=state_words(placed),
            thread=thread,
            own=self._own_last(thread.last),
            person=self.person,
            people=people_of(check),
            typed=self._typed.get(self._key, ""),
        )

    def _own_last(self, last: Comment) -> Comment | None:
        from workbench.rules.name import name_key

        is_own = bool(self.person) and name_key(last.who) == name_key(self.person)
        return last if is_own else None

    @property
    def _key(self) -> str:
        """What typed words are kept under: the thread, or the place of a new one."""
        if self._thread_id or self._subject is None:
            return self._thread_id
        subject = replace(self._subject, quote=None)
        words = self._subject.quote.exact if self._subject.quote else ""
        return f"{self._window.desk.check.id} {subject} {words}"

    def _made_sheet(self) -> CommentSheet:
        if self._sheet is None:
            from workbench.ui.comment_sheet import CommentSheet

            sheet = self._sheet = CommentSheet(self._window)
            sheet.saved.connect(self._on_saved)
            sheet.kept.connect(self._on_kept)
            sheet.settled.connect(lambda name: self.settle(self._thread_id, name))
            sheet.removed.connect(self._on_removed)
        return self._sheet

    def _know(self, name: str) -> None:
        if name and not self.person:
            self._settings.set(setting.PERSON, name)

    @Slot(str)
    def _on_kept(self, text: str) -> None:
        self._typed.pop(self._key, None)
        if text.strip():
            self._typed[self._key] = text

    @Slot(str, str)
    def _on_saved(self, text: str, name: str) -> None:
        from workbench.ui import comment_command

        if self._sheet is None or self._subject is None:
            return
        self._know(name)
        desk, editing = self._window.desk, self._sheet.editing
        placed = self._placed(self._thread_id)
        if editing is not None:
            comment_command.reword(desk, editing, text)
            self._window.notices.say(self.tr("Comment changed."))
        elif placed is not None:
            comment_command.answer(desk, placed.thread.opening, name, text)
            self._window.notices.say(self.tr("Answer noted."))
        else:
            comment_command.add(desk, self._subject, name, text)
            self._window.notices.say(self.tr("Comment noted. Ctrl+9 lists what is open."))

    @Slot()
    def _on_removed(self) -> None:
        from workbench.ui import comment_command

        placed = self._placed(self._thread_id)
        own = self._own_last(placed.thread.last) if placed is not None else None
        if own is not None:
            comment_command.remove(self._window.desk, own)
            self._window.way_back.tell_step(self.tr("Comment deleted."))

    def _made_pane(self) -> QWidget:
        from workbench.ui.comment_pane import CommentPane

        window = self._window
        pane = self._pane = CommentPane(window.desk, window.house, lambda: self.person)
        pane.opened.connect(self.go_to)
        pane.answer_asked.connect(self.answer)
        pane.settle_asked.connect(self.settle)
        pane.add_asked.connect(self.comment_on_check)
        pane.closed.connect(lambda: window.workspace.enter_tab("claims"))
        return pane

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or old.comments is not new.comments:
            self._tell_open(new)
        if self._marking is None and new.comments:
            from workbench.ui.comment_marking import CommentMarking

            self._marking = CommentMarking(self._window, self)
            self._marking.answer_asked.connect(self.answer)
            self._marking.settle_asked.connect(self.settle)
        if self._marking is not None:
            self._marking.show_check(new)

    def _tell_open(self, check: Check) -> None:
        if not check.comments:
            self._window.status.show_comments("")
            return
        from workbench.rules.commented import open_threads
        from workbench.ui.comment_wording import open_words

        count = len(open_threads(check))
        self._window.status.show_comments(open_words(count) if count else "")
