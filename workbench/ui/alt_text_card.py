"""The alt text that goes with the posts: that of the check's picture, measured by each network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.publish.alt_text import alt_count, alt_texts
from workbench.ui.field import TextField
from workbench.ui.form import add_field, muted, restyled, small_button
from workbench.ui.language import told
from workbench.ui.moment import decimal

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network


class AltTextCard(QWidget):
    """Edits the alt text of the first picture, where the posts are; it is the draft's.

    Signals:
        edited: (text, step number).
        copied: (what it is, text).
    """

    edited = Signal(str, int)
    copied = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.field = TextField(least_lines=1, most_lines=8)
        self.field.setObjectName("post_alt_text")
        self.field.setPlaceholderText(self.tr("What it shows, for those who do not see it"))
        self.field.edited.connect(self.edited)
        self._copy = small_button(self.tr("Copy"), "copy_alt_text")
        self._copy.setAccessibleName(self.tr("Copy the alt text"))
        self._copy.clicked.connect(lambda: self.copied.emit(self.tr("Alt text"), self._text))
        self._note = muted("")
        self._note.setObjectName("alt_text_note")
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4)
        add_field(form, self.tr("Alt text of the picture"), self.field)
        line = QHBoxLayout()
        line.addWidget(self._note, 1)
        line.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._form)
        column.addLayout(line)

    def show_check(self, check: Check) -> None:
        """Show the alt text of a check's picture, or say that there is none."""
        texts = alt_texts(check)
        self._text = "\n\n".join(filter(None, texts))
        self._form.setVisible(bool(texts))
        self._copy.setVisible(bool(self._text))
        if texts:
            self.field.show_text(check.images[0].alt_text)
        self._note.setText(self._words(texts))

    def _words(self, texts: tuple[str, ...]) -> str:
        if not texts:
            return self.tr(
                "No picture goes with the posts; an image record in the draft brings one."
            )
        if len(texts) > 1:
            more = len(texts) - 1
            return self.tr("{n} more in the draft; all are exported.").format(n=more)
        return self.tr("It is that of the image in the draft, and is exported with the posts.")


class AltTextLine(QLabel):
    """One line beside a network: how much of its limit the alt text takes, or what is wrong."""

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self.setObjectName(f"alt_text_{network.key}")
        self.setToolTip(told(network.alt_source))

    def show_check(self, check: Check) -> None:
        """Measure the alt text of a check's pictures; nothing is shown while it has none."""
        self.setVisible(bool(check.images))
        if not check.images:
            return
        counted = alt_count(check, self._network)
        bad = bool(counted.missing or counted.over)
        restyled(self, "role", "warning" if bad else "muted")
        if counted.missing:
            self.setText(_tr("▲ Alt text is missing"))
        elif counted.limit is None:
            self.setText(_tr("Alt text: {n}, no limit is known").format(n=decimal(counted.length)))
        else:
            fits = _tr("Alt text: {n} of {limit}")
            over = _tr("▲ Alt text: {n} of {limit}, {over} too long")
            self.setText(
                (over if bad else fits).format(
                    n=decimal(counted.length),
                    limit=decimal(counted.limit),
                    over=decimal(counted.over),
                )
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("alt_text_card", text)
