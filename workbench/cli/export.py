"""The command for the finished check: its Markdown and its posts, into a folder."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import tell


def export(
    context: typer.Context,
    slug: Slug,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")
    ],
) -> None:
    """Write the finished check and its posts into a folder.

    Prints the files. Those of an earlier export are replaced.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.export import export_files, write_export

    with opened_store(context) as store:
        check = store.load_slug(slug)
    for path in write_export(export_files(check, load_house(house_folder(os.environ))), to):
        tell(str(path))
