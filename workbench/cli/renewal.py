"""A command that brings in a new text of a source and tells what became of its quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import numbered
from workbench.cli.terminal import remark, tell, tell_json, tell_table

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.renewal import OpenPassage, Renewal

_SHOWN = 90


def renew(
    context: typer.Context,
    slug: Slug,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Of the source, as “show” lists it.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new text of the source.")],
    as_json: AsJson = False,
) -> None:
    """Bring in a new text of a source and find its quotes again.

    Quotes that stand in it go over to it. The others keep their words, and are listed for review.
    """
    from workbench.clock import new_id, now
    from workbench.intake.capture import capture_file, source_from
    from workbench.rules.renewal import open_passages, renewed

    with opened_store(context) as store:
        old = store.load_slug(slug)
        source = numbered(old, number)
        capture = capture_file(file)
        if capture.note:
            remark(f"{capture.name_hint}: {capture.note}")
        version = source_from(
            capture, source_id=new_id(), version_id=new_id(), captured=now()
        ).version
        new, report = renewed(old, source.id, version)
        if report.is_new:
            for data, media_type in capture.originals():
                store.add_original(data, media_type)
            store.save(old, replace(new, changed=now()))
    waiting = [item for item in open_passages(new) if item.source.id == source.id]
    if as_json:
        tell_json(_object(new, number, report, waiting))
    else:
        _tell(new, report, waiting)


def _tell(check: Check, report: Renewal, waiting: list[OpenPassage]) -> None:
    from workbench.publish.renewal import fate_words, renewal_words
    from workbench.publish.version import open_words

    tell(renewal_words(report))
    if not waiting:
        return
    tell(f"{open_words(len(waiting))}; until then they keep the words of the older text.")
    rows = []
    for item in waiting:
        found = item.refound
        offered = [found.now] if found.now else [place.text for place in found.candidates]
        numbers = ", ".join(str(check.claim_number(ref)) for ref in item.claim_ids)
        rows.append(
            (
                fate_words(found),
                numbers,
                _cut(found.was),
                " | ".join(_cut(words) for words in offered) or "none",
            )
        )
    tell_table(("What became of it", "Claim", "Was", "Offered"), rows)


def _object(
    check: Check, number: int, report: Renewal, waiting: list[OpenPassage]
) -> dict[str, Any]:
    return {
        "source": number,
        "version": len(check.source(report.source_id).versions),
        "is_new": report.is_new,
        "kept": round(report.kept, 3),
        "quotes": [
            {
                "passage": passage_id,
                "state": found.state.value,
                "sentence_changed": found.sentence_changed,
                "needs_review": found.needs_review,
                "was": found.was,
                "now": found.now,
            }
            for passage_id, found in report.refound
        ],
        "review": [
            {
                "passage": item.passage.id,
                "state": item.refound.state.value,
                "claims": [check.claim_number(ref) for ref in item.claim_ids],
                "was": item.refound.was,
                "now": item.refound.now,
                "candidates": [
                    {"start": place.start, "end": place.end, "text": place.text}
                    for place in item.refound.candidates
                ],
            }
            for item in waiting
        ],
    }


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
