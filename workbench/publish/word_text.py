"""Runs, paragraphs, links and footnotes in the XML of a Word file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.publish.block import Run

_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_TWIPS = 360
"""Twentieths of a point by which a list or quotation goes in."""
_IN_AN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(slots=True)
class Links:
    """The addresses that one part of the file leads to, each once, in order."""

    addresses: list[str] = field(default_factory=list)

    def id_of(self, address: str) -> str:
        """Return the id by which a text refers to an address."""
        encoded = quote(address, safe=_IN_AN_ADDRESS)
        if encoded not in self.addresses:
            self.addresses.append(encoded)
        return link_id(self.addresses.index(encoded))


def link_id(index: int) -> str:
    """Return the id of the address with an index."""
    return f"link{index + 1}"


def xml_text(words: str) -> str:
    """Return words as the text of an element; what XML has no place for shows as a mark."""
    return escape(_NOT_IN_XML.sub("\ufffd", words), {'"': "&quot;"})


def runs_xml(runs: Sequence[Run], links: Links) -> str:
    """Return runs as XML, those that lead somewhere as links."""
    pieces = []
    for run in runs:
        written = _run(run)
        if run.link:
            written = (
                f'<w:hyperlink r:id="{links.id_of(run.link)}" w:history="1">{written}</w:hyperlink>'
            )
        pieces.append(written)
    return "".join(pieces)


def paragraph(
    words: str,
    style: str,
    *,
    list_number: int | None = None,
    depth: int = 0,
    quotes: int = 0,
    is_indented: bool = False,
) -> str:
    """Return a paragraph in a style; items name their list, further paragraphs only go in."""
    properties = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    if list_number is not None:
        properties += (
            f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>'
        )
    if is_indented:
        properties += f'<w:ind w:left="{_TWIPS * (depth + 1)}"/>'
    elif quotes > 1 and list_number is None:
        properties += f'<w:ind w:left="{_TWIPS * quotes}"/>'
    wrapped = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{wrapped}{words}</w:p>"


def footnote(number: int, lines: Sequence[str]) -> str:
    """Return a footnote with its lines, each a paragraph, the number before the first."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    paragraphs = [
        paragraph((mark + space if index == 0 else "") + line, "FootnoteText")
        for index, line in enumerate(lines)
    ]
    return f'<w:footnote w:id="{number}">{"".join(paragraphs)}</w:footnote>'


def footnote_mark(number: int) -> str:
    """Return the mark in the text that refers to a footnote."""
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def note_gap() -> str:
    """Return what keeps the numbers of two footnotes apart."""
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        '<w:t xml:space="preserve">, </w:t></w:r>'
    )


def flag(words: str) -> str:
    """Return a flag behind a sentence, in brackets."""
    return (
        '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Flag"/></w:rPr>'
        f'<w:t xml:space="preserve">[{xml_text(words)}]</w:t></w:r>'
    )


def _run(run: Run) -> str:
    # The order of the properties is that of the schema.
    style = "Hyperlink" if run.link else "Code" if run.code else ""
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + (
        ("<w:b/>" if run.strong else "") + ("<w:i/>" if run.emphasis else "")
    )
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{xml_text(run.text)}</w:t></w:r>'
