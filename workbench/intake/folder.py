"""A folder as a person brings it: which of its files are to be read, and in which order."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from workbench.core.error import UserError

MOST_FILES = 300
"""Files that are taken from one folder; a dossier of more is brought in by its parts."""
DEEPEST = 8
"""Folders inside folders that are looked into."""
_LOOKED_AT = 20_000
"""Entries after which a folder is too large to be a dossier at all."""

_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
# Where browsers keep the pictures and scripts of "page.html".
_BELONGINGS = re.compile(r"(.+)(?:_files|-files|_Dateien|-Dateien|_fichiers|\.files)\Z", re.I)
_PAGES = (".html", ".htm", ".xhtml")
_NUMBER = re.compile(r"(\d+)")


class Listing(NamedTuple):
    """The files of a folder.

    Attributes:
        files: to be read, in the order of their names; numbers in names count as numbers.
        names: what each is called, from the folder on.
        beyond: how many more there were than are taken at once.

    """

    files: tuple[Path, ...]
    names: tuple[str, ...]
    beyond: int = 0


def files_in(folder: Path) -> Listing:
    """Return the files of a folder and of the folders in it.

    Left out are hidden ones, those of the system, what belongs to a saved page ("page_files"), and
    folders that are only linked to. Raises UserError if the folder cannot be read or is far too
    large.
    """
    folder = Path(folder)
    found = list(_walked(folder))
    found.sort(key=lambda path: [_natural(part) for part in path.relative_to(folder).parts])
    taken = found[:MOST_FILES]
    names = tuple("/".join(path.relative_to(folder).parts) for path in taken)
    return Listing(tuple(taken), names, len(found) - len(taken))


def files_of(paths: list[Path]) -> Listing:
    """Return files that were named, and the files of folders that were named among them."""
    files: list[Path] = []
    names: list[str] = []
    beyond = 0
    for path in map(Path, paths):
        if path.is_dir():
            listing = files_in(path)
            files += listing.files
            names += listing.names
            beyond += listing.beyond
        else:
            files.append(path)
            names.append(path.name)
    return Listing(tuple(files), tuple(names), beyond)


def _walked(folder: Path) -> list[Path]:
    found: list[Path] = []
    seen = 0

    def refuse(error: OSError) -> None:
        if error.filename is None or Path(error.filename) == folder:
            raise _unreadable(folder, error) from error
        # A folder inside that may not be read is left out, as a hidden one is.

    for root, folders, names in os.walk(folder, onerror=refuse, followlinks=False):
        depth = len(Path(root).relative_to(folder).parts)
        pages = {Path(name).stem.casefold() for name in names if name.lower().endswith(_PAGES)}
        folders[:] = [
            name
            for name in folders
            if depth < DEEPEST
            and not name.startswith(".")
            and not (Path(root) / name).is_symlink()
            and not _belongs_to_page(name, pages)
        ]
        seen += len(folders) + len(names)
        if seen > _LOOKED_AT:
            raise UserError(
                f"“{folder.name or folder}” holds far more than a dossier. Nothing was taken in.",
                "Choose the folder inside it that has the articles.",
            )
        found += [
            Path(root) / name
            for name in names
            if not name.startswith((".", "~$")) and name.lower() not in _OF_THE_SYSTEM
        ]
    return found


def _belongs_to_page(name: str, pages: set[str]) -> bool:
    match = _BELONGINGS.match(name)
    return match is not None and match[1].casefold() in pages


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Return what names are sorted by: "2.txt" stands before "10.txt"."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _NUMBER.split(name)
        if part
    ]


def _unreadable(folder: Path, error: OSError) -> UserError:
    name = folder.name or str(folder)
    if isinstance(error, FileNotFoundError):
        return UserError(f"There is no folder “{name}” in that place any more.", "Look for it.")
    return UserError(
        f"The folder “{name}” could not be read: {error.strerror or error}. Nothing was taken in.",
        "Copy it to a folder of your own and try again.",
    )
