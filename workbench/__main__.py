"""Start the program: the window without arguments, a command with them.

The only module that knows both the window and the command line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> int:
    """Run what this process was called with; return its exit code."""
    arguments = sys.argv[1:]
    if getattr(sys, "frozen", False) and arguments[:1] == ["-m"]:
        return _run_module("".join(arguments[1:2]))
    if arguments and not _only_workspace(arguments):
        return _run_command(arguments)
    # The window does not wait for the parser of the command line, which takes as long as Qt.
    option = Path(arguments[-1].removeprefix("--workspace=")) if arguments else None
    from workbench.core.error import UserError
    from workbench.store.location import workspace_path

    try:
        return _open_window(workspace_path(option, os.environ))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1


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

        return run(arguments, open_window=_open_window, run_tour=_run_tour)
    except KeyboardInterrupt:
        return 130  # as shells count an interrupted program


def _open_window(workspace: Path) -> int:
    import gc

    gc.disable()  # nothing is thrown away while a window is made; it collects again once it stands
    from workbench.ui.app import run

    return run(workspace)


def _run_tour(folder: Path) -> int:
    from workbench.ui.tour import run_tour

    return run_tour(folder)


if __name__ == "__main__":
    sys.exit(main())
