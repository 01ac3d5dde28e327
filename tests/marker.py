"""Words that stand nowhere else, planted into everything of a check that is not to leave the desk.

Fields called "note" and "notes" are found by looking at the values themselves, so that one which is
added later is planted, too.
"""

from __future__ import annotations

import itertools
import json
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

from workbench.core.contact import Contact
from workbench.core.date import stated
from workbench.core.draft import Draft
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.intake.sample import sample_case
from workbench.reading.quote import selector_for

AT = datetime(2026, 7, 10, 9, tzinfo=UTC)
_INTERNAL = ("note", "notes")


def marked_case():
    """Return the sample with markers, its originals, and where each marker was planted."""
    check, originals = sample_case()
    number = check.id[-4:]
    asked = stated("2026-07-09")
    open_one = Contact(id=_an_id(1), who="The mayor's office", asked=asked, question="Is it so?")
    private = Contact(
        id=_an_id(2), who="Zqwhomarker", through="Zqthroughmarker", asked=asked,
        question="Zqquestionmarker", answered=asked, answer="Zqanswermarker", is_private=True,
    )  # fmt: skip
    check = replace(
        check,
        contacts=(open_one, private),
        dismissals=(f"Zqdismissedmarker|{number}",),
        comments=_comments(check),
    )
    where = {
        "Zqwhomarker": "a private contact",
        "Zqthroughmarker": "a private contact",
        "Zqquestionmarker": "a private contact",
        "Zqanswermarker": "a private contact",
        "Zqdismissedmarker": "what was answered with no",
        "Zqremarkmarker": "an open comment",
        "Zqremarkermarker": "an open comment",
        "Zqsettledmarker": "a resolved comment",
    }
    counter = itertools.count(1)
    return _planted(check, "check", where, counter), originals, where


def found_in(data, where):
    """Return where the markers that stand in some bytes or text were planted."""
    text = data if isinstance(data, str) else data.decode("utf-8", errors="replace")
    spelt = text + json.dumps(text)
    return {place for marker, place in where.items() if marker.casefold() in spelt.casefold()}


def _planted(value, path, where, counter):
    if isinstance(value, tuple):
        return tuple(_planted(item, path, where, counter) for item in value)
    if not is_dataclass(value):
        return value
    changes = {}
    for each in fields(value):
        place = f"{path}.{each.name}"
        if each.name in _INTERNAL:
            marker = f"Zqnote{next(counter)}marker"
            where[marker] = place
            changes[each.name] = f"{marker}: ring before six"
        else:
            changes[each.name] = _planted(getattr(value, each.name), place, where, counter)
    return replace(value, **changes)


def _an_id(number):
    return f"01980000-0000-7000-8000-{number:012x}"


MASKED, FULL = "Tomas V.", "Tomas Valdez"
"""A name that the finished check masks, and what nobody outside may read."""


def unmasked_cases():
    """Return checks that mask a name and give it in full in one place each, by that place."""
    check, _ = sample_case()
    draft = check.draft
    masking = draft.parts[0]
    masked = replace(
        check,
        draft=Draft(
            parts=(
                replace(masking, text=f"{masking.text}\n\n{MASKED} told us so."),
                *draft.parts[1:],
            )
        ),
    )
    told = f"It was {FULL} who said it."
    claim, source = masked.claims[0], masked.sources[0]
    return {
        "title": replace(masked, title=f"{masked.title} {told}"),
        "draft": replace(
            masked,
            draft=Draft(
                parts=(
                    masked.draft.parts[0],
                    replace(masked.draft.parts[1], text=told),
                    *masked.draft.parts[2:],
                )
            ),
        ),
        "claim": replace(masked, claims=(replace(claim, as_supported=told), *masked.claims[1:])),
        "circulated": replace(
            masked, claims=(replace(claim, as_circulated=told), *masked.claims[1:])
        ),
        "looked at": replace(masked, claims=(replace(claim, looked_at=told), *masked.claims[1:])),
        "reason": replace(masked, verdict=replace(masked.verdict, reason=told)),
        "post": replace(masked, posts=(replace(masked.posts[0], text=told), *masked.posts[1:])),
        "source": replace(masked, sources=(replace(source, byline=FULL), *masked.sources[1:])),
        "contact": replace(
            masked, contacts=(Contact(id=_an_id(3), who=FULL, asked=stated("2026-07-09")),)
        ),
        "answer": replace(
            masked,
            contacts=(
                Contact(id=_an_id(3), who="A clerk", asked=stated("2026-07-09"), answer=told),
            ),
        ),
        "quote": _quoting(masked, told),
    }


def _quoting(check, told):
    """Return the check with a passage whose words are others, as if the source said them."""
    claim = next(each for each in check.claims if any(item.passage_id for item in each.evidence))
    wanted = next(item.passage_id for item in claim.evidence if item.passage_id)
    text = f"Here it stands. {told} So much for that."
    start = text.index(told)
    passages = tuple(
        replace(each, selector=selector_for(text, start, start + len(told)))
        if each.id == wanted
        else each
        for each in check.passages
    )
    where = next(each for each in check.passages if each.id == wanted)
    sources = tuple(
        replace(
            source,
            versions=tuple(
                replace(version, text=text.ljust(len(version.text), " "), spans=())
                if version.id == where.version_id
                else version
                for version in source.versions
            ),
        )
        for source in check.sources
    )
    return replace(check, passages=passages, sources=sources)


def _comments(check):
    """Return an open comment on words of the draft, one on a claim, and one that is resolved."""
    part = next(one for one in check.draft.parts if len(one.text) > 40)
    words = Subject(kind=SubjectKind.PART, item=part.key, quote=selector_for(part.text, 0, 30))
    claim = Subject(kind=SubjectKind.CLAIM, item=check.claims[0].id)
    first = Comment(
        id=_an_id(11), subject=words, who="Zqremarkermarker", at=AT, text="Zqremarkmarker: why?"
    )
    settled = replace(first, text="Zqsettledmarker", settled_by="Zqsettledmarker", settled_at=AT)
    return (
        first,
        replace(first, id=_an_id(12), subject=claim),
        replace(settled, id=_an_id(13), subject=claim, who="Zqsettledmarker"),
    )
