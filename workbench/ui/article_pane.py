"""The article pane: a tab for every source, its strip, and the text with its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.article_view import ArticleView
from workbench.ui.highlight import glanced_highlights, highlights_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.source import Source, SourceVersion
    from workbench.store.glance import Glance
    from workbench.ui.desk import Desk
    from workbench.ui.find_bar import FindBar
    from workbench.ui.selection_bar import SelectionBar
    from workbench.ui.source_strip import SourceStrip
    from workbench.ui.ways_in import WaysIn

_TAB_LENGTH = 28
"""Characters of a source's name on its tab; the whole of it is in the tab's tip."""


class ArticlePane(QWidget):
    """Shows the sources of the desk's check; places in them are code points.

    Attributes:
        gate: whether a stretch may become a "claim", "evidence" or a "quote"; says why, if not.

    Signals:
        claim_asked, evidence_asked, quote_asked, event_asked: (source id, start, end) selected.
        span_asked: the person wants to say what the selection is.
        passage_clicked: (passage id).
        claim_clicked: (claim id).
        open_asked, paste_asked: the person wants to bring something in.
        source_chosen: (source id); empty when there is none.
        told: (words) a notice.
        text_shown: another text is on show, or the same source anew.

    """

    text_shown = Signal()
    claim_asked = Signal(str, int, int)
    evidence_asked = Signal(str, int, int)
    quote_asked = Signal(str, int, int)
    event_asked = Signal(str, int, int)
    span_asked = Signal()
    passage_clicked = Signal(str)
    claim_clicked = Signal(str)
    open_asked = Signal()
    paste_asked = Signal()
    source_chosen = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_pane")
        self.setAccessibleName(self.tr("Place for the first source"))  # has the keyboard until then
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._desk = desk
        self._source_id = ""
        self._version_id = ""
        self._older_id = ""  # the version wanted in place of the newest one
        self._claim_id = ""
        self._places: dict[str, int] = {}
        self._trail: list[tuple[str, str, int]] = []
        self.gate: Callable[[str, int, int], bool] | None = None
        self._build()
        desk.check_changed.connect(self._on_check_changed)

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setObjectName("source_tabs")
        self.tabs.setAccessibleName(self.tr("Sources"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        add = QPushButton("+")
        add.setObjectName("add_source")
        add.setProperty("role", "tab_add")
        add.setAccessibleName(self.tr("Open a file as a source"))
        add.setToolTip(self.tr("Open a file as a source (Ctrl+O); or paste, or drop a file here"))
        add.clicked.connect(self.open_asked)
        tab_row = QWidget()
        tab_row.setObjectName("tab_row")
        row = QHBoxLayout(tab_row)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addWidget(add)
        row.addStretch(1)
        self.strip: SourceStrip | None = None
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Article"))
        self.view.setAcceptDrops(False)
        self.view.passage_clicked.connect(self.passage_clicked)
        self.view.claim_clicked.connect(self.claim_clicked)
        self.bar: SelectionBar | None = None
        self.find_bar: FindBar | None = None
        self.view.stretch_selected.connect(self._on_stretch_selected)
        self._empty: WaysIn | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tab_row)
        column.addWidget(self.view, 1)
        self._tab_row = tab_row

    def put_over_text(self, part: QWidget) -> None:
        """Put a part between what is said of the source and its text."""
        strip = self._column.indexOf(self.strip) if self.strip is not None else 0
        self._column.insertWidget(max(strip, 0) + 1, part)

    def _show_ways_in(self, *, wanted: bool) -> None:
        if self._empty is None and wanted:
            from workbench.ui.ways_in import WaysIn  # seldom needed twice

            self._empty = WaysIn()
            self._empty.open_asked.connect(self.open_asked)
            self._empty.paste_asked.connect(self.paste_asked)
            self._column.addWidget(self._empty, 1)
        if self._empty is not None:
            self._empty.setVisible(wanted)

    @property
    def source_id(self) -> str:
        """The source on show; empty while there is none."""
        return self._source_id

    @property
    def version_id(self) -> str:
        """The version of the source that is on show; empty while there is none."""
        return self._version_id

    @property
    def shows_older(self) -> bool:
        """Whether a text is on show that is not the newest one of its source."""
        return bool(self._older_id)

    def _ask(self, signal: object, use: str) -> None:
        start, end = self.view.selected_stretch()
        if self._older_id:
            self.told.emit(self.tr("This is an older text. Mark words in the newest one."))
        elif self._source_id and self.view.text[start:end].strip():
            if self.gate is None or self.gate(use, start, end):
                signal.emit(self._source_id, start, end)  # type: ignore[attr-defined]
        elif self._source_id:
            self.told.emit(self.tr("Select the words first, with the mouse or with J."))

    def ask_claim(self) -> None:
        """Ask for a claim from the selection."""
        self._ask(self.claim_asked, "claim")

    def ask_evidence(self) -> None:
        """Ask to tie the selection to a claim."""
        self._ask(self.evidence_asked, "evidence")

    def ask_quote(self) -> None:
        """Ask to quote the selection in the draft."""
        self._ask(self.quote_asked, "quote")

    def ask_event(self) -> None:
        """Ask for an event from the selection."""
        self._ask(self.event_asked, "event")

    def ask_span(self) -> None:
        """Ask what the selection is: the article, or something beside it."""
        if self._source_id:
            self.span_asked.emit()

    def waits_for_reading(self) -> bool:
        """Whether a new source may take the front: the keyboard is here, and nobody types."""
        here = QApplication.focusWidget()
        if here is None or not self.window().isAncestorOf(here):
            return True
        return (self.isAncestorOf(here) and not isinstance(here, QLineEdit)) or here is self

    def begin(self) -> None:
        """Put the keyboard into the article, or where the first one can be brought in."""
        target = self.view if self._source_id else self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_source(self, source_id: str) -> None:
        """Bring a source's tab to the front, where the reader left it."""
        if source_id == self._source_id:
            return
        check = self._desk.check
        ids = [source.id for source in check.sources]
        if source_id in ids:
            self.tabs.setCurrentIndex(ids.index(source_id))

    def show_passage(self, passage_id: str) -> None:
        """Scroll to a passage and light it up, in the version that it stands in."""
        passage = self._desk.check.passage(passage_id)
        self._note_place()
        self.show_version(passage.source_id, passage.version_id)
        self.view.flash(passage.selector.start, passage.selector.end)

    def _note_place(self) -> None:
        """Note where the reader is, for the way back."""
        place = self.view.verticalScrollBar().value()
        self._trail.append((self._source_id, self._older_id, place))

    def show_version(self, source_id: str, version_id: str = "") -> None:
        """Bring one version of a source to the front; without one, the newest."""
        self.show_source(source_id)
        source = self._desk.check.source(self._source_id)
        older = version_id if version_id != source.version.id else ""
        if older != self._older_id:
            self._older_id = older
            self._show_text(source)

    def show_stretch(self, start: int, end: int, source_id: str = "") -> None:
        """Scroll to a stretch of a source, else of the one on show; select it and light it up."""
        self._note_place()
        if source_id:
            self.show_version(source_id)
        self.view.flash(start, end)
        self.view.select(start, end)

    def add_line(self, line: QWidget, *, above: bool) -> None:
        """Put a line above the text, or below it."""
        place = self._column.indexOf(self.view)
        self._column.insertWidget(place if above else place + 1, line)

    def go_back(self) -> None:
        """Return to where the reader was before the last jump."""
        while self._trail:
            source_id, older_id, place = self._trail.pop()
            if any(source.id == source_id for source in self._desk.check.sources):
                self.show_version(source_id, older_id)
                self.view.scroll_to(place)
                return

    def find_words(self) -> None:
        """Show the line that finds words in the article."""
        if not self._source_id:
            return
        if self.find_bar is None:
            from workbench.ui.find_bar import FindBar

            self.find_bar = FindBar(self.view)
            self._column.insertWidget(self._column.indexOf(self.view), self.find_bar)
        self.find_bar.begin()

    def choose_claim(self, claim_id: str) -> None:
        """Let one claim's passages stand out."""
        self._claim_id = claim_id
        self._show_highlights()

    def step_source(self, step: int) -> None:
        """Go to the next or previous source."""
        count = self.tabs.count()
        if count:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % count)

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None:
            if all(source.id != self._source_id for source in new.sources):
                self._source_id = self._version_id = ""
            self._places.clear()
            self._trail.clear()
            self._older_id = ""
        else:
            self._places[self._source_id] = self.view.verticalScrollBar().value()
        if old is None or old.sources is not new.sources:
            self._show_tabs(new)
        elif old.passages is not new.passages or old.claims is not new.claims:
            self._show_highlights()

    def show_glance(self, glance: Glance, place: int) -> None:
        """Show the text of a check at a glance, scrolled to a line; the strip comes later."""
        self._source_id, self._version_id = glance.source_id, glance.version_id
        self._show_names([(ref, name, "") for ref, name in glance.sources])
        if glance.version_id:
            self.view.show_article(glance.text)
            found = glanced_highlights(glance, self.view.offsets)
            self.view.show_highlights(found, glance.claims[0].id if glance.claims else "")
            self.view.scroll_to(place)

    def _show_tabs(self, check: Check) -> None:
        before = self._source_id
        self._show_names([(source.id, source.name, source.title) for source in check.sources])
        if self._source_id:
            self._show_text(check.source(self._source_id))
        if self._source_id != before:
            self.source_chosen.emit(self._source_id)

    def _show_names(self, sources: list[tuple[str, str, str]]) -> None:
        """Show a tab for each (id, name, title), and the pane that fits their number."""
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(sources):
            self.tabs.removeTab(self.tabs.count() - 1)
        for place, (_, name, title) in enumerate(sources):
            if place >= self.tabs.count():
                self.tabs.addTab("")
            words = name.strip() or self.tr("Source {number}").format(number=place + 1)
            shown = words if len(words) <= _TAB_LENGTH else words[: _TAB_LENGTH - 1] + "…"
            self.tabs.setTabText(place, shown.replace("&", "&&"))
            self.tabs.setTabToolTip(place, title or words)
        ids = [source_id for source_id, _, _ in sources]
        if ids and self._source_id not in ids:
            self._source_id = ids[min(max(self.tabs.currentIndex(), 0), len(ids) - 1)]
        if ids:
            self.tabs.setCurrentIndex(ids.index(self._source_id))
        else:
            self._source_id = self._version_id = ""
        self.tabs.blockSignals(False)
        for part in (self._tab_row, self.strip, self.view):
            if part is not None:
                part.setVisible(bool(ids))
        if self.find_bar is not None:
            self.find_bar.hide()
        self._show_ways_in(wanted=not ids)

    def _show_text(self, source: Source) -> None:
        if self.strip is None:
            from workbench.ui.source_strip import SourceStrip

            self.strip = SourceStrip()
            self._column.insertWidget(1, self.strip)
        self.strip.show_source(self._desk.check, source)
        version = self._version_of(source)
        self._older_id = version.id if version.id != source.version.id else ""
        if version.id != self._version_id:
            self._version_id = version.id
            self.view.show_article(version.text)
            self.view.show_title(source.title)
            self.view.scroll_to(self._places.get(source.id, 0))
        else:
            self.view.show_title(source.title)
        self._show_highlights()
        self.text_shown.emit()

    def _version_of(self, source: Source) -> SourceVersion:
        """Return the older version that is wanted, as long as the source has it, or the newest."""
        wanted = (one for one in source.versions if one.id == self._older_id)
        return next(wanted, source.version)

    def _show_highlights(self) -> None:
        if self._version_id:
            found = highlights_of(self._desk.check, self._version_id, self.view.offsets)
            self.view.show_highlights(found, self._claim_id)

    @Slot(int, int)
    def _on_stretch_selected(self, start: int, end: int) -> None:
        """Make the bar at the first selection; it looks after itself from then on."""
        if self.bar is None and start != end:
            from workbench.ui.selection_bar import SelectionBar

            self.bar = SelectionBar(self.view)
            self.bar.serve(self)
            self.bar.follow_selection(start, end)

    def _on_tab_changed(self, place: int) -> None:
        self.tabs.updateGeometry()  # the name on show is bold, and wider
        check = self._desk.check
        if not 0 <= place < len(check.sources):
            return
        self._places[self._source_id] = self.view.verticalScrollBar().value()
        self._source_id = check.sources[place].id
        self._older_id = ""
        self._show_text(check.sources[place])
        self.source_chosen.emit(self._source_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C, E, Q, S and V act on the selection while the article has the keyboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
            return
        asked = {
            Qt.Key.Key_C: self.ask_claim,
            Qt.Key.Key_E: self.ask_evidence,
            Qt.Key.Key_Q: self.ask_quote,
            Qt.Key.Key_S: self.ask_span,
            Qt.Key.Key_V: self.ask_event,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if asked and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            asked()
        else:
            super().keyPressEvent(event)
