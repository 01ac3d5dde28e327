"""What it takes to drive the window from outside: a screen, a message bus, AT-SPI's bindings."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev_library
import dev_package

if TYPE_CHECKING:
    from collections.abc import Callable

    from dev_library import Packages

SYSTEM_PYTHON = "/usr/bin/python3"
"""The bindings belong to the system's Python; no package index has them."""
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_WITHOUT = "The tests that drive the window as a screen reader does are skipped."


def _has_bindings() -> bool:
    command = [SYSTEM_PYTHON, "-c", _BINDINGS]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


_WANTED: tuple[tuple[Packages, Callable[[], bool]], ...] = (
    (dev_library.VIRTUAL_SCREEN, lambda: shutil.which("Xvfb") is not None),
    (dev_library.MESSAGE_BUS, lambda: shutil.which("dbus-daemon") is not None),
    (dev_library.AT_SPI, Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists),
    (dev_library.AT_SPI_BINDINGS, _has_bindings),
    (dev_library.GI_BINDINGS, _has_bindings),
)


def missing() -> tuple[str, ...]:
    """Return the packages that are missing for it, by the names of this distribution."""
    if not sys.platform.startswith("linux"):
        return ("a Linux desktop",)
    known = dev_package.family() or "debian"
    packages = [getattr(wanted, known) for wanted, is_there in _WANTED if not is_there()]
    import dev_system

    for name in dev_system.missing_libraries(dev_library.X11_WINDOW):
        packages.append(getattr(dev_library.X11_WINDOW[name], known))
    return tuple(dict.fromkeys(packages))


def offer() -> None:
    """Install what is missing if we may; else say which tests will be skipped."""
    packages = missing()
    if packages and sys.platform.startswith("linux"):
        dev_package.offer(" ".join(packages), _WITHOUT)
