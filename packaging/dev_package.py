"""Installing packages of the system: by ourselves where we may, else as one line to type."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from dev_terminal import say, succeeds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COMMANDS = {
    "debian": (
        ("apt-get", "update"),
        ("apt-get", "install", "-y", "--no-install-recommends"),
    ),
    "fedora": (("dnf", "install", "-y"),),
    "arch": (("pacman", "-S", "--needed", "--noconfirm"),),
}


def family() -> str:
    """Return the family of this system's distribution; see family_of."""
    try:
        return family_of(platform.freedesktop_os_release())
    except OSError:
        return ""


def family_of(release: Mapping[str, str]) -> str:
    """Return "debian", "fedora" or "arch", or "" for a distribution not known here.

    Args:
        release: what /etc/os-release says; see os-release(5).

    """
    for name in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        if name in _COMMANDS:
            return name
    return ""


def line_to_type(packages: Sequence[str], known_family: str, *, has_sudo: bool) -> str:
    """Return the one line that a person without rights of their own has to type."""
    lines = [shlex.join(line) for line in _with_packages(packages, known_family)]
    if has_sudo:
        return " && ".join(f"sudo {line}" for line in lines)
    return f"su -c {shlex.quote(' && '.join(lines))}"


def bring(packages: Sequence[str]) -> None:
    """Install packages; raises SystemExit with the one line that does it where we may not."""
    if not packages:
        return
    known = family()
    if not known:
        raise SystemExit(
            f"The workbench needs what this system does not have yet: {', '.join(packages)}. "
            "Install the packages that bring them, then start the same command again."
        )
    line = line_to_type(packages, known, has_sudo=shutil.which("sudo") is not None)
    prefix = _prefix()
    if prefix is None:
        raise SystemExit(
            "The workbench needs packages that this system does not have yet. Type this one line, "
            f"then start the same command again:\n\n  {line}\n"
        )
    if not _install(packages, known, prefix):
        raise SystemExit(
            "The packages of the system could not be installed. Is there a network? Type this "
            f"line to see more, then start the same command again:\n\n  {line}\n"
        )


def offer(packages: str, without: str) -> None:
    """Install packages that are nice to have if we may; else say what is like without them.

    Args:
        packages: their names, with spaces between.
        without: a sentence that says what is like without them.

    """
    known = family()
    prefix = _prefix() if known else None
    names = packages.split()
    if prefix is None or not _install(names, known, prefix):
        line = known and line_to_type(names, known, has_sudo=shutil.which("sudo") is not None)
        say(f"{without} To mend that: {packages}\n\n  {line}\n" if line else without)


def _install(packages: Sequence[str], known_family: str, prefix: list[str]) -> bool:
    """Install packages and tell whether the last command, which brings them, succeeded."""
    say(f"Installing packages of the system: {' '.join(packages)}")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in _with_packages(packages, known_family):
        # A machine that was just switched on may be updating itself: wait for that.
        wait = ["-o", "DPkg::Lock::Timeout=120"] if known_family == "debian" else []
        done = subprocess.run(
            [*prefix, *command, *wait],
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    if done.returncode:
        say("\n".join(done.stderr.strip().splitlines()[-4:]))
    return done.returncode == 0


def _with_packages(packages: Sequence[str], known_family: str) -> tuple[tuple[str, ...], ...]:
    *first, last = _COMMANDS[known_family]
    return (*first, (*last, *packages))


def _prefix() -> list[str] | None:
    """Return how to become root without a question: [] as root, sudo, or None for not at all."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and succeeds([sudo, "-n", "true"]) else None
