"""What the words of generated parts come from: claims, sources, the rating, the common post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.claim import Stance
from workbench.core.review import Subject, SubjectKind
from workbench.core.template import Generator
from workbench.publish.escape import plain
from workbench.publish.generated import rating_words
from workbench.publish.post import LINK
from workbench.publish.review_group import lead_of
from workbench.publish.review_line import Origin, SentLine, Target, aligned, line_of, of_block
from workbench.publish.review_token import run_in, tokens_of
from workbench.publish.wording import STATUS_WORDS
from workbench.rules.listing import not_confirmed
from workbench.rules.suggested_field import LABEL, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.core.check import Check
    from workbench.core.claim import Claim, Evidence
    from workbench.core.source import Source
    from workbench.core.template import TemplatePart
    from workbench.house.house import House
    from workbench.publish.block import TextBlock

_STANCES = (
    *(Stance.SUPPORTS, Stance.CONTRADICTS, Stance.QUALIFIES),
    *(Stance.CONTEXT, Stance.REPEATS),
)
_LOOKED = "Looked and found nothing:"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that a line renders: its words as shown, behind some other words if given."""

    target: Target
    shown: str
    behind: str = ""


def generated_lines(
    part: TemplatePart, check: Check, house: House, blocks: Sequence[TextBlock]
) -> list[SentLine]:
    """Return the lines of a generated part, with the fields that their words come from."""
    match part.generator:
        case Generator.CONFIRMED | Generator.NOT_CONFIRMED:
            return list(_lists(part, check, blocks))
        case Generator.POST:
            return _post(part, check, blocks)
        case Generator.HOW_WE_KNOW:
            return list(_method(part, check, blocks))
        case Generator.SOURCES:
            return list(_sources(part, check, blocks))
        case Generator.QUICK_READ:
            fields = [wording_of(claim) for claim in not_confirmed(check)]
        case Generator.VERSIONS:
            fields = _versions(check)
        case Generator.RATING:
            fields = _rating(check, house)
        case _:
            fields = []
    owner = Subject(kind=SubjectKind.PART, item=part.key)
    return [_line(part, block, owner, fields) for block in blocks]


def claim_text(claim: Claim, name: str) -> Target:
    """Return a text field of a claim as a target."""
    subject = Subject(kind=SubjectKind.CLAIM, item=claim.id, field=name)
    return Target(subject=subject, text=str(getattr(claim, name)))


def wording_of(claim: Claim) -> _Field:
    """Return the wording that a claim is listed with."""
    name = "as_supported" if claim.as_supported else "as_circulated"
    return _Field(claim_text(claim, name), plain(claim.wording))


def check_text(check: Check, name: str, shown: str, *, is_whole: bool = False) -> _Field:
    """Return a field of the check or its verdict."""
    subject = Subject(kind=SubjectKind.CHECK, field=name)
    if name == LABEL:
        verdict = check.verdict
        text = f"{verdict.scale}/{verdict.label}" if verdict.label else ""
    elif name.startswith("verdict."):
        text = str(getattr(check.verdict, name.partition(".")[2]))
    else:
        text = str(getattr(check, name))
    return _Field(Target(subject=subject, text=text, is_whole=is_whole), shown)


def front_lines(check: Check, title: str, bylines: Sequence[str]) -> list[SentLine]:
    """Return the lines above the first part of a Word file: the headline, then by whom."""
    owner = Subject(kind=SubjectKind.CHECK)
    title_fields = [check_text(check, "title", title)] if plain(check.title) == title else []
    people = [
        replace(check_text(check, name, plain(str(getattr(check, name)))), behind=behind)
        for name, behind in (("author", "By"), ("reviewer", "reviewed by"))
    ]
    lines = [_with_fields(line_of(title, "", owner), title_fields)]
    lines += [_with_fields(line_of(words, "", owner), people) for words in bylines]
    return lines


def _line(
    part: TemplatePart, block: TextBlock, owner: Subject, fields: Sequence[_Field]
) -> SentLine:
    return _with_fields(of_block(line_of(block.text, part.key, owner), block), fields)


def _with_fields(line: SentLine, fields: Sequence[_Field]) -> SentLine:
    """Return a line with its words tied to the fields that it renders, in their order."""
    origins = list(line.origins)
    at = 0
    for one in fields:
        wanted = [token.key for token in tokens_of(one.shown)]
        start = at
        if one.behind:
            lead = [token.key for token in tokens_of(one.behind)]
            found = run_in(line.keys, lead, at)
            if found < 0:
                continue
            start = found + len(lead)
        begin = run_in(line.keys, wanted, start)
        if begin < 0 or (one.behind and begin != start):
            continue
        at = begin + len(wanted)
        origins[begin:at] = _origins(one, len(wanted))
    return replace(line, origins=tuple(origins))


def _origins(one: _Field, count: int) -> list[Origin | None]:
    target = one.target
    if target.is_whole:
        return [Origin(target, 0, len(target.text))] * count
    row = aligned([one.shown], target, {})[0]
    return list(row)


