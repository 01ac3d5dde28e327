"""What the actions for reviews do: one method for each, by its name in `action.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.reviewer_mode import ReviewerMode
from workbench.ui.suggesting import Suggesting
from workbench.ui.suggestion_desk import SuggestionDesk
from workbench.ui.travel_action import TravelActions

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings
    from workbench.ui.suggestion_intake import SuggestionIntake


class ReviewActions(TravelActions):
    """The actions for what reviewers send, suggest and leave open."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window, settings)
        self._intake: SuggestionIntake | None = None
        self.suggestions = SuggestionDesk(window)
        self.suggestions.file_asked = self.take_review
        self.suggestions.suggest_asked = self.suggest_change
        self.reviewer = ReviewerMode(window, settings)
        self.reviewer.changed.connect(lambda is_on: self.suggestions.allow_settling(not is_on))
        self.suggestions.allow_settling(not self.reviewer.is_on)
        self._suggesting = Suggesting(window, settings, self.reviewer)

    @property
    def intake(self) -> SuggestionIntake:
        """What takes in copies that came back; made when first needed."""
        if self._intake is None:
            from workbench.ui.suggestion_intake import SuggestionIntake

            self._intake = SuggestionIntake(self._window, self.suggestions.show_list)
        return self._intake

    def show_suggestions(self) -> None:
        """Go to the suggestions."""
        self.suggestions.show_list()

    def take_review(self) -> None:
        """Ask for a copy that came back, and show what is in it."""
        self.intake.ask()

    def suggest_change(self) -> None:
        """Suggest a change for the words at the cursor."""
        self._suggesting.ask()

    def switch_reviewer_mode(self) -> None:
        """Turn reviewer mode on or off."""
        self.reviewer.toggle()

    def take_returned(self, path: Path, otherwise: object) -> None:
        """Take in a file that may be a copy that came back; `otherwise` takes all else."""
        self.intake.take(path, otherwise)  # type: ignore[arg-type]

    def close_review_sheets(self) -> None:
        """Put away what lies over the window."""
        self._suggesting.close_sheet()
        if self._intake is not None:
            self._intake.close_sheet()

    def shutdown(self) -> None:
        """Stop what works in the background; the window is closing."""
        self.suggestions.shutdown()
