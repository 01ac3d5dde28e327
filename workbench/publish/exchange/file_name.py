"""How the files of an exchange are called: by check and workspace, so that none is written by two.

`harbor-bridge.9f3a21c4d0e7.1b2c3d4e.factcheck`: the check's short name for people, the end of its
id, and the name of the workspace that wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.core.check import Check

ENDING = ".factcheck"
_DIGITS = 12
_NAME = re.compile(r"(?P<slug>[a-z0-9-]+)\.(?P<check>[0-9a-f]{12})\.(?P<place>[0-9a-f]{8})\Z")


def file_name(check: Check, place: str) -> str:
    """Return what the file of a check is called that a workspace, named `place`, writes."""
    return f"{check.slug}.{digits_of(check.id)}.{place}{ENDING}"


def digits_of(check_id: str) -> str:
    """Return how a check is told in the names of its files."""
    return check_id[-_DIGITS:]


def digits_in(path: Path) -> str:
    """Return of which check a file says to be; empty for one under a name of its own."""
    match = _NAME.match(path.name.removesuffix(ENDING))
    return match["check"] if match else ""


def is_written_by(path: Path, check_id: str, place: str) -> bool:
    """Tell whether a workspace wrote a file about a check, under today's short name or an older."""
    match = _NAME.match(path.name.removesuffix(ENDING))
    return match is not None and match["check"] == digits_of(check_id) and match["place"] == place


def case_files(folder: Path) -> tuple[Path, ...]:
    """Return the case files of a folder, by name; raises OSError if it cannot be listed.

    What a sync program keeps beside them under hidden names is none.
    """
    return tuple(
        sorted(
            (
                path
                for path in folder.iterdir()
                if path.suffix.lower() == ENDING and not path.name.startswith((".", "~"))
            ),
            key=lambda path: path.name,
        )
    )
