"""Events, which are never dated by their publication."""

from __future__ import annotations

import pytest

from workbench.core.claim import Action
from workbench.core.date import stated
from workbench.core.event import Event


def test_an_event_says_something(number):
    with pytest.raises(ValueError, match="an event has an actor"):
        Event(id=number(1), what=Action())
    assert Event(id=number(1), what=Action(when=stated("2026"))).what.when.value == "2026"
