"""How the program is called, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import __version__
from workbench.__main__ import main
from workbench.cli.app import command_line

COMMANDS = (
    "new",
    "add",
    "source",
    "claim",
    "contact",
    "comments",
    "renew",
    "list",
    "show",
    "state",
    "signoff",
    "vote",
    "precedents",
    "watch",
    "export",
    "exports",
    "changes",
    "history",
    "bin",
    "correct",
    "pack",
    "unpack",
    "merge",
    "exchange",
    "count",
    "thread",
    "posts",
    "inspect",
    "origins",
    "verify",
    "backup",
    "restore",
    "compact",
    "timeline",
    "preflight",
    "review",
    "take",
    "suggestions",
    "tour",
)
ROOT = Path(__file__).parents[2]
HEAVY = {"PySide6", "sqlmodel", "sqlalchemy", "pydantic", "alembic", "trafilatura", "markdown"}


def program(*arguments, environment=None, **options):
    """Run the program in a process of its own, as a shell does."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *(str(part) for part in arguments)],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
        **options,
    )


def imported(tmp_path, *arguments):
    """Return which heavy modules a command imports."""
    code = (
        "import sys\nfrom workbench.cli.app import run\n"
        "code = run(sys.argv[1:], open_window=None, run_tour=None)\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *(str(part) for part in arguments)],
        env={**os.environ, "WORKBENCH_FILE": str(tmp_path / "imported.workbench")},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split()) & HEAVY


def test_words_that_are_called_like_commands_are_words(workbench):
    assert workbench("new", "show").code == 0
    told = workbench("show", "show")
    assert (told.code, "show" in told.out) == (0, True)
    assert workbench("shwo", "show").code == 2


def test_every_command_is_here_and_has_help(workbench):
    listed = workbench("--help").out
    assert {command.name for command in command_line().registered_commands} == set(COMMANDS)
    for command in COMMANDS:
        assert f"  {command} " in listed
        told = workbench(command, "--help")
        assert told.code == 0
        assert "Usage: workbench" in told.out
        assert told.out.count("\n") > 5
    assert "..." not in listed.partition("Commands:")[2]  # every line says all it has to say


def test_version(workbench):
    assert workbench("--version").out == f"workbench {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [("fly",), ("new",), ("show",), ("list", "--tabular"), ("--workspace",), ("count", "a")],
)
def test_misunderstood_command_lines_end_with_2(workbench, arguments):
    refused = workbench(*arguments)
    assert refused.code == 2
    assert refused.out == ""
    assert "Error: " in refused.err


def test_workspace_option_comes_before_the_environment(workbench, workspace, tmp_path):
    other = tmp_path / "other.workbench"
    assert workbench("--workspace", other, "new", "Bridge").code == 0
    assert other.exists()
    assert not workspace.exists()


def test_without_a_command_the_window_opens(workbench, workspace, opened, tmp_path):
    assert workbench().code == 0
    assert workbench("--workspace", tmp_path / "b.workbench").code == 0
    assert opened == [("window", workspace), ("window", tmp_path / "b.workbench")]


