"""The command for sources: bring files into the dossier of a check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import tell_proposals, with_all_taken
from workbench.cli.terminal import remark, tell
from workbench.cli.typed import anchor_date

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.intake.capture import Capture
    from workbench.rules.proposal import OpenProposal


def add(
    context: typer.Context,
    slug: Slug,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Saved pages, PDF, Word, OpenDocument, e-mail, texts; or folders of them.",
        ),
    ],
    take: Annotated[
        bool, typer.Option("--take", metavar="", help="Take what each states of itself.")
    ] = False,
    anchor: Annotated[
        str,
        typer.Option(metavar="DATE", help="The date that their relative dates are told by."),
    ] = "",
) -> None:
    """Bring files, or folders of them, into a check as sources.

    All files that are named are taken in, or none if one is refused; of a folder, all that can be
    read. A file that is there already is left out.
    Without --take, what a source states of itself is proposed and not taken.
    """
    from workbench.clock import now

    day = anchor_date(anchor)
    with opened_store(context) as store:
        old = store.load_slug(slug)
        new = old
        for capture in _captures(files):
            if _is_in(new, capture):
                remark(f"{capture.name_hint} is in this check already.")
                continue
            for data, media_type in capture.originals():
                store.add_original(data, media_type)
            new = _with_capture(new, capture, day)
        taken: list[OpenProposal] = []
        left: list[OpenProposal] = []
        for source in new.sources[len(old.sources) :] if take else ():
            new, *found = with_all_taken(new, source, store.original)
            taken += found[0]
            left += found[1]
        if new is not old:
            store.save(old, replace(new, changed=now()))
    for source in new.sources[len(old.sources) :]:
        tell(f"Source {new.sources.index(source) + 1}: {len(source.version.text):,} characters.")
    tell_proposals(new, taken, "taken")
    tell_proposals(new, left, "left")


def _captures(paths: list[Path]) -> list[Capture]:
    """Return what is in some files; what a folder has that cannot be read is told and left."""
    from workbench.core.error import UserError
    from workbench.intake.capture import capture_file
    from workbench.intake.folder import MOST_FILES, files_in

    captures: list[Capture] = []
    refused = 0
    for path in paths:
        if not path.is_dir():
            captures.append(capture_file(path))
            continue
        listing = files_in(path)
        for file in listing.files:
            try:
                captures.append(capture_file(file))
            except UserError as error:
                refused += 1
                remark(error.message)
        if listing.beyond:
            remark(f"{listing.beyond} more were left: {MOST_FILES} are taken at once.")
    if not captures:
        raise UserError(
            "Nothing in there can be brought in." if refused else "There are no files in there.",
            "Name another folder, or the files themselves.",
        )
    return captures


def _is_in(check: Check, capture: Capture) -> bool:
    return any(
        version.sha256 == capture.sha256 for source in check.sources for version in source.versions
    )


def _with_capture(check: Check, capture: Capture, anchor: DateValue) -> Check:
    from workbench.clock import new_id, now
    from workbench.core.change import with_source
    from workbench.intake.capture import source_from

    if capture.note:
        remark(f"{capture.name_hint}: {capture.note}")
    source = source_from(capture, source_id=new_id(), version_id=new_id(), captured=now())
    return with_source(check, replace(source, anchor=anchor))
