"""The command for what reviewers suggested: a list, and taking, refusing or answering."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.history import By  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.suggested import Preflight, suggestion_object, tell_suggestion
from workbench.cli.terminal import remark, tell, tell_json
from workbench.core.error import UserError
from workbench.core.review import SuggestionState

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.review import Suggestion

_ALL = "all"


def suggestions(
    context: typer.Context,
    slug: Slug,
    take: Annotated[
        str,
        typer.Option("--take", metavar="LIST", help="Take these: numbers with commas, or all."),
    ] = "",
    refuse: Annotated[
        str,
        typer.Option("--refuse", metavar="LIST", help="Refuse these: numbers with commas, or all."),
    ] = "",
    answer: Annotated[
        str, typer.Option("--answer", metavar="TEXT", help="What is said to those refused.")
    ] = "",
    reply: Annotated[
        str,
        typer.Option("--reply", metavar="LIST", help="Leave these open and give them the answer."),
    ] = "",
    by: By = "",
    settled: Annotated[
        bool, typer.Option("--settled", metavar="", help="List those taken and refused as well.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List what reviewers suggest; take or refuse.

    Each place is found again in today's text at that moment: what is not there any more is told,
    and nothing is done. Prints what the pre-flight finds that it did not find before.

    With --json: [{number, place (found, already_so, ambiguous, lost or gone), id, subject, about,
    was, now, who, at, suggestion_state, answer, new_findings}] as the command “take” tells them.
    """
    with opened_store(context) as store:
        check = store.load_slug(slug)
        preflight = Preflight(store, check)
        if take or refuse or reply:
            after = _settled(check, take, refuse, (reply, answer), by)
            _save(store.save, check, after, by)
            _tell_done(preflight, check, after)
            return
        listed = [
            (number, one)
            for number, one in enumerate(check.suggestions, start=1)
            if settled or one.state is SuggestionState.OPEN
        ]
        if as_json:
            tell_json([_object(number, one, check, preflight) for number, one in listed])
            return
        for number, one in listed:
            _tell_one(number, one, check, preflight)
        if not listed:
            remark("Nothing is suggested for this check that is open.")


def _settled(check: Check, take: str, refuse: str, reply: tuple[str, str], by: str) -> Check:
    """Return the check with suggestions taken, refused and answered; numbers are today's."""
    from workbench.clock import now
    from workbench.core.change_review import with_suggestion_answered, with_suggestion_refused
    from workbench.rules.suggestion import with_suggestion_taken

    at, who = now(), " ".join(by.split()) or check.author
    after = check
    for number in _numbers(check, take, is_open=True):
        one = check.suggestions[number - 1]
        try:
            after = with_suggestion_taken(after, one.id, who, at)
            tell(f"Taken: {number}")
        except UserError as error:
            if take.strip().casefold() != _ALL:
                raise UserError(f"Suggestion {number}: {error.message}", error.hint) from error
            remark(f"Suggestion {number}: {error}")
    for number in _numbers(check, refuse, is_open=True):
        one = check.suggestions[number - 1]
        after = with_suggestion_refused(after, one.id, who, at, reply[1].strip())
        tell(f"Refused: {number}")
    if reply[0] and not reply[1].strip():
        raise UserError("What is the answer?", "Give it with --answer.")
    for number in _numbers(check, reply[0], is_open=False):
        after = with_suggestion_answered(after, check.suggestions[number - 1].id, reply[1])
        tell(f"Answered: {number}")
    return after


def _numbers(check: Check, words: str, *, is_open: bool) -> list[int]:
    if words.strip().casefold() == _ALL:
        return [
            number
            for number, one in enumerate(check.suggestions, start=1)
            if one.state is SuggestionState.OPEN
        ]
    found = []
    for word in filter(None, (part.strip() for part in words.split(","))):
        number = int(word) if word.isdecimal() and len(word) < 7 else 0
        if not 1 <= number <= len(check.suggestions):
            raise UserError(
                f"There is no suggestion {word}.", "List them without an option to see the numbers."
            )
        if is_open and check.suggestions[number - 1].state is not SuggestionState.OPEN:
            raise UserError(
                f"Suggestion {number} was {check.suggestions[number - 1].state.value} before.",
                "Nothing was changed.",
            )
        found.append(number)
    return found


def _save(save: Callable[..., int], check: Check, after: Check, by: str) -> None:
    from workbench.clock import now
    from workbench.core.revision import Deed

    if after is check or after == check:
        return
    at = now()
    save(check, replace(after, changed=at), Deed(at=at, who=" ".join(by.split())))


def _tell_done(preflight: Preflight, check: Check, after: Check) -> None:
    from workbench.publish.review_finding import new_findings

    for finding in new_findings(preflight.findings(check), preflight.findings(after)):
        tell(f"Now flagged: {finding.message}")


def _tell_one(number: int, one: Suggestion, check: Check, preflight: Preflight) -> None:
    from workbench.rules.suggestion import PLACE_WORDS, place_of

    place = place_of(check, one)
    is_open = one.state is SuggestionState.OPEN
    suffix = PLACE_WORDS[place.state].rstrip(".").lower() if is_open else one.state.value
    found = preflight.caused(check, one) if is_open else ()
    tell(f"{number}.")
    tell_suggestion(check, preflight.house, one, suffix, "", found)


def _object(number: int, one: Suggestion, check: Check, preflight: Preflight) -> dict[str, object]:
    from workbench.rules.suggestion import place_of

    is_open = one.state is SuggestionState.OPEN
    found = preflight.caused(check, one) if is_open else ()
    place = place_of(check, one).state.value
    told = suggestion_object(check, preflight.house, one, found)
    return {"number": number, "place": place, **told}
