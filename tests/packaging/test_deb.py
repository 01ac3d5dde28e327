"""What goes into the packages: control file, exceptions, licences, bill of materials, bundle."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import deb_control
import dev_version
import pytest

from workbench import __version__

CHECKOUT = Path(__file__).parents[2]
if str(CHECKOUT / "packaging" / "bundle") not in sys.path:
    sys.path.append(str(CHECKOUT / "packaging" / "bundle"))

import bill  # noqa: E402
import bundle_part  # noqa: E402
import notice  # noqa: E402
import shipped  # noqa: E402


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1794000000")


def test_the_version_stands_in_one_place():
    assert dev_version.version() == __version__
    assert f"Version: {__version__}-1\n" in deb_control.control(f"{__version__}-1", "amd64", "", 1)


def test_the_date_is_that_of_the_sources(monkeypatch):
    assert dev_version.source_date() == 1_794_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert dev_version.source_date() > 1_700_000_000


def test_depends_are_sorted_and_taken_from_what_was_told():
    told = "shlibs:Depends=zlib1g (>= 1:1.2), libc6 (>= 2.35)\nother:Depends=x\n"
    assert deb_control.depends_of(told) == "libc6 (>= 2.35), zlib1g (>= 1:1.2)"
    with pytest.raises(SystemExit):
        deb_control.depends_of("")


def test_who_builds_the_package_may_put_a_name_to_it(monkeypatch):
    assert "localhost" in deb_control.maintainer()
    monkeypatch.setenv("DEBFULLNAME", "Noor Adeyemi")
    monkeypatch.setenv("DEBEMAIL", "noor@herald.example")
    log = deb_control.change_log("0.1.0-1", 1_794_000_000)
    assert " -- Noor Adeyemi <noor@herald.example>  Fri, 06 Nov 2026 21:20:00 +0000" in log


def test_every_exception_has_its_reason_above_it():
    lines = deb_control.overrides().splitlines()
    reason = False
    for line in lines:
        if line.startswith("#"):
            reason = True
        else:
            assert reason, line
            assert line.startswith("factcheck-workbench: "), line
    assert len([line for line in lines if not line.startswith("#")]) < 12


@pytest.mark.parametrize(
    ("name", "is_in"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/qt_help_de.qm", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Qml.dll", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("babel/locale-data/en.dat", True),
        ("babel/locale-data/zu.dat", False),
        ("trafilatura/settings.cfg", True),
    ],
)
def test_of_qt_only_what_the_window_uses_is_shipped(name, is_in):
    assert bundle_part.is_shipped(name, f"/venv/lib/python3.11/site-packages/{name}") is is_in


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring no libraries of their own")
@pytest.mark.parametrize(
    ("name", "source", "is_in"),
    [
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1", False),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        (
            "python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so",
            "/usr/lib/python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so",
            True,
        ),
    ],
)
def test_what_the_system_has_is_asked_for_and_not_copied(name, source, is_in):
    assert bundle_part.is_shipped(name, source) is is_in


def test_every_part_has_the_words_of_its_licence_or_stands_with_another():
    for part in shipped.parts():
        if part.name.startswith("PyInstaller"):
            continue  # its terms are there where packages are built
        assert part.words or part.inside, part.name
        assert part.licence


def test_the_licences_name_everything_that_is_shipped():
    text = notice.all_licences()
    for part in shipped.parts():
        assert f"{part.name} {part.version}".rstrip() in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_debian_finds_each_licence_once_and_no_whole_one_that_it_has():
    text = notice.debian_copyright()

    names = re.findall(r"^License: (\S+)", text, re.MULTILINE)
    assert len(names) == len(set(names)) == len(shipped.parts()) + 1
    assert text.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/")
    assert "TERMS AND CONDITIONS FOR COPYING" not in text
    assert "/usr/share/common-licenses/LGPL-3" in text
    for block in text.strip().split("\n\n"):
        for line in block.splitlines():
            assert re.match(r" |Files: |Copyright: |License: |Format: |Upstream|Comment:$", line)


def test_the_bill_lists_the_lock_and_is_the_same_each_time():
    text = bill.bill_text()
    content = json.loads(text)

    assert text == bill.bill_text()
    names = {part["name"] for part in content["components"]}
    assert names >= {name for name in shipped.locked_names() if shipped.is_installed(name)}
    assert {"Qt", "PDFium", "libxml2"} <= names
    assert content["metadata"]["component"]["version"] == __version__
    assert content["metadata"]["timestamp"] == "2026-11-06T21:20:00Z"


def test_the_bill_depends_only_on_what_it_lists():
    content = json.loads(bill.bill_text())
    known = {part["bom-ref"] for part in content["components"]} | {"factcheck-workbench"}

    needed = {need for entry in content["dependencies"] for need in entry["dependsOn"]}
    assert needed <= known
    assert needed == known - {"factcheck-workbench"}  # nothing is shipped that nobody asks for


def test_the_bill_is_valid():
    pytest.importorskip("cyclonedx", reason="judged where packages are built, by `dev.py sbom`")
    assert bill.trouble_with(bill.bill_text()) == ""
