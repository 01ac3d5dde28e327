"""Choosing what a sentence of the draft cites: evidence nearest in words first, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from workbench.core.citation_mark import ANALYSIS_KEY
from workbench.reading.folding import folded
from workbench.rules.cited import citable, words_of
from workbench.ui.check_list import CheckDelegate, DetailRole, IdRole
from workbench.ui.form import muted
from workbench.ui.overlay import Overlay
from workbench.ui.wording import attribution_words, bare_date_words, source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.cited import Cited

_SENTENCE_LENGTH = 200


class CiteSheet(Overlay):
    """Shows a sentence and everything that it could cite.

    Signals:
        chosen: (key of a citation mark); one that the sentence has already is taken from it.
        passage_asked: (passage id) the person wants to see it in its article.
    """

    chosen = Signal(str)
    passage_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=720, height=520)
        self.setObjectName("cite_sheet")
        self._rows: list[tuple[str, str, str]] = []
        self._passages: dict[str, str] = {}
        heading = QLabel(self.tr("What does this sentence rest on?"))
        heading.setProperty("role", "heading")
        self._sentence = QLabel()
        self._sentence.setProperty("role", "quote")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setObjectName("cite_line")
        self.line.setAccessibleName(self.tr("Find evidence"))
        self.line.setPlaceholderText(self.tr("Find evidence by its words, outlet or speaker"))
        self.list = QListView()
        self.list.setObjectName("cite_list")
        self.list.setAccessibleName(self.tr("Evidence to cite"))
        self.list.setItemDelegate(CheckDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        for widget in (heading, self._sentence, self.line):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self._hint = muted(
            self.tr("Enter cites it, or takes the citation away; Ctrl+Enter shows it in its text.")
        )
        self.column.addWidget(self._hint)
        self.line.textEdited.connect(self._find)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._choose(str(index.data(IdRole))))

    def ask(self, check: Check, sentence: str, keys: tuple[str, ...]) -> None:
        """Show the sheet for a sentence and the keys of what it cites already."""
        words = sentence
        if len(words) > _SENTENCE_LENGTH:
            words = words[:_SENTENCE_LENGTH].rpartition(" ")[0] + " …"
        self._sentence.setText(words)
        found = citable(check, sentence)
        self._passages = {key: one.passage.id for key, one in found if one.passage is not None}
        own = [one for one in found if one[0] in keys]
        others = [one for one in found if one[0] not in keys]
        self._rows = [
            (key, words_of(one), self._details(check, one, is_cited=key in keys))
            for key, one in (*own, *others)
        ]
        is_analysis = ANALYSIS_KEY in keys
        told = (
            self.tr("Marked as analysis; Enter takes that back")
            if is_analysis
            else self.tr("A judgement of ours; it cites nothing")
        )
        self._rows.append((ANALYSIS_KEY, self.tr("This sentence is analysis"), told))
        self.line.clear()
        self._find("")
        self.open()
        self.line.setFocus()

    def _details(self, check: Check, cited: Cited, *, is_cited: bool) -> str:
        parts = [self.tr("cited here")] if is_cited else []
        if cited.source is not None:
            number = check.sources.index(cited.source) + 1
            parts.append(source_name(cited.source, number))
            parts.append(bare_date_words(cited.source.published))
        if cited.evidence is not None:
            parts.append(attribution_words(cited.evidence.attribution))
        if cited.claim is not None:
            parts.append(self.tr("claim {n}").format(n=check.claim_number(cited.claim.id)))
        return "  ·  ".join(filter(None, parts))

    def _find(self, query: str) -> None:
        """Show the rows that hold every word of a query; the analysis row always."""
        wanted = folded(query).split()
        self._model.clear()
        for key, words, details in self._rows:
            text = folded(f"{words} {details}")
            if key != ANALYSIS_KEY and not all(word in text for word in wanted):
                continue
            item = QStandardItem(words)
            item.setData(key, IdRole)
            item.setData(details, DetailRole)
            item.setData(f"{words}. {details}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(words)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, key: str) -> None:
        self.close_sheet()
        self.chosen.emit(key)

    def _show_passage(self, key: str) -> None:
        if key in self._passages:
            self.close_sheet()
            self.passage_asked.emit(self._passages[key])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the cursor stays in the line; Enter chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.line and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                QApplication.sendEvent(self.list, event)
                return True
            index = self.list.currentIndex()
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched in (self.line, self.list) and is_enter and index.isValid():
                key = str(index.data(IdRole))
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._show_passage(key)
                else:
                    self._choose(key)
                return True
        return super().eventFilter(watched, event)
