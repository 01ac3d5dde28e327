"""How long what was removed is kept, from data: the shipped file, or the newsroom's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.house.data_file import read_data_file
from workbench.house.entry import Entry
from workbench.house.resource import resource

if TYPE_CHECKING:
    from pathlib import Path

BIN = "bin.toml"
_MOST_DAYS = 3650


def bin_days(folder: Path | None = None) -> int:
    """Return the days after which what is in the bin may go; raises UserError for a mistake."""
    own = folder / BIN if folder is not None else None
    if own is not None and own.is_file():
        file = read_data_file(own, BIN)
    else:
        file = read_data_file(resource("house").joinpath(BIN), f"shipped {BIN}")
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("days")
    days = top.count("days")
    if days > _MOST_DAYS:
        raise top.mistake("days", f"must be from 1 to {_MOST_DAYS}")
    return days
