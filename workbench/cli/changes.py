"""Commands that look back: what was exported, and what is different since."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import tell, tell_json, tell_table
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.house.house import House
    from workbench.publish.approval import Approval
    from workbench.publish.change_list import TextChange

_WHEN = "%Y-%m-%d %H:%M:%S UTC"
_SHORT = 12


def exports(context: typer.Context, slug: Slug, as_json: AsJson = False) -> None:
    """List the exports of a check.

    Of each the number, the time, the revision, and every file with the start of its SHA-256.
    """
    from workbench.publish.approval import gone_out

    with opened_store(context) as store:
        found = gone_out(store.exports(store.load_slug(slug).id))
    if as_json:
        tell_json([_export_object(number, one) for number, one in enumerate(found, start=1)])
        return
    rows = [
        (str(number), f"{one.at:{_WHEN}}", str(one.revision), file.name, file.sha256[:_SHORT])
        for number, one in enumerate(found, start=1)
        for file in one.files
    ]
    if rows:
        tell_table(("", "Time", "Revision", "File", "SHA-256"), rows)


def changes(
    context: typer.Context,
    slug: Slug,
    since: Annotated[
        int | None,
        typer.Option("--since", metavar="N", min=1, help="The export to compare with; the last."),
    ] = None,
    approved: Annotated[
        bool, typer.Option("--approved", metavar="", help="Compare with what was approved last.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell what differs since the last export.

    Or, with --approved, since the approval.

    Of each change the place, then what stood there after a minus and what stands there after a
    plus. Nothing is printed if nothing differs.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.change_list import changes_between, told
    from workbench.publish.markdown import markdown_for

    if approved and since is not None:
        raise typer.BadParameter("Compare with an export or with what was approved, not with both.")
    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        found = store.exports(check.id)
    if approved:
        since_when, differing = _since_approval(check, house, found)
    else:
        number, then = _chosen(slug, found, since)
        since_when = _export_object(number, then)
        differing = changes_between(then.markdown, markdown_for(check, house))
    if as_json:
        tell_json({"since": since_when, "changes": [asdict(change) for change in differing]})
        return
    for line in told(differing).split("\n") if differing else []:
        _tell_indented(line)


def _since_approval(
    check: Check, house: House, found: tuple[ExportRecord, ...]
) -> tuple[dict[str, Any], tuple[TextChange, ...]]:
    """Return what was approved when, and what differs since."""
    from workbench.publish.approval import approval_of

    approval = approval_of(check, house, found)
    if approval is None:
        raise UserError(
            f"No approval of {check.slug} is noted.",
            "Approve it with the command “state”; from then on, changes can be told.",
        )
    if approval.is_changed and not approval.changes:
        raise UserError(
            f"{check.slug} has changed since its approval. What was approved is not kept in this "
            "workspace.",
            "Approve it anew with the command “state”; from then on, changes can be told.",
        )
    return approval_object(approval), approval.changes


def approval_object(approval: Approval) -> dict[str, Any]:
    """Return an approval for JSON: by whom, when, and whether it still holds."""
    given = approval.sign_off
    return {
        "at": f"{given.at:%Y-%m-%dT%H:%M:%SZ}",
        "by": given.name,
        "revision": given.revision,
        "holds": not approval.is_changed,
    }


def _chosen(
    slug: str, records: tuple[ExportRecord, ...], since: int | None
) -> tuple[int, ExportRecord]:
    """Return an export by its number, and the number; the last one if none is given."""
    from workbench.publish.approval import gone_out

    found = gone_out(records)
    number = _number(slug, len(found), since)
    return number, found[number - 1]


def _number(slug: str, count: int, since: int | None) -> int:
    if not count:
        raise UserError(
            f"{slug} was never exported from this workspace.",
            "Export it first; from then on, changes can be told.",
        )
    if since is not None and since > count:
        raise UserError(
            f"{slug} has {count} {'export' if count == 1 else 'exports'}; there is no number "
            f"{since}.",
            "Look at “exports” for the numbers.",
        )
    return since or count


def _tell_indented(line: str) -> None:
    words = line.lstrip(" ")
    typer.echo(" " * (len(line) - len(words)), nl=False)
    tell(words)


def _export_object(number: int, export: ExportRecord) -> dict[str, Any]:
    return {
        "number": number,
        "at": f"{export.at:%Y-%m-%dT%H:%M:%SZ}",
        "revision": export.revision,
        "formats": list(export.formats),
        "files": [{"name": file.name, "sha256": file.sha256} for file in export.files],
    }
