"""What to know before posts go out: too long for their network, alt text missing or too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.alt_text import alt_count
from workbench.publish.count import count
from workbench.publish.post_thread import parts_for

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House


def post_cautions(check: Check, house: House) -> tuple[str, ...]:
    """Return sentences about posts that a network would not take as they are."""
    told: list[str] = []
    posted = [network for network in house.networks if parts_for(check, network)]
    for network in posted:
        parts = parts_for(check, network)
        for number, part in enumerate(parts, start=1):
            counted = count(part, network)
            if not counted.valid:
                what = "The post" if len(parts) == 1 else f"Part {number} of the thread"
                length = f"{counted.length} of {counted.limit}"
                told.append(f"{what} for {network.name} is too long: {length}.")
    if posted and alt_count(check, posted[0]).missing:
        told.append("A picture goes out without alt text.")
    for network in posted:
        alt = alt_count(check, network)
        if alt.over:
            length = f"{alt.length} of {alt.limit}"
            told.append(f"The alt text is too long for {network.name}: {length}.")
    return tuple(told)
