"""What the actions for comments do: one method for each, by its name in `action.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.comment_desk import CommentDesk
from workbench.ui.review_action import ReviewActions

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings


class CommentActions(ReviewActions):
    """The actions that comment on what has the keyboard, and list what was said."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window, settings)
        self.comments = CommentDesk(window, settings)

    def comment_here(self) -> None:
        """Comment on what has the keyboard, or answer the comment at the caret."""
        self.comments.comment_here()

    def show_comments(self) -> None:
        """Go to the list of comments."""
        self.comments.show_list()

    def close_review_sheets(self) -> None:
        """Put away the sheets for reviews and comments."""
        super().close_review_sheets()
        self.comments.close_sheet()
