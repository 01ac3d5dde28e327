"""Nothing opens a socket: every command and a walk through the window, watched by Python and Linux.

Python's audit hook hears of every socket that Python code asks for, in every process that the
program starts; on Linux the kernel's list of open files tells of those that native code opens.
Sockets of the family AF_UNIX, which lead to no network, may be opened: a display server and the
pipes of a worker process are such.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_app import COMMANDS
from workbench.intake.sample import sample_case

ROOT = Path(__file__).parents[2]

# Python imports this before anything else, in the program and in every process that it starts.
WATCH = """
import os, sys

def note(text):
    with open(os.environ["SOCKET_NOTES"], "a", encoding="utf-8") as notes:
        notes.write(text + "\\n")

def hear(event, arguments):
    if not event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        return
    if event == "socket.__new__" and arguments[1] == 1:  # AF_UNIX
        return
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        if not isinstance(arguments[1], tuple):  # an address of AF_UNIX is a path
            return
    note(f"{event} {arguments[1:]!r}")

sys.addaudithook(hear)

def look():
    # What native code has open, such as Qt's own network classes.
    if not os.path.isdir("/proc/self/fd"):
        return
    inodes = set()
    for fd in os.listdir("/proc/self/fd"):
        try:
            inodes.add(os.readlink(f"/proc/self/fd/{fd}"))
        except OSError:
            pass  # the one that listed them
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        try:
            with open(f"/proc/self/net/{kind}", encoding="ascii") as table:
                lines = table.read().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            if f"socket:[{line.split()[9]}]" in inodes:
                note(f"native {kind} {line}")
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as maps:
        if "Network.so" in maps.read():
            note("native: Qt's network library is loaded")

import atexit
atexit.register(look)
"""

# All of them in one process, each with words of its own; what they say is left aside.
# At one size, without the pause that lets each picture come to rest.
HURRIED_TOUR = """
import sys
from pathlib import Path
from workbench.ui import tour
tour.SIZES = tour.SIZES[:1]
tour._SETTLE_MS = 20
sys.exit(tour.run_tour(Path(sys.argv[1])))
"""
COMMAND_LINES = """
import contextlib, io, json, sys
from workbench.cli.app import run
ends = []
for line in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        ends.append(run(line, open_window=None, run_tour=None))
print(json.dumps(ends))
"""


@pytest.fixture
def watched(tmp_path):
    """A function that runs Python with the watch; and what the watch has noted."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    notes = tmp_path / "notes.txt"
    notes.touch()

    def run(*arguments):
        environ = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(site), str(ROOT)]),
            "SOCKET_NOTES": str(notes),
            "WORKBENCH_FILE": str(tmp_path / "checks.workbench"),
            "XDG_STATE_HOME": str(tmp_path),
            "HOME": str(tmp_path),
            "PYTHONIOENCODING": "utf-8",
        }
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
        )

    run.notes = lambda: notes.read_text(encoding="utf-8")
    return run


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(('127.0.0.1', 0))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request\n"
        "try:\n    urllib.request.urlopen('http://127.0.0.1:9/')\nexcept OSError: pass",
        "from PySide6.QtNetwork import QTcpServer",
    ],
)
def test_the_watch_hears_what_it_is_there_for(watched, code):
    watched("-c", code)
    if sys.platform != "linux" and "PySide6" in code:
        pytest.skip("only Linux tells what native code has loaded")
    assert watched.notes()


@pytest.mark.slow
def test_no_command_opens_a_socket(watched, tmp_path):
    check, originals = sample_case()
    files = []
    for number, source in enumerate(check.sources):
        name = {"text/html": "page.html"}.get(source.version.media_type, f"text-{number}.txt")
        files.append(tmp_path / name)
        files[-1].write_bytes(originals[source.version.sha256])
    newer = tmp_path / "newer.txt"
    newer.write_text("The ferry runs again, the office of Mayor Okafor said.\n", encoding="utf-8")
    finished = tmp_path / "finished.md"
    finished.write_text("# Is the ferry back?\n\n## Verdict\n\nNot confirmed.\n", encoding="utf-8")
    case = tmp_path / "a.case"
    lines = [
        ("new", "Is the ferry back?"),
        ("add", "is-the-ferry-back", *files, "--take"),
        ("source", "is-the-ferry-back", "1", "--outlet", "Northshore Herald"),
        ("claim", "is-the-ferry-back", "The ferry is back", "--status", "not_confirmed"),
        ("contact", "is-the-ferry-back", "Mara Voss", "--asked", "2026-07-02"),
        ("comments", "is-the-ferry-back", "--add", "Since when?", "--by", "Mara Voss"),
        ("renew", "is-the-ferry-back", "1", newer),
        ("list",),
        ("show", "is-the-ferry-back", "--json"),
        ("state", "is-the-ferry-back", "in-review", "--by", "Mara Voss"),
        ("export", "is-the-ferry-back", "--to", tmp_path / "out", "--formats",
         "md,html,txt,docx,claimreview,origins,posts"),
        ("review", "is-the-ferry-back", "--to", tmp_path / "out"),
        ("exports", "is-the-ferry-back"),
        ("changes", "is-the-ferry-back"),
        ("correct", "is-the-ferry-back", "--now", "The ferry is not back."),
        ("pack", "is-the-ferry-back", "--to", case),
        ("unpack", case),
        ("merge", case),
        ("exchange", tmp_path / "out"),
        ("count", "--network", "x", "https://ledger.example is a long address"),
        ("thread", "--network", "x", "A long post. " * 60),
        ("inspect", files[0]),
        ("origins", "is-the-ferry-back"),
        ("verify",),
        ("backup",),
        ("restore", tmp_path / "none"),
        ("compact",),
        ("timeline", "is-the-ferry-back"),
        ("preflight", finished),
    ]  # fmt: skip
    # A command that came later is at least asked what it has on the check.
    named = {line[0] for line in lines} | {"tour"}
    lines += [(name, "is-the-ferry-back") for name in COMMANDS if name not in named]
    spelt = json.dumps([[str(word) for word in line] for line in lines])
    done = watched("-c", COMMAND_LINES, spelt)
    assert done.returncode == 0, done.stderr
    ends = dict(zip((line[0] for line in lines), json.loads(done.stdout), strict=True))
    refused = {line[0] for line in lines if ends[line[0]] and line[0] in named}
    assert refused == {"correct", "unpack", "restore", "preflight"}, ends
    assert watched.notes() == ""


@pytest.mark.slow
def test_a_walk_through_the_window_opens_no_socket(watched, tmp_path):
    done = watched("-c", HURRIED_TOUR, tmp_path / "tour")
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "tour").rglob("*.png"))
    assert watched.notes() == ""
