"""Sentences put together in English are told again, with what stands in them."""

from __future__ import annotations

import pytest

from workbench.house.sentence_book import SentenceBook

WORDS = {
    "confirmed": "bestätigt",
    "reported": "berichtet",
    "outlet": "Medium",
    "title": "Titel",
    "errors": "Fehler",
    "warning": "Warnung",
    "and": "und",
    "analysis": "Analyse",
    "Nothing was taken in.": "Nichts wurde aufgenommen.",
    "“{name}” is a folder, not a file.": "„{name}“ ist ein Ordner, keine Datei.",
    "Claim {number}: {was} → {now}": "Behauptung {number}: {was} → {now}",
    "The pre-flight has found {found}.": "Die Vorabprüfung hat gefunden: {found}.",
    "This stands nowhere: “{text}”.": "Das steht nirgends: „{text}“.",
    "{length} of {limit}": "{length} von {limit}",
    "{text} here, {text} there": "{text} hier und dort",
}


@pytest.fixture
def told():
    return SentenceBook(WORDS, lambda text: text).told


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("confirmed", "bestätigt"),
        ("Confirmed", "Bestätigt"),
        ("Claim 2: reported → confirmed", "Behauptung 2: berichtet → bestätigt"),
        ("outlet and title", "Medium und Titel"),
        (
            "The pre-flight has found 2 errors and 1 warning.",
            "Die Vorabprüfung hat gefunden: 2 Fehler und 1 Warnung.",
        ),
        (
            "“call. Final.pdf” is a folder, not a file. Nothing was taken in.",
            "„call. Final.pdf“ ist ein Ordner, keine Datei. Nichts wurde aufgenommen.",
        ),
        ("12 of 280", "12 von 280"),
        ("Nothing was taken in.\nconfirmed", "Nichts wurde aufgenommen.\nbestätigt"),
        ("A here, A there", "A hier und dort"),
    ],
)
def test_what_is_known_is_told(told, said, wanted):
    assert told(said) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "The Ledger",
        "Ada Okafor of Port Maren",  # “of” alone makes no pattern
        "A here, B there",
        "outlet and something else",
        "",
    ],
)
def test_a_persons_own_words_stay(told, words):
    assert told(words) == words


def test_what_stands_in_quotation_marks_is_quoted_not_told(told):
    assert told("This stands nowhere: “analysis”.") == "Das steht nirgends: „analysis“."
    assert told("“analysis” is a folder, not a file.") == "„analysis“ ist ein Ordner, keine Datei."


def test_words_that_no_pattern_knows_are_handed_on():
    book = SentenceBook(WORDS, lambda text: text.replace("July", "Juli"))
    assert book.told("7 July 2026") == "7 Juli 2026"
