"""The picture that goes with the check: caption and credit apart, never evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench import clock
from workbench.core.draft import Image
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.form import add_field, link_button, small_button, stacked

if TYPE_CHECKING:
    from workbench.core.check import Check


class ImageCard(QWidget):
    """Edits the first image record of a check.

    Signals:
        edited: (tuple of Image, undo key; empty for a step of its own).
    """

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: tuple[Image, ...] = ()
        self._texts: dict[str, LineField] = {}
        self._add = small_button(self.tr("Add an image record"), "image_add")
        self._add.clicked.connect(lambda: self.edited.emit((Image(id=clock.new_id()),), ""))
        self._form = QWidget()
        self._date = DateField("image_date", self.tr("Date"), has_basis=False)
        self._date.date_edited.connect(lambda date, step: self._change(f"date:{step}", date=date))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
        self._build_form()

    def _build_form(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        add_field(column, self.tr("Alt text"), self._line("alt_text"))
        add_field(column, self.tr("Caption"), self._line("caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(stacked(self.tr("Creator"), self._line("creator")), 1)
        row.addLayout(stacked(self.tr("Licence"), self._line("licence")), 1)
        column.addLayout(row)
        add_field(column, self.tr("Link"), self._line("link"))
        add_field(column, self.tr("Date"), self._date)
        remove = link_button(self.tr("Remove this image record"), "image_remove")
        remove.clicked.connect(lambda: self.edited.emit(self._images[1:], ""))
        last = QHBoxLayout()
        last.addWidget(remove)
        last.addStretch(1)
        column.addLayout(last)

    def _line(self, name: str) -> LineField:
        field = LineField()
        field.setObjectName(f"image_{name}")
        field.edited.connect(lambda text, step: self._change(f"{name}:{step}", **{name: text}))
        self._texts[name] = field
        return field

    def show_check(self, check: Check) -> None:
        """Show a check's first image record."""
        self._images = check.images
        self._add.setVisible(not check.images)
        self._form.setVisible(bool(check.images))
        if check.images:
            for name, field in self._texts.items():
                field.show_text(getattr(check.images[0], name))
            self._date.show_date(check.images[0].date)

    def _change(self, key: str, **fields: object) -> None:
        if self._images:
            image = replace(self._images[0], **fields)  # type: ignore[arg-type]
            key = f"image:{key}" if not key.endswith(":0") else ""
            self.edited.emit((image, *self._images[1:]), key)
