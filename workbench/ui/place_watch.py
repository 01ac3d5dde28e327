"""Telling once for each workspace that its place is not safe."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from workbench.ui import setting

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings

_MOST = 50
"""How many workspaces are remembered."""


def tell_place(window: MainWindow, workspace: Path, settings: Settings) -> None:
    """Show a card if the workspace is on a network disk or in a synced folder, until put away."""
    from workbench.house.unsafe_place import place_warning
    from workbench.ui.note_card import NoteCard

    key = hashlib.sha256(str(workspace.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
    told = _told(settings)
    if key in told:
        return
    words = place_warning(workspace)
    if not words:
        return
    card = NoteCard("place", words)
    card.put_away.connect(
        lambda: settings.set(setting.PLACES_TOLD, json.dumps([*_told(settings), key][-_MOST:]))
    )
    window.add_card(card)


def _told(settings: Settings) -> list[str]:
    """Return the fingerprints of the workspaces that were told of; no path is kept."""
    try:
        told = json.loads(settings.get(setting.PLACES_TOLD) or "[]")
    except ValueError:
        return []
    return [key for key in told if isinstance(key, str)] if isinstance(told, list) else []
