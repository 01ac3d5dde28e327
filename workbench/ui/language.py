"""The language of the window: which one it is, and how words and dates get into it.

English is what the program is written in: for it nothing is loaded and nothing is looked up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from PySide6.QtCore import QLocale, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

LANGUAGE = "WORKBENCH_LANGUAGE"
"""Environment variable: the code of a language, such as "de" or "en"; goes before the setting."""
ENGLISH = "en"
_P = ParamSpec("_P")
_K = TypeVar("_K")
_book: list[Callable[[str], str]] = []
"""How a sentence of a room without a window is told; empty while the window speaks English."""

_worn: list[QTranslator] = []
_spoken = [ENGLISH]


def spoken() -> str:
    """Return the code of the language that the window speaks."""
    return _spoken[0]


def told(text: str) -> str:
    """Return a sentence of a room without a window in the language of the window."""
    return _book[0](text) if _book and text else text


def in_language(words: Callable[_P, str]) -> Callable[_P, str]:
    """Return a function whose words are told in the language of the window."""

    @wraps(words)
    def telling(*args: _P.args, **kwargs: _P.kwargs) -> str:
        return told(words(*args, **kwargs))

    return telling


class Told(Mapping[_K, str]):
    """A table of words, each told in the language of the window when it is asked for."""

    def __init__(self, words: Mapping[_K, str]) -> None:
        self._words = words

    def __getitem__(self, key: _K) -> str:
        return told(self._words[key])

    def __iter__(self) -> Iterator[_K]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def language_for(chosen: str, wanted: tuple[str, ...] | None = None) -> str:
    """Return the language to speak: what the environment says, what was chosen, or the system's.

    Args:
        chosen: the person's setting; empty for the system's language.
        wanted: the codes that the system prefers, best first; asked of Qt if not given.

    """
    if wanted is None:
        wanted = tuple(QLocale.system().uiLanguages())
    for code in filter(None, (os.environ.get(LANGUAGE), chosen, *wanted)):
        short = code.replace("_", "-").partition("-")[0].lower()
        if short in (ENGLISH, "c"):
            return ENGLISH  # without looking what else there is
        from workbench.house.catalogue import languages

        if short in languages():
            return short
    return ENGLISH


def wear_language(app: QApplication, code: str) -> None:
    """Let the program speak a language from here on; call it before any window is made."""
    QLocale.setDefault(locale_for(code))
    _spoken[0] = code
    if code == ENGLISH:
        _tell_dates_as_here()
        return
    from workbench.house.catalogue import read_catalogue

    _speak_qt(app, code)
    speak(app, read_catalogue(code))
    app.setLayoutDirection(QLocale(code).textDirection())


def locale_for(code: str) -> QLocale:
    """Return how dates and numbers are written: in the language, as the person's country does."""
    system = QLocale.system()
    if system.name().partition("_")[0] == code or (code == ENGLISH and system.name() == "C"):
        return system
    language = QLocale(code).language()
    there = QLocale(language, system.territory())
    return there if there.territory() == system.territory() else QLocale(language)


def _tell_dates_as_here() -> None:
    """Let dates be told as the country does, where it does not write them as this program does."""
    form = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    if "d MMMM yyyy" not in form:
        from workbench.ui.moment import told_dates

        _book[:] = [told_dates]


def speak(app: QApplication, texts: Mapping[tuple[str, str], str]) -> None:
    """Let the program speak the words of a catalogue."""
    from workbench.house.catalogue import SAID
    from workbench.house.sentence_book import SentenceBook
    from workbench.ui.moment import told_dates
    from workbench.ui.translator import CatalogueTranslator

    translator = CatalogueTranslator(texts, app)
    app.installTranslator(translator)
    _worn.append(translator)
    said = {source: text for (context, source), text in texts.items() if context == SAID}
    _book[:] = [SentenceBook(said, told_dates).told]


def _speak_qt(app: QApplication, code: str) -> None:
    """Let Qt's own menus and buttons speak a language, as far as Qt brings it along."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)
        _worn.append(translator)


def take_off(app: QApplication) -> None:
    """Speak English again; windows that are open keep their words."""
    for translator in _worn:
        app.removeTranslator(translator)
    _worn.clear()
    _spoken[0] = ENGLISH
    _book.clear()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(locale_for(ENGLISH))