def _lists(part: TemplatePart, check: Check, blocks: Sequence[TextBlock]) -> Iterator[SentLine]:
    owner = Subject(kind=SubjectKind.PART, item=part.key)
    waiting: dict[tuple[str, ...], list[Claim]] = {}
    for claim in check.claims:
        waiting.setdefault(_bare_keys(claim.wording), []).append(claim)
    group = None
    for block in blocks:
        if not block.list_id:
            group = lead_of(block.text)
            yield replace(_line(part, block, owner, ()), group=group)
            continue
        found = waiting.get(_bare_keys(block.text), [])
        fitting = [one for one in found if group is None or one.status is group.status]
        if not fitting:
            yield _line(part, block, owner, ())
            continue
        claim = fitting[0]
        found.remove(claim)
        subject = Subject(kind=SubjectKind.CLAIM, item=claim.id)
        line = _line(part, block, subject, [wording_of(claim)])
        yield replace(line, group=group, claim_id=claim.id)


def _bare_keys(words: str) -> tuple[str, ...]:
    """Return the keys of a sentence without the full stop that a list puts behind it."""
    keys = [token.key for token in tokens_of(plain(words))]
    return tuple(keys[:-1] if keys[-1:] == ["."] else keys)


def _versions(check: Check) -> list[_Field]:
    claim = check.main_claim
    if claim is None:
        return []
    return [
        _Field(claim_text(claim, name), plain(str(getattr(claim, name))), behind)
        for name, behind in (
            ("as_circulated", "The viral version:"),
            ("as_supported", "The careful version:"),
        )
    ]


def _rating(check: Check, house: House) -> list[_Field]:
    words = rating_words(check, house)
    name = "verdict.wording" if check.verdict.wording.strip() else LABEL
    return [
        replace(check_text(check, name, words, is_whole=True), behind="Rating:"),
        check_text(check, "verdict.reason", plain(check.verdict.reason)),
    ]


def _post(part: TemplatePart, check: Check, blocks: Sequence[TextBlock]) -> list[SentLine]:
    subject = Subject(kind=SubjectKind.POST)
    target = Target(subject=subject, text=check.post_text(""))
    cited = {LINK: check.url.strip()}
    rows = aligned([block.text for block in blocks], target, cited)
    return [
        of_block(line_of(block.text, part.key, subject, row), block)
        for block, row in zip(blocks, rows, strict=True)
    ]


def _method(part: TemplatePart, check: Check, blocks: Sequence[TextBlock]) -> Iterator[SentLine]:
    owner = Subject(kind=SubjectKind.PART, item=part.key)
    by_number = {check.claim_number(one.id): one for one in check.claims if one.wording.strip()}
    claim: Claim | None = None
    rest: list[Evidence] = []
    for block in blocks:
        head = [token.key for token in tokens_of(block.text)[:2]]
        if not block.list_id:
            number = int(head[1]) if len(head) > 1 and head[1].isdecimal() else 0
            claim = by_number.get(number) if head[:1] == ["Claim"] else None
            rest = _in_order(claim) if claim else []
            fields = _claim_fields(claim) if claim else []
            subject = Subject(kind=SubjectKind.CLAIM, item=claim.id) if claim else owner
            yield _line(part, block, subject, fields)
        elif claim is None:
            yield _line(part, block, owner, ())
        elif block.text.startswith(_LOOKED):
            looked = _Field(claim_text(claim, "looked_at"), plain(claim.looked_at), _LOOKED)
            subject = Subject(kind=SubjectKind.CLAIM, item=claim.id)
            yield _line(part, block, subject, [looked])
        else:
            subject = Subject(kind=SubjectKind.CLAIM, item=claim.id)
            if rest and not block.text.endswith(": none recorded."):
                subject = Subject(kind=SubjectKind.EVIDENCE, item=rest.pop(0).id)
            yield _line(part, block, subject, ())


def _in_order(claim: Claim) -> list[Evidence]:
    """Return the evidence of a claim in the order in which it is told."""
    return [item for stance in _STANCES for item in claim.evidence if item.stance is stance]


def _claim_fields(claim: Claim) -> list[_Field]:
    subject = Subject(kind=SubjectKind.CLAIM, item=claim.id, field=STATUS)
    status = Target(subject=subject, text=claim.status.value, is_whole=True)
    return [
        wording_of(claim),
        _Field(
            claim_text(claim, "as_circulated"),
            plain(claim.as_circulated).rstrip("."),
            "As circulated: “",
        ),
        _Field(status, STATUS_WORDS[claim.status], "Status:"),
        _Field(claim_text(claim, "claimant"), plain(claim.claimant), "Claimed by"),
    ]


def _sources(part: TemplatePart, check: Check, blocks: Sequence[TextBlock]) -> Iterator[SentLine]:
    for number, block in enumerate(blocks):
        source: Source | None = check.sources[number] if number < len(check.sources) else None
        if source is None:
            yield _line(part, block, Subject(kind=SubjectKind.PART, item=part.key), ())
            continue
        fields = [
            _Field(_source_text(source, name), plain(str(getattr(source, name))))
            for name in ("outlet", "byline", "title")
        ]
        yield _line(part, block, Subject(kind=SubjectKind.SOURCE, item=source.id), fields)


def _source_text(source: Source, name: str) -> Target:
    subject = Subject(kind=SubjectKind.SOURCE, item=source.id, field=name)
    return Target(subject=subject, text=str(getattr(source, name)))
