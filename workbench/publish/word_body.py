"""The text of a Word file while it is written: paragraphs, lists, links, footnotes; then its bytes.

Written part by part after ECMA-376, with nothing in it that asks a clock or a system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.archive import packed
from workbench.publish.block import BlockKind, Run, TextBlock
from workbench.publish.word_comment import WordComments
from workbench.publish.word_part import (
    content_types,
    core_properties,
    custom_properties,
    document,
    footnotes,
    numbering,
    relations,
    root_relations,
    settings,
    styles,
)
from workbench.publish.word_text import Links, footnote, footnote_mark, paragraph, runs_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity


class WordBody:
    """Collects paragraphs, footnotes, links and the starts of numbered lists."""

    def __init__(self) -> None:
        self.links = Links()
        self.comments = WordComments()
        self._body: list[str] = []
        self._footnotes: list[str] = []
        self._note_links = Links()  # footnotes are a part of the file with links of its own
        self._numbered_lists: list[int] = []
        self._list_numbers: dict[tuple[int, int], int] = {}

    def add(self, style: str, words: str) -> None:
        """Add a paragraph of plain words in a style."""
        self._body.append(paragraph(runs_xml((Run(words),), self.links), style))

    def add_block(self, block: TextBlock, words: str, part: int) -> None:
        """Add a block with its words as XML; `part` tells the lists of one part from another's."""
        list_number = self._list_number(block, part) if block.list_id else None
        style = "Quote" if block.quotes else "ListParagraph" if block.list_id else "Normal"
        if block.kind is BlockKind.HEADING:
            style = f"Heading{max(block.level - 1, 1)}"
        elif block.kind is BlockKind.RULE:
            words = runs_xml((Run("* * *"),), self.links)
        self._body.append(
            paragraph(
                words,
                style,
                list_number=None if block.goes_on else list_number,
                depth=block.depth,
                quotes=block.quotes,
                is_indented=block.goes_on,
            )
        )

    def footnote(self, lines: Iterable[Sequence[Run]]) -> str:
        """Add a footnote with its lines, and return the mark that refers to it."""
        number = len(self._footnotes) + 1
        written = [runs_xml(runs, self._note_links) for runs in lines]
        self._footnotes.append(footnote(number, written))
        return footnote_mark(number)

    def as_file(self, check: Check, title: str, identity: CopyIdentity | None = None) -> bytes:
        """Return the bytes of a .docx file with this text.

        identity: what the file says of the check that it shows, among its own properties.
        """
        own = {} if identity is None else {"docProps/custom.xml": custom_properties(identity)}
        members = {
            "[Content_Types].xml": content_types(
                has_own_properties=bool(own), has_comments=bool(self.comments)
            ),
            "_rels/.rels": root_relations(has_own_properties=bool(own)),
            "docProps/core.xml": core_properties(check, title),
            **own,
            "word/document.xml": document(self._body),
            "word/styles.xml": styles(check.language),
            "word/numbering.xml": numbering(self._numbered_lists),
            "word/footnotes.xml": footnotes(self._footnotes),
            "word/settings.xml": settings(),
            **self.comments.parts(),
            "word/_rels/document.xml.rels": relations(
                self.links.addresses, has_comments=bool(self.comments)
            ),
            "word/_rels/footnotes.xml.rels": relations(self._note_links.addresses, is_main=False),
        }
        data = {name: text.encode() for name, text in members.items()}
        return packed(data, is_compressed=False)

    def _list_number(self, block: TextBlock, part: int) -> int:
        """Return the number of the list that an item belongs to; 1 is that of all bullets."""
        if block.kind is BlockKind.BULLET:
            return 1
        key = (part, block.list_id)
        if key not in self._list_numbers:
            self._numbered_lists.append(block.number)
            self._list_numbers[key] = 1 + len(self._numbered_lists)
        return self._list_numbers[key]
