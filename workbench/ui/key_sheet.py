"""The list of keys, read from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
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
    POSTS,
    POSTS_KEYS,
    PROPOSAL,
    PROPOSAL_KEYS,
    READING,
    READING_KEYS,
    REVIEW,
    REVIEW_KEYS,
    TIMELINE,
    TIMELINE_KEYS,
    translated,
)
from workbench.ui.form import caption, small_button
from workbench.ui.overlay import Overlay

_Group = tuple[str, list[tuple[str, str]]]
"""A heading with its lines of words and keys."""


class KeySheet(Overlay):
    """Shows every key in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=860, height=640)
        self.setObjectName("key_sheet")
        heading = QLabel(self.tr("Keys"))
        heading.setProperty("role", "heading")
        self._close = small_button(self.tr("Close"), "key_sheet_close")
        self._close.clicked.connect(self.close_sheet)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self._close)
        self.column.addLayout(head)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(32)
        for half in _halves(_groups()):
            column = QVBoxLayout()
            column.setSpacing(4)
            for title, rows in half:
                column.addWidget(caption(title))
                column.addLayout(_grid(rows))
                column.addSpacing(10)
            column.addStretch(1)
            row.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Keys"))
        self.column.addWidget(scroll, 1)

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self._close.setFocus()


def _groups() -> list[_Group]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in ACTIONS:
        if action.keys:
            keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            groups.setdefault(action.group, []).append((translated(action.text), keys))
    reading = [(translated(text), keys) for text, keys in READING_KEYS]
    proposal = [(translated(text), keys) for text, keys in PROPOSAL_KEYS]
    claim = [(translated(text), keys) for text, keys in CLAIM_KEYS]
    review = [(translated(text), keys) for text, keys in REVIEW_KEYS]
    named = [(translated(name), rows) for name, rows in groups.items()]
    timeline = [(translated(text), keys) for text, keys in TIMELINE_KEYS]
    return [
        *named,
        (translated(READING), reading),
        (translated(PROPOSAL), proposal),
        (translated(CLAIM), claim),
        (translated(POSTS), [(translated(text), keys) for text, keys in POSTS_KEYS]),
        (translated(REVIEW), review),
        (translated(TIMELINE), timeline),
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
