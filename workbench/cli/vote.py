"""The commands on the rating: a vote for it, and how similar claims were rated."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import RatingVote
    from workbench.house.house import House
    from workbench.rules.precedent import Precedent


def vote(
    context: typer.Context,
    slug: Slug,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Who votes.")] = "",
    label: Annotated[
        str, typer.Option("--label", metavar="LABEL", help="Key or name of a rating.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")] = "",
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="In which role.")] = "",
    as_json: AsJson = False,
) -> None:
    """Vote for the rating of a check, and tell how the votes stand.

    A person's latest vote counts. Without --name it only tells.
    """
    from workbench.clock import new_id, now
    from workbench.core.change_vote import with_vote
    from workbench.core.review import RatingVote
    from workbench.core.revision import Deed
    from workbench.house.house import house_folder, load_house

    house = load_house(house_folder(os.environ))
    who = " ".join(name.split())
    if bool(who) != bool(label.strip()):
        raise typer.BadParameter("A vote has a name and a label.")
    with opened_store(context) as store:
        check = store.load_slug(slug)
        if who:
            scale, key = _label(check, house, label)
            given = RatingVote(
                id=new_id(),
                who=who,
                at=now(),
                scale=scale,
                label=key,
                role=" ".join(role.split()),
                reason=" ".join(reason.split()),
            )
            voted = replace(with_vote(check, given), changed=given.at)
            store.save(check, voted, Deed(at=given.at, who=who))
            check = voted
    _tell_votes(check, house, who, as_json=as_json)


def _label(check: Check, house: House, words: str) -> tuple[str, str]:
    """Return scale and key of a label by its key or name; the check's own scale goes first."""
    own = house.scale(check.verdict.scale)
    scales = ([own] if own is not None else []) + [one for one in house.scales if one is not own]
    wanted = " ".join(words.split()).casefold()
    for scale in scales:
        for one in scale.labels:
            if not one.retired and wanted in (one.key.casefold(), one.name.casefold()):
                return scale.key, one.key
    offered = ", ".join(one.key for one in scales[0].labels if not one.retired)
    raise UserError(
        f"There is no rating “{words}”.", f"No vote was noted. The ratings are {offered}."
    )


def _tell_votes(check: Check, house: House, who: str, *, as_json: bool) -> None:
    from workbench.rules.vote import may_vote, tally_of

    tally = tally_of(check, house.review)
    if as_json:
        tell_json(
            {
                "needs": tally.needs,
                "carry": tally.carry,
                "carried": dict(zip(("scale", "label"), tally.carried, strict=True))
                if tally.carried
                else None,
                "counts": [
                    {"scale": scale, "label": label, "votes": count}
                    for (scale, label), count in tally.counts
                ],
                "votes": [_vote_object(one) for one in tally.votes],
            }
        )
        return
    from workbench.publish.vote_wording import tally_words, vote_words

    tell(tally_words(tally, house.scales))
    for one in tally.votes:
        tell(f"  {vote_words(one, house.scales)}")
    if who and not may_vote(check, house.review, who):
        remark(f"{who} is the author: the vote is noted, and not counted in this house.")


def _vote_object(vote: RatingVote) -> dict[str, Any]:
    return {
        "who": vote.who,
        "role": vote.role,
        "at": f"{vote.at:%Y-%m-%dT%H:%M:%SZ}",
        "scale": vote.scale,
        "label": vote.label,
        "reason": vote.reason,
    }


def precedents(context: typer.Context, slug: Slug, as_json: AsJson = False) -> None:
    """Tell earlier checks of similar claims.

    Those of the workspace, and how they were rated. Nothing is printed where none is similar.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.house.matter_word import matter_words
    from workbench.rules.precedent import precedents_of

    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        lines = store.case_lines()
    this = next(line for line in lines if line.id == check.id)
    found = precedents_of(this, lines, words=matter_words(), deeds=house.deeds)
    if as_json:
        tell_json([_precedent_object(one) for one in found])
        return
    from workbench.publish.vote_wording import precedent_words

    for one in found:
        tell(f"{one.line.slug}: {precedent_words(one, house.scales)}")


def _precedent_object(one: Precedent) -> dict[str, Any]:
    line = one.line
    return {
        "slug": line.slug,
        "title": line.title,
        "state": line.state.value,
        "published": line.published.value,
        "rating": {
            "scale": line.scale,
            "label": line.label,
            "wording": line.wording,
            "reason": line.reason,
        },
        "likeness": round(one.likeness, 2),
        "shared": list(one.shared),
    }
