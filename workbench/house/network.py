"""Networks from data: how long a post may be, in which unit, and what a link costs."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from workbench.core.network import CountUnit, Network
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from workbench.house.data_file import DataFile

_KNOWN = tuple(field.name for field in fields(Network))
_WORDS = {"key", "name", "source", "alt_source"}
_ALT = {"alt_limit", "alt_unit"}


def read_networks(file: DataFile, shipped: tuple[Network, ...] = ()) -> tuple[Network, ...]:
    """Return the networks in a file; raises UserError for a mistake in it.

    An entry with the key of a shipped network changes only what it names, so that a house can
    raise the limit of its own Mastodon server in two lines. Networks that the file does not name
    follow as shipped.
    """
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("network")
    entries = top.entries("network")
    known = {network.key: network for network in shipped}
    networks = tuple(_network(entry, known) for entry in entries)
    refuse_twins(entries, "key", tuple(network.key for network in networks))
    named = {network.key: network for network in networks}
    kept = tuple(named.pop(network.key, network) for network in shipped)
    return kept + tuple(named.values())


def _network(entry: Entry, shipped: dict[str, Network]) -> Network:
    entry.refuse_unknown(*_KNOWN)
    old = shipped.get(entry.key())
    table: dict[str, Any] = {name: getattr(old, name) for name in _KNOWN} if old else {}
    # a rule that is changed is no longer the one its source gives
    if old and entry.table.keys() - _WORDS - _ALT:
        table["source"] = f"{old.source}; changed in {entry.file.name}"
    if old and entry.table.keys() & _ALT:
        table["alt_source"] = f"{old.alt_source}; changed in {entry.file.name}".removeprefix("; ")
    filled = Entry(
        file=entry.file,
        table={name: value for name, value in table.items() if value is not None} | entry.table,
        header=entry.header,
        index=entry.index,
    )
    return Network(
        key=filled.key(),
        name=filled.text("name"),
        limit=filled.count("limit"),
        unit=filled.choice("unit", CountUnit),
        byte_limit=filled.count("byte_limit") if "byte_limit" in filled.table else None,
        url_cost=filled.count("url_cost") if "url_cost" in filled.table else None,
        bare_domains=filled.switch("bare_domains", default=False),
        short_handles=filled.switch("short_handles", default=False),
        source=filled.text("source", ""),
        alt_limit=filled.count("alt_limit") if "alt_limit" in filled.table else None,
        alt_unit=filled.choice("alt_unit", CountUnit, CountUnit.STRICTEST),
        alt_source=filled.text("alt_source", ""),
    )
