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
    from workbench.core.finding import Finding
    from workbench.publish.editors_copy import EditorsCopy


def review(
    context: typer.Context,
    slug: Slug,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")
    ],
    formats: Annotated[
        str, typer.Option("--formats", metavar="LIST", help="Of html, docx, with commas.")
    ] = "html,docx",
    as_json: AsJson = False,
) -> None:
    """Write the editor's copy of a check into a folder.

    Every sentence has the passage it rests on in a note, with outlet, date, who says it and the
    number of origins; those without a source say so, and what the pre-flight found is listed.
    Prints the files. It is for review: the list of exports does not know it.
    """
    from workbench.core.returned import CopyKind
    from workbench.house.house import house_folder, load_house
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.editors_copy import editors_copy
    from workbench.publish.editors_file import editors_files
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
    copy = editors_copy(check, house, findings_in(check, house, noticed, words, book))
    paths = write_export(editors_files(copy, house, wanted, identity), to)
    if as_json:
        tell_json(_as_object(copy, paths))
        return
    for path in paths:
        tell(str(path))
    remark(f"{coverage_words(copy.coverage)}. {found_words(copy.findings)}.")


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
        "sentences": copy.coverage.total,
        "sourced": copy.coverage.sourced,
        "open": [
            {"part": one.part.key, "start": one.start, "end": one.end, "text": one.words}
            for one in copy.open_sentences
        ],
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
