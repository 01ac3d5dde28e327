"""What is noticed in the sources of the open check, read in the background and kept at hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.ui.job import JobRunner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.core.source import Source, Span
    from workbench.reading.inspection import Inspection
    from workbench.store.check_store import CheckStore
    from workbench.ui.desk import Desk
    from workbench.ui.shelf import Shelf

_Key = tuple[str, "DateValue", "DateValue", str, "tuple[Span, ...]"]
_MOST_KEPT = 200
"""Inspections; the oldest is forgotten first, and made anew if it is asked for again."""


class Noticing(QObject):
    """Inspects each source of the desk's check; what is read anew replaces what was known.

    Signals:
        noticed: (source id) what is noticed in this source is there, or has changed.
    """

    noticed = Signal(str)

    def __init__(self, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._jobs = JobRunner(self)  # of its own: reading must never wait for an import
        self._known: dict[_Key, Inspection] = {}
        self._asked: set[_Key] = set()
        # Sources change with every key in a field; what they say of themselves is read after.
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(0)
        self._quiet.timeout.connect(self._read)
        desk.check_changed.connect(self._on_check_changed)
        shelf.store_opened.connect(self._quiet.start)
        if desk.has_check:
            self._quiet.start()

    @property
    def is_busy(self) -> bool:
        """Whether a source waits to be read."""
        return self._jobs.is_busy or self._quiet.isActive()

    def of(self, source_id: str) -> Inspection | None:
        """Return what is noticed in a source of the open check; None while it is being read."""
        if not self._desk.has_check:
            return None
        sources = (source for source in self._desk.check.sources if source.id == source_id)
        source = next(sources, None)
        return self._known.get(_key(source)) if source is not None else None

    def all(self) -> Mapping[str, Inspection]:
        """Return what is noticed by source id; sources that are being read are not there yet."""
        if not self._desk.has_check:
            return {}
        keys = {source.id: _key(source) for source in self._desk.check.sources}
        return {name: self._known[key] for name, key in keys.items() if key in self._known}

    def shutdown(self) -> None:
        """Stop reading; the window is closing."""
        self._quiet.stop()
        self._jobs.shutdown()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is not None and (old is None or old.sources is not new.sources):
            self._quiet.start()

    def _read(self) -> None:
        """Hand in every source whose text, dates or language are not read yet."""
        if not self._desk.has_check:
            return
        store = self._shelf.store_if_open
        if store is None:
            return  # it comes up by itself, and says so
        for source in self._desk.check.sources:
            key = _key(source)
            if key not in self._known and key not in self._asked:
                self._asked.add(key)
                self._submit(source, key, store)

    def _submit(self, source: Source, key: _Key, store: CheckStore) -> None:
        def keep(found: Inspection) -> None:
            self._asked.discard(key)
            self._known[key] = found
            while len(self._known) > _MOST_KEPT:
                del self._known[next(iter(self._known))]
            self.noticed.emit(source.id)

        self._jobs.submit(
            self.tr("Reading …"),
            lambda _: _inspected(source, store),
            keep,
            lambda _: self._asked.discard(key),
        )


def _key(source: Source) -> _Key:
    """Return what an inspection depends on."""
    version = source.version
    return (version.id, source.anchor, source.published, source.language, version.spans)


def _inspected(source: Source, store: CheckStore) -> Inspection:
    from workbench.house.house import house_folder
    from workbench.house.words import load_words
    from workbench.intake.noticed import noticed_in
    from workbench.reading.shared_text import fingerprint_of

    fingerprint_of(source.version.text, source.version.spans)  # kept for comparing texts later
    return noticed_in(source, store.original, load_words(house_folder(os.environ)))
