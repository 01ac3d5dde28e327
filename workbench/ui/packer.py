"""Packing the open check into a case file: the sheet, how large it gets, and the file itself."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from workbench.core.error import UserError
from workbench.ui import setting
from workbench.ui.language import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.publish.packing import Packing
    from workbench.store.check_store import CheckStore
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow
    from workbench.ui.packing_sheet import PackingSheet
    from workbench.ui.setting import Settings

_MEMBER_BYTES = 222
"""What a zip file says of each original beside its bytes."""
_LEVEL = 6  # as `publish.archive` packs


class Packer(QObject):
    """Asks what goes along, tells what stays, and writes the case file off the window's thread."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._sheet: PackingSheet | None = None
        self._check: Check | None = None
        self._originals: Mapping[str, int] = {}
        self._states = 0
        self._weights: dict[Packing, int] = {}
        self._packed: dict[str, int] = {}
        self._job = 0

    def ask(self) -> None:
        """Open the sheet for the open check, with the careful choice."""
        from workbench.publish.case import originals_of
        from workbench.publish.packing import CAREFUL

        window = self._window
        window.desk.flush()
        check = self._check = window.desk.check
        try:
            store = window.shelf.store
            self._originals = store.original_sizes(originals_of(check))
            self._states = len(store.history.states(check.id))
        except UserError as error:
            window.tell_trouble(error)
            return
        self._weights.clear()
        if self._sheet is None:
            from workbench.ui.packing_sheet import PackingSheet

            self._sheet = PackingSheet(window)
            self._sheet.choice_changed.connect(self._on_choice)
            self._sheet.pack_wanted.connect(self._on_wanted)
            self._sheet.closed.connect(lambda: window.jobs.cancel(self._job))
        choice = replace(CAREFUL, originals=bool(self._settings.get(setting.PACK_ORIGINALS)))
        self._sheet.ask(self._folder() / f"{check.slug}.factcheck", choice, self._counts(check))
        self._on_choice()

    def close_sheet(self) -> None:
        """Put the sheet away if it is open."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _folder(self) -> Path:
        kept = str(self._settings.get(setting.CASE_FOLDER))
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(kept or QStandardPaths.writableLocation(place))

    def _counts(self, check: Check) -> dict[str, str]:
        """Return how much there is of each kind that can go along or stay, in words."""
        from workbench.publish.packing import LeftOut, Packing, left_out_of
        from workbench.publish.packing_words import left_out_words

        nothing = Packing(history=False, notes=False, contacts=False, originals=False)
        left = left_out_of(check, nothing, self._originals, self._states)
        kinds = {
            "originals": LeftOut(originals=left.originals, original_bytes=left.original_bytes),
            "history": LeftOut(states=left.states),
            "contacts": LeftOut(contacts=left.contacts),
            "notes": LeftOut(notes=left.notes),
        }
        return {kind: told("; ".join(left_out_words(part))) for kind, part in kinds.items()}

    @Slot()
    def _on_choice(self) -> None:
        """Tell what stays now, and weigh the file again."""
        from workbench.publish.packing import Packing

        if self._sheet is None:
            return
        self._settings.set(setting.PACK_ORIGINALS, self._sheet.choice.originals)
        self._show()
        wanted = [one for one in (self._sheet.choice, Packing()) if one not in self._weights]
        if wanted:
            self._window.jobs.cancel(self._job)
            self._job = self._window.jobs.submit(
                self.tr("Looking how large the file gets …"),
                lambda steps: self._weighed(wanted, steps),
                self._on_weighed,
                self._window.tell_trouble,
            )

    def _weighed(self, wanted: list[Packing], steps: JobSteps) -> dict[Packing, int]:
        """Return how many bytes the file has with each of some choices; on a job's thread."""
        check, store = self._check, self._window.shelf.store
        assert check is not None
        if any(choice.originals for choice in wanted):
            for done, name in enumerate(self._originals):
                steps(done, len(self._originals))
                if name not in self._packed:
                    packed = zlib.compress(store.original(name), _LEVEL)
                    self._packed[name] = len(packed) + _MEMBER_BYTES
        whole = sum(self._packed[name] for name in self._originals if name in self._packed)
        weights = {}
        for choice in wanted:
            steps(1, 1)
            bare = _packed(store, check, {}, replace(choice, originals=False))
            weights[choice] = len(bare) + (whole if choice.originals else 0)
        return weights

    @Slot(object)
    def _on_weighed(self, weights: dict[Packing, int]) -> None:
        self._weights.update(weights)
        self._show()

    def _show(self) -> None:
        from workbench.publish.packing import Packing, left_out_of
        from workbench.publish.packing_words import left_out_words, missing_here, size_words

        if self._sheet is None or self._check is None:
            return
        choice = self._sheet.choice
        left = left_out_of(self._check, choice, self._originals, self._states)
        stays = left_out_words(left)
        if missing := self._missing():
            stays = (*stays, missing_here(missing))
        here, whole = self._weights.get(choice), self._weights.get(Packing())
        if here is None or whole is None:
            size = self.tr("Is being looked up …")
        elif here == whole:
            size = self.tr("About {size}.").format(size=told(size_words(here)))
        else:
            size = self.tr("About {size}; with everything {whole}.").format(
                size=told(size_words(here)), whole=told(size_words(whole))
            )
        self._sheet.show_outcome(tuple(map(told, stays)), size)

    def _missing(self) -> int:
        from workbench.publish.case import originals_of

        return len(originals_of(self._check)) - len(self._originals) if self._check else 0

    @Slot(object)
    def _on_wanted(self, path: Path) -> None:
        sheet, check = self._sheet, self._check
        if sheet is None or check is None:
            return
        window, choice, names = self._window, sheet.choice, tuple(self._originals)

        def pack_and_write(steps: JobSteps) -> tuple[Path, int]:
            from workbench.publish.export import ExportFile, write_export

            store, originals = window.shelf.store, {}
            for done, name in enumerate(names if choice.originals else ()):
                steps(done, len(names) + 1)
                originals[name] = store.original(name)
            data = _packed(store, check, originals, choice)
            steps(len(names), len(names) + 1)  # the last place to cancel: then the file is there
            file = ExportFile(name=path.name, data=data)
            (written,) = write_export((file,), path.parent, "Packing")
            if not window.shelf.is_read_only:
                store.note_packed(check)
            return written, len(data)

        self._settings.set(setting.CASE_FOLDER, str(path.parent))
        window.jobs.submit(
            self.tr("Packing {name} …").format(name=path.name),
            pack_and_write,
            lambda written: self._tell(check, choice, *written),
            window.tell_trouble,
        )

    def _tell(self, check: Check, choice: Packing, path: Path, size: int) -> None:
        from workbench.publish.packing import left_out_of
        from workbench.publish.packing_words import left_out_sentence, size_words

        left = left_out_of(check, choice, self._originals, self._states)
        words = self.tr("Packed into {name}, {size}. {left}").format(
            name=path.name, size=told(size_words(size)), left=told(left_out_sentence(left))
        )
        folder = QUrl.fromLocalFile(str(path.parent))
        show = (self.tr("Show"), lambda: QDesktopServices.openUrl(folder))
        self._window.notices.say(words, (show,))


def _packed(
    store: CheckStore, check: Check, originals: Mapping[str, bytes], choice: Packing
) -> bytes:
    from workbench.publish.case import pack

    history = store.history.saved(check.id) if choice.history else None
    return pack(check, originals, store.exports(check.id), choice, history)
