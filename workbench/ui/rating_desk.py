"""The rating in the window: votes go into the check, history and precedents come beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from workbench import clock
from workbench.core.change_vote import with_vote
from workbench.core.record import Precedent as ReadNext
from workbench.core.review import RatingVote
from workbench.ui import setting
from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from workbench.core.case_line import CaseLine
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.publish.rating_history import RatingStep
    from workbench.rules.precedent import Precedent
    from workbench.store.check_store import CheckStore
    from workbench.ui.main_window import MainWindow
    from workbench.ui.rating_section import RatingSection
    from workbench.ui.setting import Settings

_QUIET_MS = 700
"""Milliseconds without a change after which the workspace is looked through again."""
_Found = tuple[str, "tuple[RatingStep, ...]", "tuple[Precedent, ...]"]


class RatingDesk(QObject):
    """Looks through the workspace while the draft is in front, and takes votes."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._section: RatingSection | None = None
        self._found: _Found | None = None
        self._jobs = JobRunner(self)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.look)
        window.workspace.tab_shown.connect(self._on_tab_shown)
        window.desk.check_changed.connect(self._on_check_changed)
        window.desk.saved.connect(lambda _: self._look_soon())

    def shutdown(self) -> None:
        """Stop looking; the window is closing."""
        self._timer.stop()
        self._jobs.shutdown()

    @Slot(str)
    def _on_tab_shown(self, tab: str) -> None:
        if tab != "draft":
            return
        if self._section is None:
            section = self._section = self._window.workspace.draft.rating
            section.votes.who.setText(self._settings.get(setting.PERSON))
            section.votes.voted.connect(self._on_voted)
            section.precedents.check_asked.connect(self._window.open_check)
            section.precedents.read_next_asked.connect(self._on_read_next_asked)
        self._look_soon()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if self._section is None or new is None:
            return
        if old is None:
            self._found = None
            self._section.history.show_steps(())
            self._section.precedents.show_precedents(new, ())
        elif self._found is not None and old.read_next != new.read_next:
            self._section.precedents.show_precedents(new, self._found[2])
        if old is None or old.claims != new.claims or old.main_claim_id != new.main_claim_id:
            self._look_soon()

    def _look_soon(self) -> None:
        if self._section is not None and self._window.workspace.tab == "draft":
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look for the history of the rating and for precedents, beside the person's work."""
        store = self._window.shelf.store_if_open
        if store is None or not self._window.shows_check:
            return
        check, house = self._window.desk.check, self._window.house()
        self._jobs.cancel_all()
        self._jobs.submit(
            self.tr("Looking for earlier checks …"),
            lambda _: _looked(store, house, check),
            self._on_found,
            lambda _: None,
        )

    @Slot(object)
    def _on_found(self, found: _Found) -> None:
        desk = self._window.desk
        if self._section is None or not desk.has_check or desk.check.id != found[0]:
            return
        self._found = found
        self._section.history.show_steps(found[1])
        self._section.precedents.show_precedents(desk.check, found[2])

    @Slot(str, str, str, str, str)
    def _on_voted(self, who: str, role: str, scale: str, label: str, reason: str) -> None:
        vote = RatingVote(
            id=clock.new_id(),
            who=who,
            at=clock.now(),
            scale=scale,
            label=label,
            role=role,
            reason=reason,
        )
        self._settings.set(setting.PERSON, who)
        self._window.desk.edit(self.tr("Vote"), lambda check: with_vote(check, vote))

    @Slot(object)
    def _on_read_next_asked(self, line: CaseLine) -> None:
        named = ReadNext(title=line.title, slug=line.slug, url=line.url)
        self._window.desk.edit(
            self.tr("Add to Read next"),
            lambda check: replace(check, read_next=(*check.read_next, named)),
        )


def _looked(store: CheckStore, house: House, check: Check) -> _Found:
    from workbench.core.case_line import CaseLine
    from workbench.house.matter_word import matter_words
    from workbench.publish.rating_history import rating_steps
    from workbench.rules.precedent import precedents_of

    main = check.main_claim
    this = CaseLine(
        id=check.id,
        slug=check.slug,
        title=check.title,
        language=check.language,
        wordings=(main.as_circulated, main.as_supported) if main else (),
    )
    found = precedents_of(this, store.case_lines(), words=matter_words(), deeds=house.deeds)
    return check.id, rating_steps(store.history.states(check.id), house), found
