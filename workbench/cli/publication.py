"""Commands on the way to publication and after it: the state of a check, and its corrections."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.sign_off import KEPT, sign_off_asked, signed
from workbench.cli.terminal import tell
from workbench.core.error import UserError
from workbench.core.record import CheckState, CorrectionKind
from workbench.core.revision import Deed

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.store.check_store import CheckStore

_STATES = {state.value.replace("_", "-"): state for state in CheckState}

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it.")]


def state(
    context: typer.Context,
    slug: Slug,
    to: Annotated[
        str,
        typer.Argument(
            metavar="[STATE]", help="draft, in-review, approved, published or corrected."
        ),
    ] = "",
    by: By = "",
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="When it is published: 2 July 2026.")
    ] = "",
    url: Annotated[
        str, typer.Option("--url", metavar="ADDRESS", help="Where the finished check stands.")
    ] = "",
) -> None:
    """Tell the state of a check, or bring it into another.

    Every step is noted with who and when. An approval passes the house's gate, as with “signoff”,
    which also takes a role and answers. It is of the words as they are: once they change, exports
    say DRAFT until they are approved anew.
    """
    from workbench.house.house import house_folder, load_house
    from workbench.publish.approval import approval_of, approval_words
    from workbench.publish.wording import STATE_WORDS
    from workbench.rules.state_gate import state_obstacles

    wanted = _state(to) if to else None
    if (on.strip() or url.strip()) and wanted is not CheckState.PUBLISHED:
        raise typer.BadParameter("--on and --url go with the state published.")
    house = load_house(house_folder(os.environ))
    with opened_store(context) as store:
        check = store.load_slug(slug)
        approval = approval_of(check, house, store.exports(check.id))
        if wanted is CheckState.APPROVED:
            asked = sign_off_asked(store, check, house, name=by)
            check = signed(store, check, house, asked)
        elif wanted is not None:
            is_changed = approval is not None and approval.is_changed
            placed = _placed(check, on, url)
            if told := state_obstacles(placed, wanted, by, is_changed=is_changed):
                raise UserError(" ".join(told), KEPT)
            check = _brought(store, check, placed, wanted, by)
        approval = approval_of(check, house, store.exports(check.id))
    tell(STATE_WORDS[check.state])
    for step in check.state_changes:
        tell(f"{step.at:%Y-%m-%d %H:%M} UTC, {STATE_WORDS[step.state]}: {step.who}")
    if approval is not None and approval.is_changed:
        words = approval_words(approval)
        tell(f"{words[:1].upper()}{words[1:]}. See the command “changes” with --approved.")


def _placed(check: Check, on: str, url: str) -> Check:
    """Return the check with when and where it is published, as far as that was typed."""
    from workbench.cli.typed import date_of
    from workbench.publish.escape import web_address

    if on.strip():
        check = replace(check, published=date_of(on))
    if url.strip():
        if not web_address(url):
            raise typer.BadParameter(f"“{url}” is no web address. Give it with https://.")
        check = replace(check, url=url.strip())
    return check


def _brought(store: CheckStore, old: Check, check: Check, wanted: CheckState, by: str) -> Check:
    """Return the check in a state, saved in place of what it was."""
    from workbench.clock import new_id, now
    from workbench.core.change_state import with_state
    from workbench.core.record import StateChange

    step = StateChange(id=new_id(), state=wanted, who=" ".join(by.split()), at=now())
    brought = replace(with_state(check, step), changed=step.at)
    store.save(old, brought, Deed(at=step.at, who=step.who))
    return brought


def correct(
    context: typer.Context,
    slug: Slug,
    now_says: Annotated[str, typer.Option("--now", metavar="TEXT", help="What stands there now.")],
    was: Annotated[str, typer.Option("--was", metavar="TEXT", help="What stood there.")] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="KIND", help="correction (an error), clarification or update."
        ),
    ] = CorrectionKind.CORRECTION.value,
    export: Annotated[
        int | None,
        typer.Option("--export", metavar="N", min=1, help="The export it mends; the last."),
    ] = None,
    by: By = "",
) -> None:
    """Note a correction of a published check.

    Or, with --kind, a clarification of its wording or an update with new facts.

    It is tied to the export that it mends and goes out newest first. The words of the check itself
    are changed where they stand.
    """
    from workbench.clock import new_id, now
    from workbench.core.change_state import with_correction
    from workbench.core.record import Correction, StateChange
    from workbench.publish.approval import gone_out
    from workbench.publish.wording import CORRECTION_WORDS, day_words
    from workbench.rules.state_gate import correction_obstacles

    if kind not in set(CorrectionKind):
        raise typer.BadParameter(f"There is no {kind}. Choose from {', '.join(CorrectionKind)}.")
    if not now_says.strip():
        raise typer.BadParameter("Say with --now what stands there now.")
    with opened_store(context) as store:
        check = store.load_slug(slug)
        exports = gone_out(store.exports(check.id))
        correction = Correction(
            id=new_id(),
            kind=CorrectionKind(kind),
            at=now(),
            now=now_says,
            was=was,
            reason=reason,
            export_id=_mended(exports, export),
        )
        told = list(correction_obstacles(check, correction, tuple(one.id for one in exports)))
        told += [] if by.strip() else ["Say by whom."]
        if told:
            raise UserError(" ".join(told), KEPT)
        step = StateChange(
            id=new_id(), state=CheckState.CORRECTED, who=" ".join(by.split()), at=correction.at
        )
        noted = with_correction(check, correction, step)
        store.save(check, replace(noted, changed=correction.at))
    tell(f"{CORRECTION_WORDS[correction.kind]}, {day_words(correction.at)}: {now_says}")


def _state(words: str) -> CheckState:
    found = _STATES.get(words.casefold().replace("_", "-").replace(" ", "-"))
    if found is None:
        raise typer.BadParameter(f"There is no state {words}. Choose from {', '.join(_STATES)}.")
    return found


def _mended(exports: tuple[ExportRecord, ...], number: int | None) -> str:
    """Return the id of the export that is mended; empty if there was none."""
    if number is not None and number > len(exports):
        raise UserError(f"There is no export {number} of this check.", KEPT)
    return exports[(number or len(exports)) - 1].id if exports else ""
