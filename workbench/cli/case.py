"""Commands for case files: a whole check with its originals in one file, out and in again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell
from workbench.core.error import UserError


def pack(
    context: typer.Context,
    slug: Slug,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The case file to write.")],
) -> None:
    """Pack a check with its originals into a case file.

    Private notes are in it: a case file is for colleagues, not for readers. Private contacts are
    not, and neither are the notes to the others.
    """
    from workbench.publish.case import media_types
    from workbench.publish.case import pack as packed
    from workbench.publish.contact import without_private
    from workbench.publish.export import ExportFile, write_export

    with opened_store(context) as store:
        check = store.load_slug(slug)
        originals = {sha256: store.original(sha256) for sha256 in media_types(check)}
        data = packed(check, originals, store.exports(check.id))
    (path,) = write_export((ExportFile(name=to.name, data=data),), to.parent)
    left = without_private(check)[1]
    if left:
        stays = "private contact stays" if left == 1 else "private contacts stay"
        remark(f"{left} {stays} in this workspace.")
    tell(str(path))


def unpack(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The case file to read.")],
) -> None:
    """Take the check of a case file into the workspace.

    Prints its short name. A check that is here already is left as it is, and the file refused.
    """
    from workbench.publish.case import media_types
    from workbench.publish.case import unpack as unpacked

    case = unpacked(_data_of(file))
    check = case.check
    types = media_types(check)
    with opened_store(context, create=True) as store:
        slug = store.free_slug(check.slug)
        for sha256, data in case.originals.items():
            store.add_original(data, types.get(sha256, "application/octet-stream"))
        store.save(None, replace(check, slug=slug))
        store.take_exports(check.id, case.exports)
    if slug != check.slug:
        remark(f"Another check here is called {check.slug}, so this one is now {slug}.")
    tell(slug)


def _data_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            f"{file.name} cannot be read: {error.strerror or error}.",
            "Nothing was taken in. Look whether the file is there and may be read.",
        ) from error
