"""A place in a check as a person types it: "lede", "claim 2", "source 1: the very words"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.core.review import Subject, SubjectKind

if TYPE_CHECKING:
    from workbench.core.check import Check

_NUMBERED = re.compile(r"(claim|source) (\d{1,4})\Z")
_EVIDENCE = re.compile(r"evidence (\d{1,4})\.(\d{1,4})\Z")
_POST = re.compile(r"post(?: (\w+))?\Z")
_KEPT = "Nothing was noted."


def subject_at(check: Check, typed: str) -> Subject:
    """Return the place that is meant; raises UserError for one that is not in the check.

    Behind a colon stand the words that are meant; they have to be there once.
    """
    from workbench.rules.commented import text_of

    place, _, words = typed.partition(":")
    whole = _whole(check, " ".join(place.casefold().split()))
    if not words.strip():
        return whole
    from workbench.reading.quote import selector_for

    text, exact = text_of(check, whole) or "", words.strip()
    if text.count(exact) != 1:
        often = "do not stand there" if exact not in text else "stand there more than once"
        raise UserError(
            f"The words “{exact}” {often}: {place.strip()}.",
            f"Give them as they are, and as many as it takes to tell them apart. {_KEPT}",
        )
    start = text.index(exact)
    quote = selector_for(text, start, start + len(exact))
    return Subject(kind=whole.kind, item=whole.item, field=whole.field, quote=quote)


def _whole(check: Check, place: str) -> Subject:
    if place == "check":
        return Subject(kind=SubjectKind.CHECK)
    if found := _NUMBERED.match(place):
        kind, number = SubjectKind(found[1]), int(found[2])
        items = check.claims if kind is SubjectKind.CLAIM else check.sources
        if not 1 <= number <= len(items):
            raise _unknown(check, place)
        return Subject(kind=kind, item=items[number - 1].id)
    if found := _EVIDENCE.match(place):
        claim, number = int(found[1]), int(found[2])
        if not 1 <= claim <= len(check.claims):
            raise _unknown(check, place)
        evidence = check.claims[claim - 1].evidence
        if not 1 <= number <= len(evidence):
            raise _unknown(check, place)
        return Subject(kind=SubjectKind.EVIDENCE, item=evidence[number - 1].id)
    if found := _POST.match(place):
        return Subject(kind=SubjectKind.POST, item=found[1] or "")
    if any(part.key == place for part in check.draft.parts):
        return Subject(kind=SubjectKind.PART, item=place)
    raise _unknown(check, place)


def _unknown(check: Check, place: str) -> UserError:
    parts = ", ".join(part.key for part in check.draft.parts)
    written = f" Written parts: {parts}." if parts else ""
    return UserError(
        f"There is no “{place}” in “{check.slug}”.",
        f"Name check, claim 2, source 1, evidence 2.1, post or a part.{written} {_KEPT}",
    )
