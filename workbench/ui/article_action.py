"""What the actions on the article do: one method for each, by the name it has in `action.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow


class ArticleActions(QObject):
    """The actions that read, mark and move in the article in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def next_source(self) -> None:
        """Go to the next source."""
        if self._window.shows_check:
            self._window.workspace.article.step_source(1)

    def previous_source(self) -> None:
        """Go to the previous source."""
        if self._window.shows_check:
            self._window.workspace.article.step_source(-1)

    def go_back(self) -> None:
        """Return to where the reader was before the last jump."""
        if self._window.shows_check:
            self._window.workspace.article.go_back()

    def find_in_article(self) -> None:
        """Find words in the article."""
        if self._window.shows_check:
            self._window.workspace.article.find_words()

    def claim_here(self) -> None:
        """Make a claim of the selection."""
        if self._window.shows_check:
            self._window.workspace.article.ask_claim()

    def evidence_here(self) -> None:
        """Tie the selection to a claim."""
        if self._window.shows_check:
            self._window.workspace.article.ask_evidence()

    def event_here(self) -> None:
        """Make an event of the selection."""
        if self._window.shows_check:
            self._window.workspace.article.ask_event()

    def quote_here(self) -> None:
        """Quote the selection in the draft."""
        if self._window.shows_check:
            self._window.workspace.article.ask_quote()

    def span_here(self) -> None:
        """Say what the selection is."""
        if self._window.shows_check:
            self._window.workspace.article.ask_span()

    def show_noticed(self) -> None:
        """Show the list of what is noticed, or put it away."""
        if self._window.shows_check:
            self._window.aids.switch_list()

    def switch_aids(self) -> None:
        """Underline what is noticed in the article, or no longer."""
        self._window.aids.switch_lines()

    def take_proposals(self) -> None:
        """Take what the article states of itself."""
        if self._window.shows_check:
            self._window.proposing.take_all()

    def edit_anchor(self) -> None:
        """Go where the date stands that the source's relative dates are told by."""
        if self._window.shows_check and self._window.desk.check.sources:
            self._window.workspace.edit_anchor()

    def show_proposals(self) -> None:
        """Put the keyboard on what is proposed for the article."""
        if self._window.shows_check:
            self._window.proposing.begin()

    def zoom_in(self) -> None:
        """Make the article larger."""
        self._window.workspace.article.view.zoom_by(1)

    def zoom_out(self) -> None:
        """Make the article smaller."""
        self._window.workspace.article.view.zoom_by(-1)
