"""What the person's actions do to the events of a check: each command is one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench import clock
from workbench.core import change
from workbench.core.claim import Action
from workbench.core.event import Event
from workbench.core.quote import Passage
from workbench.reading.contact_verb import is_plain, told_as
from workbench.reading.quote import selector_for
from workbench.reading.testimony import action_for

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source
    from workbench.reading.inspection import Inspection
    from workbench.rules.happening import Happening
    from workbench.ui.desk import Desk


def tr(text: str) -> str:
    """Return a command's name in the person's language."""
    return QCoreApplication.translate("command", text)


def new_event_from(
    desk: Desk, source: Source, start: int, end: int, read: Inspection | None
) -> str:
    """Make an event of a stretch of a source (code points) and return its id.

    What is noticed there fills in who did what, to be corrected; else the words stand as the
    action, so that nothing is lost.
    """
    passage = _passage(source, start, end)
    what = action_for(read, start, end) if read is not None else Action()
    if what.action and is_plain(what.action):
        what = replace(what, action=told_as(what.action))
    if what.is_empty:
        what = Action(action=" ".join(passage.selector.exact.split()))
    event = Event(id=clock.new_id(), what=what, passage_ids=(passage.id,))
    desk.edit(
        tr("New event"),
        lambda check: change.with_event(change.with_passage(check, passage), event),
    )
    return event.id


def take_event(desk: Desk, happening: Happening) -> str:
    """Make an event of what was noticed or claimed, with all its passages; return its id."""
    check = desk.check
    passages, ids = [], []
    for telling in happening.tellings:
        if telling.passage_id:
            ids.append(telling.passage_id)
            continue
        source = check.source(telling.source_id)
        if source.version.id == telling.version_id:
            passages.append(_passage(source, telling.start, telling.end))
            ids.append(passages[-1].id)
    what = replace(happening.what, when=happening.when)
    event = Event(id=clock.new_id(), what=what, passage_ids=tuple(ids))

    def apply(check: Check) -> Check:
        for passage in passages:
            check = change.with_passage(check, passage)
        return change.with_event(check, event)

    desk.edit(tr("Take event"), apply)
    return event.id


def set_aside(desk: Desk, key: str) -> None:
    """Answer a proposal or a warning with no."""
    desk.edit(tr("Set aside"), lambda check: change.with_dismissal(check, key))


def change_event(desk: Desk, event: Event, *, key: str = "") -> None:
    """Put a changed event in its place; one with nothing left in it stays as it was."""
    if not event.what.is_empty:
        desk.edit(tr("Change event"), lambda check: change.with_event(check, event), key=key)


def remove_event(desk: Desk, event_id: str) -> None:
    """Remove an event."""
    desk.edit(tr("Remove event"), lambda check: change.without_event(check, event_id))


def add_event_passage(desk: Desk, event_id: str, source: Source, start: int, end: int) -> None:
    """Tie a stretch of a source (code points) to an event."""
    passage = _passage(source, start, end)

    def apply(check: Check) -> Check:
        event = _event(check, event_id)
        event = replace(event, passage_ids=(*event.passage_ids, passage.id))
        return change.with_event(change.with_passage(check, passage), event)

    desk.edit(tr("Add passage"), apply)


def remove_event_passage(desk: Desk, event_id: str, passage_id: str) -> None:
    """Take a passage from an event."""

    def apply(check: Check) -> Check:
        event = _event(check, event_id)
        ids = tuple(ref for ref in event.passage_ids if ref != passage_id)
        return change.tidied(change.with_event(check, replace(event, passage_ids=ids)))

    desk.edit(tr("Remove passage"), apply)


def _event(check: Check, event_id: str) -> Event:
    return next(event for event in check.events if event.id == event_id)


def _passage(source: Source, start: int, end: int) -> Passage:
    version = source.version
    return Passage(
        id=clock.new_id(),
        source_id=source.id,
        version_id=version.id,
        selector=selector_for(version.text, start, end),
    )
