"""Commands for the workspace as a file: verify, back up, restore, compact."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from workbench import clock
from workbench.cli.check import AsJson  # noqa: TC001 - as above
from workbench.cli.invocation import invocation, opened_store, remark_place
from workbench.cli.terminal import progress, remark, tell, tell_json, tell_table


def verify(context: typer.Context, as_json: AsJson = False) -> None:
    """Read all of the workspace and tell what is wrong.

    Nothing is written. Exit code 1 if anything is wrong.
    """
    from workbench.store.verification import verified

    path = invocation(context).workspace
    with progress(f"Verifying {path.name}") as step:
        found = verified(path, step)
    remark_place(path)
    if as_json:
        tell_json(
            {
                "workspace": str(path),
                "checks": found.checks,
                "originals": found.originals,
                "bytes": found.size,
                "troubles": list(found.troubles),
            }
        )
    else:
        tell(
            f"{path.name}: checks {found.checks}, originals {found.originals}, "
            f"{_size(found.size)}. {'' if found.troubles else 'All in order.'}".rstrip()
        )
        for trouble in found.troubles:
            tell(trouble)
    if found.troubles:
        remark("Do not go on with this file. Restore a backup: see the command “backup --list”.")
        raise typer.Exit(1)


def backup(
    context: typer.Context,
    shows_list: Annotated[
        bool, typer.Option("--list", help="List the backups there are, newest first.")
    ] = False,
) -> None:
    """Copy the workspace beside itself and verify the copy.

    Prints the copy. Backups are thinned out by age: hourly for a day, daily for a month, weekly
    for a year, monthly after that.
    """
    from workbench.store.backup import backups_of, drop_outdated, make_backup
    from workbench.store.connection import is_there

    path = invocation(context).workspace
    if shows_list:
        tell_table(
            ("Made (UTC)", "Size", "File"),
            [
                (f"{item.at:%Y-%m-%d %H:%M:%S}", _size(item.size), str(item.path))
                for item in backups_of(path)
            ],
        )
        return
    if not is_there(path):
        raise _no_workspace(path)
    now = clock.now()
    with progress(f"Copying {path.name}") as step:
        made = make_backup(path, now, step)
    drop_outdated(path, now)
    tell(str(made.path))


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to go back to.")],
    only_looks: Annotated[
        bool, typer.Option("--look", help="List the checks in it, and restore nothing.")
    ] = False,
) -> None:
    """Put a backup in the place of the workspace.

    What stood there is kept beside the backups, and where is told. Close the window first.
    """
    from workbench.store import restoration

    if only_looks:
        tell_table(
            ("Short name", "Changed (UTC)", "Title"),
            [
                (item.slug, f"{item.changed:%Y-%m-%d %H:%M}", item.title)
                for item in restoration.look_inside(file)
            ],
        )
        return
    path = invocation(context).workspace
    kept = restoration.restore(path, file, clock.now())
    if kept is not None:
        remark(f"What stood there is kept as {kept}.")
    tell(str(path))


def compact(context: typer.Context) -> None:
    """Give the room of what was removed back to the disk.

    The history is thinned out before that: every save of a day stays, one for each hour of a
    month, then one for each day; and always what changed a status, the rating or the state, and
    what was exported. The bin is left as it is.
    """
    from workbench.store import compaction

    path = invocation(context).workspace
    with progress(f"Compacting {path.name}") as step:
        before, after = compaction.compact(path, step)
        with opened_store(context) as store:
            dropped = store.history.thin_out_all(clock.now(), step)
        if dropped:
            _, after = compaction.compact(path, step)
    tell(f"{path.name}: {_size(before)} before, {_size(after)} after.")


def _no_workspace(path: Path) -> Exception:
    from workbench.core.error import UserError

    return UserError(
        f"There is no workspace {path} yet.",
        "Begin a check with the command “new”, or name another file with --workspace.",
    )


def _size(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1_000:.0f} kB"
