"""Marks in one field: the findings that stand in its words, underlined, and where the caret is.

A mark is held by a cursor of the document, so it goes along while the text around it is edited.
Where the whole text is put in anew, as Undo does, its words are looked for again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor

from workbench.core.finding import Finding
from workbench.ui.finding_mark import paint_underline, severity_token
from workbench.ui.offset import utf16_length
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPoint, QPointF, QRect
    from PySide6.QtGui import QPainter, QTextBlock

    from workbench.ui.field import TextField

_RANKS = {"error": 0, "warning": 1, "note": 2}


@dataclass(slots=True)
class _Mark:
    """A finding, the cursor that holds its words, and about where they start."""

    finding: Finding
    cursor: QTextCursor
    start: int

    @property
    def rank(self) -> int:
        return _RANKS[self.finding.severity.value]


class FieldMarks(QObject):
    """Underlines findings in a field and tells which one the caret is in.

    Signals:
        entered: (Finding or None) what the caret came to stand in.
        changed: other findings are marked.
    """

    entered = Signal(object)
    changed = Signal()

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self.field = field
        self._marks: list[_Mark] = []
        self._waiting: list[Finding] = []  # whose words are not in the field, or not yet
        self._at_caret: Finding | None = None
        self._length = field.document().characterCount()
        self._is_replaced = False
        self.described = ""
        """What a screen reader was told of the findings in the field."""
        field.overlays.append(self._paint)
        field.document().contentsChange.connect(self._on_contents_change)
        field.textChanged.connect(self._on_text_changed)
        field.cursorPositionChanged.connect(self._look)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is marked, in the order of the text."""
        return tuple(mark.finding for mark in self._marks)

    @property
    def count(self) -> int:
        """How many places are marked; two findings about the same words are one."""
        return len({mark.cursor.selectionStart() for mark in self._marks})

    @property
    def at_caret(self) -> Finding | None:
        """What the caret stands in; the gravest of several."""
        return self._at_caret

    def show(self, findings: Sequence[Finding]) -> None:
        """Mark findings where their words stand; one whose words are gone is left out."""
        self._mark([(finding, finding.place.start) for finding in findings])

    def _mark(self, findings: Sequence[tuple[Finding, int]]) -> None:
        """Mark findings near the code points where their words were."""
        text = self.field.toPlainText()
        made = [(finding, self._made(finding, text, near)) for finding, near in findings]
        self._waiting = [finding for finding, mark in made if mark is None]
        self._marks = sorted(
            (mark for _, mark in made if mark is not None), key=lambda mark: (mark.start, mark.rank)
        )
        self.field.viewport().update()
        self._look()
        self.changed.emit()

    def words(self) -> list[tuple[str, str]]:
        """Return each mark's severity and the words that it is under now."""
        return [
            (mark.finding.severity.value, mark.cursor.selectedText().replace("\u2029", "\n"))
            for mark in self._marks
        ]

    def step(self, step: int) -> Finding | None:
        """Select the words of the next (1) or previous (-1) finding, round and round."""
        if not self._marks:
            return None
        here = self.field.textCursor()
        places = [mark.cursor.selectionStart() for mark in self._marks]
        if step > 0:
            start = here.selectionStart() if here.hasSelection() else here.position() - 1
            found = next((n for n, place in enumerate(places) if place > start), 0)
        else:
            start = here.selectionStart()
            before = [n for n, place in enumerate(places) if place < start]
            found = before[-1] if before else len(places) - 1
        mark = self._marks[found]
        cursor = QTextCursor(self.field.document())
        cursor.setPosition(mark.cursor.selectionStart())
        cursor.setPosition(mark.cursor.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self.field.ensureCursorVisible()
        return mark.finding

    def under(self, point: QPoint) -> Finding | None:
        """Return the finding whose words are under a point of the viewport."""
        cursor = self.field.cursorForPosition(point)
        if abs(self.field.cursorRect(cursor).center().y() - point.y()) > cursor_height(self.field):
            return None
        return self._at(cursor.position())

    def _made(self, finding: Finding, text: str, near: int) -> _Mark | None:
        """Return the mark of a finding whose words stand nearest to a code point."""
        words = finding.text
        if not words or finding.place.start >= finding.place.end:
            return None
        start = near if text[near : near + len(words)] == words else _nearest(text, words, near)
        if start < 0:
            return None
        first = utf16_length(text[:start])
        cursor = QTextCursor(self.field.document())
        cursor.setPosition(first)
        cursor.setPosition(first + utf16_length(words), QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)  # what is typed behind the words is not marked
        return _Mark(finding, cursor, start)

    def _at(self, position: int) -> Finding | None:
        found = [
            mark
            for mark in self._marks
            if mark.cursor.selectionStart() <= position <= mark.cursor.selectionEnd()
        ]
        return min(found, key=lambda mark: mark.rank).finding if found else None

    @Slot()
    def _look(self) -> None:
        before, self._at_caret = self._at_caret, self._at(self.field.textCursor().position())
        if self._at_caret != before:
            self.entered.emit(self._at_caret)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, _added: int) -> None:
        if position == 0 and removed >= self._length - 1:
            self._is_replaced = True

    @Slot()
    def _on_text_changed(self) -> None:
        self._length = self.field.document().characterCount()
        is_replaced, self._is_replaced = self._is_replaced, False
        if is_replaced and (self._marks or self._waiting):
            waiting = [(finding, finding.place.start) for finding in self._waiting]
            self._mark([*((mark.finding, mark.start) for mark in self._marks), *waiting])
        elif self._marks:
            self._marks = [mark for mark in self._marks if mark.cursor.hasSelection()]
            for mark in self._marks:
                mark.start = mark.cursor.selectionStart()
            self._look()

    def _paint(self, painter: QPainter, shown: QRect) -> None:
        if not self._marks:
            return
        for block, place in shown_blocks(self.field, shown):
            start, end = block.position(), block.position() + block.length()
            here = [
                mark
                for mark in self._marks
                if mark.cursor.selectionStart() < end and mark.cursor.selectionEnd() > start
            ]
            for mark in sorted(here, key=lambda mark: -mark.rank):  # the gravest on top
                severity = mark.finding.severity.value
                color = current_theme().color(severity_token(severity))
                for left, right, y in _lines(block, mark.cursor):
                    x = place.x()
                    paint_underline(painter, x + left, x + right, place.y() + y, severity, color)


