"""What the system has to bring along: libraries for Qt, a font, and on Debian python3-venv."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev_library
from dev_pip_source import succeeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dev_environment import Environment

_INSTALL = {
    "debian": (
        ("apt-get", "update", "-q"),
        ("apt-get", "install", "-y", "-q", "--no-install-recommends"),
    ),
    "fedora": (("dnf", "install", "-y"),),
    "arch": (("pacman", "-Sy", "--needed", "--noconfirm"),),
}
_FAMILY_OF = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "archlinux": "arch"}


def prepare(environment: Environment, locks: Sequence[str], display: str) -> None:
    """Make system and environment ready; raises SystemExit with a sentence where it cannot.

    Args:
        environment: the environment to fill, unless it is ready.
        locks: names of the lock files that it has to hold.
        display: what display() said: "" for a window that is only drawn into memory.

    """
    ready = environment.is_ready(locks)
    if sys.platform == "linux":
        _bring(_missing(display, fetching=not ready))
    if ready:
        return
    environment.make_ready(locks)
    if sys.platform == "linux":
        _bring(_packages(unresolved(environment, display)))
        _offer_emoji_font()
    print("Ready; the next start needs no network.\n")


def display() -> str:
    """Return "x11" or "wayland" for a display that answers, "" for none; "native" off Linux."""
    if sys.platform != "linux":
        return "native"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") and _x11_answers() else ""


def missing_libraries(names: Iterable[str]) -> tuple[str, ...]:
    """Return which of these shared libraries the loader cannot open."""
    return tuple(name for name in names if not _loads(name))


def unresolved(environment: Environment, display: str) -> tuple[str, ...]:
    """Return the libraries that Qt's own files ask for and the loader does not find."""
    qt = next(environment.folder.glob("lib/python3*/site-packages/PySide6/Qt"), None)
    loader = shutil.which("ldd")
    if qt is None or loader is None:
        return ()
    plugin = {"x11": "libqxcb.so", "wayland": "libqwayland.so"}.get(display, "libqoffscreen.so")
    files = [qt / "lib" / "libQt6Widgets.so.6", qt / "plugins" / "platforms" / plugin]
    answer = subprocess.run(
        [loader, *(file for file in files if file.exists())],
        capture_output=True,
        text=True,
        check=False,
    )
    return tuple(sorted(set(re.findall(r"(\S+) => not found", answer.stdout))))


def font_files() -> Iterator[Path]:
    """Yield the font files of the system and of the person."""
    home = Path.home()
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [home / ".fonts", home / ".local/share/fonts"]
    folders += [Path(folder) / "fonts" for folder in shared.split(":") if folder]
    for folder in dict.fromkeys(folders):
        for path, _folders, files in os.walk(folder):
            for name in files:
                if name.lower().endswith((".ttf", ".otf", ".ttc", ".otc")):
                    yield Path(path) / name


def is_emoji_font(file: Path) -> bool:
    """Tell whether a font file holds emoji only, by its name."""
    return "emoji" in file.name.lower()


def family() -> str:
    """Return "debian", "fedora" or "arch", or "" for a distribution not known here."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    for name in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        known = _FAMILY_OF.get(name, name)
        if known in _INSTALL:
            return known
    return ""


def install_lines(packages: Sequence[str], known_family: str) -> tuple[tuple[str, ...], ...]:
    """Return the commands, without sudo, that install packages on a family of distributions."""
    *first, last = _INSTALL[known_family]
    return (*first, (*last, *packages))


def line_to_type(packages: Sequence[str], known_family: str, *, has_sudo: bool) -> str:
    """Return the one line that a person without rights of their own has to type."""
    lines = [shlex.join(line) for line in install_lines(packages, known_family)]
    if has_sudo:
        return " && ".join(f"sudo {line}" for line in lines)
    return f"su -c {shlex.quote(' && '.join(lines))}"


def _missing(display: str, *, fetching: bool) -> tuple[str, ...]:
    """Return the packages without which nothing works; unknown libraries by their own names."""
    wanted = dev_library.BY_DISPLAY.get(display, {})
    packages = _packages(missing_libraries(wanted))
    known = family()
    if fetching and not _has_certificates():
        packages += (getattr(dev_library.CERTIFICATES, known or "debian"),)
    if all(is_emoji_font(file) for file in font_files()):
        packages += (getattr(dev_library.TEXT_FONT, known or "debian"),)
        packages += (getattr(dev_library.EMOJI_FONT, known or "debian"),)
    return packages


def _has_certificates() -> bool:
    """Tell whether a fetch can trust anybody: Debian's pip has no list of its own."""
    named = any(os.environ.get(name) for name in ("PIP_CERT", "SSL_CERT_FILE"))
    return named or family() != "debian" or Path("/etc/ssl/certs/ca-certificates.crt").exists()


def _packages(libraries: Sequence[str]) -> tuple[str, ...]:
    known = family()
    if not known:
        return tuple(libraries)
    packages, unknown = dev_library.packages_of(libraries, known)
    if unknown:
        raise SystemExit(
            f"Qt asks for {', '.join(unknown)}, and this system does not have it. Install the "
            "package that brings it, then start the same command again."
        )
    return packages


def _bring(packages: Sequence[str]) -> None:
    """Install packages where we may; else print the one line that does it, and stop."""
    if not packages:
        return
    known = family()
    if not known:
        raise SystemExit(
            "The window needs what this system does not have yet: "
            f"{', '.join(packages)} (named as on Debian where they are packages). Install the "
            "packages that bring them, then start the same command again."
        )
    prefix = _prefix()
    line = line_to_type(packages, known, has_sudo=shutil.which("sudo") is not None)
    if prefix is None:
        raise SystemExit(
            f"The system lacks {len(packages)} packages that the workbench needs. Type this one "
            f"line, then start the same command again:\n\n  {line}\n"
        )
    print(f"Installing {len(packages)} packages of the system: {' '.join(packages)}")
    if not _install(packages, known, prefix):
        raise SystemExit(
            "The packages of the system could not be installed; what was there is unchanged. Is "
            f"there a network? Type this line to see more, then start again:\n\n  {line}\n"
        )


def _offer_emoji_font() -> None:
    """Bring the emoji font if we may; mention it otherwise, for text is readable without it."""
    known = family()
    if not known or any(is_emoji_font(file) for file in font_files()):
        return
    package = getattr(dev_library.EMOJI_FONT, known)
    prefix = _prefix()
    if prefix is not None:
        print(f"Installing 1 package of the system: {package}")
    if prefix is None or not _install([package], known, prefix):
        line = line_to_type([package], known, has_sudo=shutil.which("sudo") is not None)
        print(f"Emoji will show as boxes; if that matters to you, type:\n\n  {line}\n")


def _install(packages: Sequence[str], known_family: str, prefix: list[str]) -> bool:
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in install_lines(packages, known_family):
        done = subprocess.run(
            [*prefix, *line],
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            print("\n".join(done.stderr.strip().splitlines()[-4:]), file=sys.stderr)
            return False
    return True


def _prefix() -> list[str] | None:
    """Return how to become root without a question: [] as root, sudo, or None for not at all."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and succeeds([sudo, "-n", "true"]) else None


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    """Tell whether the X server behind DISPLAY lets us in; without libxcb, believe the variable."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
