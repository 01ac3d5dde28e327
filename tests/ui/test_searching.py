"""Every place that looks for words takes them without accents and in any case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.window_walk import until

CAFE = "Cafe\u0301 RÉSUMÉ of the Ångström Bridge"


@pytest.fixture
def accented(window):
    """The window with an accented title of the check and in the article."""
    source = window.desk.check.sources[0]
    text = f"{CAFE}\n\n“The bridge is shut,” Zoë Müller told the Ledger on Wednesday.\n"
    version = replace(source.version, id=f"{source.id[:-4]}aaaa", text=text, spans=())
    more = replace(source, id=f"{source.id[:-4]}bbbb", versions=(version,), relies_on=())
    sources = (*window.desk.check.sources, more)
    window.desk.edit("x", lambda check: replace(check, title=CAFE, sources=sources))
    window.desk.flush()
    window.workspace.article.show_source(more.id)
    QApplication.processEvents()
    until(lambda: not window.noticing.is_busy)
    return window


def look_for(line, words, hands):
    """Paste words over what stands in a line; keys for accents are not on every keyboard."""
    QApplication.clipboard().setText(words)
    line.setFocus()
    line.selectAll()
    hands.press(line, "Ctrl+V")


@pytest.mark.parametrize("query", ["cafe resume", "CAFÉ", "angstrom", "Cafe\u0301", "ÅNGSTROM"])
def test_the_article_the_archive_and_the_list_of_what_is_noticed(accented, hands, query):
    article = accented.workspace.article
    article.find_words()
    look_for(article.find_bar.line, query, hands)
    start, end = article.view.selected_stretch()
    assert "Caf" in article.view.text[start:end] or "Ång" in article.view.text[start:end]
    hands.tap("Escape")
    assert [one.title for one in accented.shelf.checks(query)] == [CAFE]
    accented.show_start()
    look_for(accented.start.search, query, hands)
    accented.list_checks()
    assert accented.start.list.checks.rowCount() == 1


def test_what_is_noticed_is_found_without_accents(accented, hands):
    accented.aids.switch_list()
    QApplication.processEvents()
    pane = accented.aids._pane
    line = pane.findChild(QLineEdit)
    look_for(line, "zoe muller", hands)
    assert pane.list.aids.count > 0
    look_for(line, "zoe nobody", hands)
    assert pane.list.aids.count == 0
