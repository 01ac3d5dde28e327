"""One part of the draft: its heading, what is typed in it, and what is generated below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.template import Generator
from workbench.ui.citation_paint import CitationPaint
from workbench.ui.field import LineField, TextField
from workbench.ui.form import caption, restyled, sentence_case
from workbench.ui.language import told

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.template import TemplatePart

_LISTS = "<style>ul, ol { -qt-list-indent: 0; margin-left: 14px; }</style>"
"""Lists in a narrow card begin near its edge."""


class PartCard(QWidget):
    """Edits one part of the template.

    Signals:
        edited: (part key, text, step number).
        renamed: (part key, heading, step number); an empty heading is the template's.
    """

    edited = Signal(str, str, int)
    renamed = Signal(str, str, int)

    def __init__(self, part: TemplatePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._html = ""
        self.setObjectName(f"part_{part.key}")
        self.field: TextField | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 4)
        self.column.setSpacing(4)
        self._build()

    @property
    def heading(self) -> str:
        """What the part is called in the window."""
        return self.part.heading or told(sentence_case(self.part.key.replace("_", " ")))

    def _build(self) -> None:
        head = QHBoxLayout()
        label = caption(self.heading)
        self._title: LineField | None = None
        if self.part.typed and self.part.heading and self.part.analysis:
            label.hide()
            head.addWidget(self._built_title(), 1)
        else:
            head.addWidget(label)
        if self.part.analysis:
            head.addWidget(_tag(self.tr("analysis")))
        if self._title is None:
            head.addStretch(1)
        self.column.addLayout(head)
        if self.part.typed:
            self.field = TextField(least_lines=2, most_lines=400)
            self.field.setObjectName(f"draft_{self.part.key}")
            self.field.setAccessibleName(self.heading)
            self.field.setPlaceholderText(told(self.part.hint))
            CitationPaint(self.field)
            label.setBuddy(self.field)
            self.field.edited.connect(
                lambda text, step: self.edited.emit(self.part.key, text, step)
            )
            self.column.addWidget(self.field)
        self._generated = QLabel()
        self._generated.setObjectName(f"generated_{self.part.key}")
        self._generated.setProperty("role", "generated")
        self._generated.setWordWrap(True)
        self._generated.setTextFormat(Qt.TextFormat.RichText)
        self._generated.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._generated.setAccessibleName(
            self.tr("{heading}: written from the claims").format(heading=self.heading)
        )
        self._generated.hide()
        self.column.addWidget(self._generated)

    def _built_title(self) -> LineField:
        """Return the heading as a field: this check may name the person or thing it is about."""
        title = self._title = LineField()
        title.setObjectName(f"heading_{self.part.key}")
        title.setProperty("role", "caption")
        title.setPlaceholderText(self.heading)
        title.setAccessibleName(self.tr("Heading: {heading}").format(heading=self.heading))
        title.edited.connect(lambda text, step: self.renamed.emit(self.part.key, text, step))
        return title

    def show_text(self, check: Check) -> None:
        """Show what is typed in this part."""
        if self._title is not None:
            self._title.show_text(check.draft.heading(self.part.key))
        if self.field is not None:
            self.field.show_text(check.draft.text(self.part.key))

    def show_generated(self, html: str) -> None:
        """Show what is generated in this part, as safe HTML; its hint while that is nothing."""
        if self.part.generator is Generator.NONE or html == self._html:
            return
        self._html = html
        empty = not html
        if empty and self.part.typed:
            self._generated.hide()
            return
        restyled(self._generated, "empty", empty)
        self._generated.setText(f"{_LISTS}{html}" if html else told(self.part.hint))
        self._generated.show()


def _tag(text: str) -> QLabel:
    tag = QLabel(text)
    tag.setProperty("role", "chip")
    return tag
