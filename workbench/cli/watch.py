"""The command for watch items: what would change a check, over the whole workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import invocation, opened_store
from workbench.cli.terminal import tell_json, tell_table
from workbench.cli.typed import date_of
from workbench.store.connection import is_there

if TYPE_CHECKING:
    from datetime import date

    from workbench.core.case_line import WatchLine
    from workbench.rules.watch import Due


def watch(
    context: typer.Context,
    due: Annotated[
        str,
        typer.Option("--due", metavar="DATE", help="Only what is due by then, such as today."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List what is watched for, the most pressing first.

    Of all checks, each with its check, the claim that it would change, and when it is due. What
    was seen is left out of the list, and told with --json.
    """
    from workbench.clock import now
    from workbench.rules.date_span import first_day, last_day
    from workbench.rules.watch import Due, watched

    today = now().astimezone().date()
    by = None
    if due.strip():
        is_today = due.strip().casefold() == "today"
        by = today if is_today else last_day(date_of(due))
    lines: tuple[WatchLine, ...] = ()
    if is_there(invocation(context).workspace):
        with opened_store(context) as store:
            lines = store.watch_lines()
    found = [
        (stands, line)
        for stands, line in watched(lines, today)
        if by is None
        or (stands is not Due.SEEN and line.due.is_known and first_day(line.due) <= by)
    ]
    if as_json:
        tell_json([_as_object(stands, line) for stands, line in found])
        return
    rows = [_cells(line, today) for stands, line in found if stands is not Due.SEEN]
    if rows:
        tell_table(("Check", "Due", "", "Claim", "Watch for"), rows)


def _cells(line: WatchLine, today: date) -> tuple[str, ...]:
    from workbench.publish.wording import date_words
    from workbench.rules.watch import due_words

    when = (
        date_words(line.due).removesuffix(", stated")
        if line.due.is_known
        else line.due.wording or "no date"
    )
    number = str(line.claim_number) if line.claim_number else ""
    return line.slug, when, due_words(line.due, today), number, line.text


def _as_object(stands: Due, line: WatchLine) -> dict[str, Any]:
    return {
        "check": line.slug,
        "title": line.title,
        "id": line.item_id,
        "text": line.text,
        "due": line.due.value,
        "until": line.due.until,
        "stands": stands.name.lower(),
        "seen": line.seen,
        "claim": line.claim_number or None,
        "claim_wording": line.claim_wording,
    }
