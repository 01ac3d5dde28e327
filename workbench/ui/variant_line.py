"""How a network's own text differs from the common one: in a sentence, and word by word."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.publish.post import without_breaks
from workbench.reading.word_difference import word_changes, words_differing
from workbench.ui.flow import FlowLayout
from workbench.ui.form import link_button, muted
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from workbench.core.network import Network
    from workbench.reading.word_difference import Change


_LONG = re.compile(r"\S{30,}")
_STEP = re.compile(r".{1,12}")


class VariantLine(QWidget):
    """Tells how many words differ, shows on demand which, and has room for one more remark."""

    def __init__(self, network: Network, remark: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self.words = muted(wrap=False)
        self.words.setObjectName(f"variant_{network.key}")
        self.switch = link_button(self.tr("Show which"), f"variant_show_{network.key}")
        self.switch.setCheckable(True)
        self.switch.setAccessibleName(
            self.tr("Show where the post for {name} differs").format(name=network.name)
        )
        self.switch.toggled.connect(self._show_changes)
        self.changes = QLabel()
        self.changes.setObjectName(f"variant_changes_{network.key}")
        self.changes.setProperty("role", "generated")
        self.changes.setTextFormat(Qt.TextFormat.RichText)
        self.changes.setWordWrap(True)
        self.changes.hide()
        for label in (self.words, remark):
            label.setContentsMargins(0, 3, 0, 3)  # on one line with the link's words
        row = QWidget()
        line = FlowLayout(row, spacing=16)
        for widget in (self.words, self.switch, remark):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.changes)

    def show_variant(self, common: str, own: str | None) -> None:
        """Hold a network's own text against the common one; None if it has no text of its own."""
        changes: tuple[Change, ...] = ()
        if own is not None and own.strip():
            changes = word_changes(without_breaks(common), without_breaks(own))
        count = words_differing(changes)
        self._changes = changes if count else ()
        self.words.setText(_summary(own, count, common))
        self.words.setVisible(bool(self.words.text()))
        self.switch.setVisible(bool(count))
        self._show_changes()

    def _show_changes(self, _on: object = None) -> None:
        shown = bool(self._changes) and self.switch.isChecked()
        if shown:
            self.changes.setText(_html_of(self._changes))
            self.changes.setAccessibleName(_told(self._changes))
        self.changes.setVisible(shown)


def _summary(own: str | None, count: int, common: str) -> str:
    if own is None:
        return _tr("Same as the common text") if common.strip() else ""
    if not own.strip():
        return _tr("Left out: nothing is posted here")
    if not count:
        return _tr("The same words as the common text")
    if count == 1:
        return _tr("1 word differs from the common text")
    return _tr("{n} words differ from the common text").format(n=count)


def _html_of(changes: tuple[Change, ...]) -> str:
    """Return both texts in one: struck out what is gone, bold and underlined what is new."""
    theme = current_theme()
    muted_color, tint = theme.tokens["muted"], theme.tint("reported").name()
    told: list[str] = []
    before = " "
    for one in changes:
        if not one.kept and before.strip() and not before[-1].isspace():
            told.append(" ")  # words that went from the end of a text
        if one.gone.strip():
            told.append(f'<s style="color:{muted_color}">{_marked(one.gone)}</s> ')
        if one.new.strip():
            told.append(f'<b><u style="background:{tint}">{_marked(one.new)}</u></b> ')
        told.append(_broken(one.kept))
        before = one.kept or " "
    legend = _tr("Struck out: only in the common text. Bold and underlined: only here.")
    return f'{"".join(told)}<p style="color:{muted_color}">{escape(legend)}</p>'


def _marked(words: str) -> str:
    return _broken(words.strip())


def _broken(words: str) -> str:
    """Return words as HTML in which a long link may go on in the next line."""
    with_gaps = _LONG.sub(lambda match: "\u200b".join(_STEP.findall(match[0])), words)
    return escape(with_gaps).replace("\n", "<br>")


def _told(changes: tuple[Change, ...]) -> str:
    """Return what differs in words, for those who hear it."""
    told = []
    for one in changes:
        gone, new = " ".join(one.gone.split()), " ".join(one.new.split())
        if gone and new:
            told.append(_tr("“{new}” in place of “{gone}”").format(new=new, gone=gone))
        elif gone:
            told.append(_tr("without “{gone}”").format(gone=gone))
        elif new:
            told.append(_tr("with “{new}”").format(new=new))
    return "; ".join(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("variant_line", text)
