"""What each action of `action.py` does: one method for each, by the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from workbench.ui import setting, theme
from workbench.ui.action import ACTIONS, translated
from workbench.ui.comment_action import CommentActions

if TYPE_CHECKING:
    from workbench.ui.help_sheet import HelpSheet
    from workbench.ui.language_choice import LanguageChoice
    from workbench.ui.main_window import MainWindow
    from workbench.ui.overlay import Overlay
    from workbench.ui.setting import Settings

_INTERFACE_STEP = 1.1


class ActionSet(CommentActions):
    """The window's actions, with their keys and the menu made of them."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window, settings)
        self._sheets: dict[str, Overlay] = {}
        self._languages: LanguageChoice | None = None
        self.by_name: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(translated(spec.text), window)
            action.setObjectName(f"action_{spec.name}")
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(getattr(self, spec.name))
            window.addAction(action)
            self.by_name[spec.name] = action
        self._follow_undo()
        stack = window.desk.undo_stack
        stack.canUndoChanged.connect(self.by_name["undo"].setEnabled)
        stack.canRedoChanged.connect(self.by_name["redo"].setEnabled)
        window.pages.currentChanged.connect(self._allow_undo)
        window.shelf.removed.connect(self._allow_undo)
        self._allow_undo()
        window.workspace.header.set_menu(self._built_menu())

    def _follow_undo(self) -> None:
        """Say in the menu what Undo and Redo would do."""
        stack = self._window.desk.undo_stack
        for name, changes in (
            ("undo", stack.undoTextChanged),
            ("redo", stack.redoTextChanged),
        ):
            action = self.by_name[name]
            plain = action.text()
            changes.connect(
                lambda text, action=action, plain=plain: action.setText(
                    f"{plain}: {text}" if text else plain
                )
            )

    def _allow_undo(self, *_: object) -> None:
        """Let Undo and Redo be chosen where there is something to take back."""
        stack = self._window.desk.undo_stack
        here = self._window.shows_check
        self.by_name["undo"].setEnabled(stack.canUndo() if here else self._window.way_back.is_open)
        self.by_name["redo"].setEnabled(here and stack.canRedo())

    def _built_menu(self) -> QMenu:
        menu = QMenu(self._window)
        groups: dict[str, QMenu] = {}
        for spec in ACTIONS:
            if not spec.menu:
                continue
            if spec.group not in groups:
                groups[spec.group] = menu.addMenu(translated(spec.group))
            groups[spec.group].addAction(self.by_name[spec.name])
        return menu

    def new_check(self) -> None:
        """Go where a new check begins."""
        self._window.show_start()
        self._window.start.begin()

    def show_start(self) -> None:
        """Show the start page; the open check is saved."""
        self._window.show_start()

    def find_check(self) -> None:
        """Open the quick switcher."""
        from workbench.ui.switcher import Switcher

        sheet = self._sheets.get("switcher")
        if not isinstance(sheet, Switcher):
            sheet = self._sheets["switcher"] = Switcher(self._window)
            sheet.query_changed.connect(
                lambda query, sheet=sheet: sheet.show_checks(self._window.shelf.checks(query))
            )
            sheet.check_opened.connect(self._window.open_check)
        self._window.desk.flush()
        sheet.open()

    def open_files(self) -> None:
        """Ask for files and take them in."""
        self._window.reception.ask_for_files()

    def open_folder(self) -> None:
        """Ask for a folder and take in what can be read of it."""
        self._window.reception.ask_for_folder()

    def paste_source(self) -> None:
        """Take in what is on the clipboard."""
        self._window.reception.paste()

    def renew_source(self) -> None:
        """Ask for a newer text of the source on show."""
        if self._window.shows_check:
            self._window.renewing.ask()

    def review_quotes(self) -> None:
        """Go to the quotes that a newer text left open."""
        if self._window.shows_check:
            self._window.workspace.show_review()

    def export(self) -> None:
        """Open the export sheet."""
        if self._window.shows_check:
            self._window.exporter.ask()

    def show_history(self) -> None:
        """Show the saved states of the open check."""
        if self._window.shows_check:
            self._window.history.show_history()

    def show_bin(self) -> None:
        """Show what was removed."""
        self._window.history.show_bin()

    def show_backups(self) -> None:
        """Show the backups and what is in them."""
        from workbench.ui.backup_sheet import BackupSheet

        sheet = self._sheets.get("backups")
        if not isinstance(sheet, BackupSheet):
            sheet = self._sheets["backups"] = BackupSheet(self._window, self._window.keeper)
            sheet.restore_asked.connect(self._window.shelf.restore)
        self._window.desk.flush()
        sheet.open()

    def quit(self) -> None:
        """Close the window; everything is saved."""
        self._window.close()

    def undo(self) -> None:
        """Take back the last step."""
        self._window.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._window.desk.redo()

    def new_claim(self) -> None:
        """Begin a claim."""
        if self._window.shows_check:
            self._window.workspace.new_claim()

    def cite_evidence(self) -> None:
        """Choose what the sentence at the cursor cites."""
        if self._window.shows_check:
            self._window.citing.ask()

    def rename_check(self) -> None:
        """Put the cursor into the title."""
        if self._window.shows_check:
            self._window.workspace.header.title.setFocus()
            self._window.workspace.header.title.selectAll()

    def show_article(self) -> None:
        """Put the keyboard into the article."""
        if self._window.shows_check:
            self._window.workspace.article.begin()

    def show_sources(self) -> None:
        """Go to the source editor."""
        self._enter("sources")

    def show_claims(self) -> None:
        """Go to the claims."""
        self._enter("claims")

    def show_draft(self) -> None:
        """Go to the draft."""
        self._enter("draft")

    def show_posts(self) -> None:
        """Go to the posts."""
        self._enter("posts")

    def show_preflight(self) -> None:
        """Go to the findings of the pre-flight."""
        self._enter("preflight")

    def next_finding(self) -> None:
        """Go to the place of the next finding."""
        self._window.preflight.step(1)

    def previous_finding(self) -> None:
        """Go to the place of the previous finding."""
        self._window.preflight.step(-1)

    def next_finding_here(self) -> None:
        """Go to the next finding in the field that is written in."""
        self._window.preflight.step_here(1)

    def previous_finding_here(self) -> None:
        """Go to the previous finding in the field that is written in."""
        self._window.preflight.step_here(-1)

    def set_finding_aside(self) -> None:
        """Set the finding at the caret aside."""
        self._window.preflight.set_aside_here()

    def show_origins(self) -> None:
        """Show the picture of the chain behind the claim in front, or behind all claims."""
        from workbench.ui.chain_sheet import ChainSheet

        if not self._window.shows_check:
            return
        workspace = self._window.workspace
        sheet = self._sheets.get("origins")
        if not isinstance(sheet, ChainSheet):
            sheet = self._sheets["origins"] = ChainSheet(self._window)
            sheet.source_asked.connect(workspace.article.show_source)
            sheet.told.connect(self._window.notices.say)
            sheet.troubled.connect(self._window.notices.warn)
        claim_id = workspace.claims.claim_id if workspace.tab == "claims" else ""
        sheet.ask(self._window.desk.check, claim_id)

    def show_timeline(self) -> None:
        """Go to the timeline."""
        self._enter("timeline")

    def show_publication(self) -> None:
        """Go to state, exports and corrections."""
        self._enter("publication")

    def show_watched(self) -> None:
        """Show what is watched for in all checks."""
        self._window.publication.watched.show_all()

    def next_claim(self) -> None:
        """Go to the next claim."""
        if self._window.shows_check:
            self._window.workspace.step_claim(1)

    def previous_claim(self) -> None:
        """Go to the previous claim."""
        if self._window.shows_check:
            self._window.workspace.step_claim(-1)

    def enlarge_window(self) -> None:
        """Make the interface larger."""
        self._zoom_interface(_INTERFACE_STEP)

    def reduce_window(self) -> None:
        """Make the interface smaller."""
        self._zoom_interface(1 / _INTERFACE_STEP)

    def switch_colors(self) -> None:
        """Go to the next of: as the system, light, dark, high contrast."""
        names = {
            theme.Scheme.SYSTEM: self.tr("Colours: as the system."),
            theme.Scheme.LIGHT: self.tr("Colours: light."),
            theme.Scheme.DARK: self.tr("Colours: dark."),
            theme.Scheme.CONTRAST: self.tr("Colours: high contrast."),
        }
        schemes = list(names)
        here = schemes.index(theme.Scheme(self._settings.get(setting.SCHEME)))
        looks = theme.current_theme().scheme
        wanted = schemes[(here + 1) % len(schemes)]
        if here == 0 and wanted is looks:  # a first press that shows no difference puzzles
            wanted = schemes[2]
        self._settings.set(setting.SCHEME, str(wanted))
        self._window.wear()
        self._window.notices.say(names[wanted])

    def choose_language(self) -> None:
        """Ask which language the window is to speak."""
        from workbench.ui.language_choice import LanguageChoice

        if self._languages is None:
            self._languages = LanguageChoice(self._settings, self._window.notices)
        self._languages.ask()

    def show_help(self) -> None:
        """Show the help for the place where the person stands."""
        from workbench.ui.help_place import place_of

        self._help().show_place(place_of(self._window))

    def show_keys(self) -> None:
        """Show the list of keys."""
        self._help().show_place("keys")

    def _help(self) -> HelpSheet:
        from workbench.ui.help_sheet import HelpSheet

        sheet = self._sheets.get("help")
        if not isinstance(sheet, HelpSheet):
            sheet = self._sheets["help"] = HelpSheet(self._window)
        sheet.set_zoom(self._settings.get(setting.INTERFACE_ZOOM))
        return sheet

    def close_sheets(self) -> None:
        """Put away what lies over the window."""
        for sheet in self._sheets.values():
            sheet.close_sheet()
        self._window.history.close_sheets()
        self._window.renewing.close_sheet()
        self._window.reception.close_sheet()
        self._window.citing.close_sheet()
        self.close_travel_sheets()
        self.close_review_sheets()

    def show_about(self) -> None:
        """Say which program this is, where its data lives and what it is made with."""
        from workbench.ui.about_sheet import AboutSheet
        from workbench.ui.log import log_path

        sheet = self._sheets.get("about")
        if sheet is None:
            sheet = AboutSheet(self._window, self._window.shelf.workspace, log_path())
            self._sheets["about"] = sheet
        sheet.open()

    def _enter(self, tab: str) -> None:
        if self._window.shows_check:
            self._window.workspace.enter_tab(tab)

    def _zoom_interface(self, factor: float) -> None:
        zoom = self._settings.get(setting.INTERFACE_ZOOM) * factor
        self._settings.set(setting.INTERFACE_ZOOM, min(max(zoom, 0.8), 3.0))
        self._window.wear()
