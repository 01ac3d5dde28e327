"""The catalogues have every text of the program, keep its marks, and have nothing left over."""

from __future__ import annotations

import ast

import pytest
import source_text
import translations

from workbench.house.catalogue import Entry, entries_in


def texts_in(source):
    """Return the texts of a module of the window."""
    return list(source_text._window_texts(ast.parse(source)))


def sentences_in(source, place="intake/x.py"):
    """Return the sentences of a module of a room without a window."""
    found = source_text._shown_texts(ast.parse(source), place)
    return [sentence for text in found for sentence in source_text._sentences(text)]


def entry(source, text, context=""):
    return Entry(context=context, source=source, text=text, places=("ui/x.py",))


@pytest.mark.parametrize(
    "file", sorted(translations.FOLDER.glob("*.po")), ids=lambda file: file.stem
)
def test_a_language_has_no_gaps(file):
    """Mend it with `python3 packaging/dev.py translations`, and write what it names."""
    entries = list(entries_in(file.read_text(encoding="utf-8")))
    assert translations.gaps(entries, source_text.source_texts()) == []
    assert len(entries) > 1_500


@pytest.mark.parametrize(
    "file", sorted(translations.FOLDER.glob("*.po")), ids=lambda file: file.stem
)
def test_a_catalogue_is_written_as_it_is_kept(file):
    text = file.read_text(encoding="utf-8")
    assert translations.written(text.split("\n\n")[0], list(entries_in(text))) == text


def test_texts_are_found_wherever_they_are_marked():
    found = texts_in(
        "def _tr(text): return QCoreApplication.translate('link', text)\n"
        "class Pane:\n"
        "    def show(self):\n"
        "        self.tr('One ' 'sentence')\n"
        "        _tr('Open it')\n"
        "        translate('aid', 'page')\n"
        "        self.tr(name)\n"
        "WORDS = {1: QT_TRANSLATE_NOOP('status', 'Confirmed')}\n"
    )
    assert set(found) == {
        ("One sentence", "Pane"),
        ("Open it", "link"),
        ("page", "aid"),
        ("Confirmed", "status"),
    }


def test_sentences_of_other_rooms_are_found_with_holes_for_what_changes():
    found = sentences_in(
        "SAFE = 'Nothing was taken in.'\n"
        "def read(path, error):\n"
        "    '''Not a sentence of the window.'''\n"
        "    raise UserError(f'“{path.name}” is a folder. {SAFE}', f'{error.hint or None} Look.')\n"
        "    return Proposal(value='x', basis=f'line {line.number} of the text')\n"
        "    log('not shown')\n"
    )
    assert found == [
        "“{name}” is a folder.",
        "Nothing was taken in.",
        "Look.",
        "line {number} of the text",
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{n} sources", "{m} Quellen"),
        ("{n} sources", "Quellen"),
        ("%d quotes", "Zitate"),
        ("&Pack", "Packen"),
        ("Open …", "Öffnen"),
        ("<b>Gone</b>", "Weg"),
        (" (now)", "(jetzt)"),
        ("Two\nlines", "Zwei Zeilen"),
    ],
)
def test_a_translation_that_loses_a_mark_is_found(source, text):
    assert translations.faults_in(entry(source, text))


def test_what_is_missing_empty_stale_or_double_is_found():
    texts = [source_text.SourceText("", one, {"Pane"}, ["ui/x.py"]) for one in ("One", "Two")]
    entries = [entry("One", ""), entry("Gone", "Weg"), entry("One", "", "Pane"), entry("One", "")]
    found = translations.gaps(entries, texts)
    assert {one.partition(":")[0] for one in found} == {
        "there twice",
        "missing",
        "not translated",
        "not in the program any more",
    }


def test_a_word_with_a_context_of_its_own_is_kept():
    texts = [source_text.SourceText("", "Open", {"Pane", "Button"}, ["ui/x.py"])]
    entries = [entry("Open", "Offen"), entry("Open", "Öffnen", "Button")]
    assert translations.renewed(entries, texts) == entries
    assert translations.gaps(entries, texts) == []
