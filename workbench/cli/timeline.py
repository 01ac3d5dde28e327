"""The command that tells what happened in which order, look-alikes and conflicts of a check."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 - typer reads the annotations

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import inspection_of
from workbench.cli.terminal import tell, tell_json, tell_table

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Action
    from workbench.core.date import DateValue
    from workbench.reading.inspection import Inspection
    from workbench.rules.account import Telling
    from workbench.rules.conflict import Conflict
    from workbench.rules.happening import Happening
    from workbench.rules.look_alike import LookAlike
    from workbench.rules.timeline import Entry, Publication
    from workbench.store.check_store import CheckStore


def timeline(context: typer.Context, slug: Slug, as_json: AsJson = False) -> None:
    """Tell what happened when, look-alikes and conflicts.

    With --json: entries [{kind: event or publication, when {value, until, precision, basis,
    inferred_from, wording, zone}; an event: actor, action, recipient, state (taken, claimed,
    noticed), event_ids, claims (numbers), sources, passages; a publication: source, name,
    update}], look_alikes [{claim, wording, differs (direction, date, actor, recipient), actor,
    action, recipient, when, tied_as, dismissed, settled, own, passages}], conflicts [{about
    (direction, date, duration), sides [{says, passages}]}], unread (sources that say nothing
    because they are not in English). A passage is {source (its number), name, text, start, end},
    in code points of the source's text; sources and claims are counted from 1.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.rules.conflict import conflicts
    from workbench.rules.look_alike import look_alikes
    from workbench.rules.timeline import timeline_of

    families = load_house(house_folder(os.environ)).deeds
    with opened_store(context) as store:
        check = store.load_slug(slug)
        inspections = _inspections(check, store)
    entries = timeline_of(check, inspections, families)
    found = tuple(
        one for claim in check.claims for one in look_alikes(check, claim, inspections, families)
    )
    disputed = conflicts(check, inspections, families)
    if as_json:
        unread = [
            number
            for number, source in enumerate(check.sources, start=1)
            if not inspections[source.id].is_english
        ]
        tell_json(
            {
                "entries": [_entry_object(check, entry) for entry in entries],
                "look_alikes": [_look_alike_object(check, one) for one in found],
                "conflicts": [_conflict_object(check, one) for one in disputed],
                "unread": unread,
            }
        )
    else:
        _tell(check, entries, found, disputed)


def _inspections(check: Check, store: CheckStore) -> dict[str, Inspection]:
    """Return what is noticed in each source of a check, by its id."""
    return {source.id: inspection_of(source, store.original) for source in check.sources}


def _entry_object(check: Check, entry: Entry) -> dict[str, Any]:
    from workbench.rules.timeline import Publication

    if isinstance(entry, Publication):
        return _publication_object(check, entry)
    from workbench.rules.account import AccountKind

    return {
        "kind": "event",
        "when": _when_object(entry.when),
        **_parties(entry.what),
        "state": _state(entry),
        "event_ids": list(entry.refs(AccountKind.EVENT)),
        "claims": [check.claim_number(ref) for ref in entry.refs(AccountKind.CLAIM)],
        "sources": [_number(check, ref) for ref in entry.source_ids],
        "passages": [_passage_object(check, telling) for telling in entry.tellings],
    }


def _publication_object(check: Check, entry: Publication) -> dict[str, Any]:
    return {
        "kind": "publication",
        "when": _when_object(entry.when),
        "source": _number(check, entry.source_id) if entry.source_id else None,
        "name": _name(check, entry.source_id) if entry.source_id else entry.name,
        "update": entry.is_update,
    }


def _look_alike_object(check: Check, one: LookAlike) -> dict[str, Any]:
    return {
        "claim": check.claim_number(one.claim_id),
        "wording": check.claim(one.claim_id).wording,
        "differs": [difference.value for difference in one.differs],
        **_parties(one.event.what),
        "when": _when_object(one.event.when),
        "tied_as": one.stance.value if one.stance else None,
        "dismissed": one.is_dismissed,
        "settled": one.is_settled,
        "own": [_passage_object(check, telling) for telling in one.own],
        "passages": [_passage_object(check, telling) for telling in one.tellings],
    }


def _conflict_object(check: Check, one: Conflict) -> dict[str, Any]:
    sides = [
        {
            "says": side.words,
            "passages": [_passage_object(check, telling) for telling in side.tellings],
        }
        for side in one.sides
    ]
    return {"about": one.about.value, "sides": sides}


def _parties(what: Action) -> dict[str, str]:
    return {"actor": what.actor, "action": what.action, "recipient": what.recipient}


def _when_object(when: DateValue) -> dict[str, str | None]:
    return {
        "value": when.value or None,
        "until": when.until or None,
        "precision": when.precision.value if when.precision else None,
        "basis": when.basis.value,
        "inferred_from": when.inferred_from or None,
        "wording": when.wording or None,
        "zone": when.zone or None,
    }


def _passage_object(check: Check, telling: Telling) -> dict[str, Any]:
    return {
        "source": _number(check, telling.source_id),
        "name": _name(check, telling.source_id),
        "text": telling.text,
        "start": telling.start,
        "end": telling.end,
    }


def _state(event: Happening) -> str:
    from workbench.rules.account import AccountKind

    if event.refs(AccountKind.EVENT):
        return "taken"
    return "noticed" if event.is_noticed else "claimed"


def _number(check: Check, source_id: str) -> int:
    return check.sources.index(check.source(source_id)) + 1


def _name(check: Check, source_id: str) -> str:
    from workbench.publish.wording import source_name

    return source_name(check.source(source_id), _number(check, source_id))


def _tell(
    check: Check,
    entries: tuple[Entry, ...],
    found: tuple[LookAlike, ...],
    disputed: tuple[Conflict, ...],
) -> None:
    from workbench.publish.event_wording import (
        MATTER_WORDS,
        dated_event_words,
        differs_words,
        names_of,
        side_words,
    )

    if entries:
        tell_table(("When", "Basis", "What", "Told by"), [_cells(check, one) for one in entries])
    for one in found:
        number = check.claim_number(one.claim_id)
        sources = names_of(check, dict.fromkeys(t.source_id for t in one.tellings))
        what = dated_event_words(one.event.what, one.event.when)
        state = " (settled)" if one.is_settled else ""
        tell(f"Claim {number} looks like another event{state}: {what}, {sources}.")
        tell(f"  {differs_words(one)}")
    for one_dispute in disputed:
        sides = "; ".join(side_words(check, side) for side in one_dispute.sides)
        tell(f"Sources disagree about {MATTER_WORDS[one_dispute.about]}: {sides}.")


def _cells(check: Check, entry: Entry) -> tuple[str, str, str, str]:
    from workbench.publish.event_wording import arrow_words, basis_words, moment_words, names_of
    from workbench.rules.timeline import Publication

    when = (moment_words(entry.when), basis_words(entry.when))
    if isinstance(entry, Publication):
        name = _name(check, entry.source_id) if entry.source_id else f"{entry.name}, not in hand"
        return (*when, "published" if not entry.is_update else "last changed", name)
    state = _state(entry)
    marks = "" if state == "taken" else f" ({state})"
    return (*when, f"{arrow_words(entry.what)}{marks}", names_of(check, entry.source_ids))
