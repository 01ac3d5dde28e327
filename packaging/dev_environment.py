"""The folder .venv: made from the locks, recognised when it is half made or out of date."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib.machinery
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev_pip
import dev_pip_source
from dev_terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHECKOUT = Path(__file__).resolve().parent.parent

# Which Python, which build of it, which system: an environment serves exactly one of these.
BUILD = importlib.machinery.EXTENSION_SUFFIXES[0]


class Environment:
    """The virtual environment of one checkout.

    Attributes:
        checkout: folder of the project.
        folder: `.venv` inside it, or another one.
        python: the interpreter inside that.

    """

    def __init__(self, checkout: Path = CHECKOUT, folder: Path | None = None) -> None:
        self.checkout = checkout
        self.folder = folder or checkout / ".venv"
        self._scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self._scripts / ("python.exe" if os.name == "nt" else "python")
        self._stamp = self.folder / "workbench-setup.json"

    def script(self, name: str) -> Path:
        """Return the path of a command that a package brought along."""
        return self._scripts / (f"{name}.exe" if os.name == "nt" else name)

    def variables(self) -> dict[str, str]:
        """Return the environment variables for programs of this environment.

        The project itself is not installed: it is found by its path, so that a moved or renamed
        checkout keeps working and an edit needs no further step.
        """
        variables = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
        variables["PYTHONPATH"] = str(self.checkout)
        if variables.get("LC_ALL") in ("C", "POSIX"):  # Qt warns at every start about these two
            variables["LC_ALL"] = "C.UTF-8"
        return variables

    def is_ready(self, locks: Sequence[str]) -> bool:
        """Tell whether everything in these locks is installed, by the stamp of the last set-up."""
        stamp = self._read_stamp()
        known = stamp.get("locks")
        return (
            _fits(stamp)
            and isinstance(known, dict)
            and self.python.exists()
            and all(known.get(name) == digest for name, digest in self._digests(locks).items())
        )

    def make_ready(self, locks: Sequence[str]) -> None:
        """Install what the locks name; raises SystemExit with a sentence where it cannot."""
        try:
            with self._alone():
                if not self.is_ready(locks):  # somebody else may just have made it so
                    self._install(locks)
        except OSError as error:
            raise SystemExit(self._sentence(error)) from None

    def _install(self, locks: Sequence[str]) -> None:
        before = self._usable_folder()
        self._write_stamp({"state": "begun"})
        self._make_folder()
        pip = dev_pip_source.pip_for(self.python)
        problem = dev_pip.install(pip, [self._lock(name) for name in locks])
        if problem:
            if before:  # pip puts back what it could not replace
                self._write_stamp(before)
            raise SystemExit(problem)
        known = before.get("locks")
        digests = {**(known if isinstance(known, dict) else {}), **self._digests(locks)}
        self._write_stamp({"state": "ready", "build": BUILD, "locks": digests})

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one set-up at a time touch the folder; Windows trusts luck."""
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        with self._lock("run.lock").open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another set-up is at work on .venv; waiting for it.")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _lock(self, name: str) -> Path:
        return self.checkout / "packaging" / name

    def _digests(self, locks: Sequence[str]) -> dict[str, str]:
        return {name: hashlib.sha256(self._lock(name).read_bytes()).hexdigest() for name in locks}

    def _read_stamp(self) -> dict[str, object]:
        with contextlib.suppress(OSError, ValueError):
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
            if isinstance(stamp, dict):
                return stamp
        return {}

    def _write_stamp(self, stamp: dict[str, object]) -> None:
        self.folder.mkdir(exist_ok=True)
        new = self._stamp.with_suffix(".new")
        new.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
        new.replace(self._stamp)

    def _usable_folder(self) -> dict[str, object]:
        """Clear away what cannot be built on; return the stamp of a complete set-up, else {}."""
        if not self.folder.exists():
            return {}
        stamp = self._read_stamp()
        if stamp:
            if _fits(stamp) and self._python_runs():
                return stamp
            say("The folder .venv is half made or belongs to another Python; making it anew.")
            shutil.rmtree(self.folder)
        elif any(self.folder.iterdir()) and not self._python_runs():
            raise SystemExit(
                f"The folder {self.folder} was not made by this command and does not fit this "
                "Python. It was left as it is. Move it away, then start the same command again."
            )
        return {}

    def _python_runs(self) -> bool:
        """Tell whether the environment's Python starts and is of the same build as this one."""
        question = "import importlib.machinery as m; print(m.EXTENSION_SUFFIXES[0])"
        try:
            answer = subprocess.run(
                [self.python, "-I", "-c", question], capture_output=True, text=True, check=False
            )
        except OSError:
            return False
        return answer.stdout.strip() == BUILD

    def _make_folder(self) -> None:
        if self._python_runs():
            return
        say(f"Making {self.folder}")
        # From within an environment, the Python that it was made with: .venv may just be gone.
        base = getattr(sys, "_base_executable", sys.executable)
        made = subprocess.run(
            [base, "-m", "venv", "--without-pip", self.folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode or not self._python_runs():
            reason = (made.stderr or made.stdout).strip().splitlines()[-1:]
            raise SystemExit(
                f"The folder .venv could not be made: {''.join(reason) or 'no reason was given'}."
            )

    def _sentence(self, error: OSError) -> str:
        """Return what an error of the file system means for a person."""
        if error.errno == errno.ENOSPC:
            return dev_pip.DISK_FULL
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return (
                f"The folder {self.checkout} cannot be written to, and .venv has to be made in it. "
                "Copy the project to a folder of your own and start the same command there."
            )
        return f"The folder .venv could not be made: {error}."


def _fits(stamp: dict[str, object]) -> bool:
    """Tell whether a stamp speaks of a complete set-up for the Python that is running."""
    return stamp.get("state") == "ready" and stamp.get("build") == BUILD
