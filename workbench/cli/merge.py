"""The command that puts a check together with the version of it in a case file."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.case import binned, data_of
from workbench.cli.check import AsJson  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell, tell_json

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.merge_report import MergeReport
    from workbench.core.review import MergeConflict
    from workbench.house.house import House
    from workbench.publish.case import Case
    from workbench.store.check_store import CheckStore


def merge(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The case file to read.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Only tell what would come in.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Merge a check with the version of it in a case file.

    What either side changed since their common state is in the merged check. What both changed
    differently is a conflict: one value stands, the other is kept beside it, with who and when.
    Prints a line for each thing that changes here. A check that is not here comes in whole; a file
    that was tampered with is refused. Exit code 1 if there is a conflict to settle.

    With --json: check, outcome (new, up_to_date, forward, merged, unrelated), written, common_at,
    from, counts, lines, conflicts, remarks.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.case import unpack
    from workbench.publish.case_proof import approval_remarks
    from workbench.publish.packing_words import missing_sentence

    case = unpack(data_of(file))
    house = load_house(house_folder(os.environ))
    remarks = [*approval_remarks(case, house)]
    if words := missing_sentence(case.packing, len(case.left_out)):
        remarks.append(words)
    with opened_store(context, create=not dry_run) as store:
        check, report = _merged(store, case, write=not dry_run)
    if as_json:
        tell_json(_as_object(check, report, remarks, written=not dry_run))
    else:
        _tell(check, report, house, remarks, written=not dry_run)
    if report.conflicts:
        raise typer.Exit(1)


def _merged(store: CheckStore, case: Case, *, write: bool) -> tuple[Check, MergeReport]:
    """Return the check that stands, or would stand, and what came in."""
    from dataclasses import replace

    from workbench.core.merge_report import MergeOutcome, MergeReport
    from workbench.publish.case import media_types
    from workbench.rules.merge.history import merge_of

    check, types = case.check, media_types(case.check)
    where = store.where(check.id)
    if where == "binned":
        raise binned(check)
    if not where:
        slug = store.free_slug(check.slug)
        if write:
            slug = store.take_new(check, case.history, case.exports, case.originals, types)
        return replace(check, slug=slug), MergeReport(outcome=MergeOutcome.NEW)
    ours = store.load(check.id)
    merge = merge_of(ours, store.history.saved(ours.id), check, case.history)
    if not write:
        return merge.check, merge.report
    stands = store.take_merge(ours, merge, case.exports, case.originals, types)
    return stands, merge.report


def _tell(
    check: Check, report: MergeReport, house: House, remarks: list[str], *, written: bool
) -> None:
    from workbench.core.merge_report import MergeOutcome, MergeVerb
    from workbench.publish.merge_words import VERB_WORDS, counted_words, line_words, outcome_words

    for conflict in report.conflicts:
        _tell_conflict(check, conflict, house)
    for line in report.lines:
        if line.verb is not MergeVerb.CONFLICT:
            tell(f"{VERB_WORDS[line.verb]}: {line_words(line, check, house)}")
    for words in remarks:
        remark(words)
    if report.outcome is MergeOutcome.NEW:
        remark(f"{check.slug} is new here{'' if written else ', and would come in whole'}.")
        return
    remark(outcome_words(report))
    counted = counted_words(report)
    if counted:
        remark(f"{counted}.")
    if not written:
        remark("Nothing was written.")
    elif report.conflicts:
        remark("The conflicts wait in the window, where one value or the other is taken.")


def _tell_conflict(check: Check, conflict: MergeConflict, house: House) -> None:
    """Print both values of a conflict with who and when, the one that stands first."""
    from workbench.publish.conflict_place import place_words
    from workbench.publish.conflict_value import value_words

    tell(f"Conflict: {place_words(check, house, conflict.path)}")
    sides = (
        ("stands", conflict.kept, conflict.kept_who, conflict.kept_at),
        ("other", conflict.other, conflict.other_who, conflict.other_at),
    )
    for name, text, who, at in sides:
        value = value_words(check, house, conflict.path, text)
        tell(f"  {name}: {value} ({who or 'unknown'}, {_time(at)})")


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _as_object(
    check: Check, report: MergeReport, remarks: list[str], *, written: bool
) -> dict[str, Any]:
    from workbench.core.canonical import plain_value

    return {
        "check": check.slug,
        "id": check.id,
        "outcome": report.outcome.value,
        "written": written,
        "common_at": plain_value(report.common_at),
        "from": {"who": report.theirs_who, "at": plain_value(report.theirs_at)},
        "counts": {verb.value: count for verb, count in report.counts.items()},
        "lines": [
            {
                "verb": line.verb.value,
                "family": line.family,
                "path": line.path,
                "name": line.name,
                "field": line.field,
                "was": line.was,
                "now": line.now,
            }
            for line in report.lines
        ],
        "conflicts": [plain_value(conflict) for conflict in report.conflicts],
        "remarks": remarks,
    }
