"""The command that notes who was asked, and what they answered."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import tell
from workbench.cli.typed import date_of
from workbench.core.error import UserError

Words = Annotated[str, typer.Option(metavar="WORDS")]
Date = Annotated[str, typer.Option(metavar="DATE", help="Such as 2 July 2026.")]


def contact(
    context: typer.Context,
    slug: Slug,
    who: Annotated[str, typer.Argument(metavar="WHO", help="The person or office, with a role.")],
    through: Annotated[str, typer.Option(metavar="WORDS", help="Such as telephone, e-mail.")] = "",
    asked: Date = "",
    question: Words = "",
    answered: Date = "",
    answer: Words = "",
    claim: Annotated[
        list[int] | None, typer.Option(metavar="NUMBER", help="A claim it is about; repeatable.")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", metavar="", help="It leaves the workspace in no way.")
    ] = False,
) -> None:
    """Note who was asked and what they said.

    It goes out in “How we know” unless it is private.
    """
    from dataclasses import replace

    from workbench.clock import new_id, now
    from workbench.core.change import with_contact
    from workbench.core.contact import Contact

    if not who.strip():
        raise UserError("A contact says who was asked.", "Name the person or the office.")
    with opened_store(context) as store:
        check = store.load_slug(slug)
        for number in claim or ():
            if not 1 <= number <= len(check.claims):
                raise UserError(
                    f"There is no claim {number} in “{slug}”.",
                    "The command “show” lists its claims with their numbers.",
                )
        made = Contact(
            id=new_id(),
            who=who.strip(),
            through=through.strip(),
            asked=date_of(asked),
            question=question.strip(),
            answered=date_of(answered),
            answer=answer.strip(),
            claim_ids=tuple(check.claims[number - 1].id for number in dict.fromkeys(claim or ())),
            is_private=private,
        )
        store.save(check, replace(with_contact(check, made), changed=now()))
    tell(f"{made.who}: noted{', private' if private else ''}.")
