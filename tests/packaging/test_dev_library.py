"""The table of Qt's system libraries, against the wheels that are installed."""

import struct
import sys
from importlib.metadata import distribution

import dev_library
import pytest

# What every Linux that can run Python has.
_C_LIBRARIES = ("libc.", "libm.", "libdl.", "libpthread.", "librt.", "ld-linux", "libgcc_s.")
_SECTION = struct.Struct("<IIQQQQIIQQ")  # Elf64_Shdr


def _asked_for(file):
    """Return the names of the libraries that an ELF file needs (its DT_NEEDED entries)."""
    data = file.read_bytes()
    start, count = struct.unpack_from("<Q", data, 40)[0], struct.unpack_from("<H", data, 60)[0]
    sections = [_SECTION.unpack_from(data, start + 64 * number) for number in range(count)]
    dynamic = next(section for section in sections if section[1] == 6)
    strings = sections[dynamic[6]][4]
    names = set()
    for tag, value in struct.iter_unpack("<qQ", data[dynamic[4] : dynamic[4] + dynamic[5]]):
        if tag == 1:
            names.add(data[strings + value : data.index(b"\0", strings + value)].decode())
    return names


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux takes Qt's libraries from elsewhere"
)
@pytest.mark.parametrize(
    ("display", "plugin"),
    [("", "libqoffscreen.so"), ("x11", "libqxcb.so"), ("wayland", "libqwayland.so")],
)
def test_every_library_that_qt_asks_for_is_in_the_table(display, plugin):
    qt = distribution("PySide6_Essentials").locate_file("PySide6/Qt")
    shipped = {file.name for file in (qt / "lib").iterdir()}
    waiting = [qt / "plugins" / "platforms" / plugin, qt / "lib" / "libQt6Widgets.so.6"]
    waiting.append(qt / "lib" / "libQt6Svg.so.6")
    seen, asked = set(), set()
    while waiting:
        file = waiting.pop()
        for name in _asked_for(file) - seen:
            seen.add(name)
            if name in shipped:
                waiting.append(qt / "lib" / name)
            elif not name.startswith((*_C_LIBRARIES, "libstdc++.")):
                asked.add(name)

    assert asked
    assert asked <= set(dev_library.BY_DISPLAY[display])


@pytest.mark.parametrize("family", ["debian", "fedora", "arch"])
def test_every_library_has_a_package_in_every_family(family):
    for libraries in dev_library.BY_DISPLAY.values():
        packages, strangers = dev_library.packages_of(libraries, family)

        assert all(packages)
        assert not strangers


def test_packages_are_named_once_and_strangers_told_apart():
    packages, strangers = dev_library.packages_of(
        ["libnew.so.9", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"], "debian"
    )

    assert packages == ("libegl1", "libglib2.0-0")
    assert strangers == ("libnew.so.9",)
