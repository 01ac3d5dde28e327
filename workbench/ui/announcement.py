"""What a screen reader says without being asked: what a change of the check did, wherever it was.

Undo is told the same way, because it is the change that is looked at and not what made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench.ui.status_word import status_words
from workbench.ui.wording import source_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from workbench.core.check import Check
    from workbench.core.claim import Claim
    from workbench.ui.main_window import MainWindow


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say words when it has said what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 10 ms at launch

    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Announcer(QObject):
    """Says what changes in the open check beside the field that somebody writes in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.desk.check_changed.connect(self._on_check_changed)
        window.workspace.article.text_shown.connect(self._describe_article)
        self._describe_article()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or (old.claims, old.passages) != (new.claims, new.passages):
            self._describe_article()
        if old is not None:
            announce(self._window, " ".join(self._told(old, new)))

    def _told(self, old: Check, new: Check) -> Iterator[str]:
        """Yield a sentence for each change that the person may not have the keyboard at."""
        if old.sources is not new.sources:
            yield from self._told_of_sources(old, new)
        if old.claims is not new.claims:
            yield from self._told_of_claims(old, new)

    def _told_of_sources(self, old: Check, new: Check) -> Iterator[str]:
        before = {source.id for source in old.sources}
        for number, source in enumerate(new.sources, start=1):
            if source.id not in before:
                name = source_name(source, number)
                yield self.tr("Source {n} has come in: {name}.").format(n=number, name=name)
        if len(before - {source.id for source in new.sources}):
            yield self.tr("A source is gone; {n} are left.").format(n=len(new.sources))

    def _told_of_claims(self, old: Check, new: Check) -> Iterator[str]:
        before = {claim.id: claim for claim in old.claims}
        for number, claim in enumerate(new.claims, start=1):
            was = before.pop(claim.id, None)
            if was is None:
                words = self.tr("Claim {n} is new: {status}.")
                yield words.format(n=number, status=status_words(claim.status))
            elif was is not claim:
                yield from self._told_of_claim(number, was, claim)
        if before:
            yield self.tr("A claim is gone; {n} are left.").format(n=len(new.claims))

    def _told_of_claim(self, number: int, was: Claim, claim: Claim) -> Iterator[str]:
        if was.status != claim.status:
            words = self.tr("Claim {n}: {status}.")
            yield words.format(n=number, status=status_words(claim.status))
        if len(was.evidence) != len(claim.evidence):
            words = self.tr("Claim {n} has {count} pieces of evidence.")
            yield words.format(n=number, count=len(claim.evidence))

    @Slot()
    def _describe_article(self) -> None:
        """Say of the article how many passages are marked in it, and for which claims."""
        article = self._window.workspace.article
        if article.source_id:
            article.setAccessibleName(self.tr("Article and its sources"))
        else:
            article.setAccessibleName(self.tr("Place for the first source"))
        view = article.view
        numbers = sorted({number for mark in view.highlights for number, *_ in mark.claims})
        words = self.tr("{n} passages are marked, for claims {claims}.")
        told = words.format(n=len(view.highlights), claims=", ".join(map(str, numbers)))
        view.setAccessibleDescription(told if numbers else self.tr("No passage is marked."))
