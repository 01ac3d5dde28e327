"""About: version, places, parts and licences, by keyboard and to copy."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.house.resource import resource
from workbench.ui.about_sheet import AboutSheet, parts
from workbench.ui.preview import Preview


@pytest.fixture
def sheet(window):
    window.action_set.by_name["show_about"].trigger()
    found = window.findChild(AboutSheet)
    assert found.isVisible()
    return found


def test_about_says_where_the_checks_are_and_what_it_is_made_with(sheet, workspace):
    words = sheet.findChild(Preview, "about_page").toPlainText()

    assert str(workspace) in words
    assert "workbench.log" in words
    assert re.search(rf"Qt\s+{re.escape(qVersion())}\s+LGPL-3.0-only", words)
    assert re.search(rf"lxml\s+{re.escape(metadata.version('lxml'))}\s+BSD-3-Clause", words)


def test_it_is_read_copied_and_left_by_keyboard(sheet, hands, workspace):
    assert QApplication.focusWidget().objectName() == "about_page"
    hands.tap("Tab")
    assert QApplication.focusWidget().objectName() == "about_copy"
    hands.tap("Space")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Fact-check workbench {__version__}\n")
    assert str(workspace) in copied
    hands.tap("Escape")
    assert not sheet.isVisible()


def test_every_locked_package_is_listed_with_the_licence_it_states(pytestconfig):
    table = tomllib.loads(resource("about", "parts.toml").read_text(encoding="utf-8"))
    lock = (pytestconfig.rootpath / "packaging" / "run.lock").read_text(encoding="utf-8")
    listed = {entry["name"]: entry["licence"] for entry in table["package"]}

    assert list(listed) == re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
    for part in parts():
        if part.name in listed:
            stated = metadata.metadata(part.name).get("License-Expression")
            assert stated in (None, part.licence), part.name


def test_every_library_names_a_package_and_a_text_that_are_there(pytestconfig):
    table = tomllib.loads(resource("about", "parts.toml").read_text(encoding="utf-8"))
    packages = {entry["name"] for entry in table["package"]}
    texts = pytestconfig.rootpath / "packaging" / "licences"

    for entry in table["library"]:
        assert entry["inside"] in packages | {""}, entry["name"]
        assert not entry["text"] or (texts / entry["text"]).stat().st_size > 500
