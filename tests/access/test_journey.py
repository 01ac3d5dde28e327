"""A person who hears the window makes a check and exports it; nobody imports anything of it."""

from __future__ import annotations

import time

import pytest

from tests.access import journey

LONGEST = 60
"""Seconds that the story may take, from the first key on."""


@pytest.mark.slow
def test_a_check_is_made_and_exported_by_ear(reader, tmp_path):
    start = time.monotonic()
    journey.tell(reader, tmp_path)
    assert time.monotonic() - start < LONGEST
