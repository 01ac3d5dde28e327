"""A network's rule for the length of a post."""

from __future__ import annotations

import pytest

from workbench.core.network import CountUnit, Network


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"key": ""}, "a key and a name"),
        ({"name": ""}, "a key and a name"),
        ({"limit": 0}, "above zero"),
        ({"byte_limit": 0}, "above zero"),
    ],
)
def test_a_network_without_room_or_name_is_refused(values, message):
    good = {"key": "n", "name": "N", "limit": 1, "unit": CountUnit.GRAPHEMES}
    assert Network(**good).byte_limit is None
    with pytest.raises(ValueError, match=message):
        Network(**good | values)
