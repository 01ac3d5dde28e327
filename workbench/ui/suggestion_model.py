"""The list of suggestions: headings and entries, with the findings that each would cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.suggestion_entry import SuggestionEntry, SuggestionSection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Row = SuggestionSection | SuggestionEntry


class SuggestionModel(QAbstractListModel):
    """Suggestions under the headings of their sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._foreseen: dict[str, tuple[str, ...]] = {}

    def show_sections(
        self, sections: Sequence[tuple[SuggestionSection, Sequence[SuggestionEntry]]]
    ) -> bool:
        """Show sections; return whether anything is different."""
        rows: list[_Row] = []
        for section, entries in sections:
            rows += [section, *entries]
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def show_foreseen(self, foreseen: Mapping[str, tuple[str, ...]]) -> None:
        """Show which findings each suggestion would cause, by its id; those not told are open."""
        changed = [
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, SuggestionEntry)
            and self._foreseen.get(row.suggestion.id) != foreseen.get(row.suggestion.id)
        ]
        self._foreseen = dict(foreseen)
        for number in changed:
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def row(self, number: int) -> _Row | None:
        """Return a heading or an entry; None outside the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def foreseen(self, number: int) -> tuple[str, ...] | None:
        """Return what the suggestion of a row would be flagged for; None if that is not known."""
        row = self.row(number)
        return self._foreseen.get(row.suggestion.id) if isinstance(row, SuggestionEntry) else None

    @property
    def entries(self) -> list[SuggestionEntry]:
        """All entries, in their order."""
        return [row for row in self._rows if isinstance(row, SuggestionEntry)]

    def entry_rows(self) -> list[int]:
        """Return the rows that are suggestions."""
        return [n for n, row in enumerate(self._rows) if isinstance(row, SuggestionEntry)]

    def heading_of(self, key: tuple[str, str]) -> str:
        """Return the heading of a section; empty if it is not there."""
        sections = (row for row in self._rows if isinstance(row, SuggestionSection))
        return next((one.heading for one in sections if one.key == key), "")

    def row_of(self, suggestion_id: str) -> int:
        """Return the row of a suggestion, or -1."""
        rows = self.entry_rows()
        return next((n for n in rows if self._id_at(n) == suggestion_id), -1)

    def _id_at(self, number: int) -> str:
        row = self._rows[number]
        return row.suggestion.id if isinstance(row, SuggestionEntry) else ""

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row in one line, as it is read out."""
        row = self.row(index.row())
        if row is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if isinstance(row, SuggestionSection):
            return ". ".join(one for one in (row.heading, row.about) if one)
        flagged = [
            self.tr("Would be flagged: {finding}").format(finding=words)
            for words in self.foreseen(index.row()) or ()
        ]
        return ". ".join((row.spoken, *flagged))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let suggestions be chosen, headings not."""
        if isinstance(self.row(index.row()), SuggestionEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
