"""The language of a text is told, or nothing is."""

from __future__ import annotations

import pytest

from workbench.reading.language import language_of

TEXTS = {
    "en": "The mayor said that the bridge will stay closed until it is safe for all of the trucks.",
    "de": "Die Brücke ist nicht für den Verkehr frei, und das ist auch nach dem Abend noch so.",
    "fr": "Le pont est fermé pour les camions, et il ne sera pas ouvert dans les jours à venir.",
    "es": "El puente no se abrirá para los camiones, según dijo la alcaldesa la tarde del lunes.",
    "ja": "橋は安全が確認されるまで閉鎖されると市長は述べた。",
    "he": "הגשר יישאר סגור למשאיות עד שייבדק, אמר ראש העיר",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language_is_told(code):
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "Bridge shut", "1234 " * 50, "lorem dolor amet elit " * 10])
def test_too_little_says_nothing(text):
    assert language_of(text) == ""


def test_a_quotation_in_another_script_changes_nothing():
    assert language_of(f"{TEXTS['en']} “{TEXTS['he'][:20]}”") == "en"
