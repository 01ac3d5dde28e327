"""The command that shows the whole job on the sample check, for a machine without a display."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.invocation import invocation


def tour(
    context: typer.Context,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="Where the files and pictures go.")
    ] = Path("workbench-tour"),
) -> None:
    """Do the whole job on the sample check, offscreen.

    Prints where the Markdown, the posts and the screenshots are.
    """
    raise typer.Exit(invocation(context).run_tour(to.absolute()))
