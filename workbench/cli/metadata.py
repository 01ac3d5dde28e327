"""The command that tells a source what it states, without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import numbered, tell_proposals, with_all_taken
from workbench.cli.terminal import tell
from workbench.cli.typed import anchor_date, code_of, date_of
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.source import Hop, Source
    from workbench.rules.proposal import OpenProposal

Words = Annotated[str | None, typer.Option(metavar="WORDS", help="As the source states it.")]
Day = Annotated[str | None, typer.Option(metavar="DATE", help="Such as 2026-07-02 or July 2026.")]


def source(
    context: typer.Context,
    slug: Slug,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Of the source, as “show” lists it.")
    ],
    outlet: Words = None,
    title: Words = None,
    byline: Words = None,
    published: Day = None,
    updated: Day = None,
    anchor: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The date that its relative dates are told by."),
    ] = None,
    dateline: Words = None,
    agency: Words = None,
    url: Words = None,
    archive_url: Words = None,
    language: Words = None,
    rights: Words = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Such as commentary or wire.")
    ] = None,
    relies_on: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A report that it cites; once for each."),
    ] = None,
    may_rely_on: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME:BASIS", help="A report inferred, such as from a caption."),
    ] = None,
    syndicated_from: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="The source whose text it repeats.")
    ] = None,
    flag: Annotated[
        list[str] | None, typer.Option(metavar="FLAG", help="Such as anonymous_only.")
    ] = None,
    take: Annotated[
        bool, typer.Option("--take", metavar="", help="Take what its text states of itself.")
    ] = False,
) -> None:
    """Tell a source what it states, or take it from its text.

    Empty words clear a field. Nothing that the source has is overwritten by --take.
    """
    from workbench.clock import now
    from workbench.core.change import with_source
    from workbench.core.source import Flag, SourceType

    texts = {
        "outlet": outlet, "title": title, "byline": byline, "dateline": dateline,
        "agency": agency, "url": url, "archive_url": archive_url, "language": language,
        "rights": rights,
    }  # fmt: skip
    dates = {"published": published, "updated": updated}
    with opened_store(context) as store:
        old = store.load_slug(slug)
        found = numbered(old, number)
        fields: dict[str, Any] = {
            name: words.strip() for name, words in texts.items() if words is not None
        }
        fields |= {name: date_of(typed) for name, typed in dates.items() if typed is not None}
        if anchor is not None:
            fields["anchor"] = anchor_date(anchor)
        if kind is not None:
            fields["type"] = code_of(kind, SourceType, "type")
        if syndicated_from is not None:
            fields["syndicated_from"] = _other(old, found, syndicated_from)
        if flag:
            fields["flags"] = found.flags | {code_of(name, Flag, "flag") for name in flag}
        new = with_source(old, replace(found, **fields))
        new = _with_hops(new, number, relies_on or (), may_rely_on or ())
        taken: tuple[OpenProposal, ...] = ()
        left: tuple[OpenProposal, ...] = ()
        if take:
            new, taken, left = with_all_taken(new, new.sources[number - 1], store.original)
        if new != old:
            store.save(old, replace(new, changed=now()))
    _tell(new, number)
    tell_proposals(new, taken, "taken")
    tell_proposals(new, left, "left")


def _with_hops(check: Check, number: int, stated: Iterable[str], inferred: Iterable[str]) -> Check:
    from workbench.core.change import with_source
    from workbench.rules.name import name_key

    for hop in [*_stated(check, number, stated), *_inferred(check, number, inferred)]:
        source = check.sources[number - 1]
        others = [one for one in source.relies_on if name_key(one.name) != name_key(hop.name)]
        check = with_source(check, replace(source, relies_on=(*others, hop)))
    return check


def _stated(check: Check, number: int, names: Iterable[str]) -> list[Hop]:
    from workbench.core.source import Hop
    from workbench.rules.proposed_hop import in_hand

    source = check.sources[number - 1]
    return [Hop(name=_name(name), source_id=in_hand(check, source, name)) for name in names]


def _inferred(check: Check, number: int, typed: Iterable[str]) -> list[Hop]:
    from workbench.core.source import Hop, HopKind
    from workbench.rules.proposed_hop import in_hand

    source = check.sources[number - 1]
    hops = []
    for words in typed:
        name, colon, basis = words.rpartition(":")
        if not (colon and name.strip() and basis.strip()):
            raise typer.BadParameter(
                f"“{words}” does not say what it is inferred from. "
                "Write it as “Coast Wire:image caption”."
            )
        hop = Hop(
            name=_name(name),
            source_id=in_hand(check, source, name),
            kind=HopKind.INFERRED,
            basis=basis.strip(),
        )
        hops.append(hop)
    return hops


def _name(typed: str) -> str:
    if not typed.strip():
        raise typer.BadParameter("A report that a source relies on has a name.")
    return " ".join(typed.split())


def _other(check: Check, source: Source, number: int) -> str:
    if not number:
        return ""
    other = numbered(check, number)
    if other.id == source.id:
        raise UserError(
            f"Source {number} cannot be a copy of itself.", "Name the source whose text it repeats."
        )
    return other.id


def _tell(check: Check, number: int) -> None:
    from workbench.publish.wording import FLAG_WORDS, date_words, source_words
    from workbench.rules.flag import flags_of

    source = check.sources[number - 1]
    tell(f"Source {number}: {source_words(source)}")
    flags = ", ".join(FLAG_WORDS[flag] for flag in flags_of(source))
    tell(f"Flags: {flags or 'none'}")
    if source.anchor.is_known:
        tell(f"Relative dates are told by: {date_words(source.anchor)}")
    for hop in source.relies_on:
        where = "in hand" if hop.in_hand else "not in hand"
        basis = f", inferred from {hop.basis}" if hop.basis else ""
        tell(f"Relies on {hop.name or check.source(hop.source_id).name}: {where}{basis}")
