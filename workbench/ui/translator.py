"""Gives Qt the words of a catalogue; what the catalogue does not have stays English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping


class CatalogueTranslator(QTranslator):
    """Looks words up by their context, then without it."""

    def __init__(self, texts: Mapping[tuple[str, str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return not self._texts

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's own signature
        n: int = -1,  # noqa: ARG002 - two whole texts stand for one and for many here
    ) -> str | None:
        """Return the words in the catalogue, or None, for which Qt shows the English ones."""
        texts = self._texts
        return texts.get((context, source)) or texts.get(("", source))