def test_tour_gets_its_folder(workbench, opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert workbench("tour", "--to", "pictures").code == 0
    assert workbench("tour").code == 0
    assert opened == [
        ("tour", tmp_path / "pictures"),
        ("tour", tmp_path / "workbench-tour"),
    ]


def test_workspace_trouble_is_one_line(workbench, workspace):
    workspace.write_text("These are my notes.\n" * 100, encoding="utf-8")
    refused = workbench("list")
    assert refused.code == 1
    assert refused.out == ""
    assert refused.err.count("\n") == 1
    assert "not a workspace" in refused.err


def test_help_imports_nothing_heavy(tmp_path):
    assert imported(tmp_path, "--help") == set()


def test_commands_import_no_window(tmp_path):
    assert "PySide6" not in imported(tmp_path, "new", "Bridge")
    # typer turns arguments into values with pydantic.
    assert imported(tmp_path, "count", "--network", "x", "coo") <= {"pydantic"}
    assert imported(tmp_path, "list").isdisjoint({"PySide6", "alembic", "trafilatura", "markdown"})


def test_codes_of_a_real_process(tmp_path):
    environment = {"WORKBENCH_FILE": str(tmp_path / "a.workbench")}
    made = program("new", "Brücke 🌉", environment=environment)
    assert (made.returncode, made.stdout.split(), made.stderr) == (0, [b"brucke"], b"")
    missing = program("show", "tunnel", environment=environment)
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert b"Traceback" not in missing.stderr
    assert program("fly", environment=environment).returncode == 2


def test_json_is_utf8_whatever_the_terminal_speaks(tmp_path):
    environment = {
        "WORKBENCH_FILE": str(tmp_path / "a.workbench"),
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    program("new", "Brücke 🌉", environment=environment)
    listed = program("list", "--json", environment=environment)
    assert "Brücke 🌉" in listed.stdout.decode()
    plain = program("list", environment=environment)
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert b"brucke\tBr" in plain.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_reader_that_stops_early_is_no_failure_to_talk_about(tmp_path):
    environment = {**os.environ, "WORKBENCH_FILE": str(tmp_path / "a.workbench")}
    program("new", "Bridge " * 20, environment=environment)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "list", "--json"],
            env=environment,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process otherwise there")
def test_ctrl_c_ends_quietly(tmp_path):
    environment = {**os.environ, "WORKBENCH_FILE": str(tmp_path / "a.workbench")}
    # A process that was started in the background has Ctrl-C switched off, and hands that down.
    code = (
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, workbench.__main__ as main\nfrom workbench.cli import post\n"
        "wait = post._standard_input\n"
        "post._standard_input = lambda: print('ready', flush=True) or wait()\n"
        "sys.argv = ['workbench', 'count', '--network', 'x']\n"
        "sys.exit(main.main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == 130


def test_ctrl_c_before_a_command_runs_ends_quietly_too(monkeypatch):
    def interrupted(*_arguments, **_ways):
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.cli.app.run", interrupted)
    monkeypatch.setattr(sys, "argv", ["workbench", "list"])
    assert main() == 130


def test_the_window_is_not_waited_for_by_the_parser(tmp_path):
    code = (
        "import sys\nimport workbench.__main__ as main\n"
        "main._open_window = lambda path, given: print(path) or 7\n"
        "sys.argv = ['workbench', *sys.argv[1:]]\n"
        "code = main.main()\nprint(*sys.modules)\nsys.exit(code)"
    )
    path = tmp_path / "a.workbench"
    environment = {**os.environ, "WORKBENCH_FILE": str(path)}
    for arguments in ([], ["--workspace", str(path)], [f"--workspace={path}"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 7, done.stderr
        told, _, modules = done.stdout.partition("\n")
        assert Path(told) == path
        assert {"typer", "rich", "sqlmodel"}.isdisjoint(modules.split())


def test_a_bundle_starts_its_own_reader_of_pdf_and_nothing_else(monkeypatch, capsys):
    from workbench.intake import pdf_process

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(pdf_process, "main", lambda: pdf_process.BROKEN)
    monkeypatch.setattr(sys, "argv", ["workbench", "-m", "workbench.intake.pdf_process"])
    assert main() == pdf_process.BROKEN

    monkeypatch.setattr(sys, "argv", ["workbench", "-m", "http.server"])
    assert main() == 2
    assert "no part of the workbench" in capsys.readouterr().err


def _opened(monkeypatch, *arguments):
    """Return the workspace and the file that the window would open with."""
    from workbench import __main__ as start

    seen = []
    monkeypatch.setattr(start, "_open_window", lambda path, given=None: seen.append((path, given)))
    monkeypatch.setattr(sys, "argv", ["workbench", *map(str, arguments)])
    start.main()
    return seen


def test_a_workspace_or_a_case_file_opens_the_window(monkeypatch, workspace, workbench, tmp_path):
    other, case = tmp_path / "other.workbench", tmp_path / "call.factcheck"
    workbench("--workspace", other, "new", "Is Harbor Bridge shut?")
    workbench("--workspace", other, "pack", "is-harbor-bridge-shut", "--to", case)
    nameless = tmp_path / "copy"
    nameless.write_bytes(other.read_bytes())

    assert _opened(monkeypatch, other) == [(other, None)]
    assert _opened(monkeypatch, nameless) == [(nameless, None)]
    assert _opened(monkeypatch, case) == [(workspace, case)]
    monkeypatch.chdir(tmp_path)
    assert _opened(monkeypatch, "call.factcheck") == [(workspace, case)]


def test_a_command_stays_one_beside_a_file_of_its_name(monkeypatch, workspace, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_bytes(b"SQLite format 3\0")
    assert _opened(monkeypatch, "list") == []
    assert _opened(monkeypatch, "gone.workbench") == []
    assert "gone.workbench" in capsys.readouterr().err


def test_a_mistake_of_the_program_is_told_without_the_words_it_stumbled_over(tmp_path):
    code = (
        "import sys\n"
        "from workbench import __main__\n"
        "from workbench.cli import app\n"
        "def stumble(*_, **__):\n"
        "    raise KeyError('Okafor never called')\n"
        "app.run = stumble\n"
        "sys.argv = ['workbench', 'list']\n"
        "sys.exit(__main__.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 70
    assert done.stderr.startswith("Something unexpected stopped this command. Nothing half-done")
    assert "KeyError" in done.stderr
    assert "in _run_command" in done.stderr
    assert "Okafor" not in done.stderr
