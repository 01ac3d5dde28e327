"""One run of the program: where its workspace is, and the ways to the window that it was given."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.clock import now
from workbench.core.error import UserError
from workbench.store.connection import is_there
from workbench.store.location import workspace_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

    from workbench.store.check_store import CheckStore


@dataclass(slots=True)
class Invocation:
    """What the commands of one run share.

    Attributes:
        open_window: opens the window on a workspace and returns an exit code.
        run_tour: does the whole job on the sample check, into a folder; returns an exit code.
        option: what --workspace said; None if it was not given.
        printer: prints a check to a PDF; None where nothing can.

    """

    open_window: Callable[[Path], int]
    run_tour: Callable[[Path], int]
    option: Path | None = None
    printer: Callable[..., bytes] | None = None

    @property
    def workspace(self) -> Path:
        """The file of the workspace; raises UserError if the data folder cannot be made."""
        return workspace_path(self.option, os.environ)


def invocation(context: typer.Context) -> Invocation:
    """Return what the commands of this run share."""
    shared = context.find_object(Invocation)
    if shared is None:
        raise RuntimeError("the commands are run by workbench.cli.app.run")
    return shared


@contextmanager
def opened_store(context: typer.Context, *, create: bool = False) -> Iterator[CheckStore]:
    """Give the store of the workspace; raises UserError as it does, and if there is none to read.

    Only a command that puts something in makes a workspace: a mistyped name makes none.
    """
    path = invocation(context).workspace
    is_new = not is_there(path)
    if not create and is_new:
        raise UserError(
            f"There is no workspace {path} yet.",
            "Begin a check with the command “new”, or name another file with --workspace.",
        )
    from workbench.store.check_store import CheckStore

    store = CheckStore.open(path, now())
    if is_new:
        remark_place(path)
    try:
        yield store
    finally:
        store.close()


def remark_place(path: Path) -> None:
    """Say beside the results if the place of a workspace is not safe."""
    from workbench.cli.terminal import remark
    from workbench.house.unsafe_place import place_warning

    warning = place_warning(path)
    if warning:
        remark(warning)
