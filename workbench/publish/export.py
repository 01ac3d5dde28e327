"""The export: a folder with the finished check and its posts, each file whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.publish.front_matter import is_draft
from workbench.publish.markdown import markdown_for
from workbench.publish.post import post_for

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from workbench.core.check import Check
    from workbench.house.house import House

DRAFT_LINE = "DRAFT. Not approved, not for publication."
"""First line of a post that goes out unapproved."""

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9_-]+")
_CLOSE_OR_CHOOSE = "Close the file, or choose another folder."
_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Free some space, then export again."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space, then export again."),
    errno.EROFS: ("The folder cannot be written to.", "Choose another folder."),
    errno.EACCES: ("You may not write there, or a file is open elsewhere.", _CLOSE_OR_CHOOSE),
    errno.EPERM: ("You may not write there, or a file is open elsewhere.", _CLOSE_OR_CHOOSE),
    errno.ENOTDIR: ("What should be a folder is a file.", "Choose another folder."),
    errno.EEXIST: ("What should be a folder is a file.", "Choose another folder."),
    errno.EISDIR: ("A folder stands where a file should go.", "Choose another folder."),
    errno.ENAMETOOLONG: ("The path of the folder is too long.", "Choose another folder."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file of an export: a plain name, the same on every system, and its bytes."""

    name: str
    data: bytes


def export_files(check: Check, house: House) -> tuple[ExportFile, ...]:
    """Return the Markdown of a check and a text file for each network that has a post."""
    texts: dict[str, str] = {}
    for network in house.networks:
        text = post_for(check, network)
        if not text:
            continue
        if is_draft(check):
            text = f"{DRAFT_LINE}\n\n{text}"
        key = _NOT_IN_A_NAME.sub("-", network.key.lower()).strip("-") or "post"
        texts[_free(key, texts)] = text
    return (
        ExportFile(name=f"{check.slug}.md", data=markdown_for(check, house).encode()),
        *(
            ExportFile(name=f"{check.slug}.{key}.txt", data=f"{text}\n".encode())
            for key, text in texts.items()
        ),
    )


def write_export(files: Sequence[ExportFile], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, made if it is missing, and return where they are.

    Every file is written whole under a temporary name and flushed to the disk before the first
    takes its place, so that a full disk leaves the last export as it was. Raises UserError.
    """
    folder = Path(folder)
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            target = folder / file.name
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            temporary = folder / f".{file.name}.{os.urandom(4).hex()}.part"
            written.append((temporary, target))
            _write_through(temporary, file.data)
        for temporary, target in written:
            temporary.replace(target)
    except OSError as error:
        raise _plainly(error, folder) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
    return tuple(target for _, target in written)


def _free(key: str, taken: Container[str]) -> str:
    """Return a key that is not taken, so that no two networks share a file."""
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _plainly(error: OSError, folder: Path) -> UserError:
    reason, hint = _REASONS.get(
        error.errno or 0, (f"The system says: {error.strerror or error}.", "Choose another folder.")
    )
    return UserError(
        f"The export to {folder} did not succeed. {reason}",
        f"The check itself is safe, and no half-written file was left. {hint}",
    )
