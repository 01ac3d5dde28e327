"""The finished check as a Word file (.docx), for editors who live in a word processor.

Written part by part after ECMA-376, with nothing in it that asks a clock or a system: the same
check gives the same bytes. Headings, lists and quotations are styles that a word processor knows;
links are links; the evidence of a claim is a footnote where the claim is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.template import Generator
from workbench.publish.archive import packed
from workbench.publish.block import BlockKind, Run, TextBlock, blocks_of_html, parts_as_blocks
from workbench.publish.byline import byline
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.listed import sentence
from workbench.publish.method import evidence_points
from workbench.publish.page import safe_html
from workbench.publish.word_part import (
    CONTENT_TYPES,
    ROOT_RELATIONS,
    core_properties,
    document,
    footnotes,
    numbering,
    relations,
    settings,
    styles,
)
from workbench.publish.word_text import Links, footnote, footnote_mark, paragraph, runs_xml

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House

_LISTS_OF_CLAIMS = (Generator.CONFIRMED, Generator.NOT_CONFIRMED)


def word_file_for(check: Check, house: House) -> bytes:
    """Return a check as the bytes of a .docx file."""
    writer = _Writer(check)
    writer.write(house)
    title = plain(check.title) or check.slug
    members = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "docProps/core.xml": core_properties(check, title),
        "word/document.xml": document(writer.body),
        "word/styles.xml": styles(check.language),
        "word/numbering.xml": numbering(writer.numbered_lists),
        "word/footnotes.xml": footnotes(writer.footnotes),
        "word/settings.xml": settings(),
        "word/_rels/document.xml.rels": relations(writer.links.addresses),
        "word/_rels/footnotes.xml.rels": relations(writer.note_links.addresses, is_main=False),
    }
    data = {name: text.encode() for name, text in members.items()}
    return packed(data, is_compressed=False)


class _Writer:
    """Collects paragraphs, footnotes, links and the starts of numbered lists."""

    def __init__(self, check: Check) -> None:
        self.body: list[str] = []
        self.footnotes: list[str] = []
        self.links = Links()
        self.note_links = Links()  # footnotes are a part of the file with links of its own
        self.numbered_lists: list[int] = []
        self._check = check
        self._notes = _notes_by_words(check)
        self._list_numbers: dict[tuple[int, int], int] = {}

    def write(self, house: House) -> None:
        check = self._check
        if is_draft(check):
            self._add("Draft", DRAFT_WORDS)
        self._add("Title", plain(check.title) or check.slug)
        for line in byline(check, house):
            self._add("Subtitle", line)
        for index, part in enumerate(parts_as_blocks(check, house)):
            if part.heading:
                self._add("Heading1", part.heading)
            is_list_of_claims = part.part.generator in _LISTS_OF_CLAIMS
            for block in part.blocks:
                self._write_block(block, index, notes=is_list_of_claims)

    def _write_block(self, block: TextBlock, part: int, *, notes: bool) -> None:
        words = runs_xml(block.runs, self.links)
        if notes and block.list_id and (points := self._notes.pop(block.text, ())):
            words += self._footnote(points)
        list_number = self._list_number(block, part) if block.list_id else None
        style = "Quote" if block.quotes else "ListParagraph" if block.list_id else "Normal"
        if block.kind is BlockKind.HEADING:
            style = f"Heading{max(block.level - 1, 1)}"
        elif block.kind is BlockKind.RULE:
            words = runs_xml((Run("* * *"),), self.links)
        self.body.append(
            paragraph(
                words,
                style,
                list_number=None if block.goes_on else list_number,
                depth=block.depth,
                quotes=block.quotes,
                is_indented=block.goes_on,
            )
        )

    def _list_number(self, block: TextBlock, part: int) -> int:
        """Return the number of the list that an item belongs to; 1 is that of all bullets."""
        if block.kind is BlockKind.BULLET:
            return 1
        key = (part, block.list_id)
        if key not in self._list_numbers:
            self.numbered_lists.append(block.number)
            self._list_numbers[key] = 1 + len(self.numbered_lists)
        return self._list_numbers[key]

    def _footnote(self, points: tuple[str, ...]) -> str:
        number = len(self.footnotes) + 1
        blocks = [block for point in points for block in blocks_of_html(safe_html(point))]
        lines = [runs_xml(block.runs, self.note_links) for block in blocks]
        self.footnotes.append(footnote(number, lines))
        return footnote_mark(number)

    def _add(self, style: str, words: str) -> None:
        self.body.append(paragraph(runs_xml((Run(words),), self.links), style))


def _notes_by_words(check: Check) -> dict[str, tuple[str, ...]]:
    """Return the evidence of each claim by the words that it is listed with."""
    notes = {}
    for claim in check.claims:
        blocks = blocks_of_html(safe_html(sentence(claim.wording)))
        if blocks:
            notes[blocks[0].text] = evidence_points(check, claim)
    return notes
