"""Votes on the rating and precedents, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.wording import STATE_WORDS, date_words
from workbench.rules.sign_off_gate import label_name

if TYPE_CHECKING:
    from workbench.core.case_line import CaseLine
    from workbench.core.review import RatingVote
    from workbench.core.verdict import RatingScale
    from workbench.rules.precedent import Precedent
    from workbench.rules.vote import Tally


def tally_words(tally: Tally, scales: tuple[RatingScale, ...]) -> str:
    """Return what the votes come to: "2 of 3 votes for “False”; 2 carry"."""
    if not tally.votes:
        return f"No votes yet; {tally.needs} needed" if tally.needs else "No votes yet"
    (top, most), *_ = tally.counts
    name = label_name(scales, *top)
    if tally.carried is not None:
        return f"“{name}” carries with {most} of {len(tally.votes)} votes"
    words = f"{most} of {max(tally.needs, len(tally.votes))} votes for “{name}”"
    return f"{words}; {tally.carry} carry" if tally.needs else words


def vote_words(vote: RatingVote, scales: tuple[RatingScale, ...]) -> str:
    """Return who voted for what, and why."""
    who = f"{vote.who}, {vote.role}" if vote.role else vote.who
    words = f"{who}: {label_name(scales, vote.scale, vote.label)}"
    return f"{words}. {vote.reason}" if vote.reason else words


def rated_words(line: CaseLine, scales: tuple[RatingScale, ...]) -> str:
    """Return how a check was rated, in the words that readers see; "not rated yet" without one."""
    if line.wording.strip():
        return line.wording
    return label_name(scales, line.scale, line.label) if line.label else "not rated yet"


def precedent_words(one: Precedent, scales: tuple[RatingScale, ...]) -> str:
    """Return a precedent in one line: how it was rated, where it stands, what is shared."""
    line = one.line
    parts = [line.title, rated_words(line, scales), STATE_WORDS[line.state]]
    if line.published.is_known:
        parts.append(date_words(line.published).removesuffix(", stated"))
    return " · ".join(parts) + f" (in common: {', '.join(one.shared[:5])})"
