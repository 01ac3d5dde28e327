"""Which system libraries Qt's Linux wheels expect, and what the distributions call them.

The names of the libraries were read from the wheels (`readelf -d`, PySide6 6.11.3); those of the
packages from the indexes of Debian 12 and 13, Ubuntu 24.04, Fedora 42 and Arch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Packages(NamedTuple):
    """Names of the packages that bring one thing."""

    debian: str
    fedora: str
    arch: str


# What every window needs, an offscreen one included: libQt6Core, Gui, Widgets, DBus, Svg.
ANY_WINDOW = {
    "libEGL.so.1": Packages("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": Packages("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11.so.6": Packages("libx11-6", "libX11", "libx11"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": Packages("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": Packages("libglib2.0-0", "glib2", "glib2"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libz.so.1": Packages("zlib1g", "zlib-ng-compat", "zlib"),
    "libzstd.so.1": Packages("libzstd1", "libzstd", "zstd"),
}

# The plugin libqxcb.so.
X11_WINDOW = {
    "libX11-xcb.so.1": Packages("libx11-xcb1", "libX11-xcb", "libx11"),
    "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": Packages(
        "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"
    ),
    "libxcb-render.so.0": Packages("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": Packages("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": Packages("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb.so.1": Packages("libxcb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
}

# The plugin libqwayland.so and the way it draws.
WAYLAND_WINDOW = {
    "libwayland-client.so.0": Packages("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": Packages("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": Packages("libwayland-egl1", "libwayland-egl", "wayland"),
}

BY_DISPLAY = {
    "": ANY_WINDOW,
    "x11": {**ANY_WINDOW, **X11_WINDOW},
    "wayland": {**ANY_WINDOW, **WAYLAND_WINDOW},
}

TEXT_FONT = Packages("fonts-noto-core", "google-noto-sans-vf-fonts", "noto-fonts")
EMOJI_FONT = Packages("fonts-noto-color-emoji", "google-noto-color-emoji-fonts", "noto-fonts-emoji")

# To drive the window from outside as a screen reader does.
VIRTUAL_SCREEN = Packages("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb")
MESSAGE_BUS = Packages("dbus-daemon", "dbus-daemon", "dbus")
AT_SPI = Packages("at-spi2-core", "at-spi2-core", "at-spi2-core")
AT_SPI_BINDINGS = Packages("gir1.2-atspi-2.0", "at-spi2-core", "at-spi2-core")
GI_BINDINGS = Packages("python3-gi", "python3-gobject-base", "python-gobject")

CERTIFICATES = Packages("ca-certificates", "ca-certificates", "ca-certificates")

_KNOWN = {**ANY_WINDOW, **X11_WINDOW, **WAYLAND_WINDOW}


def packages_of(libraries: Iterable[str], family: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the packages of a family that bring these libraries, and the libraries not known.

    Args:
        libraries: names as the loader knows them, such as "libEGL.so.1".
        family: "debian", "fedora" or "arch".

    """
    names = sorted(libraries)
    packages = {getattr(_KNOWN[name], family): None for name in names if name in _KNOWN}
    return tuple(packages), tuple(name for name in names if name not in _KNOWN)
