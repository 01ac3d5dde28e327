"""The command that makes a claim with its evidence, without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - typer reads the annotations
from workbench.cli.invocation import opened_store
from workbench.cli.noticed import inspection_of, numbered
from workbench.cli.terminal import tell, tell_table
from workbench.cli.typed import code_of, date_of
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.claim import Claim, ClaimStatus, Stance
    from workbench.core.quote import QuoteSelector
    from workbench.core.source import Source

_SHOWN = 60
Quotes = Annotated[
    list[str] | None,
    typer.Option(metavar="NUMBER:WORDS", help="Words of a source; once for each passage."),
]
Words = Annotated[str, typer.Option(metavar="WORDS", help="Who, or what, in a few words.")]


def claim(
    context: typer.Context,
    slug: Slug,
    wording: Annotated[str, typer.Argument(metavar="WORDING", help="The careful wording.")],
    circulated: Annotated[
        str, typer.Option(metavar="WORDS", help="The wording that people share.")
    ] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="Such as fact or quotation.")] = "fact",
    status: Annotated[
        str, typer.Option(metavar="STATUS", help="Such as reported or not_confirmed.")
    ] = "not_confirmed",
    claimant: Words = "",
    actor: Words = "",
    action: Words = "",
    recipient: Words = "",
    when: Annotated[
        str, typer.Option(metavar="DATE", help="When it happened, such as 2026-06.")
    ] = "",
    supports: Quotes = None,
    contradicts: Quotes = None,
    qualifies: Quotes = None,
    repeats: Quotes = None,
    context_for: Annotated[
        list[str] | None,
        typer.Option("--context", metavar="NUMBER:WORDS", help="As above, for context."),
    ] = None,
) -> None:
    """Make a claim, with passages of the sources as its evidence.

    Nothing is kept if words are not found, stand in several places, or do not carry the status.
    """
    from workbench.clock import new_id, now
    from workbench.core.change import with_claim
    from workbench.core.claim import Action, ClaimKind, ClaimStatus, Stance
    from workbench.core.claim import Claim as ClaimValue

    words = " ".join(wording.split())
    if not words:
        raise UserError("A claim has words.", "Give its wording in quotation marks.")
    new_claim = ClaimValue(
        id=new_id(),
        as_supported=words,
        as_circulated=" ".join(circulated.split()),
        kind=code_of(kind, ClaimKind, "kind"),
        claimant=claimant.strip(),
        action=Action(
            actor=actor.strip(), action=action.strip(), recipient=recipient.strip(),
            when=date_of(when),
        ),
    )  # fmt: skip
    wanted = code_of(status, ClaimStatus, "status")
    quotes = {
        Stance.SUPPORTS: supports, Stance.CONTRADICTS: contradicts, Stance.QUALIFIES: qualifies,
        Stance.REPEATS: repeats, Stance.CONTEXT: context_for,
    }  # fmt: skip
    with opened_store(context) as store:
        old = store.load_slug(slug)
        new = with_claim(old, new_claim)
        for stance, typed in quotes.items():
            for quote in typed or ():
                new = _with_evidence(new, new_claim.id, stance, quote, store.original)
        new = _with_status(new, new.claim(new_claim.id), wanted)
        store.save(old, replace(new, changed=now()))
    _tell(new, new.claim(new_claim.id))


def _with_evidence(
    check: Check, claim_id: str, stance: Stance, typed: str, original: Callable[[str], bytes]
) -> Check:
    from workbench.clock import new_id
    from workbench.core.change import with_claim, with_evidence, with_passage
    from workbench.core.claim import Attribution, Evidence
    from workbench.core.quote import Passage
    from workbench.reading.testimony import attribution_for

    number, colon, words = typed.partition(":")
    if not (colon and number.strip().isdecimal() and words.strip()):
        raise typer.BadParameter(
            f'“{_cut(typed)}” does not name a source and its words. Write it as 2:"the words".'
        )
    source = numbered(check, int(number))
    selector = _selector(source, int(number), words)
    passage = Passage(
        id=new_id(), source_id=source.id, version_id=source.version.id, selector=selector
    )
    told = attribution_for(inspection_of(source, original), selector.start, selector.end)
    evidence = Evidence(
        id=new_id(), stance=stance, passage_id=passage.id, attribution=told or Attribution()
    )
    check = with_passage(check, passage)
    return with_claim(check, with_evidence(check.claim(claim_id), evidence))


def _selector(source: Source, number: int, words: str) -> QuoteSelector:
    from workbench.reading.quoted_words import places_of
    from workbench.rules.quotable import Use, headline_in, stretch_of

    version = source.version
    found = places_of(version.text, words)
    if not found:
        raise UserError(
            f"“{_cut(words)}” does not stand in source {number}. Nothing was kept.",
            "Copy the words from the text; no word may be left out.",
        )
    if len(found) > 1:
        raise UserError(
            f"“{_cut(words)}” stands in source {number} in {len(found)} places. Nothing was kept.",
            "Give more of the words around it, so that one place is meant.",
        )
    headline = headline_in(version.text, source.title)
    stretch = stretch_of(version.text, version.spans, found[0].start, found[0].end, headline)
    if not stretch.serves(Use.EVIDENCE):
        what = ", ".join(kind.value.replace("_", " ") for kind in stretch.types) or "headline"
        raise UserError(
            f"“{_cut(words)}” is no part of the article in source {number}, but {what}. "
            "Nothing was kept.",
            "Only what the article itself says is evidence.",
        )
    return found[0]


def _with_status(check: Check, claim: Claim, status: ClaimStatus) -> Check:
    from workbench.core.change import with_claim
    from workbench.rules.status_gate import obstacles

    found = obstacles(check, claim, status)
    if found:
        name = status.value.replace("_", " ")
        raise UserError(
            f"The claim cannot be called {name}: {' '.join(found)} Nothing was kept.",
            "Leave --status out, or attach what carries it.",
        )
    return with_claim(check, replace(claim, status=status))


def _tell(check: Check, claim: Claim) -> None:
    from workbench.publish.wording import STANCE_WORDS, STATUS_WORDS, attribution_words
    from workbench.rules.origin import origins_of

    tell(f"Claim {check.claim_number(claim.id)}: {claim.wording} ({STATUS_WORDS[claim.status]})")
    rows = []
    for item in claim.evidence:
        passage = check.passage(item.passage_id)
        number = check.sources.index(check.source(passage.source_id)) + 1
        rows.append(
            (
                STANCE_WORDS[item.stance],
                f"source {number}",
                _cut(passage.selector.exact),
                attribution_words(item.attribution) or "who says it is not noted",
            )
        )
    if rows:
        tell_table(("Stance", "Source", "Words", "Who says it"), rows)
    origins = origins_of(check, claim)
    tell(f"Independent origins: known {origins.known_count}, in hand {origins.in_hand_count}")


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
