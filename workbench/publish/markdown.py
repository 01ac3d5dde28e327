"""The finished check as Markdown: front matter, then all parts that have content in house order.

The headline stands in the front matter as the title and nowhere else: a second one in the text
would be a second first-level heading on every site that shows the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.template import Generator
from workbench.publish.cite import public_citations
from workbench.publish.escape import escaped, plain
from workbench.publish.front_matter import DRAFT_WORDS, front_matter, is_draft
from workbench.publish.generated import generated_markdown
from workbench.publish.layout import blocks, bullet, heading
from workbench.publish.typed import typed_markdown, typed_points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity
    from workbench.core.template import TemplatePart
    from workbench.house.house import House

DRAFT_LINE = f"**{DRAFT_WORDS}**"
"""Stands at the top of everything that goes out unapproved."""


def markdown_for(check: Check, house: House, identity: CopyIdentity | None = None) -> str:
    """Return a check as Markdown that ends with one line end; the same check, the same text.

    identity: what a file says of the check that it shows; None for words that are no file.
    """
    citations = public_citations(check)
    parts = (_with_heading(part, check, house, citations) for part in house.template.parts)
    draft = DRAFT_LINE if is_draft(check) else ""
    return blocks(front_matter(check, house, identity), draft, *parts) + "\n"


def part_markdown(
    part: TemplatePart, check: Check, house: House, citations: Mapping[str, str] | None = None
) -> str:
    """Return one part without its heading: what was typed, then what is generated.

    citations: what each citation mark becomes; None for the links of the public copy.
    """
    if citations is None:
        citations = public_citations(check)
    typed = check.draft.text(part.key) if part.typed else ""
    generated = generated_markdown(part.generator, check, house)
    if part.generator is Generator.QUICK_READ:
        points = [bullet(point) for point in typed_points(typed, citations)]
        return "\n".join((*points, generated) if generated else points)
    level = 2 if part_heading(part, check) else 1
    return blocks(typed_markdown(typed, level, citations), generated)


def part_heading(part: TemplatePart, check: Check) -> str:
    """Return the heading of a part as plain text: the check's own, else the template's."""
    return plain(check.draft.heading(part.key)) or part.heading


def _with_heading(
    part: TemplatePart, check: Check, house: House, citations: Mapping[str, str]
) -> str:
    body = part_markdown(part, check, house, citations)
    words = part_heading(part, check)
    if not body or not words:
        return body
    return blocks(heading(2, escaped(words)), body)
