"""The publisher from data: name, addresses and policies of the newsroom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.publisher import Policy, Publisher
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from workbench.house.data_file import DataFile

_WEB = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?\Z", re.IGNORECASE)


def read_publisher(file: DataFile) -> Publisher:
    """Return the publisher in a file; raises UserError for a mistake in it."""
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("name", "url", "logo", "policy")
    policies: tuple[Policy, ...] = ()
    if "policy" in file.table:
        entries = top.entries("policy")
        policies = tuple(_policy(entry) for entry in entries)
        refuse_twins(entries, "name", tuple(policy.name for policy in policies))
    name, url, logo = top.text("name", ""), _address(top, "url"), _address(top, "logo")
    if (url or logo or policies) and not name:
        raise top.mistake("name", "must not be empty where the rest is filled in")
    return Publisher(name=name, url=url, logo=logo, policies=policies)


def _policy(entry: Entry) -> Policy:
    entry.refuse_unknown("name", "url")
    return Policy(name=entry.text("name"), url=_address(entry, "url", required=True))


def _address(entry: Entry, key: str, *, required: bool = False) -> str:
    value = entry.text(key) if required else entry.text(key, "")
    if value and not _WEB.match(value):
        raise entry.mistake(key, "must be a whole address that begins with https:// or http://")
    return value
