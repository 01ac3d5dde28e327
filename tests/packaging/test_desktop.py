"""What a desktop reads about the program: entry, metadata, file types, icons, manual page."""

from __future__ import annotations

import configparser
import re
import shutil
import struct
import subprocess
import zipfile
from xml.etree import ElementTree

import make_icons
import manual
import pytest
from PySide6.QtGui import QImage

from workbench import __version__
from workbench.cli import app as cli
from workbench.store.connection import APPLICATION_ID

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
NAME = "factcheck-workbench"
KINDS = ["application/x-factcheck-workspace", "application/x-factcheck-case"]


@pytest.fixture
def desktop(checkout):
    return checkout / "packaging" / "desktop"


@pytest.fixture
def entry(desktop):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(desktop / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo(desktop):
    return ElementTree.parse(desktop / f"{NAME}.metainfo.xml").getroot()


@pytest.fixture
def kinds(desktop):
    root = ElementTree.parse(desktop / f"{NAME}.xml").getroot()
    return {kind.get("type"): kind for kind in root.findall(f"{MIME}mime-type")}


def test_entry_metadata_and_file_types_speak_of_the_same_program(entry, metainfo, kinds):
    assert entry["Exec"] == "workbench %f"
    assert entry["Icon"] == NAME
    assert entry["MimeType"].rstrip(";").split(";") == KINDS == list(kinds)
    assert [kind.text for kind in metainfo.findall("provides/mediatype")] == KINDS
    assert metainfo.findtext("launchable") == f"{NAME}.desktop"
    assert metainfo.findtext("name") == entry["Name"]
    assert metainfo.findtext("project_license") == "MIT"


def test_the_version_of_the_release_is_put_in_when_it_is_built(metainfo):
    release = metainfo.find("releases/release")

    assert release.get("version") == "@VERSION@"
    assert release.get("date") == "@DATE@"


def _bytes_of(value):
    """Return what the magic of a file type stands for, with its C escapes."""
    return value.encode().decode("unicode_escape").encode("latin-1")


def _fits(data, match):
    """Tell whether a match of the file types fits some bytes, with all that is inside it."""
    start = int(match.get("offset"))
    wanted = _bytes_of(match.get("value"))
    inner = match.findall(f"{MIME}match")
    fits_here = data[start : start + len(wanted)] == wanted
    return fits_here and (not inner or any(_fits(data, one) for one in inner))


def _is_of(data, kind):
    return any(_fits(data, match) for match in kind.findall(f"{MIME}magic/{MIME}match"))


def _done(*arguments):
    words = [str(word) for word in arguments]
    assert cli.run(words, open_window=lambda _: 0, run_tour=lambda _: 0) == 0


@pytest.fixture
def workspace_bytes(tmp_path):
    path = tmp_path / "some.workbench"
    _done("--workspace", path, "new", "Is Harbor Bridge shut?")
    return path.read_bytes()


@pytest.fixture
def case_bytes(tmp_path, workspace_bytes):
    path, case = tmp_path / "some.workbench", tmp_path / "some.factcheck"
    _done("--workspace", path, "pack", "is-harbor-bridge-shut", "--to", case)
    return case.read_bytes()


def test_a_workspace_is_known_by_its_bytes_alone(kinds, workspace_bytes):
    assert _is_of(workspace_bytes, kinds[KINDS[0]])
    assert not _is_of(workspace_bytes, kinds[KINDS[1]])
    assert workspace_bytes[68:72] == struct.pack(">I", APPLICATION_ID)


def test_a_case_file_is_known_by_its_bytes_and_another_zip_is_not(kinds, case_bytes, tmp_path):
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("check.json", "{}")

    assert _is_of(case_bytes, kinds[KINDS[1]])
    assert not _is_of(case_bytes, kinds[KINDS[0]])
    assert not _is_of(other.read_bytes(), kinds[KINDS[1]])


@pytest.mark.parametrize("size", make_icons.SIZES)
def test_every_icon_has_its_size_and_something_drawn_on_clear_corners(checkout, size, qapp):
    image = QImage(str(checkout / "resources" / "icon" / f"workbench-{size}.png"))

    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128
    middle = image.pixelColor(size // 2, size // 2 - 1)
    assert middle.alpha() == 255


def test_the_icons_for_windows_and_macos_hold_the_same_drawings(checkout):
    folder = checkout / "packaging" / "bundle"
    ico, icns = (folder / "workbench.ico").read_bytes(), (folder / "workbench.icns").read_bytes()
    largest = (checkout / "resources" / "icon" / "workbench-256.png").read_bytes()

    assert ico[:4] == b"\0\0\1\0"
    assert ico.endswith(largest)
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert largest in icns


@pytest.mark.parametrize("name", ["workbench.svg", "workbench-small.svg"])
def test_the_drawings_ask_for_nothing_outside_themselves(checkout, name):
    text = (checkout / "resources" / "icon" / name).read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "href" not in text
    assert "<text" not in text


@pytest.fixture(scope="module")
def page():
    return manual.manual_page()


def test_the_manual_tells_every_command_and_every_option(page):
    import typer

    program = typer.main.get_command(cli.command_line())
    assert len(program.commands) > 20
    for name, command in program.commands.items():
        section = page.partition(f'.SS "{name.replace("-", chr(92) + "-")}')[2]
        assert section, name
        section = section.partition('.SS "')[0]
        for parameter in command.params:
            for option in (o for o in parameter.opts if o.startswith("--")):
                assert option.replace("-", "\\-") in section, (name, option)


def test_the_manual_states_the_version_and_the_ways_to_end(page):
    assert __version__ in page.splitlines()[0]
    assert ".SH EXIT STATUS" in page or '.SH "EXIT STATUS"' in page
    assert not re.search(r"^\.(?!TH|SH|SS|TP|PP|B|br)", page, re.MULTILINE)


def _tool(name):
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_groff_has_nothing_to_say_about_the_manual(page, tmp_path):
    file = tmp_path / "workbench.1"
    file.write_text(page, encoding="utf-8")
    command = [_tool("groff"), "-man", "-Tutf8", "-ww", "-Kutf8", "-z", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_desktop_entry_is_valid(desktop):
    command = [_tool("desktop-file-validate"), "--no-hints", str(desktop / f"{NAME}.desktop")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
