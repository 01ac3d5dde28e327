"""The finished check as a text to be printed: looks of its own, the words of every format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
)

from workbench.core.template import Generator
from workbench.publish.block import BlockKind, Run, TextBlock, blocks_of_html, parts_as_blocks
from workbench.publish.byline import byline
from workbench.publish.escape import plain
from workbench.publish.figure import figures, is_shown
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.ui.page_break import KEEPS_WITH_NEXT
from workbench.ui.theme import ARTICLE_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.draft import Image
    from workbench.house.house import House

POINTS = 10.5
"""Size of the running text; everything else is measured by it."""
_TITLE_POINTS, _SMALL_POINTS = 19.0, 9.0
_HEADING_POINTS = {1: 13.5, 2: 13.5, 3: 11.5}
_INDENT = 24.0
"""Pixels by which a list or a quotation goes in."""
MUTED, STAMP, _LINK = "#565F69", "#8C1D18", "#0B4A8C"
"""Colours on paper, dark enough for a printer that knows only black."""
_TALLEST = 0.6
"""Share of the page's height that a picture may take, so that its caption stands with it."""
_MONO_FAMILIES = ("Noto Sans Mono", "DejaVu Sans Mono", "Consolas", "Menlo")
_PRINTED_ADDRESS = "%/:?#[]@!$&'*+,;=~-._"


def print_font(points: float = POINTS) -> QFont:
    """Return the serif that checks are printed in."""
    font = QFont()
    font.setFamilies(ARTICLE_FAMILIES)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


