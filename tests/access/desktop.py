"""A desktop of its own for one program: screen, message bus, and a screen reader that listens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
OWN_PROGRAM = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-P", "-m", "workbench"]
"""How the project's own window is started; an installed one brings its own command."""
LONGEST_WAIT = 30
"""Seconds that a process may take to end before it is killed."""


class Desktop:
    """Xvfb and a session bus; every program started on it ends with it."""

    def __init__(self, home):
        self._ends = ExitStack()
        self.home = home
        runtime = home / "run"
        runtime.mkdir(parents=True)
        runtime.chmod(0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.environment = kept | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LC_ALL": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }
        # Without -noreset the server starts anew, and ends its clients, when the first one leaves.
        screen = "-noreset", "-screen", "0", "1280x800x24", "-nolisten", "tcp"
        number = self._first_line(["Xvfb", "-displayfd", "{out}", *screen])
        self.environment["DISPLAY"] = f":{number}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={out}"]
        )

    def _first_line(self, command):
        """Start a server; return the line that it writes when it is ready."""
        ready, out = os.pipe()
        words = [word.replace("{out}", str(out)) for word in command]
        with (self.home / f"{command[0]}.log").open("wb") as log:
            self._start(words, pass_fds=(out,), stdout=log, stderr=log)
        os.close(out)
        with os.fdopen(ready, encoding="utf-8") as lines:
            line = lines.readline().strip()
        assert line, (self.home / f"{command[0]}.log").read_text(errors="replace")
        return line

    def _start(self, command, **settings):
        """Start a process that ends with this desktop."""
        process = subprocess.Popen(command, env=self.environment, **settings)
        self._ends.callback(end, process)
        return process

    def open_program(self, *command):
        """Start a program that shows a window; return its process."""
        self.environment |= {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",  # for Qt a desktop has to say that it is on
            "WORKBENCH_SETTINGS": str(self.home / "workbench.ini"),
        }
        with (self.home / "program.log").open("ab") as log:
            return self._start(command, cwd=self.home, stdout=log, stderr=log)

    def reader(self):
        """Start a screen reader."""
        script = Path(__file__).with_name("screen_reader.py")
        process = self._start(
            [SYSTEM_PYTHON, "-W", "ignore", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return ReaderLine(process)

    def close(self):
        """End every process, the last one first."""
        self._ends.close()


def end(process):
    """End a process that was started here, and wait for it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(LONGEST_WAIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


class ReaderLine:
    """Speaks with the screen reader's process; every method of its `Reader` can be called."""

    def __init__(self, process):
        self._process = process

    def __getattr__(self, wish):
        def ask(*words, **named):
            names = POSITIONS.get(wish, ())
            question = {"do": wish, **dict(zip(names, words, strict=False)), **named}
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            assert line, f"the screen reader ended at {wish}{words}"
            answer = json.loads(line)
            if "fault" in answer:
                raise AssertionError(f"{wish}{words}: {answer['fault']}")
            return answer["is"]

        return ask


POSITIONS = {
    "activate": ("role",),
    "wait": ("role", "name"),
    "wait_gone": ("role", "name"),
    "wait_text": ("role", "name", "text"),
    "press": ("role", "name"),
    "focus": ("role", "name"),
    "focused": ("role", "name"),
    "key": ("keys",),
    "type": ("text",),
    "select": ("role", "name", "words"),
    "next_selection": ("keys", "role", "name"),
    "attributes": ("role", "name", "words"),
    "heard": ("words",),
}
"""The words of a wish that need no name."""
