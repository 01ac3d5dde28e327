"""The lines of a check as they went out, and for each word of them what in the check it comes from.

A word of a typed part leads to its place in the Markdown that was typed; a word that was generated
leads to the field of the claim, source or verdict that it renders, or to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.core.citation_mark import citation_marks
from workbench.core.review import Subject, SubjectKind
from workbench.core.template import Generator
from workbench.publish.block import BlockKind, TextBlock, blocks_of_html
from workbench.publish.cite import public_citations
from workbench.publish.generated import generated_markdown
from workbench.publish.layout import bullet
from workbench.publish.markdown import part_heading
from workbench.publish.page import safe_html
from workbench.publish.review_group import ListGroup
from workbench.publish.review_token import Token, common, tokens_of
from workbench.publish.typed import typed_markdown, typed_points
from workbench.reading.unmarked import unmarked
from workbench.rules.suggested_field import HEADING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.template import TemplatePart
    from workbench.house.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A field of the check that words of a finished check come from.

    Attributes:
        text: all of it, as it was.
        is_markdown: whether what stands there is Markdown.
        is_whole: whether it is only changed as a whole: a status, a label, who confirms.

    """

    subject: Subject
    text: str
    is_markdown: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a word comes from: a stretch of a target, in code points of its text."""

    target: Target
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """A line that went out.

    Attributes:
        words: as readers see them.
        origins: one for each of the tokens.
        part: key of the part it stands in; empty above the first.
        section: heading it stands under.
        owner: what a remark on it is about, if its words lead nowhere.
        group: of a list of claims that it belongs to or opens.
        claim_id: of the claim that it lists.

    """

    words: str
    tokens: tuple[Token, ...]
    origins: tuple[Origin | None, ...]
    part: str
    section: str
    owner: Subject
    level: int = 0
    is_item: bool = False
    is_typed: bool = False
    group: ListGroup | None = None
    claim_id: str = ""
    keys: tuple[str, ...] = field(default=())


def sent_lines(check: Check, house: House, *, has_citations: bool) -> tuple[SentLine, ...]:
    """Return the lines of all parts of a check.

    has_citations: whether the copy shows them as "[1]"; an editor's copy has notes in their place.
    """
    citations = public_citations(check) if has_citations else {}
    found: list[SentLine] = []
    for part in house.template.parts:
        lines = [*_typed(part, check, citations), *_generated(part, check, house)]
        words = part_heading(part, check)
        if lines and words:
            lines.insert(0, _heading(part, check, words))
        found += (replace(line, section=words) for line in lines)
    return tuple(found)


def line_of(
    words: str, part: str, owner: Subject, origins: tuple[Origin | None, ...] | None = None
) -> SentLine:
    """Return a line whose words lead where they are said to, or nowhere."""
    tokens = tokens_of(words)
    return SentLine(
        words=words,
        tokens=tokens,
        origins=origins if origins is not None else (None,) * len(tokens),
        part=part,
        section="",
        owner=owner,
        keys=tuple(token.key for token in tokens),
    )


def of_block(line: SentLine, block: TextBlock) -> SentLine:
    """Return a line with the level of a heading, or as an item, as its block is."""
    level = block.level if block.kind is BlockKind.HEADING else 0
    return replace(line, level=level, is_item=bool(block.list_id))


def _heading(part: TemplatePart, check: Check, words: str) -> SentLine:
    subject = Subject(kind=SubjectKind.PART, item=part.key, field=HEADING)
    target = Target(subject=subject, text=check.draft.heading(part.key), is_whole=True)
    count = len(tokens_of(words))
    origins = tuple(Origin(target, 0, len(target.text)) for _ in range(count))
    owner = Subject(kind=SubjectKind.PART, item=part.key)
    return replace(line_of(words, part.key, owner, origins), level=2)


def _typed(part: TemplatePart, check: Check, citations: Mapping[str, str]) -> list[SentLine]:
    text = check.draft.text(part.key) if part.typed else ""
    if not text.strip():
        return []
    if part.generator is Generator.QUICK_READ:
        markdown = "\n".join(bullet(point) for point in typed_points(text, citations))
    else:
        level = 2 if part_heading(part, check) else 1
        markdown = typed_markdown(text, level, citations)
    blocks = [block for block in blocks_of_html(safe_html(markdown)) if block.text]
    subject = Subject(kind=SubjectKind.PART, item=part.key)
    target = Target(subject=subject, text=text, is_markdown=True)
    rows = aligned([block.text for block in blocks], target, _cited_numbers(check, citations))
    return [
        replace(of_block(line_of(block.text, part.key, subject, row), block), is_typed=True)
        for block, row in zip(blocks, rows, strict=True)
    ]


def aligned(
    lines: list[str], target: Target, cited: Mapping[str, str]
) -> list[tuple[Origin | None, ...]]:
    """Return for each token of some lines its place in the text that they were made from.

    cited: what the key of a citation mark shows as, such as "[1]".
    """
    keys, places = _typed_tokens(target, cited)
    rows = [tokens_of(line) for line in lines]
    flat = [token.key for row in rows for token in row]
    found: list[Origin | None] = [None] * len(flat)
    for at, place in common(flat, keys):
        found[at] = Origin(target, *places[place])
    result, begin = [], 0
    for row in rows:
        result.append(tuple(found[begin : begin + len(row)]))
        begin += len(row)
    return result


def _typed_tokens(
    target: Target, cited: Mapping[str, str]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the keys and places of the words of a field, citation marks among them."""
    shown = unmarked(target.text) if target.is_markdown else target.text
    found = [(token.start, token.end, token.key) for token in tokens_of(shown)]
    if target.is_markdown:
        found += [
            (mark.start, mark.end, cited[mark.key])
            for mark in citation_marks(target.text)
            if mark.key in cited
        ]
    found.sort()
    return [key for _, _, key in found], [(start, end) for start, end, _ in found]


def _cited_numbers(check: Check, citations: Mapping[str, str]) -> dict[str, str]:
    """Return what each citation mark shows as in the finished check."""
    from workbench.rules.cited import cited_by_key

    if not citations:
        return {}
    number = {source.id: at for at, source in enumerate(check.sources, start=1)}
    return {
        key: f"[{number[cited.source.id]}]"
        for key, cited in cited_by_key(check).items()
        if cited.source is not None
    }


def _generated(part: TemplatePart, check: Check, house: House) -> list[SentLine]:
    from workbench.publish.review_generated import generated_lines

    if part.generator is Generator.NONE:
        return []
    markdown = generated_markdown(part.generator, check, house)
    blocks = [block for block in blocks_of_html(safe_html(markdown)) if block.text]
    return generated_lines(part, check, house, blocks)
