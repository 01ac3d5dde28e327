"""Conflicts of the open check: told in the line at the bottom, listed, and led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.ui.main_window import MainWindow
    from workbench.ui.workspace_view import WorkspaceView

_TAB = "conflicts"


class ConflictDesk(QObject):
    """Brings the list of conflicts to the front, and from there leads to the places."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.workspace.pane_makers[_TAB] = self._made_pane
        window.status.conflicts_asked.connect(self.show_list)
        window.desk.check_changed.connect(self._on_check_changed)
        if window.desk.has_check:
            self._on_check_changed(None, window.desk.check)

    @Slot()
    def show_list(self) -> None:
        """Bring the list to the front, with the keyboard on it."""
        if self._window.shows_check:
            self._window.workspace.enter_tab(_TAB)

    def _made_pane(self) -> QWidget:
        from workbench.ui.conflict_pane import ConflictPane

        window = self._window
        pane = ConflictPane(window.desk, window.house)
        pane.shown.connect(lambda path: go_to(window.workspace, window.desk.check, path))
        pane.settled.connect(window.workspace.removed)
        pane.trouble.connect(window.tell_trouble)
        pane.closed.connect(lambda: window.workspace.enter_tab("claims"))
        return pane

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None or (old is not None and old.conflicts is new.conflicts):
            return
        count = sum(one.settled_at is None for one in new.conflicts)
        if not count:
            self._window.status.show_conflicts("")
            return
        from workbench.ui.conflict_pane import conflict_words

        self._window.status.show_conflicts(conflict_words(count))


def go_to(workspace: WorkspaceView, check: Check, path: str) -> None:
    """Bring the field that a path leads to to the front, as far as it has one."""
    from workbench.core.check_path import steps_of

    steps = steps_of(path)
    family, item = steps[0], steps[1] if len(steps) > 1 else ""
    field: QWidget | None = None
    if family == "claims" and any(one.id == item for one in check.claims):
        workspace.show_claim(item)
        name = f"claim_{steps[2]}" if len(steps) > 2 else "claim_as_supported"
        field = workspace.claims.findChild(QWidget, name)
        if field is None:
            workspace.claims.setFocus(Qt.FocusReason.OtherFocusReason)
    elif family == "claims":
        workspace.enter_tab("claims")
    elif family == "passages" and any(one.id == item for one in check.passages):
        workspace.article.show_passage(item)
    elif family == "sources":
        if any(one.id == item for one in check.sources):
            workspace.article.show_source(item)
        workspace.enter_tab("sources")
        name = f"source_{steps[2]}" if len(steps) > 2 else ""
        field = workspace.sources.findChild(QWidget, name) if name else None
    elif family == "events":
        workspace.enter_tab("timeline")
    elif family == "posts":
        workspace.show_tab("posts")
        name = f"post_text_{item}" if item else "post_common"
        field = workspace.posts.findChild(QWidget, name)
    elif family in _OF_PUBLICATION:
        workspace.enter_tab("publication")
    elif family == "title":
        field = workspace.header.title
    else:
        workspace.show_tab("draft")
        field = _draft_field(workspace.draft, steps)
    if field is not None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)


_OF_PUBLICATION = frozenset({"state", "sign_offs", "state_changes", "corrections", "votes"})
_DRAFT_FIELDS = {
    "author": "check_author",
    "reviewer": "check_reviewer",
    "verdict": "verdict_reason",
    "images": "image_caption",
    "watch_items": "watch_new",
    "read_next": "read_next_title",
    "notes": "check_notes",
}


def _draft_field(draft: QWidget, steps: tuple[str, ...]) -> QWidget | None:
    names = [f"draft_{steps[2]}"] if steps[0] == "draft" and len(steps) > 2 else []
    names.append(_DRAFT_FIELDS.get(steps[0], f"check_{steps[0]}"))
    found = (draft.findChild(QWidget, name) for name in names)
    return next((field for field in found if field is not None), draft)
