"""Help with reading: underlines, greyed lines, what stands at the cursor, and the list of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QToolTip

from workbench.core.source import SpanType
from workbench.rules.proposed import is_proposed_attribution
from workbench.rules.quotable import Use, headline_in, stretch_of
from workbench.ui import command, setting
from workbench.ui.aid import AidIndex, described, language_name, span_words, spans_in_words, summary
from workbench.ui.aid_line import AidLine, AidNote
from workbench.ui.aid_paint import AidPainting
from workbench.ui.passage_words import passage_words
from workbench.ui.span_layer import SpanLayer

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHelpEvent

    from workbench.core.check import Check
    from workbench.core.claim import Evidence
    from workbench.core.source import Source, Span
    from workbench.reading.inspection import Inspection
    from workbench.rules.quotable import Stretch
    from workbench.ui.aid_pane import AidPane
    from workbench.ui.evidence_row import EvidenceRow
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings
    from workbench.ui.span_chooser import SpanChooser

_MOST_TOLD = 3
"""How many aids of a selection are told in the line under the article."""


class ReadingAids(QObject):
    """Brings what is noticed to the article of a window."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._article = window.workspace.article
        self._view = self._article.view
        self._painting = AidPainting(self._view)
        self._painting.is_on = settings.get(setting.AIDS)
        self._layer = SpanLayer(self._view)
        self._shown: tuple[str, tuple[Span, ...], Inspection | None] | None = None
        self._indexed: Inspection | None = None
        self._text = ""
        self._tab_before = "claims"
        self._pane: AidPane | None = None
        self._chooser: SpanChooser | None = None
        self.line, self.note = AidLine(), AidNote()
        self._article.add_line(self.note, above=True)
        self._article.add_line(self.line, above=False)
        self._view.under.append(self._layer.paint)
        self._view.over.append(self._painting.paint)
        self._view.beside.append(self._layer.paint_names)
        self._view.viewport().installEventFilter(self)
        self._article.gate = self._allows
        window.workspace.noticed = window.noticing.of
        evidence = window.workspace.claims.form.evidence_card
        evidence.is_proposed = self._is_proposed
        evidence.row_added.connect(self._on_row_added)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._window.noticing.noticed.connect(self._on_noticed)
        self._window.desk.check_changed.connect(self._on_check_changed)
        self._article.source_chosen.connect(self.refresh)
        self._article.text_shown.connect(self.refresh)
        self._article.span_asked.connect(self.ask_span)
        self._view.cursorPositionChanged.connect(self._tell_place)
        self._view.selectionChanged.connect(self._tell_place)
        self._view.zoom_changed.connect(lambda _: self._layer.restyle())
        self._view.restyled.connect(self._layer.restyle)

    @property
    def index(self) -> AidIndex:
        """What is noticed in the source on show."""
        return self._painting.index

    @property
    def _source(self) -> Source | None:
        if not self._window.desk.has_check or not self._article.source_id:
            return None
        sources = self._window.desk.check.sources
        return next((one for one in sources if one.id == self._article.source_id), None)

    @property
    def _inspection(self) -> Inspection | None:
        source = self._source
        return self._window.noticing.of(source.id) if source is not None else None

    @Slot(str)
    def _on_noticed(self, source_id: str) -> None:
        self._window.workspace.claims.show_again()
        if source_id == self._article.source_id:
            self.refresh()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is not None and (old is None or old.sources is not new.sources):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is noticed in the source on show."""
        source, read = self._source, self._inspection
        if source is None or self._view.text != source.version.text:
            self._shown, self._text = None, ""  # an older text: what is noticed is of the newest
            self._painting.index = AidIndex(None)
            self._layer.forget()
            self.note.say("")
            self.line.setVisible(False)
            return
        self.line.setVisible(True)
        spans = source.version.spans or (read.spans if read is not None else ())
        wanted = (source.version.id, spans, read)
        is_new_text = self._text is not self._view.text
        if self._shown == wanted and not is_new_text:
            return
        if is_new_text:
            self._layer.forget()
        self._shown, self._text = wanted, self._view.text
        self._layer.show_spans(spans)
        if is_new_text or (read is not None and read is not self._indexed):
            self._indexed = read  # while it is read anew, what was known of this text stays
            self._painting.index = AidIndex(read)
        self._view.viewport().update()
        self.note.say(self._missing_help(read))
        self._tell_place()
        if self._pane is not None:
            self._pane.show_aids(source, read, self.index)

    def _missing_help(self, read: Inspection | None) -> str:
        if read is None or read.is_english or read.metadata.language is None:
            return ""
        return self.missing_words(read.metadata.language.value)

    def missing_words(self, language: str) -> str:
        """Return what there is no help with in a language."""
        return self.tr(
            "Help with who says what is not available for {language} yet; everything else works."
        ).format(language=language_name(language))

    def switch_lines(self) -> None:
        """Show the underlines, or no longer; remembered."""
        self._painting.is_on = not self._painting.is_on
        self._settings.set(setting.AIDS, self._painting.is_on)
        self._view.viewport().update()
        self._window.notices.say(
            self.tr("Underlines are shown.")
            if self._painting.is_on
            else self.tr("Underlines are hidden; Ctrl+Alt+M still lists what is noticed.")
        )

    # -- what stands at the cursor

    @Slot()
    def _tell_place(self) -> None:
        """Say what stands at the cursor, or in the selection."""
        if self._shown is None:
            return
        start, end = self._view.selected_stretch()
        words = self.words_at(start, end)
        if words:
            self.line.say(words, aloud=True)
        else:
            told = summary(self.index)
            more = self.tr("{counts}  ·  Ctrl+Alt+M lists them").format(counts=told)
            self.line.say(more if told else "")

    def words_at(self, start: int, end: int) -> str:
        """Return what is marked and noticed at a place or in a stretch; empty for nothing."""
        found = (passage_words(self._view, start, end), self._noticed_words(start, end))
        return "  ·  ".join(words for words in found if words)

    def _noticed_words(self, start: int, end: int) -> str:
        stretch = self._stretch(start, max(end, min(start + 1, len(self._view.text))))
        if not stretch.is_body and not stretch.has_body:
            return self.tr("This is {what}: it is not quoted and not counted. S says otherwise."
                           ).format(what=spans_in_words(stretch.types))  # fmt: skip
        if start == end:
            aid = self.index.at(start)
            return described(aid) if aid is not None else ""
        told = dict.fromkeys(described(aid) for aid in self.index.between(start, end))
        parts = list(told)
        more = len(parts) - _MOST_TOLD
        if more > 0:
            parts = [*parts[:_MOST_TOLD], self.tr("{n} more").format(n=more)]
        return "  ·  ".join(parts)

    def _stretch(self, start: int, end: int) -> Stretch:
        source = self._source
        read = self._inspection
        title = source.title if source is not None else ""
        if not title and read is not None and read.metadata.title is not None:
            title = read.metadata.title.value
        text = self._view.text
        return stretch_of(text, self._view.spans, start, end, headline_in(text, title))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what stands under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _show_tip(self, event: QHelpEvent) -> None:
        QToolTip.showText(event.globalPos(), self.words_under(event.pos()), self._view.viewport())

    def words_under(self, at: QPoint) -> str:
        """Return what is noticed under a point of the article; empty for nothing."""
        cursor = self._view.cursorForPosition(at)
        if not self._view.cursorRect(cursor).adjusted(-12, -2, 12, 2).contains(at):
            return ""
        place = self._view.offsets.to_code_point(cursor.position())
        return self.words_at(place, place)

    # -- what may be made of a selection

    def _allows(self, use: str, start: int, end: int) -> bool:
        """Whether a stretch may become that; says why not, and what to do."""
        stretch = self._stretch(start, end)
        if stretch.serves(Use(use)):
            return True
        if stretch.is_body:
            words = self.tr(
                "This is the headline. It may be a claim, it is no evidence. "
                "Press S to say that it is part of the text."
            )
        elif stretch.has_body:
            self._view.select(*stretch.body)
            words = self.tr(
                "Part of the selection is {what}; it is left out now. "
                "Press the key again to take the rest."
            ).format(what=spans_in_words(stretch.types))
        else:
            words = self._refusal(Use(use), stretch)
        self._window.notices.say(words)
        return False

    def _refusal(self, use: Use, stretch: Stretch) -> str:
        what = spans_in_words(stretch.types)
        no_use = {
            Use.CLAIM: self.tr("{what} is no claim of the article."),
            Use.EVIDENCE: self.tr("{what} is no evidence."),
            Use.QUOTE: self.tr("{what} is not quoted."),
            Use.EVENT: self.tr("{what} tells of no event."),
        }[use].format(what=f"{what[:1].upper()}{what[1:]}")
        return self.tr("This is {what}. {no_use} Press S to say that it is part of the text."
                       ).format(what=what, no_use=no_use)  # fmt: skip

    # -- saying what a stretch is

    @Slot()
    def ask_span(self) -> None:
        """Let the person say what the selection is: without one, the span or line at the cursor."""
        if self._shown is None:
            return
        start, end = self._view.selected_stretch()
        if not self._view.text[start:end].strip():
            start, end = self._line_at(start)
            if not self._view.text[start:end].strip():
                self._window.notices.say(self.tr("Select the words first, with the mouse or keys."))
                return
            self._view.select(start, end)
        if self._chooser is None:
            from workbench.ui.span_chooser import SpanChooser

            self._chooser = SpanChooser(self._view)
            self._chooser.chosen.connect(self._on_span_chosen)
        if self._article.bar is not None:
            self._article.bar.hide()
        types = self._stretch(start, end).types
        self._chooser.ask(types[0] if types else SpanType.BODY)

    def _line_at(self, place: int) -> tuple[int, int]:
        """Return the span at a place, else its line."""
        for span in self._view.spans:
            if span.start <= place < span.end:
                return span.start, span.end
        text = self._view.text
        start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
        ends = [at for at in (text.find("\n", place), text.find("\r", place)) if at >= 0]
        return start, min(ends, default=len(text))

    @Slot(object)
    def _on_span_chosen(self, kind: SpanType) -> None:
        source = self._source
        start, end = self._view.selected_stretch()
        if source is None or start == end:
            return
        command.set_span(self._window.desk, source, self._view.spans, start, end, kind)
        words = self.tr("This is {what} now.").format(what=span_words(kind))
        used = self._claims_on(start, end) if kind is not SpanType.BODY else ""
        if used:
            words = self.tr("{words} A passage in it serves claim {numbers}: look at that again."
                            ).format(words=words, numbers=used)  # fmt: skip
        undo = self._window.desk.undo
        self._window.notices.say(words, ((self.tr("Undo"), undo),))

    def _claims_on(self, start: int, end: int) -> str:
        """Return the numbers of the claims that a stretch serves, in words."""
        offsets = self._view.offsets
        marks = self._view.highlights.between(offsets.to_qt(start), offsets.to_qt(end))
        numbers = sorted({number for mark in marks for number, _, _ in mark.claims})
        return ", ".join(map(str, numbers))

    # -- who says a piece of evidence

    def _is_proposed(self, check: Check, evidence: Evidence) -> bool:
        if not evidence.passage_id:
            return False
        read = self._window.noticing.of(check.source_of(evidence.passage_id).id)
        return is_proposed_attribution(check, evidence, read)

    @Slot(object)
    def _on_row_added(self, row: EvidenceRow) -> None:
        row.agreed.connect(lambda ref: command.agree_to_attribution(self._window.desk, ref))

    # -- the list

    def switch_list(self) -> None:
        """Show the list of what is noticed beside the article, or put it away."""
        workspace = self._window.workspace
        if self._pane is None:
            from workbench.ui.aid_pane import AidPane

            self._pane = AidPane(self)
            self._pane.jumped.connect(self._article.show_stretch)
            self._pane.left.connect(self.leave_list)
            workspace.add_pane("noticed", self._pane)
        if workspace.tab == "noticed":
            self.leave_list()
            return
        self._tab_before = workspace.tab
        workspace.show_tab("noticed")
        source = self._source
        if source is not None:
            self._pane.show_aids(source, self._inspection, self.index)
        self._pane.begin()

    @Slot()
    def leave_list(self) -> None:
        """Go back to the editor's tab that was there before, and to the article."""
        self._window.workspace.show_tab(self._tab_before)
        self._article.begin()
