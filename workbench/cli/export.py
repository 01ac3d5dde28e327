"""The command for the finished check: every format that is wanted, into a folder."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import invocation, opened_store
from workbench.cli.terminal import remark, tell
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.publish.export import ExportFormat
    from workbench.store.check_store import CheckStore


def export(
    context: typer.Context,
    slug: Slug,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")
    ],
    formats: Annotated[
        str,
        typer.Option(
            "--formats",
            metavar="LIST",
            help="Of md, html, txt, docx, pdf, claimreview, origins, posts, with commas; or all.",
        ),
    ] = "md,html,claimreview,origins,posts",
    pictures: Annotated[
        bool,
        typer.Option(
            "--pictures", metavar="", help="Put the kept pictures into HTML page and PDF."
        ),
    ] = False,
) -> None:
    """Write the finished check and its posts into a folder.

    Prints the files. Those of an earlier export are replaced. With errors of the pre-flight open,
    every file says DRAFT. The export is noted, so that the command “changes” can tell what is
    different since.
    """
    from workbench.clock import new_id, now
    from workbench.house.house import house_folder, load_house
    from workbench.publish.export import export_cautions, export_files, write_export
    from workbench.publish.export_note import export_note

    printer = invocation(context).printer
    wanted = _formats(formats, can_print=printer is not None)
    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        whole = store.load_slug(slug)
        check = _through_the_gate(whole, house, store)
        kept = {image.sha256 for image in check.images if image.sha256} if pictures else set()
        shown = {sha256: store.original(sha256) for sha256 in sorted(kept)}
        for caution in export_cautions(check, house, wanted):
            remark(caution)
        files = export_files(check, house, wanted, shown, printer)
        for path in write_export(files, to):
            tell(str(path))
        note = export_note(check, house, files, wanted, note_id=new_id(), at=now())
        if store.can_write():
            store.record_export(whole, note)
        else:
            remark("This export is not noted, because the workspace can only be read.")


def _through_the_gate(check: Check, house: House, store: CheckStore) -> Check:
    """Return the check as it may go out, and say what the pre-flight has against it."""
    from workbench.cli.noticed import inspection_of
    from workbench.house.house import house_folder
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.publish.approval import approval_of
    from workbench.publish.gate import gate_words, passed
    from workbench.publish.proof import findings_in

    noticed = {source.id: inspection_of(source, store.original) for source in check.sources}
    folder = house_folder(os.environ)
    words, book = load_words(folder), load_rule_book(folder)
    approval = approval_of(check, house, store.exports(check.id))
    gate = passed(check, findings_in(check, house, noticed, words, book), approval)
    for sentence in gate_words(gate):
        remark(sentence)
    if gate.errors or gate.warnings:
        remark("See the command “preflight”.")
    if gate.approval is not None:
        remark("See the command “changes” with --approved.")
    return gate.check


def _formats(words: str, *, can_print: bool) -> tuple[ExportFormat, ...]:
    from workbench.publish.export import ExportFormat

    names = [word.strip().casefold() for word in words.split(",") if word.strip()]
    if names == ["all"]:
        return tuple(one for one in ExportFormat if can_print or one is not ExportFormat.PDF)
    known = ", ".join(ExportFormat)
    for name in names:
        if name not in set(ExportFormat):
            raise typer.BadParameter(f"There is no format {name}. Choose from {known}.")
    if ExportFormat.PDF in names and not can_print:
        raise UserError("A PDF is made in the window.", "Leave pdf out of --formats here.")
    if not names:
        raise typer.BadParameter(f"Name at least one format: {known}.")
    return tuple(ExportFormat(name) for name in names)
