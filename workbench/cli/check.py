"""Commands for checks: begin one, list them, look at one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.invocation import invocation, opened_store
from workbench.cli.noticed import open_in, tell_proposals
from workbench.cli.terminal import tell, tell_bytes, tell_json, tell_table
from workbench.store.connection import is_there

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.house.house import House
    from workbench.rules.proposal import OpenProposal
    from workbench.store.check_store import CheckStore
    from workbench.store.summary import CheckSummary

_ALL = 1_000_000

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The short name of a check.")]
AsJson = Annotated[bool, typer.Option("--json", metavar="", help="Print JSON.")]


def new(
    context: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The headline to start with.")],
) -> None:
    """Begin a check and print its short name."""
    from workbench.clock import new_id, now
    from workbench.core.check import Check
    from workbench.core.error import UserError
    from workbench.core.identity import slug_for

    words = " ".join(title.split())
    if not words:
        raise UserError("A check needs a title.", "Give it as one word or in quotation marks.")
    at = now()
    with opened_store(context, create=True) as store:
        slug = store.free_slug(slug_for(words))
        store.save(None, Check(id=new_id(), slug=slug, title=words, created=at, changed=at))
    tell(slug)


def list_checks(
    context: typer.Context,
    find: Annotated[
        str, typer.Option("--find", metavar="WORDS", help="Only checks with these words in them.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the checks, newest first."""
    path = invocation(context).workspace
    checks: tuple[CheckSummary, ...] = ()
    lapsed: frozenset[str] = frozenset()
    if is_there(path):  # before the first check there is nothing to list
        with opened_store(context) as store:
            checks = store.checks(find, _ALL)
            lapsed = _withdrawn(store)
    if as_json:
        tell_json([_summary_object(check, lapsed) for check in checks])
    elif checks:
        headings = ("Name", "Title", "State", "Claims", "Sources", "Changed")
        tell_table(headings, [_summary_cells(check, lapsed) for check in checks])


def show(context: typer.Context, slug: Slug, as_json: AsJson = False) -> None:
    """Show a check: rating, claims, sources, what is not taken yet."""
    proposals: list[OpenProposal] = []
    with opened_store(context) as store:
        check = store.load_slug(slug)
        for source in check.sources if not as_json else ():
            proposals += open_in(check, source, store.original)
        records = () if as_json else store.exports(check.id)
    if as_json:
        from workbench.core.codec import check_as_json

        tell_bytes(check_as_json(check))
        return
    from workbench.house.house import house_folder, load_house

    _show(check, load_house(house_folder(os.environ)), records)
    tell_proposals(check, proposals, "not taken")


def _show(check: Check, house: House, records: tuple[ExportRecord, ...]) -> None:
    from workbench.publish.approval import approval_of, approval_words
    from workbench.publish.generated import rating_words
    from workbench.publish.wording import STATE_WORDS, STATUS_WORDS, source_words

    tell(check.title or check.slug)
    tell(f"{STATE_WORDS[check.state]}, changed {check.changed:%Y-%m-%d %H:%M} UTC")
    if (approval := approval_of(check, house, records)) is not None:
        words = approval_words(approval)
        tell(f"{words[:1].upper()}{words[1:]}")
    if not check.verdict.is_empty:
        tell(f"Rated: {rating_words(check, house)}")
    tell(f"Claims: {len(check.claims)}")
    if check.claims:
        tell_table(
            ("", "Claim", "Status"),
            [
                (str(number), claim.wording, STATUS_WORDS[claim.status])
                for number, claim in enumerate(check.claims, start=1)
            ],
        )
    tell(f"Sources: {len(check.sources)}")
    if check.sources:
        tell_table(
            ("", "Source"),
            [
                (str(number), source_words(source))
                for number, source in enumerate(check.sources, start=1)
            ],
        )


def _withdrawn(store: CheckStore) -> frozenset[str]:
    """Return the checks whose approval does not hold any more."""
    candidates = store.changed_since_approval()
    if not candidates:
        return frozenset()
    from workbench.house.house import house_folder, load_house
    from workbench.publish.standing import withdrawn

    house = load_house(house_folder(os.environ))
    return frozenset(
        check_id
        for check_id in candidates
        if withdrawn(store.load(check_id), house, store.exports(check_id))
    )


def _summary_object(check: CheckSummary, lapsed: frozenset[str]) -> dict[str, Any]:
    return {
        "id": check.id,
        "slug": check.slug,
        "title": check.title,
        "state": check.state.value,
        "approval_withdrawn": check.id in lapsed,
        "author": check.author,
        "changed": f"{check.changed:%Y-%m-%dT%H:%M:%SZ}",
        "claims": check.claim_count,
        "sources": check.source_count,
        "rating": {
            "scale": check.rating_scale,
            "label": check.rating_label,
            "wording": check.rating_wording,
        },
    }


def _summary_cells(check: CheckSummary, lapsed: frozenset[str]) -> tuple[str, ...]:
    from workbench.publish.wording import STATE_WORDS

    return (
        check.slug,
        check.title,
        STATE_WORDS[check.state] + (", approval withdrawn" if check.id in lapsed else ""),
        str(check.claim_count),
        str(check.source_count),
        f"{check.changed:%Y-%m-%d %H:%M}",
    )
