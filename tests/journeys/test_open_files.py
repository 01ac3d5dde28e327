"""Files of every kind are opened; each ends in a source or in a sentence, and nothing between."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

CRLF = "Line 7 is gone 😱.\r\n\r\nCafe\u0301, הלוי 🌉.\r\n"
PAGE = (
    "<html><head><title>Gone</title><script>alert(1)</script></head><body><nav>Home News</nav>"
    "<article><h1>Line 7 is gone</h1><p>The port of Alba will sell the ferry Solveig, the mayor "
    "said.</p><p>A newer boat takes over line 7 in October &amp; sails daily.</p></article></body>"
)


class Case(NamedTuple):
    """A file, and what comes of it: the text of a source, or words of a refusal."""

    name: str
    data: bytes
    text: str = ""
    refused: str = ""


CASES = (
    Case("crlf.txt", CRLF.encode(), text=CRLF),
    Case("mark.txt", b"\xef\xbb\xbf" + CRLF.encode(), text=CRLF),
    Case("wide.txt", CRLF.encode("utf-16"), text=CRLF),
    Case("notes.md", b"# Line 7\n\n*Gone* for good\n", text="# Line 7\n\n*Gone* for good\n"),
    Case("binary.txt", b"\x7fELF\x02\x01\x00\x00" * 900, refused="Nothing was taken in"),
    Case("picture.html", b"\x89PNG\r\n\x1a\n\x00\x00" * 900, refused="Nothing was taken in"),
    Case("empty.md", b"", refused="is empty"),
    Case("spaces.txt", b" \r\n\t \n", refused="nothing but spaces"),
)


@pytest.fixture
def reader(window, qtbot):
    """The window with an empty check, and a way to drop a file on it."""
    assert window.shelf.new_check("Is ferry line 7 gone for good?")

    def drop(path):
        window.notices.hide()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
        at, none = QPointF(300, 300), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), *keys, none))
        QApplication.sendEvent(window, QDropEvent(at, *keys, none))
        qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=30_000)

    window.drop = drop
    return window


def is_a_sentence(words):
    return words[:1] in "“ABCDEFGHIJKLMNOPQRSTUVWXYZ" and words.endswith(".") and "!" not in words


def assert_refused(window, before, name):
    assert is_a_sentence(window.notices.text), (name, window.notices.text)
    assert name in window.notices.text
    assert window.desk.check == before
    assert not window.desk.is_dirty


def test_each_file_becomes_a_source_as_it_is_or_is_refused_in_a_sentence(reader, tmp_path):
    for case in CASES:
        path = tmp_path / case.name
        path.write_bytes(case.data)
        before = reader.desk.check
        reader.desk.flush()
        reader.drop(path)
        if case.refused:
            assert_refused(reader, before, case.name)
            assert case.refused in reader.notices.text
        else:
            assert reader.desk.check.sources[:-1] == before.sources
            assert reader.desk.check.sources[-1].version.text == case.text
            sha256 = reader.desk.check.sources[-1].version.sha256
            assert reader.shelf.store.original(sha256) == case.data


def test_what_cannot_be_read_at_all_is_refused_in_a_sentence(reader, tmp_path):
    folder, huge = tmp_path / "folder.txt", tmp_path / "huge.txt"
    folder.mkdir()
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    before = reader.desk.check
    for path in (folder, huge, tmp_path / "missing.txt"):
        reader.drop(path)
        assert_refused(reader, before, path.name)


def test_a_saved_page_becomes_its_article(reader, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    reader.drop(path)
    source = reader.desk.check.sources[0]
    assert "sell the ferry Solveig" in source.version.text
    assert "October & sails daily." in source.version.text
    assert "alert" not in source.version.text
    assert source.version.media_type == "text/html"
    assert reader.shelf.store.original(source.version.sha256) == PAGE.encode()


def test_an_old_encoding_is_read_with_a_word_about_it_or_refused(reader, tmp_path):
    clear = "Der Bürgermeister sagte, die Fähre ist für die Stadt nicht mehr zu halten. " * 3
    path = tmp_path / "alt.txt"
    path.write_bytes(clear.encode("latin-1"))
    reader.drop(path)
    assert reader.desk.check.sources[0].version.text == clear
    assert is_a_sentence(reader.notices.text)
    before = reader.desk.check
    reader.desk.flush()
    unclear = tmp_path / "raetsel.txt"
    unclear.write_bytes(bytes(range(0xC0, 0xFF)) * 3)
    reader.drop(unclear)
    assert_refused(reader, before, "raetsel.txt")


def test_an_article_with_every_trap_keeps_its_places_right(reader, hands, tmp_path):
    path = tmp_path / "crlf.txt"
    path.write_bytes(CRLF.encode())
    reader.drop(path)
    view = reader.workspace.article.view
    view.setFocus()
    hands.tap("J", "J", "C")
    claim = reader.desk.check.claims[0]
    passage = reader.desk.check.passage(claim.passage_ids[0])
    assert passage.selector.exact == "Cafe\u0301, הלוי 🌉."
    start, end = passage.selector.start, passage.selector.end
    assert CRLF[start:end] == passage.selector.exact
    hands.tap("Ctrl+Z")
    assert reader.desk.check.claims == ()
