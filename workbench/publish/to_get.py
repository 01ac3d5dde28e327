"""The to-get list in words: what is to be found, what for, and who led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.wording import source_name
from workbench.rules.name import listed
from workbench.rules.to_get import to_get

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.to_get import ToGet


def purpose_words(check: Check, item: ToGet) -> str:
    """Return what a report is to be found for: "for claims 1 and 3, cited by Bay Commentary"."""
    numbers = tuple(str(check.claim_number(ref)) for ref in item.claim_ids)
    if not numbers:
        parts = ["for no claim yet"]
    elif len(numbers) == 1:
        parts = [f"for claim {numbers[0]}"]
    else:
        parts = [f"for claims {listed(numbers)}"]
    ids = [source.id for source in check.sources]
    if item.from_ids:
        places = [ids.index(ref) for ref in item.from_ids]
        names = tuple(source_name(check.sources[place], place + 1) for place in places)
        names = tuple(dict.fromkeys(names))
        told = listed(names)
        parts.append(f"perhaps behind {told}" if item.inferred else f"behind {told}")
    words = ", ".join(parts)
    if item.source_ids:
        here = listed(tuple(str(ids.index(ref) + 1) for ref in item.source_ids))
        several = len(item.source_ids) > 1
        offer = f"sources {here} may be it" if several else f"source {here} may be it"
        words = f"{words}; {offer}, link it in “Relies on”"
    return words


def to_get_text(check: Check) -> str:
    """Return the whole list as plain text, one report in a line; empty if everything is in hand."""
    return "".join(f"- {item.name}: {purpose_words(check, item)}\n" for item in to_get(check))
