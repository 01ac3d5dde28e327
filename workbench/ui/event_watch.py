"""Events of the open check: the timeline, look-alikes and conflicts, kept at hand and told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.core.claim import Stance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.core.check import Check
    from workbench.rules.account import Telling
    from workbench.rules.conflict import Conflict
    from workbench.rules.happening import Happening
    from workbench.rules.look_alike import LookAlike
    from workbench.rules.timeline import Entry
    from workbench.ui.look_alike_sheet import LookAlikeSheet
    from workbench.ui.main_window import MainWindow
    from workbench.ui.timeline_pane import TimelinePane

_AFTER_MS = 120
"""Milliseconds without an edit after which events are compared anew."""


class EventWatch(QObject):
    """Compares what claims, events and sources tell, and brings it to the parts of a window.

    Signals:
        changed: what is known may be another now.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._known: _Known | None = None
        self._sheet: LookAlikeSheet | None = None
        self._pane: TimelinePane | None = None
        self._warned: LookAlike | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._quiet.timeout.connect(self.refresh)
        workspace = window.workspace
        workspace.pane_makers["timeline"] = self._made_pane
        workspace.warns = self.warns
        workspace.shows_event = self.show_event
        workspace.article.event_asked.connect(self._on_event_asked)
        workspace.claims.claim_chosen.connect(lambda _: self.show_line())
        workspace.claims.form.look_alikes.compare_asked.connect(self.compare)
        window.noticing.noticed.connect(lambda _: self._quiet.start())
        window.desk.check_changed.connect(self._on_check_changed)

    # -- what is known

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The timeline."""
        return self._now().entries

    @property
    def state(self) -> object:
        """All that the timeline tells, for seeing whether it has changed."""
        known = self._now()
        found = [known.look_alikes(claim.id) for claim in self._window.desk.check.claims]
        return known.entries, found, known.conflicts

    def look_alikes(self, claim_id: str) -> tuple[LookAlike, ...]:
        """Return the look-alikes of a claim, settled ones too."""
        return self._now().look_alikes(claim_id)

    def look_alikes_of(self, event: Happening) -> tuple[LookAlike, ...]:
        """Return for which claims an event is a look-alike."""
        return self._now().look_alikes_of(event)

    def conflicts_of(self, event: Happening) -> tuple[Conflict, ...]:
        """Return what sources disagree about in an event."""
        return tuple(one for one in self._now().conflicts if event in one.events)

    def _now(self) -> _Known:
        known = self._known
        if known is None or not known.is_of(self._window.desk.check):
            known = self._known = _Known(self._window)
        return known

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is not None and (old is None or not _tell_the_same(old, new)):
            self._quiet.start()

    @Slot()
    def refresh(self) -> None:
        """Compare anew, now."""
        self._quiet.stop()
        self._known = None
        self.show_line()
        self.changed.emit()

    def show_line(self) -> None:
        """Say on the claim's form what looks like its event and is another."""
        claims = self._window.workspace.claims
        if not claims.claim_id or not self._window.desk.has_check:
            return
        ids = {claim.id for claim in self._window.desk.check.claims}
        if claims.claim_id in ids:
            found = [one for one in self.look_alikes(claims.claim_id) if not one.is_settled]
            claims.form.look_alikes.show_found(self._window.desk.check, found)

    # -- what the person asked for

    def warns(self, claim_id: str, source_id: str, start: int, end: int, stance: Stance) -> bool:
        """Show a warning if a stretch tells of a look-alike; return whether there is one."""
        if stance is Stance.CONTEXT:
            return False
        from workbench.rules.look_alike import look_alike_at

        version = self._window.desk.check.source(source_id).version
        found = look_alike_at(self.look_alikes(claim_id), version.id, start, end)
        if not found:
            return False
        told = next(
            one
            for one in found[0].tellings
            if one.version_id == version.id and one.start < end and start < one.end
        )
        self._warned = found[0]
        self._made_sheet().ask(self._window.desk.check, found[0], told, stance)
        return True

    @Slot(str, str)
    def compare(self, claim_id: str, key: str) -> None:
        """Show a look-alike beside the claim's own event."""
        found = next((one for one in self.look_alikes(claim_id) if one.key == key), None)
        if found is not None:
            self._made_sheet().compare(self._window.desk.check, found)

    def _made_sheet(self) -> LookAlikeSheet:
        if self._sheet is None:
            from workbench.ui.look_alike_sheet import LookAlikeSheet

            self._sheet = LookAlikeSheet(self._window)
            self._sheet.answered.connect(self._on_answered)
            self._sheet.known.connect(self._on_known)
        return self._sheet

    @Slot(str, object)
    def _on_answered(self, claim_id: str, stance: Stance) -> None:
        self._window.workspace.attach_pending(claim_id, stance)
        event = self._warned.event if self._warned is not None else None
        if stance is Stance.CONTEXT and event is not None and event.is_noticed:
            number = self._window.desk.check.claim_number(claim_id)
            words = self.tr("Attached to claim {number} as context.").format(number=number)
            links = ((self.tr("Put it on the timeline"), lambda: self._take(event)),)
            self._window.notices.say(words, links)

    def _take(self, event: Happening) -> None:
        from workbench.ui import event_command

        event_command.take_event(self._window.desk, event)
        self._window.notices.say(self.tr("It is on the timeline."))

    @Slot(str)
    def _on_known(self, key: str) -> None:
        from workbench.ui import event_command

        event_command.set_aside(self._window.desk, key)
        self.refresh()
        words = self.tr("Noted as another event. It comes back if it is tied as evidence.")
        self._window.workspace.removed.emit(words)

    @Slot(str, int, int)
    def _on_event_asked(self, source_id: str, start: int, end: int) -> None:
        from workbench.ui import event_command

        window = self._window
        source = window.desk.check.source(source_id)
        read = window.noticing.of(source_id)
        event_id = event_command.new_event_from(window.desk, source, start, end, read)
        window.workspace.article.view.clear_selection()
        self.refresh()
        window.workspace.show_tab("timeline")
        if self._pane is not None:
            self._pane.edit_event(event_id)

    # -- the tab

    def _made_pane(self) -> QWidget:
        from workbench.ui.timeline_pane import TimelinePane

        pane = self._pane = TimelinePane(self._window.desk, self)
        pane.telling_asked.connect(self._on_telling_asked)
        pane.compare_asked.connect(self.compare)
        pane.selection_asked.connect(self._on_selection_asked)
        pane.removed.connect(self._window.workspace.removed)
        return pane

    def show_event(self, event_id: str) -> None:
        """Bring an event on the timeline to the front."""
        self._window.workspace.show_tab("timeline")
        if self._pane is not None:
            self._pane.show_event(event_id)

    @Slot(object)
    def _on_telling_asked(self, telling: Telling) -> None:
        article = self._window.workspace.article
        if telling.passage_id:
            article.show_passage(telling.passage_id)
        elif self._window.desk.check.source(telling.source_id).version.id == telling.version_id:
            article.show_stretch(telling.start, telling.end, telling.source_id)

    @Slot(str)
    def _on_selection_asked(self, event_id: str) -> None:
        from workbench.ui import event_command

        article = self._window.workspace.article
        start, end = article.view.selected_stretch()
        if not article.source_id or not article.view.text[start:end].strip():
            words = self.tr("Select the words in the article first, with the mouse or with J.")
            self._window.workspace.told.emit(words)
            return
        source = self._window.desk.check.source(article.source_id)
        event_command.add_event_passage(self._window.desk, event_id, source, start, end)
        article.view.clear_selection()


