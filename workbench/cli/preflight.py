"""The command for the pre-flight: what an attentive editor finds, before anything goes out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import inspection_of
from workbench.cli.terminal import remark, tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.finding import Finding
    from workbench.core.manuscript import Manuscript
    from workbench.house.house import House

_FILES = (".md", ".markdown", ".txt", ".text")
_SHOWN = 100


def preflight(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="SLUG|FILE", help="A check of the workspace, or a finished check: .md or .txt."
        ),
    ],
    sources: Annotated[
        Path | None,
        typer.Option("--sources", metavar="DIR", help="The sources of a finished check, as files."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find what an attentive editor would find.

    Exit code 1 if an error is among the findings. What was set aside in a check is left out.
    Places count code points: of the file, or of the part of a check.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.house.rule_book import load_rule_book
    from workbench.rules.preflight.dismissal import open_findings
    from workbench.rules.preflight.registry import preflight as findings_of

    house = load_house(house_folder(os.environ))
    path = Path(what)
    text = ""
    if path.suffix.lower() in _FILES or path.is_file():
        text, manuscript = _of_file(path, sources, house)
    else:
        if sources is not None:
            raise UserError(
                "--sources belongs to a finished check in a file.",
                "A check of the workspace has its sources with it.",
            )
        manuscript = _of_check(context, what, house)
    found = findings_of(manuscript, load_rule_book(house_folder(os.environ)))
    if manuscript.check is not None:
        found = open_findings(found, manuscript.check.dismissals)
    if as_json:
        tell_json([_as_object(one, manuscript) for one in found])
    else:
        _tell(found, manuscript, text)
    if any(one.severity.value == "error" for one in found):
        raise typer.Exit(1)


def _of_file(path: Path, folder: Path | None, house: House) -> tuple[str, Manuscript]:
    from workbench.house.house import house_folder
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.intake.capture import capture_file
    from workbench.intake.finished_check import LONGEST, manuscript_from
    from workbench.intake.source_folder import sources_in
    from workbench.publish.manuscript import with_lengths

    capture = capture_file(path)
    if len(capture.text) > LONGEST:
        remark(f"Only the first {LONGEST:,} characters were looked at.")
    words = load_words(house_folder(os.environ))
    found = None
    if folder is not None:
        found, remarks = sources_in(folder, words, without=path)
        for sentence in remarks:
            remark(sentence)
    book = load_rule_book(house_folder(os.environ))
    manuscript = manuscript_from(capture.text, book, sources=found, words=words)
    return capture.text, with_lengths(manuscript, house.networks)


def _of_check(context: typer.Context, slug: str, house: House) -> Manuscript:
    from workbench.house.house import house_folder
    from workbench.house.words import load_words
    from workbench.publish.proof import proof_of

    with opened_store(context) as store:
        check = store.load_slug(slug)
        noticed = {source.id: inspection_of(source, store.original) for source in check.sources}
    return proof_of(check, house, noticed, load_words(house_folder(os.environ)))


def _starts(finding: Finding, manuscript: Manuscript) -> int:
    """Return what turns a place in a part into one in the file; 0 for a check."""
    for part in manuscript.parts:
        if part.key != finding.place.part or part.item_id != finding.place.item_id:
            continue
        if part.text[finding.place.start : finding.place.end] == finding.text:
            return part.start
    return 0


def _as_object(finding: Finding, manuscript: Manuscript) -> dict[str, Any]:
    start = _starts(finding, manuscript)
    place: dict[str, Any] = {
        "part": finding.place.part,
        "start": start + finding.place.start,
        "end": start + finding.place.end,
    }
    if finding.place.item_id:
        place["item"] = finding.place.item_id
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": place,
        "text": finding.text,
        "message": finding.message,
        "help": finding.help,
    }


def _tell(found: tuple[Finding, ...], manuscript: Manuscript, text: str) -> None:
    from workbench.core.finding import Severity

    if not found:
        tell("Nothing found.")
        return
    for severity in Severity:
        chosen = [one for one in found if one.severity is severity]
        if chosen:
            tell(f"{severity.value.capitalize()}s: {len(chosen)}")
        for one in chosen:
            tell(f"  {_place(one, manuscript, text)}: {one.message} [{one.rule}]")
            tell(f"      {one.help}")


def _place(finding: Finding, manuscript: Manuscript, text: str) -> str:
    part = finding.place.part.replace("_", " ")
    if not text:
        return _item(finding, manuscript) or part
    if not finding.place.end:
        return part
    line = text.count("\n", 0, _starts(finding, manuscript) + finding.place.start) + 1
    return f"line {line}, {part}"


def _item(finding: Finding, manuscript: Manuscript) -> str:
    check = manuscript.check
    if check is None or not finding.place.item_id:
        return ""
    if finding.place.part == "claim":
        return f"claim {check.claim_number(finding.place.item_id)}"
    is_post = finding.place.part == "post"
    return f"post for {finding.place.item_id}" if is_post else ""
