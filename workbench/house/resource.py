"""The one way to the shipped data: resources/ of a checkout, workbench/_resources of a wheel."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PACKAGE = Path(__file__).parents[1]


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder resources/<parts>; it need not exist.

    Raises ValueError for an absolute path and for one that climbs out with "..".
    """
    for part in parts:
        for path in (PurePosixPath(part), PureWindowsPath(part)):
            if path.anchor or ".." in path.parts:
                raise ValueError(f"not a path inside the resources: {part!r}")
    return _root().joinpath(*parts)


def _root() -> Path:
    # Not importlib.resources: importing it costs a launch 12 ms, and Qt's libraries rule out
    # running from a zip, the one thing it would add.
    packaged = _PACKAGE / "_resources"
    if packaged.is_dir():
        return packaged
    return _PACKAGE.parent / "resources"  # a source checkout or an editable install
