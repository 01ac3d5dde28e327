"""Choosing the language of the window: asked in the notice bar, worn from the next start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from workbench.ui import setting
from workbench.ui.language import ENGLISH, language_for

if TYPE_CHECKING:
    from workbench.ui.notice import NoticeBar
    from workbench.ui.setting import Settings


class LanguageChoice(QObject):
    """Asks for a language and keeps the answer."""

    def __init__(self, settings: Settings, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._settings = settings
        self._notices = notices

    def ask(self) -> None:
        """Ask which language the window is to speak, each by its own name."""
        from workbench.house.catalogue import languages

        system = name_of(language_for(""))
        codes = (ENGLISH, *languages())
        self._notices.ask(
            self.tr("Which language is the window to speak from the next start?"),
            (
                (
                    self.tr("As the system: {language}").format(language=system),
                    partial(self.keep, ""),
                ),
                *((name_of(code), partial(self.keep, code)) for code in codes),
                (self.tr("Leave it as it is"), self._notices.hide),
            ),
        )

    def keep(self, code: str) -> None:
        """Keep the language with a code, or that of the system for an empty one."""
        self._settings.set(setting.LANGUAGE, code)
        words = self.tr("From the next start the window speaks {language}.")
        self._notices.say(words.format(language=name_of(code or language_for(""))))


def name_of(code: str) -> str:
    """Return what a language calls itself: "Deutsch"."""
    if code == ENGLISH:
        return "English"
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]
