"""The command that tells who did the reporting behind the claims of a check."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import tell, tell_json, tell_table

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.core.source import Source
    from workbench.rules.origin import Origin, Origins
    from workbench.rules.syndication import SameText


def origins(
    context: typer.Context,
    slug: Slug,
    picture: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Write a picture of the chain as well."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell who did the reporting, and what is to get.

    With --json: known, in_hand, missing (names) of the whole check; claims [{claim (its number),
    wording, status, known, in_hand, missing, circular, origins [{name, in_hand, via, inferred,
    sources (numbers)}], against (the same for what contradicts it), look_alikes [{differs, actor,
    action, recipient, when, sources}]}]; sources [{source, name, hops [{name, in_hand, source,
    kind, basis}], same_text_as (a number or null)}]; same_texts [{source, original, share, told,
    basis, agency}], which are proposals. Claims and sources are counted from 1.
    """
    from workbench.rules.origin import origins_of_check
    from workbench.rules.syndication import same_texts

    with opened_store(context) as store:
        check = store.load_slug(slug)
        alike = _look_alikes(check, store.original)
    whole, same = origins_of_check(check), same_texts(check)
    if picture is not None:
        _write_picture(check, picture)
    if as_json:
        tell_json(
            {
                **_counts(whole),
                "claims": [_claim_object(check, claim, alike) for claim in check.claims],
                "sources": [_source_object(check, source) for source in check.sources],
                "same_texts": [_same_object(check, one) for one in same],
            }
        )
    else:
        _tell(check, whole, same, alike)
    if picture is not None and not as_json:
        tell(str(picture))


def _look_alikes(check: Check, original: Any) -> dict[str, list[dict[str, Any]]]:  # noqa: ANN401
    """Return the look-alikes of each claim by its id, without those that are settled."""
    import os

    from workbench.cli.noticed import inspection_of
    from workbench.house.house import house_folder, load_house
    from workbench.rules.look_alike import look_alikes

    families = load_house(house_folder(os.environ)).deeds
    inspections = {source.id: inspection_of(source, original) for source in check.sources}
    numbers = _numbers(check)
    return {
        claim.id: [
            {
                "differs": [part.value for part in one.differs],
                "actor": one.event.what.actor,
                "action": one.event.what.action,
                "recipient": one.event.what.recipient,
                "when": one.event.when.value or None,
                "sources": sorted({numbers[told.source_id] for told in one.tellings}),
            }
            for one in look_alikes(check, claim, inspections, families)
            if not one.is_settled
        ]
        for claim in check.claims
    }


def _numbers(check: Check) -> dict[str, int]:
    return {source.id: number for number, source in enumerate(check.sources, start=1)}


def _counts(found: Origins) -> dict[str, Any]:
    return {
        "known": found.known_count,
        "in_hand": found.in_hand_count,
        "missing": list(found.missing),
    }


def _claim_object(
    check: Check, claim: Claim, alike: dict[str, list[dict[str, Any]]]
) -> dict[str, Any]:
    from workbench.core.claim import Stance
    from workbench.rules.origin import origins_of

    found, against = origins_of(check, claim), origins_of(check, claim, Stance.CONTRADICTS)
    return {
        "claim": check.claim_number(claim.id),
        "wording": claim.wording,
        "status": claim.status.value,
        **_counts(found),
        "circular": list(found.circular),
        "origins": [_origin_object(check, origin) for origin in found.known],
        "against": {
            **_counts(against),
            "origins": [_origin_object(check, origin) for origin in against.known],
        },
        "look_alikes": alike[claim.id],
    }


def _origin_object(check: Check, origin: Origin) -> dict[str, Any]:
    numbers = _numbers(check)
    return {
        "name": origin.name,
        "in_hand": origin.in_hand,
        "via": list(origin.via),
        "inferred": origin.inferred,
        "sources": [numbers[source_id] for source_id in origin.source_ids],
    }


def _source_object(check: Check, source: Source) -> dict[str, Any]:
    from workbench.rules.chain import name_of

    numbers = _numbers(check)
    return {
        "source": numbers[source.id],
        "name": name_of(source),
        "hops": [
            {
                "name": hop.name or name_of(check.source(hop.source_id)),
                "in_hand": hop.in_hand,
                "source": numbers.get(hop.source_id),
                "kind": hop.kind.value,
                "basis": hop.basis,
            }
            for hop in source.relies_on
        ],
        "same_text_as": numbers.get(source.syndicated_from),
    }


def _same_object(check: Check, one: SameText) -> dict[str, Any]:
    numbers = _numbers(check)
    return {
        "source": numbers[one.source_id],
        "original": numbers[one.original_id],
        "share": round(one.share, 3),
        "told": one.is_told,
        "basis": one.basis,
        "agency": one.agency,
    }


def _tell(
    check: Check,
    whole: Origins,
    same: tuple[SameText, ...],
    alike: dict[str, list[dict[str, Any]]],
) -> None:
    from workbench.rules.chain import name_of
    from workbench.rules.name import listed
    from workbench.rules.origin import origins_of

    tell(f"Independent origins: known {whole.known_count}, in hand {whole.in_hand_count}.")
    if whole.missing:
        tell(f"To get: {listed(whole.missing)}.")
    rows = []
    for claim in check.claims:
        found = origins_of(check, claim)
        counts = f"known {found.known_count}, in hand {found.in_hand_count}"
        names = listed(tuple(origin.name for origin in found.known))
        rows.append((str(check.claim_number(claim.id)), claim.wording, counts, names))
    if rows:
        tell_table(("Claim", "Wording", "Origins", "Who"), rows)
    for claim in check.claims:
        for other in alike[claim.id]:
            what = " ".join(filter(None, (other["actor"], other["action"], other["recipient"])))
            where = listed(tuple(f"source {number}" for number in other["sources"]))
            tell(
                f"Claim {check.claim_number(claim.id)} looks like another event in "
                f"{where or 'the check'}: {what} (another {listed(tuple(other['differs']))})."
            )
    hops = [
        (str(number), name_of(source), hop.name or name_of(check.source(hop.source_id)),
         "in hand" if hop.in_hand else "not in hand", hop.basis or hop.kind.value)
        for number, source in enumerate(check.sources, start=1)
        for hop in source.relies_on
    ]  # fmt: skip
    if hops:
        tell_table(("Source", "Name", "Relies on", "", "Basis"), hops)
    numbers = _numbers(check)
    for one in same:
        reason = one.basis or "nothing tells which came first"
        tell(
            f"Source {numbers[one.source_id]} may be a copy of source "
            f"{numbers[one.original_id]}: {round(100 * one.share)} % of the shorter text, {reason}."
        )


def _write_picture(check: Check, path: Path) -> None:
    from workbench.publish.chain_picture import chain_picture
    from workbench.publish.export import ExportFile, write_export
    from workbench.rules.chain_graph import chain_graph

    svg = chain_picture(chain_graph(check), check.title)
    write_export((ExportFile(name=path.name, data=svg.encode()),), path.parent)
