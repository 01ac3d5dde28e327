"""The command for what a check was before: its saved states, a look at one, and the way back."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell, tell_bytes, tell_json, tell_table
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.revision import Revision
    from workbench.house.house import House
    from workbench.store.check_store import CheckStore

_ALPHABET = 26
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it.")]


def history(
    context: typer.Context,
    slug: Slug,
    number: Annotated[
        str,
        typer.Argument(metavar="[NUMBER]", help="One state, by the number in the list."),
    ] = "",
    shows: Annotated[
        bool, typer.Option("--show", help="Tell how that state differs from the check now.")
    ] = False,
    restores: Annotated[
        bool,
        typer.Option("--restore", help="Bring that state back; what is now stays listed."),
    ] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """List the saved states of a check, or bring one back.

    The newest comes first. Of each the number, the time, who saved it and what it changed.
    After a merge two people may have saved a state of one number: then letters tell them apart.
    A state that is brought back leaves short name, state, corrections and sign-offs as they are.
    """
    from workbench.house.house import house_folder, load_house

    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        states = store.history.states(check.id)
        if not number:
            if shows or restores:
                raise UserError("Which state?", "Name its number, as “history” lists it.")
            _list(states, house, as_json=as_json)
            return
        state = _state(states, number, slug)
        was = store.history.state(check.id, state.id)
        if restores:
            _restore(store, check, was, by)
            tell(f"{slug} is as it was on {state.at:%Y-%m-%d %H:%M:%S} UTC.")
        elif as_json:
            from workbench.core.codec import check_as_json

            tell_bytes(check_as_json(was))
        else:
            _show(state, was, check, house)


def _list(states: tuple[Revision, ...], house: House, *, as_json: bool) -> None:
    from workbench.publish.history_wording import revision_words

    if as_json:
        tell_json([_object(state, house) for state in states])
        return
    labels = _labels(states)
    rows = [
        (
            labels[state.id],
            f"{state.at:%Y-%m-%d %H:%M:%S}",
            state.who,
            revision_words(state, house) or "as it was found",
        )
        for state in states
    ]
    if rows:
        tell_table(("", "Saved (UTC)", "By", "What changed"), rows)
    else:
        remark("No state was saved yet since this workspace keeps a history.")


def _show(state: Revision, was: Check, check: Check, house: House) -> None:
    from workbench.publish.change_list import changes_between, told
    from workbench.publish.history_wording import fact_words
    from workbench.publish.markdown import markdown_for

    by = f" by {state.who}" if state.who else ""
    tell(f"{was.title or was.slug}: saved {state.at:%Y-%m-%d %H:%M:%S} UTC{by}")
    for fact in state.facts:
        tell(fact_words(fact, house))
    differing = changes_between(markdown_for(was, house), markdown_for(check, house))
    tell("Since then:" if differing else "Nothing that readers see is different now.")
    for line in told(differing).split("\n") if differing else []:
        words = line.lstrip(" ")
        typer.echo(" " * (len(line) - len(words)), nl=False)
        tell(words)


def _restore(store: CheckStore, check: Check, was: Check, by: str) -> None:
    from workbench.clock import now
    from workbench.core.change_history import brought_back
    from workbench.core.revision import Deed

    at = now()
    store.save(check, brought_back(check, was, at), Deed(at=at, who=" ".join(by.split())))


def _labels(states: tuple[Revision, ...]) -> dict[str, str]:
    """Return what each state is called: its number, with a letter if it shares that with others."""
    sharing: dict[int, list[str]] = {}
    for state in sorted(states, key=lambda one: one.id):
        sharing.setdefault(state.number, []).append(state.id)
    return {
        name: f"{number}{_letters(place) if len(names) > 1 else ''}"
        for number, names in sharing.items()
        for place, name in enumerate(names)
    }


def _letters(place: int) -> str:
    """Return a, b, ... z, then za, zb and so on."""
    return "z" * (place // _ALPHABET) + chr(ord("a") + place % _ALPHABET)


def _state(states: tuple[Revision, ...], number: str, slug: str) -> Revision:
    labels = _labels(states)
    for state in states:
        if labels[state.id] == number:
            return state
    others = [
        f"{labels[one.id]} ({one.who or 'unknown'}, {one.at:%Y-%m-%d %H:%M} UTC)"
        for one in states
        if str(one.number) == number
    ]
    if others:
        raise UserError(
            f"{slug} has several saved states {number}, from different people.",
            f"Choose from {', '.join(others)}.",
        )
    raise UserError(
        f"{slug} has no saved state {number}.",
        "Look at “history” for the numbers; old states are thinned out.",
    )


def _object(state: Revision, house: House) -> dict[str, Any]:
    from workbench.publish.history_wording import revision_words

    return {
        "number": state.number,
        "id": state.id,
        "parents": list(state.parents),
        "at": f"{state.at:%Y-%m-%dT%H:%M:%SZ}",
        "who": state.who,
        "content": state.content,
        "kept": state.is_landmark,
        "words": revision_words(state, house),
        "facts": [
            {name: value for name, value in asdict(fact).items() if value} for fact in state.facts
        ],
    }
