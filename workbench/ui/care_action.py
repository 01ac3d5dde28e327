"""What the actions for the workspace as a file do: one method for each, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.article_action import ArticleActions

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.workspace_care import WorkspaceCare


class CareActions(ArticleActions):
    """The actions that look after the whole workspace."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._made_care: WorkspaceCare | None = None

    def verify_workspace(self) -> None:
        """Read all of the workspace and tell what is wrong."""
        self._care.verify()

    def compact_workspace(self) -> None:
        """Write the workspace anew without its gaps."""
        self._care.compact()

    def reindex_workspace(self) -> None:
        """Build the index of the search anew."""
        self._care.reindex()

    @property
    def _care(self) -> WorkspaceCare:
        if self._made_care is None:
            from workbench.ui.workspace_care import WorkspaceCare

            self._made_care = WorkspaceCare(self._window)
        return self._made_care
