"""The article as captured: readable, immutable, with its passages painted under the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from workbench.ui.article_margin import MARGIN_WIDTH, ArticleMargin
from workbench.ui.highlight import HighlightIndex
from workbench.ui.offset import OffsetMap
from workbench.ui.passage_paint import paint_flash, paint_passages
from workbench.ui.theme import article_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.core.source import Span
    from workbench.ui.sentence_walk import SentenceWalk

    Painting = Callable[[QPainter, QTextBlock, QPointF], None]

COLUMN_CHARACTERS = 72
"""Width of the reading column, in average characters."""
_FLASH_MS = 900
_TOP_SPACE = 16
_SIDE_SPACE = 20
_TITLE_SIZE = 17 / 12
"""Size of the title's line against the others."""
_TITLE_LINES = 40
"""Among how many lines, from the first, the title is looked for."""
ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class ArticleView(QPlainTextEdit):
    """Shows one text; positions that come in and go out are code points of the captured text.

    Attributes:
        spans: what is not the article; sentences of it are not walked to.
        under: what is painted below the passages of each block in view.
        over: what is painted on the passages, below the words.
        beside: what else is painted in the margin.

    Signals:
        stretch_selected: (start, end); equal while nothing is selected.
        passage_clicked: (passage id).
        claim_clicked: (claim id), by its number in the margin.
        zoom_changed: (factor).
        restyled: the colours have changed.
        flashed: a stretch was brought into view and lit up.

    """

    stretch_selected = Signal(int, int)
    passage_clicked = Signal(str)
    claim_clicked = Signal(str)
    zoom_changed = Signal(float)
    restyled = Signal()
    flashed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_view")
        self._text = ""
        self._offsets = OffsetMap("")
        self._walk: SentenceWalk | None = None
        self.spans: tuple[Span, ...] = ()
        self.under: list[Painting] = []
        self.over: list[Painting] = []
        self.beside: list[Callable[[QPainter], None]] = []
        self._highlights = HighlightIndex()
        self._claim_id = ""
        self._flashed: tuple[int, int] | None = None
        self._zoom = 1.0
        self._title = ""
        self._line_wanted: int | None = None
        self._selects_by_mouse = False
        self._when_painted: Callable[[], object] | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_TOP_SPACE)
        self.margin = ArticleMargin(self)
        self._flash_timer = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash_timer.timeout.connect(self._on_flash_ended)
        self.selectionChanged.connect(self._on_selection_changed)
        self.updateRequest.connect(self.margin.follow)
        self._set_font()

    @property
    def text(self) -> str:
        """The captured text on show."""
        return self._text

    @property
    def zoom(self) -> float:
        """The article's zoom, 1.0 for 12 points."""
        return self._zoom

    @property
    def highlights(self) -> HighlightIndex:
        """The highlights on show."""
        return self._highlights

    @property
    def claim_id(self) -> str:
        """The claim whose passages stand out."""
        return self._claim_id

    @property
    def offsets(self) -> OffsetMap:
        """The map between this text and the shown one."""
        return self._offsets

    def show_article(self, text: str) -> None:
        """Show another text from its beginning, without highlights."""
        self._text = text
        self._offsets = OffsetMap(text)
        self.spans = ()
        self._highlights = HighlightIndex()
        self._flashed = None
        self._title = ""
        self._line_wanted = None
        if not self.document().isEmpty():
            from PySide6.QtGui import QTextCharFormat  # as in show_title

            self.setCurrentCharFormat(QTextCharFormat())  # else the new text takes the title's
        self.setPlainText(self._offsets.shown)

    def show_title(self, title: str) -> None:
        """Set the line that is the source's title larger; no line, if none is exactly that."""
        if title == self._title:
            return
        self._title = title
        from PySide6.QtGui import QTextCharFormat  # the first painted window sets no title

        plain, large = QTextCharFormat(), QTextCharFormat()
        large.setFontPointSize(self.font().pointSizeF() * _TITLE_SIZE)
        large.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(plain)
        block = self.document().firstBlock()
        for _ in range(_TITLE_LINES):
            if title and block.isValid() and block.text().strip() == title.strip():
                cursor.setPosition(block.position())
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(large)
                return
            block = block.next()

    def show_highlights(self, highlights: HighlightIndex, claim_id: str) -> None:
        """Paint these highlights; those of one claim stand out."""
        self._highlights = highlights
        self._claim_id = claim_id
        self.viewport().update()
        self.margin.update()

    def selected_stretch(self) -> tuple[int, int]:
        """Return the selection as code points; start equals end while nothing is selected."""
        cursor = self.textCursor()
        start = self._offsets.to_code_point(cursor.selectionStart())
        end = self._offsets.to_code_point(cursor.selectionEnd())
        return start, end

    def select(self, start: int, end: int) -> None:
        """Select a stretch and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(start))
        cursor.setPosition(self._offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def clear_selection(self) -> None:
        """Select nothing; the cursor stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def flash(self, start: int, end: int) -> None:
        """Bring a stretch into the upper third of the view and light it up for a moment."""
        place = self._offsets.to_qt(start)
        self._flashed = (place, self._offsets.to_qt(end))
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self._reveal(cursor)
        self._flash_timer.start()
        self.viewport().update()
        self.flashed.emit()

    def _reveal(self, cursor: QTextCursor) -> None:
        top = self.cursorRect(cursor).top()
        height = self.viewport().height()
        if 0 <= top < height * 0.8:
            return
        line_height = max(1.0, QFontMetricsF(self.font()).lineSpacing())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round((top - height / 3) / line_height))

    def move_by_sentence(self, step: int) -> None:
        """Select the next (1) or previous (-1) sentence."""
        if self._walk is None or self._walk.text is not self._text:
            from workbench.ui.sentence_walk import SentenceWalk  # a launch walks nowhere

            self._walk = SentenceWalk(self)
        self._walk.move(step)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the words, apart from the interface's."""
        zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if zoom == self._zoom:
            return
        self._zoom = zoom
        self._set_font()
        self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Go so many zoom steps up or down."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self._zoom))
        self.set_zoom(ZOOM_STEPS[min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1)])

    def _set_font(self) -> None:
        self.setFont(article_font(self._zoom))
        self._lay_out_column()
        title, self._title = self._title, ""
        self.show_title(title)

    def scroll_to(self, line: int) -> None:
        """Bring a line of the shown text to the top, once the text has a size."""
        bar = self.verticalScrollBar()
        bar.setValue(line)
        self._line_wanted = line if bar.value() != line else None

    def once_painted(self, act: Callable[[], object]) -> None:
        """Do something when the article has been painted and the event loop is reached again."""
        self._when_painted = act

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._set_font()  # a new style sheet puts back the font of the beginning
        self.viewport().update()
        self.margin.update()
        self.restyled.emit()

    def _lay_out_column(self) -> None:
        """Centre a column of about 72 characters, with room for the margin's numbers."""
        metrics = QFontMetricsF(self.font())
        column = (
            metrics.averageCharWidth() * COLUMN_CHARACTERS + 2 * self.document().documentMargin()
        )
        free = max(0.0, self.width() - self.verticalScrollBar().sizeHint().width() - column)
        left = round(max(free / 2, MARGIN_WIDTH))
        right = round(max(_SIDE_SPACE - self.document().documentMargin(), free - left))
        self.setViewportMargins(left, 0, max(0, right), 0)
        self.margin.setGeometry(self.viewport().x() - MARGIN_WIDTH, 0, MARGIN_WIDTH, self.height())

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield each block in view with the offset of its layout in the viewport."""
        offset = self.contentOffset()
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            geometry = self.blockBoundingGeometry(block).translated(offset)
            if geometry.top() > bottom:
                return
            yield block, geometry.topLeft()
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        self._lay_out_column()  # before Qt wraps the lines to the width that this leaves
        super().resizeEvent(event)
        if self._line_wanted is not None and self.isVisible():
            line, self._line_wanted = self._line_wanted, None
            self.verticalScrollBar().setValue(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the words, passages last, then the words over them."""
        if self._when_painted is not None:
            QTimer.singleShot(0, self._when_painted)
            self._when_painted = None
        painter = QPainter(self.viewport())
        for block, offset in self.visible_blocks():
            for paint in self.under:
                paint(painter, block, offset)
            paint_passages(painter, self, block, offset)
            for paint in self.over:
                paint(painter, block, offset)
            if self._flashed:
                paint_flash(painter, block, offset, *self._flashed)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by sentence with J and K, by page with Space; the rest is as usual."""
        self._selects_by_mouse = False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if plain and event.key() in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.move_by_sentence(1 if event.key() == Qt.Key.Key_J else -1)
        elif plain and event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * max(1, bar.pageStep() - 2))
        else:
            super().keyPressEvent(event)

    @property
    def selects_by_mouse(self) -> bool:
        """Whether the selection was made with the mouse, not with keys."""
        return self._selects_by_mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that a selection by mouse may begin."""
        self._selects_by_mouse = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which passage a plain click hit."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        hit = self._highlights.at(self.cursorForPosition(event.position().toPoint()).position())
        if hit is not None:
            self.passage_clicked.emit(hit.passage_id)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the captured characters, not the shown ones."""
        data = QMimeData()
        start, end = self.selected_stretch()
        text = self._text[start:end]
        data.setText(text)
        # Data made in Python must not outlive Python, as the clipboard does: it gets Qt's own.
        QTimer.singleShot(0, lambda: _hand_over(text))
        return data

    def _on_selection_changed(self) -> None:
        self.stretch_selected.emit(*self.selected_stretch())

    def _on_flash_ended(self) -> None:
        self._flashed = None
        self.viewport().update()


def _hand_over(text: str) -> None:
    """Put copied words on the clipboard anew, as data of Qt's own; a drag put nothing there."""
    clipboard = QGuiApplication.clipboard()
    if text and clipboard.text() == text:
        clipboard.setText(text)
