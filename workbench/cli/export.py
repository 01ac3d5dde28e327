"""The command for finished checks: every format that is wanted, into a folder for each."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.invocation import invocation, opened_store
from workbench.cli.terminal import remark, tell
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.publish.export import ExportFormat, Printer
    from workbench.store.check_store import CheckStore

_MOST = 1_000_000
_STOPPED = 130
"""Exit code of a command that was stopped by Ctrl+C, as shells have it."""


def export(
    context: typer.Context,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")
    ],
    slugs: Annotated[
        list[str] | None, typer.Argument(metavar="[SLUG]...", help="The short names of checks.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", metavar="", help="Export every check of the workspace.")
    ] = False,
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
    """Write finished checks and their posts into a folder.

    Prints the files. Those of an earlier export are replaced. With errors of the pre-flight open,
    every file says DRAFT. The export is noted, so that the command “changes” can tell what is
    different since. Of several checks, each goes into a folder of its own; one that cannot be
    exported does not hold up the others.
    """
    from workbench.house.house import house_folder, load_house

    if bool(slugs) == every:
        raise typer.BadParameter("Name the checks, or say --all.")
    printer = invocation(context).printer
    house = load_house(house_folder(os.environ))
    codes = _formats(formats, can_print=printer is not None)
    with opened_store(context) as store:

        def write(slug: str, folder: Path) -> None:
            _export_one(store, slug, folder, house, codes, printer, pictures=pictures)

        if slugs is not None and len(slugs) == 1:
            write(slugs[0], to)
            return
        named = slugs or [one.slug for one in store.checks("", _MOST)]
        export_several(write, tuple(dict.fromkeys(named)), to)


def export_several(write: Callable[[str, Path], None], slugs: tuple[str, ...], to: Path) -> None:
    """Export checks one after the other, each whole before the next.

    write: exports one check into a folder. Ctrl+C ends it with what is whole; a check that cannot
    be exported is told, and raises UserError once the others are.
    """
    failed, done = [], 0
    try:
        for number, slug in enumerate(slugs, start=1):
            remark(f"{number} of {len(slugs)}: {slug}")
            try:
                write(slug, to / slug)
                done += 1
            except UserError as error:
                failed.append(slug)
                remark(str(error))
    except KeyboardInterrupt:
        remark(f"Stopped. {done} of {len(slugs)} checks are exported, and whole.")
        raise typer.Exit(_STOPPED) from None
    if failed:
        raise UserError(
            f"{len(failed)} of {len(slugs)} checks could not be exported: {', '.join(failed)}.",
            "What stood in the way is told above. The others are written.",
        )


def _export_one(
    store: CheckStore,
    slug: str,
    to: Path,
    house: House,
    formats: tuple[ExportFormat, ...],
    printer: Printer | None,
    *,
    pictures: bool,
) -> None:
    """Export a check into a folder, note that, and print the files."""
    from workbench.clock import new_id, now
    from workbench.core.returned import CopyKind
    from workbench.publish.export import export_cautions, export_files, write_export
    from workbench.publish.export_note import export_note

    whole = store.load_slug(slug)
    check = _through_the_gate(whole, house, store)
    kept = {image.sha256 for image in check.images if image.sha256} if pictures else set()
    shown = {sha256: store.original(sha256) for sha256 in sorted(kept)}
    for caution in export_cautions(check, house, formats):
        remark(caution)
    identity = store.identity(whole, CopyKind.EXPORT)
    files = export_files(check, house, formats, shown, printer, identity)
    for path in write_export(files, to):
        tell(str(path))
    note = export_note(check, house, files, formats, note_id=new_id(), at=now())
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
