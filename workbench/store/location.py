"""Where the workspace is: an option, else WORKBENCH_FILE, else the platform's data folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "checks.workbench"
VARIABLE = "WORKBENCH_FILE"


def workspace_path(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the file of the workspace, absolute; it need not exist.

    Only the platform's own data folder is made if it is missing: a mistyped folder is not.
    Raises UserError if that folder cannot be made.
    """
    chosen = option or (Path(environ[VARIABLE]) if environ.get(VARIABLE) else None)
    if chosen is not None:
        return chosen.expanduser().absolute()
    import platformdirs

    folder = platformdirs.user_data_path("factcheck-workbench", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The data folder {folder} cannot be made: {error.strerror or error}.",
            "Choose a place for the workspace with --workspace FILE.",
        ) from error
    return folder / FILE_NAME
