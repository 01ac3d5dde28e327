"""Start the program: the window without arguments, a command with them.

The only module that knows both the window and the command line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.house.house import House


def main() -> int:
    """Run what this process was called with; return its exit code."""
    arguments = sys.argv[1:]
    if getattr(sys, "frozen", False) and arguments[:1] == ["-m"]:
        return _run_module("".join(arguments[1:2]))
    given = _given_file(arguments)
    if arguments and given is None and not _only_workspace(arguments):
        return _run_command(arguments)
    # The window does not wait for the parser of the command line, which takes as long as Qt.
    option = None
    if given is not None and _is_workspace(given):
        option, given = given, None
    elif given is None and arguments:
        option = Path(arguments[-1].removeprefix("--workspace="))
    from workbench.core.error import UserError
    from workbench.store.location import workspace_path

    try:
        return _open_window(workspace_path(option, os.environ), given)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _given_file(arguments: list[str]) -> Path | None:
    """Return the file that a double click hands over; None for everything else.

    A command is never taken for a file: one has an ending or stands in a folder, and is there.
    """
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return None
    path = Path(arguments[0])
    if (path.suffix or len(path.parts) > 1) and path.is_file():
        return path.absolute()
    return None


def _is_workspace(path: Path) -> bool:
    """Tell whether a file is to be opened as the workspace: by its name or its first bytes."""
    if path.suffix.lower() == ".workbench":
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(72).startswith(b"SQLite format 3\0")
    except OSError:
        return False


def _only_workspace(arguments: list[str]) -> bool:
    if len(arguments) == 1:
        return arguments[0].startswith("--workspace=") and arguments[0] != "--workspace="
    return len(arguments) == 2 and arguments[0] == "--workspace" and arguments[1] != ""


def _run_module(name: str) -> int:
    """Run a module of the program in a process of its own, as `python -m` does.

    A bundle has no Python to call: what the program starts beside itself is the program again.
    """
    if name != "workbench.intake.pdf_process":
        sys.stderr.write(f"{name} is no part of the workbench that runs alone.\n")
        return 2
    from workbench.intake import pdf_process

    return pdf_process.main()


def _run_command(arguments: list[str]) -> int:
    try:
        from workbench.cli.app import run

        return run(arguments, open_window=_open_window, run_tour=_run_tour, printer=_print_pdf)
    except KeyboardInterrupt:
        return 130  # as shells count an interrupted program
    except Exception as error:  # noqa: BLE001 - the end of the line: a sentence, and where it was
        return _tell_fault(error)


def _tell_fault(error: BaseException) -> int:
    """Say that the program made a mistake, without the words that it stumbled over."""
    from workbench.ui.plain_trace import plain_trace  # pure text, no window

    sys.stderr.write(
        "Something unexpected stopped this command. Nothing half-done was kept, and what was saved "
        f"before is safe. For those who mend the program:\n{plain_trace(error)}\n"
    )
    return 70  # EX_SOFTWARE of sysexits.h


def _open_window(workspace: Path, given: Path | None = None) -> int:
    import gc

    gc.disable()  # nothing is thrown away while a window is made; it collects again once it stands
    from workbench.ui.app import run

    return run(workspace, given)


def _run_tour(folder: Path) -> int:
    from workbench.ui.tour import run_tour

    return run_tour(folder)


def _print_pdf(check: Check, house: House, pictures: Mapping[str, bytes]) -> bytes:
    from workbench.ui.offscreen_print import print_offscreen

    return print_offscreen(check, house, pictures)


if __name__ == "__main__":
    sys.exit(main())
