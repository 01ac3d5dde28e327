"""Write the manual page workbench(1) from the command line itself, so that it is never behind it.

Start it with a Python that has the packages of run.lock: `python packaging/manual.py [FILE]`.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).resolve().parent.parent
for folder in (str(CHECKOUT), str(CHECKOUT / "packaging")):
    if folder not in sys.path:
        sys.path.insert(0, folder)

DESCRIPTION = """\
A desktop program for fact-checkers: read a source beside the claims it makes, work out what is
confirmed, by whom, and what is not, and export the finished check as Markdown with a ready post for
each network. Everything is in one local file; nothing is fetched and nothing is sent.

Without a command, the window opens. With a workspace or a case file it opens on that: a workspace
takes the place of the one that is usual, a case file is brought into the workspace.
"""
ENVIRONMENT = (
    ("WORKBENCH_FILE", "The workspace, where --workspace does not name one."),
    ("WORKBENCH_HOUSE", "A folder with what a newsroom has changed: scales, templates, limits."),
    ("WORKBENCH_LANGUAGE", "The language of the window, such as en or de."),
    ("WORKBENCH_SETTINGS", "An ini file to keep the settings of the window in."),
)
FILES = (
    ("~/.local/share/factcheck-workbench/checks.workbench", "The workspace, an SQLite file."),
    ("~/.local/share/factcheck-workbench/checks-backups/", "Verified copies of it, by age."),
    ("~/.config/factcheck-workbench/", "The settings of the window."),
    ("~/.local/state/factcheck-workbench/log/", "The log, without a word of any article."),
)
EXIT_STATUS = (
    ("0", "Done."),
    ("1", "Something that you can mend, said in one sentence on the standard error."),
    ("2", "The command line itself was not understood."),
)


def main(arguments: list[str]) -> None:
    """Write the page to a file, or to the standard output."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="where to (the standard output)")
    options = parser.parse_args(arguments)
    if options.file is not None:
        options.file.write_text(manual_page(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(manual_page())


def manual_page() -> str:
    """Return the page in the man macros of groff."""
    import typer
    from dev_version import source_date

    from workbench import __version__
    from workbench.cli.app import command_line

    program: Any = typer.main.get_command(command_line())
    date = datetime.fromtimestamp(source_date(), UTC).date().isoformat()
    lines = [
        f'.TH WORKBENCH 1 {date} "Fact-check workbench {__version__}" "User Commands"',
        ".SH NAME",
        _escaped("workbench - read sources beside the claims they make, and export the check"),
        ".SH SYNOPSIS",
        ".B workbench",
        _escaped("[FILE.workbench | FILE.factcheck]"),
        ".br",
        ".B workbench",
        _escaped("[--workspace FILE] COMMAND [ARGUMENTS]"),
        ".SH DESCRIPTION",
        *_paragraphs(DESCRIPTION),
        ".SH OPTIONS",
        *_parameters(program),
        ".SH COMMANDS",
    ]
    for name, command in program.commands.items():
        lines += [f'.SS "{_escaped(_usage(name, command))}"', *_paragraphs(command.help or "")]
        lines += _parameters(command)
    for heading, entries in (
        ("EXIT STATUS", EXIT_STATUS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
    ):
        lines += [f'.SH "{heading}"', *_entries(entries)]
    return "\n".join(lines) + "\n"


def _usage(name: str, command: Any) -> str:  # noqa: ANN401 - typer has no types for these
    words = [name]
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            shown = str(parameter.metavar or parameter.name).upper()
            words.append(shown if parameter.required else f"[{shown}]")
    return " ".join(words)


def _parameters(command: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the options and those arguments that have words of their own."""
    for parameter in command.params:
        told = getattr(parameter, "help", None) or ""
        if getattr(parameter, "hidden", False):
            continue
        if parameter.param_type_name == "argument":
            if told:
                yield from _entries(((str(parameter.metavar or parameter.name).upper(), told),))
            continue
        names = ", ".join([*parameter.opts, *parameter.secondary_opts])
        takes_value = not getattr(parameter, "is_flag", False)
        value = parameter.metavar or (str(parameter.name).upper() if takes_value else "")
        yield from _entries(((f"{names} {value}".strip(), told),))


def _entries(entries: Any) -> Iterator[str]:  # noqa: ANN401
    for name, told in entries:
        yield from (".TP", f".B {_escaped(name)}", _escaped(" ".join(told.split())) or ".br")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield from (".PP", _escaped(" ".join(paragraph.replace("\b", "").split())))


def _escaped(text: str) -> str:
    """Return words as roff takes them literally: hyphens to copy, no macro at a line's start."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    text = text.replace("’", "\\(cq").replace("“", "\\(lq").replace("”", "\\(rq")
    text = text.replace("…", "...").replace("→", "to")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    main(sys.argv[1:])
