"""One table of a data file, whose values are taken out by name and type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.house.data_file import DataFile

if TYPE_CHECKING:
    from enum import StrEnum

    from workbench.core.error import UserError

    _Choice = TypeVar("_Choice", bound=StrEnum)

_KEY_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The top table of a data file, or one table of a list in it.

    Attributes:
        table: its values as tomllib read them.
        header: the list it belongs to ("label" for [[label]]); empty for the top table.
        index: its place in that list, from 0.

    """

    file: DataFile
    table: dict[str, Any]
    header: str = ""
    index: int = 0

    def line(self, key: str = "") -> int:
        """Return the line of a key of this table, else of the table itself, counted from 1."""
        from workbench.house.line import line_of  # only for a mistake

        return line_of(self.file.text, header=self.header, index=self.index, key=key)

    def mistake(self, key: str, what: str) -> UserError:
        """Return the error for the value of a key."""
        return self.file.mistake(self.line(key), f"“{key}” {what}")

    def refuse_unknown(self, *known: str) -> None:
        """Raise UserError for the first key that is none of these, with the nearest one named."""
        for key in self.table:
            if key not in known:
                from difflib import get_close_matches  # only for a mistake

                near = get_close_matches(key, known, 1)
                meant = f"perhaps “{near[0]}” is meant" if near else f"known: {', '.join(known)}"
                raise self.mistake(key, f"is not a key that is known here ({meant})")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text as one line; UserError if it is missing, no text or needlessly empty."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.mistake(key, "must be text in quotation marks")
        if default is None and not value.strip():
            raise self.mistake(key, "must not be empty")
        return " ".join(value.split())

    def key(self) -> str:
        """Return the text of "key", which also goes into file names."""
        value = self.text("key")
        if not _KEY_LETTERS.issuperset(value):
            raise self.mistake("key", "must be made of a to z, 0 to 9, hyphen and underscore only")
        return value

    def whole_number(self, key: str, default: int | None = None) -> int:
        """Return a whole number; UserError if it is missing or anything else, true or false too."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.mistake(key, "must be a whole number without quotation marks")
        return value

    def count(self, key: str) -> int:
        """Return a whole number above zero; UserError for anything else."""
        value = self.whole_number(key)
        if value <= 0:
            raise self.mistake(key, "must be above zero")
        return value

    def switch(self, key: str, *, default: bool) -> bool:
        """Return true or false; UserError for anything else."""
        value = self.table.get(key, default)
        if not isinstance(value, bool):
            raise self.mistake(key, "must be true or false, without quotation marks")
        return value

    def choice(self, key: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Return one of some fixed words; UserError that lists them for anything else."""
        word = self.text(key, default)
        if word in set(kind):
            return kind(word)
        words = ", ".join(member for member in kind if member)
        raise self.mistake(key, f"must be one of: {words}")

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return the tables of a list, at least one; UserError if there is none."""
        value = self._value(key, None)
        tables = value if isinstance(value, list) else []
        if not tables or not all(isinstance(table, dict) for table in tables):
            raise self.mistake(key, f"must be one or more tables, each under [[{key}]]")
        return tuple(
            Entry(file=self.file, table=table, header=key, index=index)
            for index, table in enumerate(tables)
        )

    def _value(self, key: str, default: object) -> object:
        value = self.table.get(key, default)
        if value is None:
            raise self.mistake(key, "is missing")
        return value


def refuse_twins(entries: tuple[Entry, ...], key: str, values: tuple[object, ...]) -> None:
    """Raise UserError for the first table whose value of a key an earlier table has too."""
    for index, value in enumerate(values):
        if value in values[:index]:
            raise entries[index].mistake(key, f"is the same as an earlier one: {value}")
