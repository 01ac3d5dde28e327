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
    from workbench.core.export_record import ExportRecord

_WHEN = "%Y-%m-%d %H:%M:%S UTC"
_SHORT = 12


def exports(context: typer.Context, slug: Slug, as_json: AsJson = False) -> None:
    """List the exports of a check.

    Of each the number, the time, the revision, and every file with the start of its SHA-256.
    """
    with opened_store(context) as store:
        found = store.exports(store.load_slug(slug).id)
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
    as_json: AsJson = False,
) -> None:
    """Tell what is different since the last export.

    Of each change the place, then what stood there after a minus and what stands there after a
    plus. Nothing is printed if nothing differs.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.change_list import changes_between, told
    from workbench.publish.markdown import markdown_for

    with opened_store(context) as store:
        check = store.load_slug(slug)
        found = store.exports(check.id)
    number = _number(slug, len(found), since)
    then = found[number - 1]
    now = markdown_for(check, load_house(house_folder(os.environ)))
    differing = changes_between(then.markdown, now)
    if as_json:
        tell_json(
            {
                "since": _export_object(number, then),
                "changes": [asdict(change) for change in differing],
            }
        )
        return
    for line in told(differing).split("\n") if differing else []:
        _tell_indented(line)


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