class PrintText:
    """Writes a check into a text document, for a column of a width and a height in pixels.

    A pixel is the 96th part of an inch, as a text document without a screen counts.
    """

    def __init__(self, width: float, height: float) -> None:
        self._room = (width, height)
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(_INDENT)
        self.document.setDefaultFont(print_font())
        # What is too long for a line is broken, never cut off.
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)
        self._begun = self._opens = False
        self._lists: dict[tuple[int, int, int], object] = {}

    def write(self, check: Check, house: House, pictures: Mapping[str, bytes]) -> QTextDocument:
        """Write the whole check and return the document."""
        if is_draft(check):
            self._write_stamp()
        self._write(plain(check.title) or check.slug, _TITLE_POINTS, bold=True, after=8)
        for line in byline(check, house):
            self._write(line, _SMALL_POINTS, color=MUTED)
        for index, part in enumerate(parts_as_blocks(check, house)):
            if part.heading:
                self._write_heading((Run(part.heading),), 1)
            typed = part.part.typed and check.draft.text(part.part.key)
            if part.part.generator is Generator.IMAGE and not typed:
                self._write_pictures(check, pictures, index)
                continue
            self._opens = not part.heading
            for block in part.blocks:
                self._write_block(block, index)
        return self.document

    def _write_stamp(self) -> None:
        frame = QTextFrameFormat()
        frame.setBorder(1.2)
        frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        frame.setBorderBrush(QBrush(QColor(STAMP)))
        frame.setPadding(5)
        frame.setBottomMargin(10)
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertFrame(frame)
        self._begun = False  # a frame begins with a paragraph of its own
        self._write(DRAFT_WORDS, POINTS, bold=True, color=STAMP)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begun = False

    def _write_heading(self, runs: tuple[Run, ...], level: int) -> None:
        points = _HEADING_POINTS.get(level, POINTS)
        look = _space(before=22 if level == 1 else 14, after=5)
        look.setHeadingLevel(level + 1)
        look.setProperty(KEEPS_WITH_NEXT, True)
        self._begin(look)
        self._write_runs(runs, _letters(points, bold=True))

    def _write_block(self, block: TextBlock, part: int) -> None:
        if block.kind is BlockKind.HEADING:
            self._write_heading(block.runs, block.level)
            return
        space = 4 if block.list_id else 8
        look = _space(before=18 if self._opens else space, after=space)
        self._opens = False
        if block.quotes or block.goes_on:
            depth = block.quotes + (block.depth + 1 if block.goes_on else 0)
            look.setLeftMargin(_INDENT * depth)
        runs = block.runs
        if block.kind is BlockKind.RULE:
            look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            runs = (Run("* * *"),)
        self._begin(look)
        if block.list_id and not block.goes_on:
            self._list(block, part)
        self._write_runs(runs, _letters(POINTS, color=MUTED if block.quotes else ""))

    def _list(self, block: TextBlock, part: int) -> None:
        """Make the paragraph an item of its list; numbers go on over what parts them."""
        key = (part, block.list_id, block.depth)
        made = self._lists.get(key)
        if made is not None:
            made.add(self._cursor.block())  # type: ignore[attr-defined]
            return
        style = QTextListFormat()
        style.setIndent(block.depth + 1 + block.quotes)
        if block.kind is BlockKind.NUMBER:
            style.setStyle(QTextListFormat.Style.ListDecimal)
            style.setStart(block.number)
        elif block.depth:
            style.setStyle(QTextListFormat.Style.ListCircle)
        else:
            style.setStyle(QTextListFormat.Style.ListDisc)
        self._lists[key] = self._cursor.createList(style)

    def _write_pictures(self, check: Check, pictures: Mapping[str, bytes], part: int) -> None:
        for image in check.images:
            data = pictures.get(image.sha256, b"")
            if is_shown(data):
                self._write_picture(image, data)
            only = replace(check, images=(image,))
            for block in blocks_of_html(figures(only, pictures)):
                self._write_block(block, part)

    def _write_picture(self, image: Image, data: bytes) -> None:
        picture = QImage.fromData(data)
        if picture.isNull():
            return
        width, height = self._room
        scale = min(width / picture.width(), height * _TALLEST / picture.height(), 1)
        name = f"picture:{image.sha256}"
        self.document.addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture
        )
        shown = QTextImageFormat()
        shown.setName(name)
        shown.setWidth(picture.width() * scale)
        shown.setHeight(picture.height() * scale)
        look = _space(before=12, after=6)
        look.setProperty(KEEPS_WITH_NEXT, True)  # with its caption
        self._begin(look)
        self._cursor.insertImage(shown)

    def _write(
        self, words: str, points: float, *, bold: bool = False, color: str = "", after: float = 1
    ) -> None:
        self._begin(_space(after=after))
        self._write_runs((Run(words),), _letters(points, bold=bold, color=color))

    def _begin(self, look: QTextBlockFormat) -> None:
        """Begin a paragraph; the first one is there already."""
        if self._begun:
            self._cursor.insertBlock(look, QTextCharFormat())
            if self._cursor.currentList() is not None:
                self._cursor.setBlockFormat(look)
        else:
            self._cursor.setBlockFormat(look)
        self._begun = True

    def _write_runs(self, runs: tuple[Run, ...], letters: QTextCharFormat) -> None:
        for index, run in enumerate(runs):
            self._cursor.insertText(run.text, _run_letters(run, letters))
            following = runs[index + 1].link if index + 1 < len(runs) else ""
            if run.link and following != run.link:
                self._write_address(run.link, runs, letters)

    def _write_address(self, link: str, runs: tuple[Run, ...], letters: QTextCharFormat) -> None:
        """Write where a link leads behind its words, for those who read it on paper."""
        shown = "".join(run.text for run in runs if run.link == link)
        address = link.removeprefix("mailto:")
        if address in shown:
            return
        small = QTextCharFormat(letters)
        small.setFontPointSize(_SMALL_POINTS)
        small.setForeground(QColor(MUTED))
        self._cursor.insertText(f" ({address})", small)


def _run_letters(run: Run, letters: QTextCharFormat) -> QTextCharFormat:
    form = QTextCharFormat(letters)
    if run.strong:
        form.setFontWeight(QFont.Weight.Bold)
    if run.emphasis:
        form.setFontItalic(True)
    if run.code:
        form.setFontFamilies(_MONO_FAMILIES)
        form.setFontFixedPitch(True)
    if run.link:
        form.setAnchor(True)
        form.setAnchorHref(quote(run.link, safe=_PRINTED_ADDRESS))
        form.setForeground(QColor(_LINK))
        form.setFontUnderline(True)
    return form


def _letters(points: float, *, bold: bool = False, color: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(print_font(points))
    form.setForeground(QColor(color or "#000000"))
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    return form


def _space(*, before: float = 0, after: float = 0) -> QTextBlockFormat:
    """Return the look of a paragraph with space around it, in pixels."""
    look = QTextBlockFormat()
    look.setTopMargin(before)
    look.setBottomMargin(after)
    look.setLineHeight(104, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return look
