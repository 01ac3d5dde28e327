"""Whole stories through a real window: nothing is clicked or called that a person would not."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_order(qt_watch):
    """Every story leaves no window, no modal and no job behind."""
