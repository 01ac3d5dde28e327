"""The command for the bin: what was removed, a look at it, the way back, and the end of it."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - typer reads the annotations
from workbench.cli.history import By  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell, tell_json, tell_table
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.bin import BinnedItem
    from workbench.store.check_store import CheckStore


def bin_command(
    context: typer.Context,
    show: Annotated[
        int | None, typer.Option("--show", metavar="N", min=1, help="Tell what is in number N.")
    ] = None,
    restore: Annotated[
        int | None, typer.Option("--restore", metavar="N", min=1, help="Bring number N back.")
    ] = None,
    puts: Annotated[
        str, typer.Option("--put", metavar="SLUG", help="Put a check into the bin.")
    ] = "",
    empties: Annotated[
        bool, typer.Option("--empty", help="Delete for good what is older than the house keeps it.")
    ] = False,
    takes_all: Annotated[
        bool, typer.Option("--all", help="With --empty: everything that is in the bin.")
    ] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """List removed checks and sources, and bring them back.

    Nothing leaves the bin by itself. What is emptied goes from the history too.
    """
    from workbench.clock import now
    from workbench.house.house import house_folder
    from workbench.house.keeping import bin_days

    if takes_all and not empties:
        raise UserError("--all belongs to --empty.", "Nothing was deleted.")
    limit = now() - timedelta(days=bin_days(house_folder(os.environ)))
    with opened_store(context) as store:
        if puts:
            store.bin.put_check(store.load_slug(puts).id, now(), " ".join(by.split()))
            tell(f"{puts} is in the bin.")
            return
        items = store.bin.items()
        if show is not None:
            _show(store, _item(items, show))
        elif restore is not None:
            _restore(store, _item(items, restore), by)
        elif empties:
            _empty(store, [item for item in items if takes_all or item.at < limit], len(items))
        elif as_json:
            tell_json([_object(number, item) for number, item in enumerate(items, start=1)])
        elif items:
            tell_table(
                ("", "Removed (UTC)", "By", "What", "Name", "Of the check"),
                [_cells(number, item) for number, item in enumerate(items, start=1)],
            )


def _show(store: CheckStore, item: BinnedItem) -> None:
    from workbench.publish.wording import STATE_WORDS, STATUS_WORDS

    check = store.bin.look_inside(item)
    if item.is_check:
        tell(f"{check.title or check.slug}, {STATE_WORDS[check.state]}")
        for number, claim in enumerate(check.claims, start=1):
            tell(f"Claim {number}: {claim.wording} ({STATUS_WORDS[claim.status]})")
        for source in check.sources:
            tell(f"Source: {source.name or 'without a name'}")
        return
    source = check.source(item.source_id)
    tell(f"{source.name or 'A source without a name'}: {source.title}".rstrip(": "))
    for passage in check.passages:
        if passage.source_id == source.id:
            tell(f"Passage: “{' '.join(passage.selector.exact.split())}”")


def _restore(store: CheckStore, item: BinnedItem, by: str) -> None:
    if item.is_check:
        store.bin.restore_check(item.check_id)
        tell(f"{store.load(item.check_id).slug} is back.")
        return
    from dataclasses import replace

    from workbench.clock import now
    from workbench.core.change_bin import with_source_back
    from workbench.core.revision import Deed

    check, was, at = store.load(item.check_id), store.bin.look_inside(item), now()
    back = replace(with_source_back(check, was, item.source_id), changed=at)
    store.save(check, back, Deed(at=at, who=" ".join(by.split())))
    tell(f"{item.name or 'The source'} is back in {check.slug}.")


def _empty(store: CheckStore, items: Sequence[BinnedItem], count: int) -> None:
    for item in items:
        store.bin.drop(item)
    tell(f"Deleted for good: {len(items)}. Still in the bin: {count - len(items)}.")
    if len(items) < count:
        remark("What is younger stays; --all takes it too.")


def _item(items: Sequence[BinnedItem], number: int) -> BinnedItem:
    if number > len(items):
        raise UserError(
            f"There is no number {number} in the bin.", "Look at “bin” for what is there."
        )
    return items[number - 1]


def _cells(number: int, item: BinnedItem) -> tuple[str, ...]:
    kind, of = ("check", "") if item.is_check else ("source", item.check_title)
    return (str(number), f"{item.at:%Y-%m-%d %H:%M}", item.who, kind, item.name, of)


def _object(number: int, item: BinnedItem) -> dict[str, Any]:
    return {
        "number": number,
        "kind": "check" if item.is_check else "source",
        "name": item.name,
        "check": item.check_id,
        "check_title": item.check_title,
        "source": item.source_id,
        "at": f"{item.at:%Y-%m-%dT%H:%M:%SZ}",
        "who": item.who,
    }
