"""The command for a file that an editor sends back: its changes as suggestions, its comments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.check import AsJson, Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.suggested import Preflight, comment_object, suggestion_object, tell_suggestion
from workbench.cli.terminal import remark, tell, tell_json
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.returned import ReturnedText
    from workbench.house.house import House
    from workbench.publish.review import Review
    from workbench.publish.review_item import ReviewItem
    from workbench.publish.review_sent import SentState
    from workbench.store.check_store import CheckStore

_STATE_WORDS = {"already_so": "already so", "here": "already here"}


def take(
    context: typer.Context,
    slug: Slug,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Markdown or a Word document that came back edited."),
    ],
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Whose changes they are, if it is silent.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Tell what came back and keep nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take back a file that an editor changed.

    Reads plain edits and CriticMarkup in Markdown, tracked changes and comments in .docx. Every
    change is kept as an open suggestion, every comment with the words it is on; the text stays as
    it is until the command “suggestions” takes one. Prints each with what the pre-flight would
    find. A file of another check, or one that is damaged, is refused.

    With --json: revision (it was made from), exact (whether the file names it), notes, items
    [{kind (suggestion or comment), state (new, already_so or here), section, today, id, subject
    {kind, item, field, quote, quote_state}, about, who, at; a suggestion: was, now, place (found,
    already_so, ambiguous, lost or gone), suggestion_state, answer, new_findings [{rule, severity,
    message}]; a comment: thread, text}].
    """
    from workbench.clock import now
    from workbench.core.revision import Deed
    from workbench.intake.review_file import returned_review
    from workbench.publish.review import review_of, with_review

    returned = returned_review(_bytes_of(file), file.name)
    if by.strip() and not returned.who:
        returned = replace(returned, who=" ".join(by.split()))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        preflight = Preflight(store, check)
        base = _base(store, check, returned, preflight.house)
        review = review_of(check, returned, base, preflight.house, now())
        if as_json:
            tell_json(_as_object(review, base, check, preflight))
        else:
            _tell(review, check, preflight)
        if review.is_empty or dry_run:
            if dry_run:
                remark("Nothing was kept: this was a dry run.")
            return
        at = now()
        taken = replace(with_review(check, review), changed=at)
        store.save(check, taken, Deed(at=at, words=f"Take back {file.name}"))
    remark(_count_words(review))


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            f"{file} cannot be read: {error.strerror or error}.", "Nothing was taken in."
        ) from error


def _base(store: CheckStore, check: Check, returned: ReturnedText, house: House) -> SentState:
    from workbench.publish.review_sent import sent_state

    return sent_state(
        returned,
        check,
        house,
        store.exports(check.id),
        store.history.states(check.id),
        lambda state_id: store.history.state(check.id, state_id),
    )


def _tell(review: Review, check: Check, preflight: Preflight) -> None:
    for note in review.notes:
        remark(note)
    for item in review.items:
        suffix = _STATE_WORDS.get(item.state.value, "")
        if item.suggestion is not None:
            found = preflight.caused(check, item.suggestion) if not suffix else ()
            tell_suggestion(check, preflight.house, item.suggestion, suffix, item.today, found)
        elif item.comment is not None:
            from workbench.publish.review_words import subject_words

            who = f"{item.comment.who}, " if item.comment.who else ""
            place = subject_words(check, preflight.house, item.comment.subject)
            tell(f"Comment on {place}{f' ({suffix})' if suffix else ''}")
            if item.today:
                tell(f"  on: {item.today}")
            tell(f"  {item.comment.text}")
            tell(f"  {who}{item.comment.at:%Y-%m-%d %H:%M} UTC")


def _count_words(review: Review) -> str:
    counts = [(len(review.suggestions), "suggestion"), (len(review.comments), "comment")]
    told = " and ".join(f"{n} {noun}{'s' * (n != 1)}" for n, noun in counts if n)
    return f"Kept {told}. See the command “suggestions” to take or refuse."


def _as_object(
    review: Review, base: SentState, check: Check, preflight: Preflight
) -> dict[str, Any]:
    return {
        "revision": base.revision,
        "exact": base.is_exact,
        "notes": list(review.notes),
        "items": [_item_object(one, check, preflight) for one in review.items],
    }


def _item_object(item: ReviewItem, check: Check, preflight: Preflight) -> dict[str, Any]:
    told: dict[str, Any] = {"state": item.state.value, "section": item.section, "today": item.today}
    if item.suggestion is not None:
        is_new = item.state.value == "new"
        found = preflight.caused(check, item.suggestion) if is_new else ()
        told |= {"kind": "suggestion", "place": item.place.value}
        told |= suggestion_object(check, preflight.house, item.suggestion, found)
    elif item.comment is not None:
        told |= {"kind": "comment", **comment_object(check, preflight.house, item.comment)}
    return told
