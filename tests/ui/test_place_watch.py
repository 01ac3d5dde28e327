from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui import announcement, setting
from workbench.ui.place_watch import tell_place


@pytest.fixture
def dropped(window, tmp_path):
    """The path of a workspace in a folder that is kept in step."""
    (tmp_path / "Dropbox").mkdir()
    return tmp_path / "Dropbox" / "checks.workbench"


def cards(window):
    return [card for card in window.findChildren(QWidget, "place_card") if not card.isHidden()]


def test_the_place_is_told_until_that_is_put_away_and_then_never_again(
    window, settings, dropped, hands
):
    tell_place(window, dropped, settings)
    (card,) = cards(window)
    told = hands.find(card, "place_words").text()
    assert "Dropbox keeps in step" in told
    card.hide()  # the window was closed without an answer
    tell_place(window, dropped, settings)
    (card,) = cards(window)
    QApplication.processEvents()
    hands.click(hands.find(card, "place_close"))
    assert cards(window) == []
    tell_place(window, dropped, settings)
    assert cards(window) == []
    assert "Dropbox" not in settings.get(setting.PLACES_TOLD)


def test_another_workspace_is_told_of_too(window, settings, dropped, hands):
    tell_place(window, dropped, settings)
    QApplication.processEvents()
    hands.click(hands.find(window, "place_close"))
    tell_place(window, dropped.with_name("other.workbench"), settings)
    assert "other.workbench" in hands.find(cards(window)[0], "place_words").text()


@pytest.mark.parametrize("kept", ["", "{", "3", '["x", 1]'])
def test_a_setting_that_was_spoilt_is_no_trouble(window, settings, dropped, kept):
    settings.set(setting.PLACES_TOLD, kept)
    tell_place(window, dropped, settings)
    assert len(cards(window)) == 1


def test_an_ordinary_folder_is_not_told_of(window, settings, workspace):
    tell_place(window, workspace, settings)
    assert cards(window) == []


def test_a_screen_reader_hears_a_card_when_it_comes(window, settings, dropped, monkeypatch):
    said = []
    monkeypatch.setattr(announcement, "announce", lambda _, words: said.append(words))
    tell_place(window, dropped, settings)
    assert len(said) == 1
    assert said[0].startswith("The workspace checks.workbench is in a folder that Dropbox")
