"""The developer's command and the bench are scripts, not a package: let tests import them."""

import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

for folder in ("packaging", "packaging/bench"):
    if str(CHECKOUT / folder) not in sys.path:
        sys.path.append(str(CHECKOUT / folder))


@pytest.fixture
def checkout():
    """The project's own folder."""
    return CHECKOUT
