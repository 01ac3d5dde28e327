"""The picture of the origins over the window, with the same chain as a list beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QWidget,
)

from workbench.core.error import UserError
from workbench.ui.form import caption, muted, small_button
from workbench.ui.language import told as translated
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtSvg import QSvgRenderer

    from workbench.core.check import Check
    from workbench.rules.chain_graph import ChainGraph

_STEP = 1.2
_LEAST, _MOST = 0.4, 3.0
_LONGEST = 90
"""Letters of a row of the list."""
_SOURCE = Qt.ItemDataRole.UserRole


class ChainSheet(Overlay):
    """Shows who leads to whom, for the claim in front or for all claims.

    Signals:
        source_asked: (source id) to be shown in the article.
        told: (words) a notice.
        troubled: (words) what went wrong.
    """

    source_asked = Signal(str)
    told = Signal(str)
    troubled = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=1180, height=660)
        self.setObjectName("chain_sheet")
        self._check: Check | None = None
        self._claim_id = ""
        self._svg = ""
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        title = QLabel(self.tr("Where it comes from"))
        title.setProperty("role", "heading")
        self._all = QCheckBox(self.tr("All claims (A)"))
        self._all.setObjectName("chain_all")
        self._all.toggled.connect(lambda _: self._show())
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._all)
        self.column.addLayout(head)
        self._words = muted("")
        self.column.addWidget(self._words)
        self.picture = _Picture()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("chain_picture")
        self._scroll.setAccessibleName(self.tr("Picture; the list beside it says the same"))
        self._scroll.setWidget(self.picture)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list = _Chain()
        self.list.setObjectName("chain_list")
        self.list.setAccessibleName(self.tr("The origins in words"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setFixedWidth(320)
        self.list.itemActivated.connect(self._on_activated)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.list)
        self.column.addLayout(row, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(caption(self.tr("+ and − change the size. Enter shows a source.")))
        row.addStretch(1)
        for words, name, act in (
            (self.tr("Copy as text"), "chain_copy", self._on_copy),
            (self.tr("Save as SVG …"), "chain_save", self._on_save),
            (self.tr("Close"), "chain_close", self.close_sheet),
        ):
            button = small_button(words, name)
            button.clicked.connect(act)
            row.addWidget(button)
            self._close = button
        return row

    def ask(self, check: Check, claim_id: str) -> None:
        """Show the chain behind a claim, or behind all claims if there is no such one."""
        self._check, self._claim_id = check, claim_id
        self._all.blockSignals(True)
        self._all.setChecked(not claim_id)
        self._all.setEnabled(bool(claim_id))
        self._all.blockSignals(False)
        self._show()
        self.open()
        self.picture.fit_into(self._scroll.viewport().width())
        first = self.list if self.list.count() else self._close
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._check is None:
            return
        from workbench.publish.chain_picture import chain_picture
        from workbench.rules.chain_graph import chain_graph

        wanted = "" if self._all.isChecked() else self._claim_id
        graph = chain_graph(self._check, wanted)
        self._svg = chain_picture(graph, self._check.title)
        self.picture.show_picture(self._svg)
        self._show_list(graph)
        has_any = bool(graph.nodes)
        self._scroll.setVisible(has_any)
        self.list.setVisible(has_any)
        self._words.setText(
            ""
            if has_any
            else self.tr(
                "No evidence is tied here yet. Select a sentence in the article and press E; what "
                "its source relies on is noted in the source editor (Ctrl+1)."
            )
        )
        self._words.setVisible(not has_any)

    def _show_list(self, graph: ChainGraph) -> None:
        self.list.clear()
        for depth, key in _walk(graph):
            node = graph.node(key)
            label = node.label
            if node.kind.value == "claim":
                label = f"{translated(node.note)}: {label}"
            if len(label) > _LONGEST:
                label = f"{label[: _LONGEST - 1].rstrip()}…"
            facts = [
                "" if node.in_hand else self.tr("not in hand"),
                self.tr("origin") if node.is_origin else "",
            ]
            told = ", ".join(filter(None, facts))
            words = f"{label} ({told})" if told else label
            item = QListWidgetItem(f"{'    ' * depth}{words}")
            item.setData(_SOURCE, node.item_id if node.kind.value == "source" else "")
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _on_activated(self, item: QListWidgetItem) -> None:
        source_id = item.data(_SOURCE)
        if source_id:
            self.close_sheet()
            self.source_asked.emit(source_id)

    def _on_copy(self) -> None:
        from workbench.publish.chain_picture import chain_sentences
        from workbench.rules.chain_graph import chain_graph

        if self._check is not None:
            wanted = "" if self._all.isChecked() else self._claim_id
            sentences = chain_sentences(chain_graph(self._check, wanted))
            QGuiApplication.clipboard().setText("\n".join(sentences))
            self.told.emit(self.tr("The chain is copied as text."))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the picture"))
        dialog.setObjectName("chain_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures (*.svg)"))
        dialog.setDefaultSuffix("svg")
        if self._check is not None:
            dialog.selectFile(f"{self._check.slug}.origins.svg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the picture on show to a file."""
        from workbench.publish.export import ExportFile, write_export

        path = Path(name)
        try:
            write_export((ExportFile(name=path.name, data=self._svg.encode()),), path.parent)
        except UserError as error:
            self.troubled.emit(str(error))
        else:
            self.told.emit(self.tr("The picture is saved as {name}.").format(name=path.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus change the size of the picture, A shows all claims."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.picture.zoom_by(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.picture.zoom_by(1 / _STEP)
        elif event.key() == Qt.Key.Key_A and self._all.isEnabled():
            self._all.toggle()
        else:
            super().keyPressEvent(event)


class _Chain(QListWidget):
    """The chain as a list that leaves the sheet's letters to the sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; a letter looks for no row."""
        if event.text().strip() and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Picture(QWidget):
    """An SVG on white paper, at a size of its own: it is what will be exported."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer: QSvgRenderer | None = None
        self._zoom = 1.0

    def show_picture(self, svg: str) -> None:
        """Show an SVG document."""
        from PySide6.QtSvg import QSvgRenderer  # 10 ms that a launch does not pay

        self._renderer = QSvgRenderer(QByteArray(svg.encode()), self)
        self.zoom_by(1.0)

    def fit_into(self, width: int) -> None:
        """Be no wider than so many pixels, as long as the words can still be read."""
        wanted = self._renderer.defaultSize().width() if self._renderer is not None else 0
        if wanted:
            self._zoom = min(1.0, max(width / wanted, 0.75))
            self.zoom_by(1.0)

    def zoom_by(self, factor: float) -> None:
        """Make the picture larger or smaller, within bounds."""
        self._zoom = min(max(self._zoom * factor, _LEAST), _MOST)
        size = self._renderer.defaultSize() if self._renderer is not None else QSize(0, 0)
        self.setFixedSize(size * self._zoom)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._renderer is not None:
            painter = QPainter(self)
            self._renderer.render(painter)


def _walk(graph: ChainGraph) -> list[tuple[int, str]]:
    """Return the nodes as a tree in reading order; what is behind a node is told once per root."""
    ends = {edge.end for edge in graph.edges}
    found: list[tuple[int, str]] = []

    def visit(key: str, depth: int, told: set[str]) -> None:
        found.append((depth, key))
        if key in told:
            return  # a circle, or a way that was shown before
        told.add(key)
        for edge in graph.onward(key):
            visit(edge.end, depth + 1, told)

    for node in graph.nodes:
        if node.kind.value == "claim" or node.key not in ends:
            visit(node.key, 0, set())
    return found
