"""The picture that goes with the check: caption and credit apart, never evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from workbench import clock
from workbench.core.change_image import page_images, with_page_image
from workbench.core.draft import Image
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.form import add_field, link_button, small_button, stacked
from workbench.ui.wording import source_name

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import PageImage

_MOST_OFFERED = 40
_LONGEST = 60


class ImageCard(QWidget):
    """Edits the first image record of a check.

    Signals:
        edited: (tuple of Image, undo key; empty for a step of its own).
    """

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._images: tuple[Image, ...] = ()
        self._offered: tuple[tuple[str, PageImage], ...] = ()
        self._sources: object = None
        self._texts: dict[str, LineField] = {}
        self._add = small_button(self.tr("Add an image record"), "image_add")
        self._add.clicked.connect(lambda: self.edited.emit((Image(id=clock.new_id()),), ""))
        self._form = QWidget()
        self._date = DateField("image_date", self.tr("Date"), has_basis=False)
        self._date.date_edited.connect(lambda date, step: self._change(f"date:{step}", date=date))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._built_choice())
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._form)
        self._build_form()

    def _built_choice(self) -> QPushButton:
        """Return the button whose menu has the pictures that stood in the sources."""
        self._choice = small_button(self.tr("Take one of the sources’ pictures"), "image_choose")
        self._menu = QMenu(self._choice)
        self._menu.setObjectName("image_menu")
        self._menu.setToolTipsVisible(True)
        self._choice.setMenu(self._menu)
        self._choice.hide()
        return self._choice

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
        self._check = check
        self._images = check.images
        self._offer(check)
        self._add.setVisible(not check.images)
        self._form.setVisible(bool(check.images))
        if check.images:
            for name, field in self._texts.items():
                field.show_text(getattr(check.images[0], name))
            self._date.show_date(check.images[0].date)

    def _offer(self, check: Check) -> None:
        """Offer the pictures of the sources, each with its caption and where it stood."""
        found = page_images(check)
        self._choice.setVisible(bool(found))
        if found == self._offered and check.sources is self._sources:
            return
        self._offered, self._sources = found, check.sources
        self._menu.clear()
        for source_id, picture in found[:_MOST_OFFERED]:
            number = [source.id for source in check.sources].index(source_id) + 1
            words = picture.caption or picture.alt_text or picture.address.rpartition("/")[2]
            words = " ".join(words.split()) or self.tr("A picture without words")
            name = source_name(check.source(source_id), number)
            action = self._menu.addAction(f"{_cut(words)}  ·  {name}".replace("&", "&&"))
            action.setToolTip("\n".join(filter(None, (picture.caption, picture.credit))))
            action.triggered.connect(lambda _=False, chosen=picture: self._take(chosen))

    def _take(self, picture: PageImage) -> None:
        """Make a record of a source's picture: caption and credit come along, no licence does."""
        if self._check is not None:
            taken = with_page_image(self._check, picture, clock.new_id())
            self.edited.emit(taken.images, "")

    def _change(self, key: str, **fields: object) -> None:
        if self._images:
            image = replace(self._images[0], **fields)  # type: ignore[arg-type]
            key = f"image:{key}" if not key.endswith(":0") else ""
            self.edited.emit((image, *self._images[1:]), key)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
