"""Where a workspace is not safe: on another computer's disk, or in a folder that is kept in step.

SQLite says why (https://www.sqlite.org/howtocorrupt.html, section 2): locks that a network file
system does not keep, and programs that copy a file while it is written.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from workbench.house.data_file import read_data_file
from workbench.house.entry import Entry
from workbench.house.resource import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.house.data_file import DataFile

_FILE = "folders.toml"
_MOUNTS = Path("/proc/self/mounts")
_KEPT_APART = (
    "Better keep it in a folder of this computer alone, and pass a check on as a case file."
)
_NETWORK = (
    "The workspace {name} is on a disk of another computer ({what}). If the connection breaks "
    "while it is written, or two computers write to it at once, it can be damaged. "
)
_SYNCED = (
    "The workspace {name} is in a folder that {what} keeps in step with other computers. It may "
    "copy half a change, or put an older state over yours. "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedFolder:
    """A program that keeps folders in step, and what such a folder looks like."""

    name: str
    folders: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafePlaces:
    """What is known of such places.

    Attributes:
        network: names of file systems; a final * stands for anything.

    """

    network: tuple[str, ...]
    synced: tuple[SyncedFolder, ...]


def unsafe_places() -> UnsafePlaces:
    """Return what is known of places where a workspace is not safe."""
    return read_unsafe_places(read_data_file(resource(_FILE), f"shipped {_FILE}"))


def read_unsafe_places(file: DataFile) -> UnsafePlaces:
    """Return the places in a file; raises UserError naming the line for a mistake in it."""
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("network", "synced")
    return UnsafePlaces(
        network=_names(top, "network"),
        synced=tuple(_synced(entry) for entry in top.entries("synced")),
    )


def place_warning(path: Path) -> str:
    """Return what to tell about the place of a workspace; empty if nothing speaks against it."""
    known = unsafe_places()
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a loop of links
        real = path.absolute()
    kind = network_of(real, _mounts(), known)
    if kind:
        return _NETWORK.format(name=path.name, what=kind) + _KEPT_APART
    program = synced_by(real, known) or synced_by(path.absolute(), known)
    return _SYNCED.format(name=path.name, what=program) + _KEPT_APART if program else ""


def network_of(path: Path, mounts: str, known: UnsafePlaces) -> str:
    """Return the file system of another computer that a file is on, or an empty text.

    `path` is absolute; `mounts` is the text of /proc/self/mounts, empty on other systems.
    """
    if PureWindowsPath(path).drive.startswith("\\\\"):
        return "network share"
    kind, longest = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescaped(fields[1])
        is_above = path.as_posix() == point or path.as_posix().startswith(f"{point.rstrip('/')}/")
        if is_above and len(point) >= longest:  # of two at one place, the later one is on top
            kind, longest = fields[2], len(point)
    return kind if any(fnmatchcase(kind, name) for name in known.network) else ""


def synced_by(path: Path, known: UnsafePlaces) -> str:
    """Return the name of the program that keeps the folder of a file in step, or an empty text."""
    folders = path.parent.parts[1:]
    for program in known.synced:
        if any(_is_one_of(folder, program.folders) for folder in folders):
            return program.name
    for above in path.parents:
        inside = _listed(above)
        for program in known.synced:
            if any(_is_one_of(name, program.marks) for name in inside):
                return program.name
    return ""


def _is_one_of(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)


def _listed(folder: Path) -> list[str]:
    """Return the hidden names in a folder, which is where such programs leave their marks."""
    try:
        return [item.name for item in folder.iterdir() if item.name.startswith(".")]
    except OSError:
        return []


def _mounts() -> str:
    if sys.platform != "linux":
        return ""
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _unescaped(text: str) -> str:
    """Return a path of the list of mounts, in which a space stands as an octal number."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _synced(entry: Entry) -> SyncedFolder:
    entry.refuse_unknown("name", "folders", "marks")
    return SyncedFolder(
        name=entry.text("name"), folders=_names(entry, "folders"), marks=_names(entry, "marks")
    )


def _names(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.table.get(key)
    if isinstance(value, list) and all(isinstance(name, str) and name.strip() for name in value):
        return tuple(value)
    raise entry.mistake(key, "must be names in quotation marks, in square brackets")