def shown_blocks(field: TextField, shown: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Yield the paragraphs in a part of a field's viewport and where they stand, no others.

    A long text is as high as its words need, and a key changes one line of it.
    """
    offset = field.contentOffset()
    block = field.cursorForPosition(shown.topLeft()).block()
    while block.isValid():
        box = field.blockBoundingGeometry(block).translated(offset)
        if box.top() > shown.bottom():
            return
        yield block, box.topLeft()
        block = block.next()


def _lines(block: QTextBlock, cursor: QTextCursor) -> list[tuple[float, float, float]]:
    """Return where the lines of a selection go in a block: left, right and height, in pixels."""
    begin = max(cursor.selectionStart() - block.position(), 0)
    end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    found = []
    for number in range(block.layout().lineCount() if begin < end else 0):
        line = block.layout().lineAt(number)
        first = max(begin, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            one, other = _x(line, first), _x(line, last)
            y = line.y() + line.ascent() + max(3.0, line.descent() * 0.8)
            found.append((min(one, other), max(one, other), y))
    return found


def _x(line: object, position: int) -> float:
    """Return where a position of a line stands, in pixels; PySide gives the position back too."""
    told = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(told[0] if isinstance(told, tuple) else told)


def _nearest(text: str, words: str, near: int) -> int:
    """Return where some words stand nearest to a code point, -1 if nowhere."""
    after, before = text.find(words, near), text.rfind(words, 0, near + len(words))
    found = [place for place in (after, before) if place >= 0]
    return min(found, key=lambda place: abs(place - near), default=-1)


def cursor_height(field: TextField) -> int:
    """Return how high a line of a field is, in pixels."""
    return field.fontMetrics().lineSpacing()
