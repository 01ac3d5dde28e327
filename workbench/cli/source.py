"""The command for sources: bring files into the dossier of a check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.intake.capture import Capture


def add(
    context: typer.Context,
    slug: Slug,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Texts, Markdown or saved web pages.")
    ],
) -> None:
    """Bring files into a check as sources.

    All of them are taken in, or none if one is refused. A file that is there already is left out.
    """
    from workbench.clock import now
    from workbench.intake.capture import capture_file

    with opened_store(context) as store:
        old = store.load_slug(slug)
        new = old
        captures = [capture_file(file) for file in files]
        for capture in captures:
            if _is_in(new, capture):
                remark(f"{capture.name_hint} is in this check already.")
                continue
            store.add_original(capture.data, capture.media_type)
            new = _with_capture(new, capture)
        if new is not old:
            store.save(old, replace(new, changed=now()))
    for source in new.sources[len(old.sources) :]:
        tell(f"Source {new.sources.index(source) + 1}: {len(source.version.text):,} characters.")


def _is_in(check: Check, capture: Capture) -> bool:
    return any(
        version.sha256 == capture.sha256 for source in check.sources for version in source.versions
    )


def _with_capture(check: Check, capture: Capture) -> Check:
    from workbench.clock import new_id, now
    from workbench.core.change import with_source
    from workbench.intake.capture import source_from

    if capture.note:
        remark(f"{capture.name_hint}: {capture.note}")
    source = source_from(capture, source_id=new_id(), version_id=new_id(), captured=now())
    return with_source(check, source)
