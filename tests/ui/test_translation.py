"""No word of the window is left out of the catalogue: a made-up one brackets all that it has."""

from __future__ import annotations

import calendar
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.window_walk import is_cut, is_put_away, parts, visible
from workbench.house.help_page import shipped_pages
from workbench.publish.markdown import markdown_for
from workbench.ui import language, setting

KNOWN = (
    # what the walk itself writes, what no language translates, and keys as Qt calls them
    *("One more word. ", "The disk is full", "Undo", "Fact-check workbench", "ClaimReview"),
    *("claimreview svg json docx html", "Ctrl", "Shift", "Alt", "Down", "Up", "PgDown", "PgUp"),
    *("Home", "Return", "Deutsch", "English", *calendar.day_name, *calendar.month_name),
)
CHECKOUT = Path(__file__).parents[2]
if str(CHECKOUT / "packaging") not in sys.path:
    sys.path.append(str(CHECKOUT / "packaging"))


@pytest.fixture
def pseudo(qapp):
    """Every text of the program in brackets, which nothing else in the window stands in."""
    from source_text import source_texts

    texts = {(one.context, one.text): f"⟦{one.text}⟧" for one in source_texts()}
    language.speak(qapp, texts)
    yield texts
    language.take_off(qapp)


SHEETS = (
    *("show_history", "show_bin", "show_backups", "show_noticed", "show_origins", "show_about"),
    *("show_preflight", "show_conflicts", "pack_check", "choose_language", "cite_evidence"),
    *("review_quotes", "renew_source", "span_here"),
)


def everywhere(window, hands):
    """Walk through the window, and open every sheet and list that an action brings up."""
    for name in SHEETS:
        window.workspace.article.view.select(0, 40)
        window.action_set.by_name[name].trigger()
        for _ in range(3):
            QApplication.processEvents()
        yield name
        hands.tap("Escape")
        window.workspace.show_tab("claims")
    yield from parts(window, hands)


def texts_of(widget):
    """Return what a widget shows or says of itself."""
    found = {"accessible name": widget.accessibleName(), "tooltip": widget.toolTip()}
    found["description"] = widget.accessibleDescription()
    if isinstance(widget, (QLabel, QAbstractButton)):
        found["text"] = widget.text()
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        found["placeholder"] = widget.placeholderText()
    if isinstance(widget, QComboBox):
        for place in range(widget.count()):
            found[f"entry {place}"] = widget.itemText(place)
    if isinstance(widget, QListWidget):
        for place in range(widget.count()):
            found[f"row {place}"] = widget.item(place).text()
    return found


def without_pseudo(text):
    """Return what is left of a text when all that was looked up is taken out."""
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text).replace("&", "")
    while "⟦" in text:
        shorter = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        if shorter == text:
            break
        text = shorter
    return text


def test_every_word_of_the_window_can_be_translated(pseudo, open_window, hands):
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(1_280, 800)
    QApplication.processEvents()
    check = window.desk.check
    house = window.house()
    names = [*(page.title for page in shipped_pages()), *(one.name for one in house.networks)]
    names += [part.heading for part in house.template.parts]
    own = " ".join((repr(check), markdown_for(check, house), repr(house.scales), *names, *KNOWN))
    own = own.casefold()
    left = {}
    count = 0
    for part in everywhere(window, hands):
        for widget in [*visible(window, QWidget), *window.findChildren(QMenu)]:
            if widget.objectName() == "export_files":
                continue  # names of files
            for what, text in texts_of(widget).items():
                count += bool(text)
                for word in re.findall(r"[A-Za-z]{2}[A-Za-z’' -]+", without_pseudo(text)):
                    if word.strip().casefold() not in own:
                        left.setdefault((what, text[:90]), (part, widget.objectName(), word))
    for key, value in left.items():
        print(value, key)  # noqa: T201
    assert count > 1_000
    assert left == {}


@pytest.fixture
def german(qapp):
    """The window in German, as a person with that language gets it."""
    language.wear_language(qapp, "de")
    yield
    language.take_off(qapp)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_german_label_is_cut_off(german, open_window, settings, hands, zoom):
    settings.set(setting.INTERFACE_ZOOM, zoom)
    window = open_window()
    assert window.shelf.open_sample()
    window.resize(1_280, 800)
    cut, count = {}, 0
    for part in parts(window, hands):
        assert window.size().toTuple() == (1_280, 800), f"{part} makes the window larger"
        for form in window.findChildren(QScrollArea):
            body = form.widget()
            if body is not None and body.isVisible() and not is_put_away(window, form):
                wide = body.minimumSizeHint().width() - form.viewport().width()
                if wide > 0 and form.objectName() not in ("chain_picture", "key_sheet"):
                    cut[form.objectName(), body.objectName(), wide] = part
        for widget in [*visible(window, QLabel), *visible(window, QAbstractButton)]:
            if widget.text() and not is_put_away(window, widget):
                count += 1
                if is_cut(widget):
                    cut[widget.text()[:40], widget.size(), widget.sizeHint()] = part
    assert count > 200
    assert cut == {}
