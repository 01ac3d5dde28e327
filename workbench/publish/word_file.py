"""The finished check as a Word file (.docx), for editors who live in a word processor.

The same check gives the same bytes. Headings, lists and quotations are styles that a word
processor knows; links are links; the evidence of a claim is a footnote where the claim is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.template import Generator
from workbench.publish.block import blocks_of_html, parts_as_blocks
from workbench.publish.byline import byline
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.listed import sentence
from workbench.publish.method import evidence_points
from workbench.publish.page import safe_html
from workbench.publish.word_body import WordBody
from workbench.publish.word_text import runs_xml

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House

_LISTS_OF_CLAIMS = (Generator.CONFIRMED, Generator.NOT_CONFIRMED)


def word_file_for(check: Check, house: House, identity: CopyIdentity | None = None) -> bytes:
    """Return a check as the bytes of a .docx file that says which check and state it shows."""
    body = WordBody()
    title = plain(check.title) or check.slug
    if is_draft(check):
        body.add("Draft", DRAFT_WORDS)
    body.add("Title", title)
    for line in byline(check, house):
        body.add("Subtitle", line)
    notes = _notes_by_words(check)
    for index, part in enumerate(parts_as_blocks(check, house)):
        if part.heading:
            body.add("Heading1", part.heading)
        is_list_of_claims = part.part.generator in _LISTS_OF_CLAIMS
        for block in part.blocks:
            words = runs_xml(block.runs, body.links)
            points = notes.pop(block.text, ()) if is_list_of_claims and block.list_id else ()
            if points:
                lines = [one for point in points for one in blocks_of_html(safe_html(point))]
                words += body.footnote(line.runs for line in lines)
            body.add_block(block, words, index)
    return body.as_file(check, title, identity)


def _notes_by_words(check: Check) -> dict[str, tuple[str, ...]]:
    """Return the evidence of each claim by the words that it is listed with."""
    notes = {}
    for claim in check.claims:
        blocks = blocks_of_html(safe_html(sentence(claim.wording)))
        if blocks:
            notes[blocks[0].text] = evidence_points(check, claim)
    return notes
