"""What a Linux system has to bring along: Qt's libraries, a font, certificates to fetch with."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev_library
import dev_package
from dev_terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dev_environment import Environment


def prepare(environment: Environment, locks: Sequence[str], display: str) -> None:
    """Make system and environment ready; raises SystemExit with a sentence where it cannot.

    Args:
        environment: the environment to fill, unless it is ready.
        locks: names of the lock files that it has to hold.
        display: what display() said, or "" for a window that is only drawn into memory.

    """
    ready = environment.is_ready(locks)
    if sys.platform == "linux":
        dev_package.bring(missing_packages(display, fetching=not ready))
    if ready:
        return
    environment.make_ready(locks)
    if sys.platform == "linux":
        dev_package.bring(_packages(unresolved(environment, display)))
        if not any(is_emoji_font(file) for file in font_files()):
            dev_package.offer(
                _named(dev_library.EMOJI_FONT), "Emoji will show as boxes; everything else works."
            )
    say("Ready; the next start needs no network.\n")


def display() -> str:
    """Return where a window would show.

    "x11" or "wayland" for a display that answers, "own" for another one that the person chose by
    QT_QPA_PLATFORM, "" for none, "native" on systems that always have one.
    """
    if sys.platform != "linux":
        return "native"
    chosen = re.split("[:;]", os.environ.get("QT_QPA_PLATFORM", ""))[0]
    if chosen in ("offscreen", "minimal"):
        return ""
    if chosen not in ("", "xcb", "wayland"):
        return "own"
    if os.environ.get("WAYLAND_DISPLAY") and chosen != "xcb":
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") and _x11_answers() else ""


def missing_packages(display: str, *, fetching: bool) -> tuple[str, ...]:
    """Return the packages without which nothing works, by the names of this distribution.

    Args:
        display: what display() said.
        fetching: whether something is going to be downloaded.

    """
    wanted = dev_library.BY_DISPLAY.get(display, dev_library.ANY_WINDOW)
    packages = _packages(missing_libraries(wanted))
    if fetching and not _has_certificates():
        packages += (_named(dev_library.CERTIFICATES),)
    if all(is_emoji_font(file) for file in font_files()):
        packages += (_named(dev_library.TEXT_FONT), _named(dev_library.EMOJI_FONT))
    return packages


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
    """Yield the font files of the person and of the system."""
    home = Path.home()
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [home / ".fonts", home / ".local/share/fonts", Path("/usr/share/fonts")]
    folders += [Path(folder) / "fonts" for folder in shared.split(":") if folder]
    for folder in dict.fromkeys(folders):
        for path, _folders, files in os.walk(folder):
            for name in files:
                if name.lower().endswith((".ttf", ".otf", ".ttc", ".otc")):
                    yield Path(path) / name


def is_emoji_font(file: Path) -> bool:
    """Tell whether a font file holds emoji only, by its name."""
    return "emoji" in file.name.lower()


def _packages(libraries: Sequence[str]) -> tuple[str, ...]:
    """Return the packages that bring libraries; where we know none, the libraries themselves."""
    known = dev_package.family()
    if not known:
        return tuple(libraries)
    packages, strangers = dev_library.packages_of(libraries, known)
    if strangers:
        raise SystemExit(
            f"Qt asks for {', '.join(strangers)}, and this system does not have it. Install the "
            "package that brings it, then start the same command again."
        )
    return packages


def _named(packages: dev_library.Packages) -> str:
    name: str = getattr(packages, dev_package.family() or "debian")
    return name


def _has_certificates() -> bool:
    """Tell whether a fetch can trust anybody: Debian's pip has no list of its own."""
    named = any(os.environ.get(name) for name in ("PIP_CERT", "SSL_CERT_FILE"))
    bundle = Path("/etc/ssl/certs/ca-certificates.crt")
    return named or dev_package.family() != "debian" or bundle.exists()


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
