"""What is written in the sample check: draft, posts, verdict, watch items, picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_id import sample_id

from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.date import stated
from workbench.core.draft import Draft, DraftPart, Image, Post, WatchItem
from workbench.core.record import Precedent
from workbench.core.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.quote import Passage

# A name in braces is the passage that the sentence before it cites.
# Lines are wrapped here for reading only: a paragraph is one line, as in the window.
_PARTS = {
    "quick_read": """
- The Ledger reported that Governor Ines Lindqvist privately called Mayor Samuel Okafor in the week
before July 7, 2026, citing two people it does not name; we have the report only
second-hand.{ledger reported}
- A call is not a deal: the mayor says in writing that the city has received no draft
agreement.{no draft}
""",
    "lede": """
Did the governor call the mayor to bring the Harbor Bridge deal back? The Ledger reported on July 7,
2026, that Governor Ines Lindqvist privately called Mayor Samuel Okafor, citing two people familiar
with the call.{ledger reported} Bay Commentary passed the report on two days later and added what it
makes of it.{back on the table}

The Ledger’s own text is not in hand, and nobody has confirmed the call on the record.[^analysis]
The mayor will not say whether it took place.{private conversations}
""",
    "versions": """
The short version adds two things that the report, as relayed, does not carry: a reason for the
call, and a result.[^analysis]
""",
    "what_happened": """
Bay Commentary relays the report in one sentence: the governor “privately called Mayor Samuel Okafor
last week to reopen talks on the Harbor Bridge, according to two people familiar with the
call.”{ledger reported} It adds that the report “centered on the call itself, not on new money or a
signed agreement.”{not on money} The rest of the page, the draft on the mayor’s desk and the run for
the Senate, is commentary.[^analysis]

On July 8, 2026, the mayor answered in a written statement.{no draft} “The city has not received a
draft agreement from the state, and I have not been asked to sign one,” he said.{no draft} About the
call he said: “I do not describe private conversations, and I will not say whether one took
place.”{private conversations}

Two other calls are easily mistaken for this one.[^analysis] In May 2025 it was the mayor who
telephoned the governor, about flood damage, Coast Wire reported at the time.{Okafor telephoned} And
a text without date, author or outlet tells of a call to the mayor about the bridge from Dale
Renner, the former governor.{Renner telephoned} Neither says anything about July 2026.[^analysis]
""",
    "why_person": """
The mayor is the one official in this story who has put anything in writing, and the one whose
signature a shared plan would need. The last plan failed in March 2025 over the ferries beside the
bridge, Coast Wire reported, and his condition has not moved since then. A governor who wants a new
plan has to go through him. That makes a call plausible, which is not the same as shown.
""",
    "not_confirmed": """
A private call, if there was one, is contact.[^analysis] It is not a negotiation, and it is not a
candidacy.[^analysis]
""",
    "why_it_matters": """
If talks have reopened, the people who live beside the bridge and the crews of the ferries should
hear it from those who are talking, and before a draft exists rather than after. If they have not,
one reported call is being spent twice: as proof of a deal and as proof of a campaign.
""",
    "watch": """
Each of these would change a line of this check.
""",
    "how_we_know": """
We read the four texts listed under Sources and asked the governor’s press office on July 9, 2026,
whether the call took place and what it was about.
""",
}
_HEADINGS = {"why_person": "Why Okafor matters"}
_ITEM = "- "
_COMMON_POST = (
    "Did the governor call the mayor to revive the Harbor Bridge deal? The Ledger reports a call,"
    " from two unnamed people; its text is not in hand. Not confirmed: that talks have reopened, or"
    " a Senate run. The mayor: no draft received. [LINK]"
)
_LONG_POST = (
    "Did Governor Lindqvist call Mayor Okafor to revive the Harbor Bridge deal?\n\n"
    "What is reported: a private call in the week before July 7, 2026. The Ledger has it from two"
    " people it does not name; we have the report only as Bay Commentary relays it.\n\n"
    "What is not confirmed: that the state and the city have reopened talks on the Harbor Bridge,"
    " or that the governor has decided to run for the Senate.\n\n"
    "What is on the record: the mayor says that the city has received no draft agreement.\n\n"
    "[LINK]"
)


def draft(passages: Mapping[str, Passage]) -> Draft:
    """Return the typed parts, in the order of their keys as the window stores them."""
    marks = {name: mark_for(citation_key(one.id)) for name, one in passages.items()}
    return Draft(
        parts=tuple(
            DraftPart(
                key=key,
                text=_unwrapped(_PARTS[key]).format_map(marks),
                heading=_HEADINGS.get(key, ""),
            )
            for key in sorted(_PARTS)
        )
    )


def _unwrapped(text: str) -> str:
    """Return text with every paragraph and every list item on one line."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(
        paragraph.replace(f"\n{_ITEM}", "\0").replace("\n", " ").replace("\0", f"\n{_ITEM}")
        for paragraph in paragraphs
    )


def posts() -> tuple[Post, ...]:
    """Return the text that all networks start from, and a longer one where there is room."""
    return (Post(text=_COMMON_POST), Post(network="linkedin", text=_LONG_POST))


def verdict() -> Verdict:
    """Return the rating: a label of the house scale, in words of our own, with its reason."""
    return Verdict(
        scale="house",
        label="developing",
        wording="reported call, no revived deal",
        reason=(
            "One outlet reports the call, from two people it does not name; the mayor says that the"
            " city has received no draft agreement, and nobody has confirmed that talks reopened."
        ),
    )


def watch_items(claim_ids: dict[str, str]) -> tuple[WatchItem, ...]:
    """Return three signals, each tied to the claim that it would change."""
    return (
        WatchItem(
            id=sample_id("watch reply"),
            text=(
                "Whether the governor’s office answers if the call took place and what it was about"
            ),
            claim_id=claim_ids["call"],
            due=stated("2026-07-17"),
        ),
        WatchItem(
            id=sample_id("watch council"),
            text=(
                "Whether the council’s public meeting on the bridge supports hears of a new plan"
                " with the state"
            ),
            claim_id=claim_ids["talks"],
            due=stated("2026-07-21"),
        ),
        WatchItem(
            id=sample_id("watch committee"),
            text="Whether a Senate committee in the governor’s name appears in the public register",
            claim_id=claim_ids["senate"],
            due=stated("2026-10-15"),
        ),
    )


def images() -> tuple[Image, ...]:
    """Return the record of one picture, which is not shipped."""
    return (
        Image(
            id=sample_id("image"),
            alt_text=(
                "A steel truss bridge over a harbor at dusk, with a small ferry leaving a landing"
                " in front of it."
            ),
            caption=(
                "The Harbor Bridge from the Quarry Street landing. Illustration only: it shows"
                " nothing of the events described here."
            ),
            creator="Lena Varga",
            licence="CC BY 4.0",
            link="https://pictures.example/harbor-bridge-at-dusk",
            date=stated("2024-10"),
        ),
    )


def read_next() -> tuple[Precedent, ...]:
    """Return one earlier check."""
    return (
        Precedent(
            title="Did the state end the ferry subsidy in 2025?",
            slug="did-the-state-end-the-ferry-subsidy-in-2025",
            url="https://example.org/checks/did-the-state-end-the-ferry-subsidy-in-2025",
        ),
    )
