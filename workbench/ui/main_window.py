"""The main window: an empty shell that is painted at once, then furnished with its parts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from workbench.core.error import UserError
from workbench.ui import setting, theme
from workbench.ui.shell import PROGRAM, Shell

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.store.summary import FirstScreen
    from workbench.ui.action_set import ActionSet
    from workbench.ui.backup_keeper import BackupKeeper
    from workbench.ui.citing import Citing
    from workbench.ui.desk import Desk
    from workbench.ui.event_watch import EventWatch
    from workbench.ui.exporter import Exporter
    from workbench.ui.history_desk import HistoryDesk
    from workbench.ui.job import JobRunner
    from workbench.ui.notice import NoticeBar
    from workbench.ui.noticing import Noticing
    from workbench.ui.preflight_desk import PreflightDesk
    from workbench.ui.proposing import Proposing
    from workbench.ui.publication_desk import PublicationDesk
    from workbench.ui.reading_aids import ReadingAids
    from workbench.ui.reception import Reception
    from workbench.ui.renewing import Renewing
    from workbench.ui.setting import Settings
    from workbench.ui.shelf import Shelf
    from workbench.ui.start_page import StartPage
    from workbench.ui.status_line import StatusLine
    from workbench.ui.way_back import WayBack
    from workbench.ui.workspace_view import WorkspaceView


class MainWindow(Shell):
    """Start page, open check, notices and status line; actions are in `action_set.py`.

    Made in two steps, because what fills it takes longer to import than a window to paint: the
    constructor gives a shell in the right colours and place, `furnish` everything else.
    """

    desk: Desk
    jobs: JobRunner
    shelf: Shelf
    reception: Reception
    renewing: Renewing
    exporter: Exporter
    action_set: ActionSet
    workspace: WorkspaceView
    pages: QStackedWidget
    notices: NoticeBar
    status: StatusLine
    noticing: Noticing
    preflight: PreflightDesk
    citing: Citing
    publication: PublicationDesk
    aids: ReadingAids
    keeper: BackupKeeper
    way_back: WayBack
    history: HistoryDesk
    proposing: Proposing
    events: EventWatch

    def __init__(self, file: Path, settings: Settings) -> None:
        super().__init__(settings)
        self._file = file
        self._settings = settings
        self._house: House | None = None
        self._start: StartPage | None = None
        self._closes_unsaved = False

    @property
    def is_complete(self) -> bool:
        """Whether all parts are there."""
        return self._completed

    def furnish(self) -> None:
        """Put in what shows a check: header, article and the list of claims."""
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

        from workbench.ui.desk import Desk
        from workbench.ui.place import restore_window
        from workbench.ui.workspace_view import WorkspaceView

        self.desk = Desk(self)
        body = QWidget()
        self.workspace = WorkspaceView(self.desk, self.house)
        self.desk.check_changed.connect(self._on_check_changed)  # after the panes show it
        self.pages = QStackedWidget()
        self.pages.addWidget(self.workspace)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        restore_window(self, self._settings)
        self._furnished = True
        self._body = body

    def mount(self) -> None:
        """Put what was furnished and filled onto the screen.

        The last step: once a style sheet is on, every change in the parts styles them anew.
        """
        self.wear()
        self.setCentralWidget(self._body)

    def complete(self) -> None:
        """Put in the rest: the claim's form, notices, actions, and what works in the background."""
        from workbench.ui.action_set import ActionSet
        from workbench.ui.announcement import Announcer
        from workbench.ui.backup_keeper import BackupKeeper
        from workbench.ui.citing import Citing
        from workbench.ui.event_watch import EventWatch
        from workbench.ui.exporter import Exporter
        from workbench.ui.former_step import FormerSteps
        from workbench.ui.history_desk import HistoryDesk
        from workbench.ui.job import JobRunner
        from workbench.ui.notice import NoticeBar
        from workbench.ui.noticing import Noticing
        from workbench.ui.preflight_desk import PreflightDesk
        from workbench.ui.proposing import Proposing
        from workbench.ui.publication_desk import PublicationDesk
        from workbench.ui.read_only import ReadOnlyWatch
        from workbench.ui.reading_aids import ReadingAids
        from workbench.ui.reception import Reception
        from workbench.ui.renewing import Renewing
        from workbench.ui.save_watch import SaveWatch
        from workbench.ui.shelf import Shelf
        from workbench.ui.status_line import StatusLine
        from workbench.ui.version_line import VersionWatch
        from workbench.ui.way_back import WayBack

        self.jobs = JobRunner(self)
        self.shelf = Shelf(self.desk, self._file, self)
        self.notices = NoticeBar()
        self.status = StatusLine(self.desk)
        self.noticing = Noticing(self.desk, self.shelf, self)
        self.keeper = BackupKeeper(self.shelf, self)
        self.proposing = Proposing(self.desk, self.noticing, self.workspace.article, self)
        self.workspace.attach(self.proposing)
        self.renewing = Renewing(self)
        self.reception = Reception(self)
        self._saves = SaveWatch(self)
        ReadOnlyWatch(self)
        self._column.addWidget(self.notices)
        self._column.addWidget(self.status)
        self.exporter = Exporter(self, self._settings)
        self.preflight = PreflightDesk(self)
        self.citing = Citing(self)
        self.publication = PublicationDesk(self, self._settings)
        self._connect()
        self.way_back = WayBack(self)
        self.desk.person = lambda: str(self._settings.get(setting.PERSON))
        FormerSteps(self)
        self.history = HistoryDesk(self)
        VersionWatch(self.desk, self.workspace)
        self.action_set = ActionSet(self, self._settings)
        self.workspace.claims.form  # noqa: B018 - made by asking for it
        self.aids = ReadingAids(self, self._settings)
        self.events = EventWatch(self)
        Announcer(self)
        self._completed = True

    def house(self) -> House:
        """Return the newsroom's data; read when first needed, which a launch does not."""
        if self._house is None:
            from workbench.house.house import house_folder, load_house

            try:
                self._house = load_house(house_folder(os.environ))
            except UserError as error:
                self._house = load_house()
                self.notices.warn(
                    self.tr("{trouble} The shipped data is used instead.").format(trouble=error)
                )
            for note in self._house.notes:
                self.notices.say(note)
        return self._house

    @property
    def start(self) -> StartPage:
        """The start page; made when first shown."""
        if self._start is None:
            from workbench.ui.start_page import StartPage

            start = self._start = StartPage()
            start.check_wanted.connect(self._on_check_wanted)
            start.check_opened.connect(self.open_check)
            start.check_removal_asked.connect(self.shelf.remove_check)
            start.sample_asked.connect(self.shelf.open_sample)
            start.open_asked.connect(self.reception.ask_for_files)
            start.folder_asked.connect(self.reception.ask_for_folder)
            start.paste_asked.connect(self.reception.paste)
            start.query_changed.connect(self.list_checks)
            start.bin_asked.connect(self.history.show_bin)
            start.export_asked.connect(self.exporter.ask_found)
            self.pages.addWidget(start)
        return self._start

    def _connect(self) -> None:
        self.shelf.trouble.connect(self.tell_trouble)
        self.keeper.failed.connect(self.tell_trouble)
        self.shelf.store_opened.connect(self.list_checks)
        self.workspace.header.export_asked.connect(self.exporter.ask)
        self.workspace.header.home_asked.connect(self.show_start)
        self.workspace.header.title.editingFinished.connect(self._on_title_finished)
        self.workspace.article.open_asked.connect(self.reception.ask_for_files)
        self.workspace.article.paste_asked.connect(self.reception.paste)
        self.workspace.told.connect(self.notices.say)
        self.workspace.renewal_asked.connect(self.renewing.ask)
        self.status.review_asked.connect(self.workspace.show_review)
        self.workspace.copied.connect(self.exporter.copy_text)

    # -- what is on the screen

    def show_first(self, first: FirstScreen | None) -> None:
        """Show the list of checks, or go on where the person left."""
        from workbench.ui.place import restore_place

        if first is not None:
            self.shelf.show_first(first.checks)
        if first is not None and first.check is not None:
            self.desk.open(first.check)
            restore_place(self, self._settings)
        else:
            self.show_start()

    def list_checks(self, *_: str) -> None:
        """Show on the start page the checks that match what is typed there."""
        if self._start is not None:
            query = self._start.search.text()
            self._start.show_checks(self.shelf.checks(query), query)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            self.show_start()
            return
        if old is None:
            self._show_workspace()
            self.workspace.article.begin()
        title = new.title or self.tr("Untitled check")
        self.setWindowTitle(f"{title} – {PROGRAM}")

    def _show_workspace(self) -> None:
        self.pages.setCurrentWidget(self.workspace)
        if self._completed:
            self.status.show_check_line(True)

    def tell_trouble(self, error: UserError) -> None:
        """Show what went wrong, what is safe and what to do."""
        self.notices.warn(str(error))

    def tell_fault(self) -> None:
        """Say that something unexpected happened; the log has the details."""
        saved = self.desk.flush()
        self.notices.warn(
            self.tr("Something unexpected happened. What you wrote is saved; you can go on.")
            if saved
            else self.tr(
                "Something unexpected happened. What you wrote is still here, not saved yet."
            ),
            ((self.tr("Show the report"), self.show_report),),
        )

    def show_report(self) -> None:
        """Show the report of what went wrong in this session."""
        from workbench.ui.report_sheet import show_report

        show_report(self)

    def add_card(self, card: QWidget) -> None:
        """Put a card over the notices."""
        self._column.insertWidget(self._column.indexOf(self.notices), card)
        card.show()

    # -- what the person asked for

    @property
    def shows_check(self) -> bool:
        """Whether a check is open and in front."""
        return self.desk.has_check and self.pages.currentWidget() is self.workspace

    def undo(self) -> None:
        """Take back the last step of the open check; on the start page, the last removal."""
        if self.shows_check:
            self.desk.undo()
        else:
            self.way_back.go()

    def show_start(self) -> None:
        """Show the start page; the open check is saved."""
        self.setWindowTitle(PROGRAM)
        if self.desk.has_check:
            self.desk.flush()
        self.pages.setCurrentWidget(self.start)
        self.status.show_check_line(False)
        self.list_checks()
        self.start.begin()

    def wear(self) -> None:
        """Dress the window in the colours and size that are set."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            scheme = theme.Scheme(self._settings.get(setting.SCHEME))
            theme.wear(app, scheme, self._settings.get(setting.INTERFACE_ZOOM))
            if self._furnished:
                self.workspace.restyle()

    # -- answers to what happened

    @Slot(str)
    def _on_check_wanted(self, title: str) -> None:
        if self.shelf.new_check(title):
            self.workspace.article.begin()

    @Slot(str)
    def open_check(self, check_id: str) -> None:
        """Bring a check to the front."""
        if self.desk.has_check and self.desk.check.id == check_id:
            if not self.shows_check:
                self._show_workspace()
                self.workspace.article.begin()
            return
        if self.shelf.open_check(check_id):
            self.workspace.show_tab("claims")
            self.workspace.article.begin()

    @Slot()
    def _on_title_finished(self) -> None:
        """Name the files after the title while they still have the name of an untitled check."""
        if self.desk.has_check:
            self.shelf.name_after_title()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window loses the focus."""
        super().changeEvent(event)
        if self._furnished and not self.isActiveWindow():
            self.desk.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text anywhere on the window."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        if self._completed:
            self.reception.take(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, stop the jobs, close the store; stay open if something cannot be saved."""
        if not self._completed:
            super().closeEvent(event)
            return
        if self.desk.is_held:
            self.jobs.shutdown()
            self.desk.release()
        if not self.desk.flush() and self.desk.is_dirty and not self._closes_unsaved:
            words = self._saves.closing_words()
            stay = (self.tr("Stay"), self.notices.hide)
            self.notices.ask(words, ((self.tr("Close anyway"), self.end_now), stay))
            event.ignore()
            return
        from workbench.ui.place import keep_place

        keep_place(self, self._settings)
        self.noticing.shutdown()
        self.keeper.shutdown()
        self.preflight.shutdown()
        self.publication.shutdown()
        self.action_set.shutdown()
        self.jobs.shutdown()
        self.desk.undo_stack.clear()
        self.shelf.close()
        super().closeEvent(event)

    @Slot()
    def end_now(self) -> None:
        """Save and close, whatever stands in the way: the system is going down."""
        self._closes_unsaved = True
        self.close()
