"""The families of deeds from data: which words tell of the same kind of deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.deed_family import DeedFamilies, DeedFamily
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from workbench.house.data_file import DataFile

_LISTS = ("verbs", "taken", "together")


def read_deed_families(file: DataFile, shipped: DeedFamilies = ()) -> DeedFamilies:
    """Return the families in a file, before those shipped ones whose key it does not have.

    Raises UserError for a mistake in it.
    """
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("family")
    entries = top.entries("family")
    own = tuple(_family(entry) for entry in entries)
    keys = tuple(family.key for family in own)
    refuse_twins(entries, "key", keys)
    return (*own, *(family for family in shipped if family.key not in keys))


def _family(entry: Entry) -> DeedFamily:
    entry.refuse_unknown("key", "name", "often", *_LISTS)
    words = {name: _phrases(entry, name) for name in _LISTS}
    if not any(words.values()):
        raise entry.mistake("verbs", "is missing: a family without words would never be met")
    return DeedFamily(
        key=entry.key(),
        name=entry.text("name"),
        often=entry.switch("often", default=False),
        **words,
    )


def _phrases(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.table.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(phrase, str) and phrase.strip() for phrase in value
    ):
        raise entry.mistake(key, "must be words in quotation marks, in square brackets")
    return tuple(" ".join(phrase.casefold().split()) for phrase in value)
