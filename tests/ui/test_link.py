from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.ui.link import shown_address, web_address

ROOM = Path(__file__).parents[2] / "workbench" / "ui"


class Browser(QObject):
    """Stands where the person's browser would be started, by Qt's own way of doing that."""

    def __init__(self):
        super().__init__()
        self.opened = []
        for scheme in ("http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "take")

    @Slot("QUrl")
    def take(self, url):
        self.opened.append(url.toString())

    def gone(self):
        for scheme in ("http", "https"):
            QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def browser(qapp):
    made = Browser()
    yield made
    made.gone()


@pytest.mark.parametrize(
    "text",
    [
        *("", "ledger", "ledger.example/a", "javascript:alert(1)", "file:///etc/passwd"),
        *(
            "https://",
            "https:///a",
            "data:text/html,x",
            "ftp://ledger.example",
            "mailto:a@b.example",
        ),
        *("smb://server/desk", "https://ledger.example/a b\nc", "about:blank"),
    ],
)
def test_what_is_no_web_address_cannot_be_opened(text):
    assert web_address(text) is None


def test_an_address_is_shown_as_the_browser_gets_it():
    shown = shown_address(web_address("https://ledgеr.example/ä?q=1"))  # the second e is Cyrillic
    assert shown.replace("\u200b", "") == "https://xn--ledgr-2we.example/%C3%A4?q=1"


def test_a_link_opens_on_a_click_after_its_address_was_shown(window, hands, browser, sample):
    window.workspace.enter_tab("sources")
    QApplication.processEvents()
    pane = window.workspace.sources
    field, button = hands.find(pane, "source_url"), hands.find(pane, "source_url_open")
    hands.type(field, "javascript:alert(1)", replacing=True)
    assert button.isHidden()
    hands.type(field, "https://ledger.example/bridge", replacing=True)
    assert button.isVisible()
    button.setFocus()
    hands.tap("Space")
    assert browser.opened == []
    told = window.notices.text.replace("\u200b", "")
    assert told.startswith("Open https://ledger.example/bridge in your browser?")
    answers = {each.text(): each for each in window.notices.findChildren(QPushButton)}
    hands.click(answers["Leave it"])
    assert (browser.opened, window.notices.isVisible()) == ([], False)
    button.setFocus()
    hands.tap("Space")
    QApplication.processEvents()
    answers = {
        each.text(): each
        for each in window.notices.findChildren(QPushButton)
        if not each.isHidden()
    }
    hands.click(answers["Open it"])
    assert browser.opened == ["https://ledger.example/bridge"]


def test_a_long_address_does_not_widen_the_window(window, hands, browser):
    window.workspace.enter_tab("sources")
    hands.type(
        hands.find(window.workspace.sources, "source_url"),
        f"https://ledger.example/{'a' * 400}",
        replacing=True,
    )
    before = window.width()
    hands.find(window.workspace.sources, "source_url_open").click()
    QApplication.processEvents()
    assert window.width() == before
    assert window.minimumSizeHint().width() <= 1_280


def test_nothing_else_opens_an_address():
    """What opens something outside is here, and two folders of files on this computer."""
    asking = re.compile(
        r"openUrl|setOpenExternalLinks\(True|setOpenLinks\(True|webbrowser|xdg-open"
    )
    found = {
        path.name for path in ROOM.parent.rglob("*.py") if asking.search(path.read_text("utf-8"))
    }
    assert found == {"link.py", "exporter.py", "packer.py"}
    for name in ("exporter.py", "packer.py"):
        words = (ROOM / name).read_text("utf-8")
        assert words.count("openUrl(") == words.count("QUrl.fromLocalFile(")