def _tell_the_same(one: Check, other: Check) -> bool:
    """Whether two states of a check tell of the same events."""
    parts = ("sources", "claims", "events", "passages", "dismissals")
    return all(getattr(one, part) is getattr(other, part) for part in parts)


class _Known:
    """What is known of one state of the check; each part is worked out when first asked for."""

    def __init__(self, window: MainWindow) -> None:
        from workbench.rules.happening import happenings_of

        self._check = window.desk.check
        self._families = window.house().deeds
        inspections = window.noticing.all()
        self._events = happenings_of(self._check, inspections, self._families)
        self._entries: tuple[Entry, ...] | None = None
        self._conflicts: tuple[Conflict, ...] | None = None
        self._look_alikes: dict[str, tuple[LookAlike, ...]] = {}

    def is_of(self, check: Check) -> bool:
        return _tell_the_same(self._check, check)

    @property
    def entries(self) -> tuple[Entry, ...]:
        if self._entries is None:
            from workbench.rules.timeline import timeline_in

            self._entries = timeline_in(self._check, self._events)
        return self._entries

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        if self._conflicts is None:
            from workbench.rules.conflict import conflicts_in

            self._conflicts = conflicts_in(self._check, self._events, self._families)
        return self._conflicts

    def look_alikes(self, claim_id: str) -> tuple[LookAlike, ...]:
        if claim_id not in self._look_alikes:
            from workbench.rules.look_alike import look_alikes_in

            claim = self._check.claim(claim_id)
            found = look_alikes_in(self._check, claim, self._events, self._families)
            self._look_alikes[claim_id] = found
        return self._look_alikes[claim_id]

    def look_alikes_of(self, event: Happening) -> tuple[LookAlike, ...]:
        return tuple(
            one
            for claim in self._check.claims
            for one in self.look_alikes(claim.id)
            if one.event is event or one.event == event
        )
