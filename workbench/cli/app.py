"""The command line: its commands, what they share, and how they end.

Exit codes: 0 done; 1 something that the person can mend, in one sentence on the standard error;
2 the command line itself was not understood. Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import bin as waste_bin
from workbench.cli import (
    case,
    changes,
    check,
    claim,
    comment,
    contact,
    exchange,
    export,
    history,
    inspect,
    merge,
    metadata,
    origins,
    post,
    posts,
    preflight,
    publication,
    renewal,
    review,
    sign_off,
    source,
    suggestions,
    take,
    timeline,
    tour,
    vote,
    watch,
    workspace,
)
from workbench.cli.invocation import Invocation, invocation
from workbench.cli.terminal import remark, tell
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.publish.export import Printer

app = typer.Typer(
    name="workbench",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new")(check.new)
app.command("add")(source.add)
app.command("source")(metadata.source)
app.command("claim")(claim.claim)
app.command("contact")(contact.contact)
app.command("comments")(comment.comments)
app.command("renew")(renewal.renew)
app.command("list")(check.list_checks)
app.command("show")(check.show)
app.command("state")(publication.state)
app.command("signoff")(sign_off.signoff)
app.command("vote")(vote.vote)
app.command("precedents")(vote.precedents)
app.command("watch")(watch.watch)
app.command("export")(export.export)
app.command("exports")(changes.exports)
app.command("changes")(changes.changes)
app.command("history")(history.history)
app.command("bin")(waste_bin.bin_command)
app.command("correct")(publication.correct)
app.command("pack")(case.pack)
app.command("unpack")(case.unpack)
app.command("merge")(merge.merge)
app.command("exchange")(exchange.exchange)
app.command("count")(post.count)
app.command("thread")(post.thread)
app.command("posts")(posts.posts)
app.command("inspect")(inspect.inspect)
app.command("origins")(origins.origins)
app.command("verify")(workspace.verify)
app.command("backup")(workspace.backup)
app.command("restore")(workspace.restore)
app.command("compact")(workspace.compact)
app.command("timeline")(timeline.timeline)
app.command("preflight")(preflight.preflight)
app.command("review")(review.review)
app.command("take")(take.take)
app.command("suggestions")(suggestions.suggestions)
app.command("tour")(tour.tour)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from workbench import __version__

        tell(f"workbench {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def workbench(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace",
            metavar="FILE",
            help="The workspace; else WORKBENCH_FILE, else the data folder of this computer.",
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="CODE",
            help="The language of the window, such as en or de; else WORKBENCH_LANGUAGE.",
        ),
    ] = "",
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            metavar="",
            is_eager=True,
            callback=_tell_version,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Read sources beside the claims they make, and export the finished check.

    Without a command, the window opens.
    """
    del version  # has been told by its callback
    shared = invocation(context)
    shared.option = workspace
    if language:
        os.environ["WORKBENCH_LANGUAGE"] = language
    if context.invoked_subcommand is None:
        raise typer.Exit(shared.open_window(shared.workspace))


def run(
    arguments: Sequence[str],
    *,
    open_window: Callable[[Path], int],
    run_tour: Callable[[Path], int],
    printer: Printer | None = None,
) -> int:
    """Run a command line, without the program's name; return the exit code.

    The two ways to the window and the printer are given, because nothing here knows Qt.
    """
    shared = Invocation(open_window=open_window, run_tour=run_tour, printer=printer)
    try:
        typer.main.get_command(app).main(args=list(arguments), prog_name="workbench", obj=shared)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except UserError as error:
        remark(str(error))
        return 1
    return 0
