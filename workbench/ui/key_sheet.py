"""The list of keys, read from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.action import (
    ACTIONS,
    CLAIM,
    CLAIM_KEYS,
    COMMENT_KEYS,
    COMMENTS,
    CONFLICT_KEYS,
    CONFLICTS,
    POSTS,
    POSTS_KEYS,
    PROPOSAL,
    PROPOSAL_KEYS,
    READING,
    READING_KEYS,
    REVIEW,
    REVIEW_KEYS,
    SUGGESTION_KEYS,
    SUGGESTIONS,
    TIMELINE,
    TIMELINE_KEYS,
    translated,
)
from workbench.ui.form import caption

_Group = tuple[str, list[tuple[str, str]]]
"""A heading with its lines of words and keys."""


class KeySheet(QScrollArea):
    """Shows every key, in two columns where there is room for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Keys"))
        self._groups = _groups()
        body = QWidget()
        body.setObjectName("key_sheet_body")
        self._row = QHBoxLayout(body)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(32)
        for half in _halves(self._groups):
            column = QVBoxLayout()
            column.setSpacing(4)
            for title, rows in half:
                column.addWidget(caption(title))
                column.addLayout(_grid(rows))
                column.addSpacing(10)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        self.setWidget(body)
        self._two_wide = body.sizeHint().width()

    def has(self, query: str) -> bool:
        """Return whether every word of a query stands beside one of the keys, or is one."""
        lines = [f"{title} {words} {keys}" for title, rows in self._groups for words, keys in rows]
        wanted = query.casefold().split()
        return any(all(word in line.casefold() for word in wanted) for line in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where they do not fit side by side."""
        beside = event.size().width() >= self._two_wide
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.activate()
        super().resizeEvent(event)


def _groups() -> list[_Group]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in ACTIONS:
        if action.keys:
            keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            groups.setdefault(action.group, []).append((translated(action.text), keys))
    others = (
        (READING, READING_KEYS),
        (PROPOSAL, PROPOSAL_KEYS),
        (CLAIM, CLAIM_KEYS),
        (POSTS, POSTS_KEYS),
        (REVIEW, REVIEW_KEYS),
        (SUGGESTIONS, SUGGESTION_KEYS),
        (CONFLICTS, CONFLICT_KEYS),
        (TIMELINE, TIMELINE_KEYS),
        (COMMENTS, COMMENT_KEYS),
    )
    return [
        *((translated(name), rows) for name, rows in groups.items()),
        *(
            (translated(name), [(translated(text), translated(keys)) for text, keys in rows])
            for name, rows in others
        ),
    ]


def _halves(
    groups: list[_Group],
) -> tuple[list[_Group], list[_Group]]:
    """Return the groups as two columns of about the same height, in their order."""
    heights = [len(rows) + 2 for _, rows in groups]
    cut = min(range(len(groups) + 1), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return groups[:cut], groups[cut:]


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(3)
    for line, (text, keys) in enumerate(rows):
        label = QLabel(text)
        shown = QLabel(keys)
        shown.setProperty("role", "key")
        grid.addWidget(label, line, 0)
        grid.addWidget(shown, line, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
