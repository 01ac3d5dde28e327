"""The passages that the claims of the sample check point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_id import sample_id
from sample_source import only_place

from workbench.core.quote import Passage
from workbench.reading.quote import selector_for

if TYPE_CHECKING:
    from workbench.core.source import Source

# What a passage is called here, the source it stands in, and its words.
_PASSAGES: dict[str, tuple[str, str]] = {
    "ledger reported": (
        "bay",
        "The Ledger reported on Tuesday that Governor Ines Lindqvist privately called Mayor Samuel"
        " Okafor last week to reopen talks on the Harbor Bridge, according to two people familiar"
        " with the call.",
    ),
    "headline": ("bay", "Harbor Bridge Deal Is Back On, and It Took One Phone Call"),
    "dialed herself": ("bay", "the governor dialed the mayor herself"),
    "back on the table": (
        "bay",
        "the governor did what a year of letters could not: she put the bridge back on the table",
    ),
    "run for the Senate": (
        "bay",
        "she put the bridge back on the table, and with it, perhaps, a run for the Senate.",
    ),
    "draft on the desk": ("bay", "The draft, we are told, is already on the mayor’s desk."),
    "not on money": (
        "bay",
        "The Ledger’s account centered on the call itself, not on new money or a signed agreement.",
    ),
    "ferry crews, repeated": (
        "bay",
        "I will not sign an agreement that leaves the ferry crews behind",
    ),
    "coast decides": (
        "bay",
        "The coast decides close elections, and the governor lost it the last time she asked for"
        " its votes.",
    ),
    "Okafor called": (
        "bay",
        "Mr. Okafor called the governor last year, after the spring floods, to ask for emergency"
        " money.",
    ),
    "Okafor telephoned": (
        "wire",
        "Mayor Samuel Okafor telephoned Governor Ines Lindqvist on Tuesday evening to ask for"
        " emergency money for the flooded ferry landings",
    ),
    "plan collapsed": (
        "wire",
        "A plan to share the cost of a new bridge collapsed in March over the ferries that run"
        " beside it",
    ),
    "Renner telephoned": (
        "loose",
        "Dale Renner telephoned Mayor Samuel Okafor at home on Saturday and spent the better part"
        " of an hour on the Harbor Bridge",
    ),
    "Renner in the spring": (
        "loose",
        "Renner had also called in the spring, days after the flood, to ask whether the mayor’s"
        " family was safe",
    ),
    "no draft": (
        "city",
        "The city has not received a draft agreement from the state, and I have not been asked to"
        " sign one.",
    ),
    "there is not": (
        "city",
        "People have asked me since yesterday whether there is a deal on the Harbor Bridge. There"
        " is not.",
    ),
    "private conversations": (
        "city",
        "I do not describe private conversations, and I will not say whether one took place.",
    ),
    "with anyone": ("city", "I will speak with anyone who wants to build a bridge that lasts."),
    "ferry crews": (
        "city",
        "I will not sign an agreement that leaves the ferry crews behind.",
    ),
}


def passages(dossier: dict[str, Source]) -> dict[str, Passage]:
    """Return the passages by their names here, each exactly where its words stand."""
    found = {}
    for name, (key, words) in _PASSAGES.items():
        version = dossier[key].version
        start = only_place(version.text, words)
        found[name] = Passage(
            id=sample_id(f"passage {name}"),
            source_id=dossier[key].id,
            version_id=version.id,
            selector=selector_for(version.text, start, start + len(words)),
        )
    return found
