"""Running pip so that a person sees how far it is, and reads a sentence when it cannot go on."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from typing import TYPE_CHECKING

from dev_terminal import say, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

DISK_FULL = (
    "The disk is full: the packages need about 500 MB. Make room, then start the same command "
    "again; what is half made will be made anew."
)
OFFLINE = (
    "The packages could not be fetched: there is no network, or the package index did not answer. "
    "Connect, then start the same command again; after that no network is needed."
)
UNTRUSTED = (
    "The packages could not be fetched: the package index showed a certificate that this system "
    "does not trust. Behind a company's proxy, name its certificate in the variable PIP_CERT, "
    "then start the same command again."
)
WRONG_HASH = (
    "A package that arrived is not the one that the lock names, so nothing was installed. Start "
    "the same command again; if it happens twice, ask the people who run your package index."
)

# Settings of a person's own pip that would send packages somewhere else than into .venv.
_STRAY_SETTINGS = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_CONSTRAINT")

_REASONS = (
    (r"No space left on device|Errno 28|Disk quota exceeded", DISK_FULL),
    (r"DO NOT MATCH THE HASHES", WRONG_HASH),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError", UNTRUSTED),
    (
        r"ConnectionError|NameResolutionError|name resolution|Network is unreachable|Timeout"
        r"|ProxyError|Connection refused|getaddrinfo|ConnectionReset|IncompleteRead",
        OFFLINE,
    ),
)


def install(pip: Sequence[str], locks: Sequence[Path]) -> str:
    """Install exactly what the locks name, wheels only; return "" or a sentence why not.

    Args:
        pip: the start of a pip command, such as [python, "-m", "pip"].
        locks: requirement files with a hash for every package.

    """
    command = [*pip, "install", "--require-hashes", "--only-binary", ":all:", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"]
    for lock in locks:
        command += ["--requirement", str(lock)]
    total = sum(_requirement_count(lock) for lock in locks)
    say(f"Installing {total} packages from {' and '.join(lock.name for lock in locks)}")
    variables = {key: value for key, value in os.environ.items() if key not in _STRAY_SETTINGS}
    variables.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUNBUFFERED="1")
    variables.pop("PYTHONPATH", None)
    with subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        lines = _shown(process.stdout or (), total)
    return sentence(lines) if process.returncode else ""


def sentence(lines: Sequence[str]) -> str:
    """Return what the output of a failed pip means for a person."""
    output = "\n".join(lines)
    for pattern, reason in _REASONS:
        if re.search(pattern, output):
            return reason
    if found := re.search(r"No matching distribution found for ([\w.-]+)", output):
        return (
            f"There is no ready-made {found[1]} for Python {platform.python_version()} on this "
            "system. Python 3.11 to 3.14 on Windows 10, macOS 13, or a Linux with glibc 2.34 "
            "(Debian 12, Ubuntu 22.04, Fedora 36) and newer are served."
        )
    return "\n".join(["The packages could not be installed. pip said:", *lines[-12:]])


def _requirement_count(lock: Path) -> int:
    return len(re.findall(r"^[\w.-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def _shown(output: Iterable[str], total: int) -> list[str]:
    """Read pip's output to its end, showing one moving line on a terminal; return its lines."""
    lines: list[str] = []
    seen = 0
    for line in output:
        lines.append(line.rstrip())
        step = re.match(r"(?:Collecting|Requirement already satisfied:|Ignoring) ([\w.-]+)", line)
        if step:
            seen += 1
            show(f"{min(seen, total)} of {total}: {step[1]}")
        elif line.startswith("Installing collected"):
            show("unpacking")
    show("")
    return lines
