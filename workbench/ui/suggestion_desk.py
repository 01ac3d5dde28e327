"""Suggestions in the window: counted, listed, led to their places; and what taking one did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from workbench.core.error import UserError
from workbench.core.review import SuggestionState
from workbench.ui.suggestion_foresight import Foresight

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.ui.main_window import MainWindow
    from workbench.ui.suggestion_pane import SuggestionPane

TAB = "suggestions"


class SuggestionDesk(QObject):
    """Joins the list of suggestions, the desk and the pre-flight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane: SuggestionPane | None = None
        self._before: tuple[Finding, ...] | None = None
        self._step = 0
        self.file_asked: Callable[[], None] = lambda: None
        self.suggest_asked: Callable[[], None] = lambda: None
        self.can_settle = True
        self.foresight = Foresight(window.house, window.noticing, self)
        window.workspace.pane_makers[TAB] = self._made_pane
        window.workspace.tab_shown.connect(self._on_tab_shown)
        window.status.suggestions_asked.connect(self.show_list)
        window.desk.check_changed.connect(self._on_check_changed)
        window.preflight.proofing.proofed.connect(self._on_proofed)
        if window.desk.has_check:
            self._on_check_changed(None, window.desk.check)

    def shutdown(self) -> None:
        """Stop looking ahead; the window is closing."""
        self.foresight.shutdown()

    @Slot()
    def show_list(self) -> None:
        """Bring the list to the front, with the keyboard on it."""
        if self._window.shows_check:
            self._window.workspace.enter_tab(TAB)

    def allow_settling(self, allowed: bool) -> None:
        """Let suggestions be settled here, or only be looked at and answered."""
        self.can_settle = allowed
        if self._pane is not None:
            self._pane.allow_settling(allowed)
            self._show()

    # -- showing

    def _made_pane(self) -> SuggestionPane:
        from workbench.ui.suggestion_pane import SuggestionPane

        pane = self._pane = SuggestionPane()
        pane.allow_settling(self.can_settle)
        pane.asked.connect(self._on_asked)
        pane.answered.connect(self._on_answered)
        pane.review_back_asked.connect(self._on_review_back_asked)
        pane.file_asked.connect(lambda: self.file_asked())
        pane.suggest_asked.connect(lambda: self.suggest_asked())
        pane.settled_shown.connect(lambda _: self._show())
        self.foresight.foreseen.connect(pane.show_foreseen)
        self._show()
        return pane

    @Slot(str)
    def _on_tab_shown(self, tab: str) -> None:
        if tab == TAB:
            self._show()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or old.suggestions is not new.suggestions:
            count = sum(one.state is SuggestionState.OPEN for one in new.suggestions)
            self._window.status.show_suggestions(count)
        if old is None:
            self._before = None
            if self._pane is not None:
                self._pane.shows_settled = False
        if self._pane is not None and self._pane.isVisible():
            self._show()

    def _show(self) -> None:
        from workbench.rules.suggestion_return import received_reviews
        from workbench.ui.suggestion_entry import entries_of

        desk, pane = self._window.desk, self._pane
        if pane is None or not desk.has_check:
            return
        check = desk.check
        sections = entries_of(check, self._window.house(), settled=pane.shows_settled)
        waiting = [one for one in check.suggestions if one.state is SuggestionState.OPEN]
        settled = len(check.suggestions) - len(waiting)
        pane.show_suggestions(sections, received_reviews(check), len(waiting), settled)
        entries = [entry for _, group in sections for entry in group if entry.can_be_taken]
        chosen = pane.list.chosen
        if chosen in entries:  # what somebody looks at is looked into first
            place = entries.index(chosen)
            entries = entries[place:] + entries[:place]
        self.foresight.look(check, [entry.suggestion for entry in entries])

    # -- what was asked

    @Slot(str, str)
    def _on_asked(self, what: str, suggestion_id: str) -> None:
        acts: dict[str, Callable[[str], None]] = {
            "take": self._take,
            "take_section": self._take_section,
            "refuse": self._refuse,
            "reopen": self._reopen,
            "go": self._go,
            "copy": self._copy,
        }
        settles = what in ("take", "take_section", "refuse", "reopen")
        if settles and not self.can_settle:
            self._window.notices.say(
                self.tr("In reviewer mode suggestions are made and answered, not settled.")
            )
            return
        acts[what](suggestion_id)

    def _take(self, suggestion_id: str) -> None:
        from workbench.core.change_review import suggestion_of
        from workbench.ui import suggestion_command
        from workbench.ui.suggestion_entry import short_words

        desk = self._window.desk
        one = suggestion_of(desk.check, suggestion_id)
        if one.state is not SuggestionState.OPEN:
            return
        before = self._findings()
        try:
            suggestion_command.take(desk, suggestion_id)
        except UserError as error:
            self._window.tell_trouble(error)
            return
        words = self.tr("Taken: “{words}”") if one.now else self.tr("Taken out: “{words}”")
        told = words.format(words=short_words(one, self._window.house()))
        self._tell_taken(told, before)

    def _take_section(self, suggestion_id: str) -> None:
        from workbench.ui import suggestion_command

        model = self._pane.list.suggestions if self._pane is not None else None
        if model is None:
            return
        entry = next(one for one in model.entries if one.suggestion.id == suggestion_id)
        ids = [
            one.suggestion.id
            for one in model.entries
            if one.section == entry.section and one.is_open
        ]
        before = self._findings()
        taken, left = suggestion_command.take_all(
            self._window.desk, ids, model.heading_of(entry.section)
        )
        words = self.tr("{n} taken.").format(n=taken)
        if left:
            more = self.tr("{n} stay open: their words are not there any more.")
            words = f"{words} {more.format(n=left)}"
        if taken:
            self._tell_taken(words, before)
        else:
            self._window.notices.warn(words)

    def _refuse(self, suggestion_id: str) -> None:
        self._on_answered(suggestion_id, "", True)

    @Slot(str, str, bool)
    def _on_answered(self, suggestion_id: str, words: str, refuses: bool) -> None:
        from workbench.core.change_review import suggestion_of
        from workbench.ui import suggestion_command

        desk, tell = self._window.desk, self._window.way_back.tell_step
        if not refuses:
            suggestion_command.answer(desk, suggestion_id, words)
            tell(self.tr("Answered; the suggestion stays open."))
        elif suggestion_of(desk.check, suggestion_id).state is SuggestionState.OPEN:
            suggestion_command.refuse(desk, suggestion_id, words)
            tell(self.tr("Refused; the text stays as it is."))

    def _reopen(self, suggestion_id: str) -> None:
        from workbench.core.change_review import suggestion_of
        from workbench.ui import suggestion_command

        desk = self._window.desk
        if suggestion_of(desk.check, suggestion_id).state is SuggestionState.OPEN:
            return
        is_back = suggestion_command.reopen(desk, suggestion_id)
        self._window.way_back.tell_step(
            self.tr("Open again; the text is as it was before.")
            if is_back
            else self.tr("Open again. Its words were edited since, so the text stays as it is.")
        )

    def _go(self, suggestion_id: str) -> None:
        from workbench.core.change_review import suggestion_of
        from workbench.rules.suggestion import place_of
        from workbench.ui.subject_field import go_to

        window, check = self._window, self._window.desk.check
        one = suggestion_of(check, suggestion_id)
        place = place_of(check, one)
        if not go_to(window.workspace, check, one.subject, place.start, place.end):
            window.notices.say(self.tr("What this is about is not in the check any more."))

    def _copy(self, suggestion_id: str) -> None:
        from workbench.core.change_review import suggestion_of
        from workbench.publish.review_words import value_words

        one = suggestion_of(self._window.desk.check, suggestion_id)
        words = value_words(self._window.house(), one.subject, one.now or one.was)
        QGuiApplication.clipboard().setText(words)
        self._window.notices.say(self.tr("The suggested words are copied."))

    @Slot(str)
    def _on_review_back_asked(self, key: str) -> None:
        from workbench.rules.suggestion_return import received_reviews
        from workbench.ui import suggestion_command

        desk = self._window.desk
        review = next(one for one in received_reviews(desk.check) if one.key == key)
        kept = suggestion_command.take_back(desk, review)
        words = self.tr("The review is taken back; the text is as it was before.")
        if kept:
            words = self.tr(
                "The review is taken back, but for {n} suggestions whose words were edited after "
                "they were taken. These stay, and so does the text there."
            ).format(n=len(kept))
        self._window.way_back.tell_step(words)

    # -- what taking did

    def _findings(self) -> tuple[Finding, ...] | None:
        proofing = self._window.preflight.proofing
        return proofing.findings if proofing.is_read else None

    def _tell_taken(self, words: str, before: tuple[Finding, ...] | None) -> None:
        """Tell what was taken, and read the check at once for what that does to it."""
        self._window.way_back.tell_step(words)
        if self._before is None:
            self._before = before
        self._step = self._window.desk.undo_stack.index()
        self._window.preflight.proofing.read_now()

    @Slot(object)
    def _on_proofed(self, findings: tuple[Finding, ...]) -> None:
        before, self._before = self._before, None
        if before is None or not self._window.preflight.proofing.is_read:
            return
        from workbench.publish.review_finding import new_findings
        from workbench.ui.finding_place import go_to, place_words
        from workbench.ui.language import told

        window, fresh = self._window, new_findings(before, findings)
        if not fresh:
            return
        check, first = window.desk.check, fresh[0]
        where = told(place_words(first, check, window.house()))
        words = self.tr("Taken, and now flagged: {finding} ({where})").format(
            finding=told(first.message), where=where
        )
        if len(fresh) > 1:
            words = f"{words} {self.tr('And {n} more.').format(n=len(fresh) - 1)}"
        show = (self.tr("Show"), lambda: go_to(window.workspace, window.desk.check, first))
        if window.desk.undo_stack.index() == self._step:
            window.way_back.tell_step(words, (show,))
        else:
            window.notices.warn(words, (show,))
