"""The language of the window: which it is, how it is chosen, and what it leaves alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core.error import UserError
from workbench.house.catalogue import read_catalogue
from workbench.house.house import load_house
from workbench.publish.export import ExportFormat, export_files
from workbench.publish.markdown import markdown_for
from workbench.ui import language, setting
from workbench.ui.language import language_for, told
from workbench.ui.language_choice import name_of
from workbench.ui.pdf_file import pdf_file_for


@pytest.fixture
def german(qapp):
    """The program in German."""
    language.wear_language(qapp, "de")
    yield
    language.take_off(qapp)


@pytest.mark.parametrize(
    ("asked", "chosen", "system", "spoken"),
    [
        ("", "", ("de-Latn-AT", "de-AT", "en"), "de"),
        ("", "", ("fr-FR", "de"), "de"),
        ("", "", ("fr-FR",), "en"),
        ("", "", ("C",), "en"),
        ("", "en", ("de-DE",), "en"),
        ("de_AT.UTF-8", "en", ("en-GB",), "de"),
        ("xx", "de", ("en-GB",), "de"),
    ],
)
def test_the_environment_goes_before_the_choice_and_that_before_the_system(
    monkeypatch, asked, chosen, system, spoken
):
    monkeypatch.setenv(language.LANGUAGE, asked)
    assert language_for(chosen, system) == spoken


def test_every_place_of_the_window_speaks_german_and_the_check_stays_as_it_is(german, open_window):
    window = open_window()
    assert window.shelf.open_sample()
    buttons = {button.text() for button in window.findChildren(QPushButton)}
    assert {"Exportieren", "Menü", "&Widerlegt"} <= buttons
    check, house = window.desk.check, window.house()
    assert "Quick read" in markdown_for(check, house)
    assert "Behauptung" not in markdown_for(check, house)


def test_an_error_of_another_room_is_told_in_german(german, open_window):
    window = open_window()
    window.tell_trouble(
        UserError(
            "“notes.pages” looks like a Pages document. Nothing was taken in.", "Look for it."
        )
    )
    assert window.notices.text == (
        "„notes.pages“ sieht aus wie ein Pages-Dokument. Nichts wurde aufgenommen. Suchen Sie ihn."
    )


def test_english_looks_nothing_up(qapp):
    language.wear_language(qapp, "en")
    assert told("Nothing was taken in.") == "Nothing was taken in."


def test_the_choice_is_kept_for_the_next_start(open_window, settings, hands):
    window = open_window()
    window.action_set.by_name["choose_language"].trigger()
    QApplication.processEvents()
    (button,) = (one for one in window.notices.findChildren(QPushButton) if one.text() == "Deutsch")
    button.setFocus()
    hands.tap("Space")
    assert settings.get(setting.LANGUAGE) == "de"
    assert window.notices.text == "From the next start the window speaks Deutsch."


def test_languages_are_called_by_their_own_names():
    assert (name_of("de"), name_of("en")) == ("Deutsch", "English")


def test_a_country_keeps_its_dates_in_another_language(monkeypatch):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("de_AT")))
    assert language.locale_for("de").name() == "de_AT"
    assert language.locale_for("en").name() == "en_AT"


def written(check, house):
    """Return all files that a check goes out as, the PDF too, by name."""
    files = export_files(check, house, tuple(ExportFormat), printer=pdf_file_for)
    return {file.name: file.data for file in files}


def test_what_goes_out_is_the_same_in_every_language(qapp, sample):
    house = load_house()
    in_english = written(sample, house)
    language.wear_language(qapp, "de")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert written(sample, house) == in_english
    finally:
        language.take_off(qapp)


def test_what_is_written_into_a_check_has_no_german_in_it(german, open_window, hands):
    window = open_window()
    assert window.shelf.open_sample()
    before = window.desk.check
    view = window.workspace.article.view
    for keys in ("Q", "C"):
        view.setFocus()
        view.select(0, 40)
        hands.tap(keys, keys)  # the second time takes what is no text of the article
        QApplication.processEvents()
    check = window.desk.check
    assert check != before
    words = set(re.findall(r"\w+", repr(check))) - set(re.findall(r"\w+", repr(before)))
    german_words = {word for text in read_catalogue("de").values() for word in text.split()}
    assert not {word for word in words & german_words if len(word) > 4}
