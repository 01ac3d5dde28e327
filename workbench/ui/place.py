"""Where the person left: window, tab, source and line, kept from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui import setting

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

    from workbench.store.glance import Glance
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings


def restore_window(window: MainWindow, settings: Settings) -> None:
    """Give a window's parts the width and zoom they had."""
    split: QByteArray = settings.get(setting.SPLIT)
    if not split.isEmpty():
        window.workspace.splitter.restoreState(split)
    window.workspace.article.view.set_zoom(settings.get(setting.ARTICLE_ZOOM))


def show_glance(window: MainWindow, glance: Glance, settings: Settings) -> None:
    """Show the check that was open last at a glance, at its claim and line."""
    window.workspace.show_glance(
        glance, settings.get(setting.LAST_CLAIM), settings.get(setting.LAST_PLACE)
    )


def restore_place(window: MainWindow, settings: Settings) -> None:
    """Go back to the source, line, claim and tab that were open last."""
    workspace = window.workspace
    workspace.article.show_source(settings.get(setting.LAST_SOURCE))
    workspace.article.view.scroll_to(settings.get(setting.LAST_PLACE))
    claim_id = settings.get(setting.LAST_CLAIM)
    if any(claim.id == claim_id for claim in window.desk.check.claims):
        workspace.claims.choose(claim_id)
    tab = settings.get(setting.LAST_TAB)
    if tab in ("sources", "draft", "posts", "timeline"):
        workspace.show_tab(tab)


def keep_place(window: MainWindow, settings: Settings) -> None:
    """Note where the person is, and write it to the disk."""
    workspace = window.workspace
    settings.set(setting.GEOMETRY, window.saveGeometry())
    if not workspace.share.is_single:  # as it was, for when both are beside each other again
        settings.set(setting.SPLIT, workspace.splitter.saveState())
    settings.set(setting.ARTICLE_ZOOM, workspace.article.view.zoom)
    settings.set(setting.LAST_CHECK, window.desk.check.id if window.shows_check else "")
    settings.set(setting.LAST_SOURCE, workspace.article.source_id)
    settings.set(setting.LAST_CLAIM, workspace.claims.claim_id)
    settings.set(setting.LAST_PLACE, workspace.article.view.verticalScrollBar().value())
    settings.set(setting.LAST_TAB, workspace.tab)
    settings.flush()
