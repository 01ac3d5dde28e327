"""The command for the exchange of whole workspaces through a folder of case files."""

from __future__ import annotations

import os
import platform
import signal
import threading
from contextlib import contextmanager
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - as above
from workbench.cli.invocation import invocation, opened_store
from workbench.cli.terminal import progress, remark, tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.publish.exchange.report import ExchangeLine, ExchangeReport

_STOPPED = 130
"""Exit code of a command that was stopped by Ctrl+C, as shells have it."""


def exchange(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="On a stick, or one that is synced.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Say what would happen; change nothing.")
    ] = False,
    without_originals: Annotated[
        bool,
        typer.Option(
            "--without-originals", metavar="", help="Leave the files of the sources here."
        ),
    ] = False,
    with_notes: Annotated[
        bool, typer.Option("--with-notes", metavar="", help="Let private notes go along.")
    ] = False,
    without_contacts: Annotated[
        bool, typer.Option("--without-contacts", metavar="", help="Leave out who was asked.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Exchange all checks through a folder of case files.

    Takes in what others have put there: new checks are added, known ones joined, and what both
    changed differently is kept as a conflict. Then writes what is newer here, one file for each
    check. Prints what became of each check. Ctrl+C stops after the check that it is at.
    """
    from workbench.clock import new_id
    from workbench.house.house import house_folder, load_house
    from workbench.publish.case_proof import approval_remarks
    from workbench.publish.exchange.exchange import Terms
    from workbench.publish.exchange.exchange import exchange as exchanged
    from workbench.publish.packing import Packing
    from workbench.store.workspace_id import workspace_id

    house = load_house(house_folder(os.environ))
    terms = Terms(
        place=workspace_id(invocation(context).workspace, platform.node(), new_id()),
        choice=Packing(
            notes=with_notes, contacts=not without_contacts, originals=not without_originals
        ),
        proof=lambda case: approval_remarks(case, house),
        is_dry=dry_run,
    )
    with (
        opened_store(context, create=not dry_run) as store,
        _interrupts() as stops,
        progress("Exchanging checks") as step,
    ):
        report = exchanged(store, folder, terms, step=step, stops=stops)
    if as_json:
        tell_json(_object(report))
    else:
        _tell(report)
    if report.trouble:
        raise UserError(report.trouble)
    if report.is_stopped:
        raise typer.Exit(_STOPPED)


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Give what tells whether Ctrl+C was pressed, which stops nothing by itself meanwhile.

    Elsewhere than on the main thread, nothing is heard.
    """
    pressed: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(report: ExchangeReport) -> None:
    from workbench.publish.exchange.report import ordered
    from workbench.publish.exchange.wording import left_out_words, line_words, summary_words

    for line in ordered(report.lines):
        tell(f"{line.slug or line.name}\t{line_words(line, is_dry=report.is_dry)}")
    remark(summary_words(report))
    if words := left_out_words(report):
        remark(words)


def _object(report: ExchangeReport) -> dict[str, Any]:
    from workbench.publish.exchange.report import ordered

    return {
        "dry_run": report.is_dry,
        "stopped": report.is_stopped,
        "checks": [_line_object(line) for line in ordered(report.lines)],
    }


def _line_object(line: ExchangeLine) -> dict[str, Any]:
    return {
        "id": line.check_id,
        "slug": line.slug,
        "name": line.name,
        "new": line.is_new,
        "changes": line.changes,
        "conflicts": line.conflicts,
        "settled": line.settled,
        "who": list(line.who),
        "originals": line.originals,
        "sent": line.is_sent,
        "unchanged": line.is_unchanged,
        "in_bin": line.is_binned,
        "skipped": [{"file": name, "reason": reason} for name, reason in line.skipped],
        "remarks": list(line.remarks),
    }
