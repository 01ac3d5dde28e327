"""The command that lists the remarks on a check, and adds, answers and resolves them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.remark_place import subject_at
from workbench.cli.terminal import tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.review import Comment
    from workbench.house.house import House
    from workbench.rules.commented import Remarked, Thread

_ID_LENGTH = 8
_STATE_WORDS = {
    "changed": "its words have changed since",
    "lost": "its words are gone",
    "gone": "what it is about is gone",
}


def comments(
    context: typer.Context,
    slug: Slug,
    only_open: Annotated[
        bool, typer.Option("--open", metavar="", help="Only threads that nobody has resolved.")
    ] = False,
    for_whom: Annotated[
        str, typer.Option("--for", metavar="NAME", help="Only threads that speak to NAME: @Name.")
    ] = "",
    add: Annotated[str, typer.Option("--add", metavar="TEXT", help="Begin a thread.")] = "",
    at: Annotated[
        str,
        typer.Option(
            "--at",
            metavar="PLACE",
            help="What it is about: check, a part (lede), claim 2, source 1, evidence 2.1, post x; "
            "behind a colon the words that are meant.",
        ),
    ] = "check",
    reply: Annotated[str, typer.Option("--reply", metavar="ID", help="Answer with --add.")] = "",
    resolve: Annotated[str, typer.Option("--resolve", metavar="ID")] = "",
    reopen: Annotated[str, typer.Option("--reopen", metavar="ID")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says or does it.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the comments on a check; add and resolve them.

    Comments are between colleagues: they go out in no export, only in the editor's copy and in case
    files. An ID is the eight digits that the list prints.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.rules.commented import is_for, people_of, threads_of

    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        change = _change(check, add=add, at=at, reply=reply, resolve=resolve, reopen=reopen, by=by)
        if change is not None:
            from workbench.clock import now
            from workbench.core.revision import Deed

            old, check = check, replace(change(check), changed=now())
            store.save(old, check, Deed(at=check.changed, who=" ".join(by.split())))
    people = people_of(check)
    threads = tuple(
        one
        for one in threads_of(check)
        if (one.opening.is_open or not only_open)
        and (not for_whom.strip() or is_for(one, for_whom, people))
    )
    if as_json:
        tell_json([_as_object(check, house, one) for one in threads])
        return
    for thread in threads:
        _tell(check, house, thread)
    if not threads:
        tell("No comments.")


def _change(
    check: Check, *, add: str, at: str, reply: str, resolve: str, reopen: str, by: str
) -> Callable[[Check], Check] | None:
    """Return what is to be done to the check; None if it is only to be listed."""
    from workbench.clock import new_id, now
    from workbench.core.change_comment import reopened, resolved, with_comment
    from workbench.core.review import Comment

    wanted = [bool(add.strip()), bool(resolve), bool(reopen)]
    if not any(wanted):
        if reply:
            raise typer.BadParameter("Say with --add what you answer.")
        return None
    if sum(wanted) > 1:
        raise typer.BadParameter("Do one thing at a time: --add, --resolve or --reopen.")
    who = " ".join(by.split())
    if not who:
        raise UserError("A comment is somebody's.", "Say with --by who you are. Nothing was noted.")
    if resolve:
        thread = _meant(check, resolve)
        return lambda old: resolved(old, thread.id, who, now())
    if reopen:
        thread = _meant(check, reopen)
        return lambda old: reopened(old, thread.id)
    subject, thread_id = subject_at(check, at), ""
    if reply:
        thread = _meant(check, reply)
        subject, thread_id = thread.subject, thread.thread or thread.id
    said = Comment(
        id=new_id(), subject=subject, who=who, at=now(), text=add.strip(), thread=thread_id
    )
    return lambda old: with_comment(old, said)


def _meant(check: Check, typed: str) -> Comment:
    wanted = typed.strip().casefold()
    found = [one for one in check.comments if wanted and one.id.endswith(wanted)]
    if len(found) != 1:
        raise UserError(
            f"There is no comment {typed} in “{check.slug}”.",
            f"The command “comments {check.slug}” lists them with their IDs. Nothing was noted.",
        )
    return found[0]


def _tell(check: Check, house: House, thread: Thread) -> None:
    from workbench.publish.review_words import subject_words

    opening, place = thread.opening, _place(check, thread.opening)
    note = _STATE_WORDS.get(place.state.value, "")
    head = subject_words(check, house, opening.subject)
    if place.words:
        head += f": “{place.words}”"
    done = "" if opening.is_open else f"resolved by {opening.settled_by}"
    aside = "; ".join(words for words in (note, done) if words)
    tell(f"{opening.id[-_ID_LENGTH:]}  {head}{f' ({aside})' if aside else ''}")
    for said in thread.remarks:
        tell(f"    {said.who}, {said.at:%Y-%m-%d %H:%M} UTC: {said.text}")


def _place(check: Check, comment: Comment) -> Remarked:
    from workbench.rules.commented import remarked

    return remarked(check, comment)


def _as_object(check: Check, house: House, thread: Thread) -> dict[str, Any]:
    from workbench.publish.review_words import subject_words

    opening, place = thread.opening, _place(check, thread.opening)
    return {
        "id": opening.id,
        "about": subject_words(check, house, opening.subject),
        "kind": opening.subject.kind.value,
        "item": opening.subject.item,
        "field": opening.subject.field,
        "words": place.words,
        "state": place.state.value,
        "start": place.start,
        "end": place.end,
        "resolved_by": opening.settled_by,
        "resolved_at": f"{opening.settled_at:%Y-%m-%dT%H:%M:%SZ}" if opening.settled_at else None,
        "remarks": [
            {"id": said.id, "who": said.who, "at": f"{said.at:%Y-%m-%dT%H:%M:%SZ}",
             "text": said.text, "file": said.source_file}
            for said in thread.remarks
        ],
    }  # fmt: skip
