"""The template of a finished check from data: its parts in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.template import Generator, Template, TemplatePart
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from workbench.house.data_file import DataFile


def read_template(file: DataFile) -> Template:
    """Return the template in a file; raises UserError for a mistake in it."""
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("key", "name", "part")
    key, name = top.key(), top.text("name")
    entries = top.entries("part")
    parts = tuple(_part(entry) for entry in entries)
    refuse_twins(entries, "key", tuple(part.key for part in parts))
    return Template(key=key, name=name, parts=parts)


def _part(entry: Entry) -> TemplatePart:
    entry.refuse_unknown("key", "heading", "generator", "typed", "analysis", "hint")
    generator = entry.choice("generator", Generator, Generator.NONE)
    typed = entry.switch("typed", default=True)
    if not typed and generator is Generator.NONE:
        raise entry.mistake("typed", "is false, so this part needs a generator to fill it")
    return TemplatePart(
        key=entry.key(),
        heading=entry.text("heading", ""),
        generator=generator,
        typed=typed,
        analysis=entry.switch("analysis", default=False),
        hint=entry.text("hint", ""),
    )
