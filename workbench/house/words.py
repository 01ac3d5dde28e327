"""The words that reading is given: shipped outlets and first names, with a house's own added."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.words import Words
from workbench.house.data_file import read_data_file
from workbench.house.entry import Entry
from workbench.house.resource import resource

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.house.data_file import DataFile

_FILE = "reading.toml"
_LISTS = ("outlets", "broadcasters", "he", "she")


def load_words(folder: Path | None = None) -> Words:
    """Return the shipped words, with those of a house's own reading.toml added.

    Raises UserError naming file, key and line for the first mistake.
    """
    shipped = _shipped()
    if folder is None or not (folder / _FILE).is_file():
        return shipped
    own = _read(read_data_file(folder / _FILE, _FILE))
    return Words(**{name: getattr(shipped, name) | getattr(own, name) for name in _LISTS})


@lru_cache(maxsize=1)
def _shipped() -> Words:
    file = resource("reading").joinpath("english.toml")
    return _read(read_data_file(file, "shipped english.toml"))


def _read(file: DataFile) -> Words:
    entry = Entry(file=file, table=file.table)
    entry.refuse_unknown(*_LISTS)
    return Words(**{name: _names(entry, name) for name in _LISTS})


def _names(entry: Entry, key: str) -> frozenset[str]:
    """Return a list of names, or the words of one text; UserError for anything else."""
    value = entry.table.get(key, "")
    if isinstance(value, str):
        return frozenset(value.split())
    if isinstance(value, list) and all(isinstance(name, str) and name.strip() for name in value):
        return frozenset(" ".join(name.split()) for name in value)
    raise entry.mistake(key, "must be names in quotation marks, in square brackets")
