"""The command line: its commands, what they share, and how they end.

Exit codes: 0 done; 1 something that the person can mend, in one sentence on the standard error;
2 the command line itself was not understood. Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

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
    from collections.abc import Callable, Iterable, Sequence

    from workbench.publish.export import Printer

_HELP = frozenset({"-h", "--help"})
COMMANDS: dict[str, Callable[..., None]] = {
    "new": check.new,
    "add": source.add,
    "source": metadata.source,
    "claim": claim.claim,
    "contact": contact.contact,
    "comments": comment.comments,
    "renew": renewal.renew,
    "list": check.list_checks,
    "show": check.show,
    "state": publication.state,
    "signoff": sign_off.signoff,
    "vote": vote.vote,
    "precedents": vote.precedents,
    "watch": watch.watch,
    "export": export.export,
    "exports": changes.exports,
    "changes": changes.changes,
    "history": history.history,
    "bin": waste_bin.bin_command,
    "correct": publication.correct,
    "pack": case.pack,
    "unpack": case.unpack,
    "merge": merge.merge,
    "exchange": exchange.exchange,
    "count": post.count,
    "thread": post.thread,
    "posts": posts.posts,
    "inspect": inspect.inspect,
    "origins": origins.origins,
    "verify": workspace.verify,
    "backup": workspace.backup,
    "restore": workspace.restore,
    "compact": workspace.compact,
    "timeline": timeline.timeline,
    "preflight": preflight.preflight,
    "review": review.review,
    "take": take.take,
    "suggestions": suggestions.suggestions,
    "tour": tour.tour,
}
"""Every command by name, in the order of the help."""


def _tell_version(wanted: bool) -> None:
    if wanted:
        from workbench import __version__

        tell(f"workbench {__version__}")
        raise typer.Exit


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


def command_line(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the command line with some of its commands."""
    app = typer.Typer(
        name="workbench",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(workbench)
    for name in names:
        app.command(name)(COMMANDS[name])
    return app


@cache
def _parser(names: tuple[str, ...]) -> Any:  # noqa: ANN401 - click's, which typer carries inside
    return typer.main.get_command(command_line(names))


def _needed_for(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that some arguments can call.

    Reading the options of all takes a fifth of a short command. All are there where somebody asks
    for help, or where none is called.
    """
    named = tuple(name for name in COMMANDS if name in arguments)
    return tuple(COMMANDS) if not named or _HELP.intersection(arguments) else named


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
        parser = _parser(_needed_for(arguments))
        parser.main(args=list(arguments), prog_name="workbench", obj=shared)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except UserError as error:
        remark(str(error))
        return 1
    return 0
