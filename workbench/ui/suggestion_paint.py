"""Painting a suggestion: a minus and struck out what goes, a plus and underlined what comes."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPen, QTextDocument, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.suggestion_entry import SuggestionEntry
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from workbench.reading.word_difference import Piece
    from workbench.ui.suggestion_entry import SuggestionSection
    from workbench.ui.suggestion_model import SuggestionModel

    _Index = QModelIndex | QPersistentModelIndex

_LEFT, _RIGHT, _TOP = 16, 16, 9
_KEPT = 400
"""Documents that are kept laid out."""


class SuggestionDelegate(QStyledItemDelegate):
    """Paints headings and suggestions of a list as small pages of their own."""

    def __init__(self, view: QListView, model: SuggestionModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._pages: dict[tuple[object, ...], QTextDocument] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words take at the width of the list."""
        page = self._page(option, index)
        return QSize(self._view.viewport().width(), round(page.size().height()) + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme, box = current_theme(), QRect(option.rect)
        page = self._page(option, index)
        painter.save()
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(box, theme.color("accent_tint"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.translate(box.topLeft() + QPoint(_LEFT, _TOP))
        page.drawContents(painter)
        painter.restore()

    def _page(self, option: QStyleOptionViewItem, index: _Index) -> QTextDocument:
        width = max(self._view.viewport().width() - _LEFT - _RIGHT, 80)
        row = self._model.row(index.row())
        foreseen = self._model.foreseen(index.row())
        key = (row, foreseen, width, option.font.toString(), current_theme().scheme)
        page = self._pages.get(key)
        if page is None:
            if len(self._pages) > _KEPT:
                self._pages.clear()
            page = self._pages[key] = _page(_body(row, foreseen), option, width)
        return page


def _page(body: str, option: QStyleOptionViewItem, width: int) -> QTextDocument:
    page = QTextDocument()
    page.setDocumentMargin(0)
    page.setDefaultFont(option.font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    wrap.setTextDirection(option.direction)
    page.setDefaultTextOption(wrap)
    page.setHtml(body)
    page.setTextWidth(width)
    return page


def _body(row: SuggestionSection | SuggestionEntry | None, foreseen: tuple[str, ...] | None) -> str:
    if row is None:
        return ""
    theme = current_theme()
    text, muted = theme.color("text").name(), theme.color("muted").name()
    if not isinstance(row, SuggestionEntry):
        about = f'<div style="color:{muted}">{_escaped(row.about)}</div>' if row.about else ""
        return f'<div style="color:{text}"><b>{_escaped(row.heading)}</b></div>{about}'
    warning = theme.color("reported").name()
    lines = []
    if row.field:
        lines.append(f'<div style="color:{text}"><b>{_escaped(row.field)}</b></div>')
    lines.append(_wording(_tr("Today"), row.today, "−", "s", theme.color("contradicted").name()))
    lines.append(_wording(_tr("Then"), row.then, "+", "u", theme.color("confirmed").name()))
    by = " · ".join(one for one in (row.by, row.settled) if one)
    lines.append(f'<div style="color:{muted}">{_escaped(by)}</div>')
    if row.trouble:
        lines.append(f'<div style="color:{warning}">⚠ {_escaped(row.trouble)}</div>')
    for words in foreseen or ():
        flagged = _tr("Would be flagged: {finding}").format(finding=words)
        lines.append(f'<div style="color:{warning}">⚑ {_escaped(flagged)}</div>')
    if row.answer:
        answer = _tr("Answer: {words}").format(words=row.answer)
        lines.append(f'<div style="color:{text}">↳ {_escaped(answer)}</div>')
    return f'<div style="color:{text}">{"".join(lines)}</div>'


def _wording(name: str, pieces: Iterable[Piece], sign: str, tag: str, colour: str) -> str:
    """Return one wording on its line: its name, and its words with what differs marked."""
    words = "".join(
        _marked(piece.text, sign, tag, colour) if piece.differs else _escaped(piece.text)
        for piece in pieces
    )
    muted = current_theme().color("muted").name()
    words = words or f'<i style="color:{muted}">{_escaped(_tr("nothing"))}</i>'
    title = f'<span style="color:{muted}">{_escaped(name)}:</span>'
    return f'<div style="margin-bottom:3px">{title} {words}</div>'


def _marked(text: str, sign: str, tag: str, colour: str) -> str:
    """Return words that differ: with their sign, and struck out (s) or underlined (u)."""
    words = text.strip()
    if not words:
        return _escaped(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    told = f'<b style="color:{colour}">{sign}<{tag}>{_escaped(words)}</{tag}></b>'
    return f"{before}{told}{after}"


def _escaped(words: str) -> str:
    return html.escape(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("suggestion_paint", text)
