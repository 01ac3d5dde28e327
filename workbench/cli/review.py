"""The command for the editor's copy: a check with what each sentence rests on."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import inspection_of
from workbench.cli.terminal import remark, tell, tell_json

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.house.house import House
    from workbench.publish.editors_copy import EditorsCopy
    from workbench.publish.export import ExportFile
    from workbench.store.check_store import CheckStore


def review(
    context: typer.Context,
    slug: Slug,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")
    ],
    formats: Annotated[
        str, typer.Option("--formats", metavar="LIST", help="Of html, docx, with commas.")
    ] = "html,docx",
    reader: Annotated[
        str,
        typer.Option("--for", metavar="NAME", help="Who gets it; their next one tells changes."),
    ] = "",
    has_comments: Annotated[
        bool, typer.Option("--comments/--no-comments", help="Open comments go along, or not.")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Write the editor's copy of a check into a folder.

    Every sentence has the passage it rests on in a note, with outlet, date, who says it and the
    number of origins; those without a source say so, and what the pre-flight found is listed.
    Prints the files. It is for review: the list of exports does not know it. A copy for somebody
    by name is noted, and the next one for them opens with what changed since.
    """
    from workbench.core.returned import CopyKind
    from workbench.house.house import house_folder, load_house
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.editors_copy import editors_copy
    from workbench.publish.editors_file import editors_files
    from workbench.publish.editors_since import since_last
    from workbench.publish.editors_wording import coverage_words, found_words
    from workbench.publish.export import write_export
    from workbench.publish.proof import findings_in

    wanted = _formats(formats)
    folder = house_folder(os.environ)
    house, words, book = load_house(folder), load_words(folder), load_rule_book(folder)
    with opened_store(context) as store:
        check = store.load_slug(slug)
        identity = store.identity(check, CopyKind.EDITOR)
        noticed = {source.id: inspection_of(source, store.original) for source in check.sources}
        found = findings_in(check, house, noticed, words, book)
        records = store.exports(check.id) if reader.strip() else ()
        since = since_last(check, house, records, reader) if reader.strip() else None
        copy = editors_copy(check, house, found, since, has_comments=has_comments)
        files = editors_files(copy, house, wanted, identity)
        paths = write_export(files, to)
        if since is not None:
            _note(store, check, house, files, since.reader)
    if as_json:
        tell_json(_as_object(copy, paths))
        return
    for path in paths:
        tell(str(path))
    remark(f"{coverage_words(copy.coverage)}. {found_words(copy.findings)}.")


def _note(
    store: CheckStore, check: Check, house: House, files: tuple[ExportFile, ...], reader: str
) -> None:
    """Note whom a copy was made for, where the workspace can be written."""
    from workbench.clock import new_id, now
    from workbench.publish.export_note import copy_note

    if not store.can_write():
        remark("This copy is not noted, because the workspace can only be read.")
        return
    store.record_export(check, copy_note(check, house, files, reader, note_id=new_id(), at=now()))


def _formats(words: str) -> tuple[str, ...]:
    from workbench.publish.editors_file import FORMATS

    names = {word.strip().casefold() for word in words.split(",") if word.strip()}
    unknown = sorted(names - set(FORMATS))
    if unknown:
        raise typer.BadParameter(
            f"There is no format {unknown[0]}. Choose from {', '.join(FORMATS)}."
        )
    if not names:
        raise typer.BadParameter(f"Name at least one format: {', '.join(FORMATS)}.")
    return tuple(name for name in FORMATS if name in names)


def _as_object(copy: EditorsCopy, paths: tuple[Path, ...]) -> dict[str, object]:
    return {
        "files": [str(path) for path in paths],
        "for": copy.since.reader if copy.since is not None else "",
        "changed": [
            {"place": one.place, "was": one.was, "now": one.now}
            for one in (copy.since.changes if copy.since is not None else ())
        ],
        "sentences": copy.coverage.total,
        "sourced": copy.coverage.sourced,
        "open": [
            {"part": one.part.key, "start": one.start, "end": one.end, "text": one.words}
            for one in copy.open_sentences
        ],
        "comments": len(copy.comments),
        "findings": [_finding_object(one) for one in copy.findings],
    }


def _finding_object(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "part": finding.place.part,
        "text": finding.text,
        "message": finding.message,
    }
