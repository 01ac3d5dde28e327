"""The finished check as a PDF: pages through Qt's own printing, the same check the same bytes.

Qt writes the time of printing into the file and has no way to name another one; what it wrote is
replaced by the time of the check's last change, which is as long, so that no position moves. Fonts
come out in the order of a hash table, whose seed is held while it prints. With other fonts on a
machine, or another Qt, the bytes are others.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QHashSeed,
    QIODevice,
    QLocale,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUuid,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from workbench.core.error import UserError
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.pdf_catalog import with_language
from workbench.ui.page_break import settle_pages
from workbench.ui.print_text import MUTED, STAMP, PrintText, print_font

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtGui import QTextDocument

    from workbench.core.check import Check
    from workbench.house.house import House

_MARGINS = QMarginsF(22, 20, 22, 24)
"""Millimetres: left, top, right, bottom."""
_RESOLUTION = 1_200
_PIXEL = _RESOLUTION / 96
"""Dots of the page in a pixel of the text."""
_FOOT_PIXELS = 11
"""Height of the letters above and below the text."""
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO"})
"""Where paper is cut to the ANSI sizes (Unicode CLDR, supplementalData, paperSize)."""

_TIME = re.compile(
    rb"(?P<key>/(?:Creation|Mod)Date \(D:|xmp:(?:Create|Modify|Metadata)Date=\")"
    rb"[-\dT:]{14,19}(?P<zone>Z|[+-]\d\d[':]\d\d'?)"
)
_AFTER_THE_HEAD = b"\n/Type /Catalog"
"""What follows the information that Qt writes at the beginning of the file."""


def pdf_file_for(
    check: Check,
    house: House,
    pictures: Mapping[str, bytes] | None = None,
    page: QPageSize | None = None,
) -> bytes:
    """Return a check as the bytes of a PDF; raises UserError if it cannot be printed.

    pictures: bytes of the pictures to be shown, by SHA-256. page: what the locale uses if None.
    """
    QHashSeed.setDeterministicGlobalSeed()
    try:
        data = _printed(check, house, pictures or {}, page or usual_page())
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return with_language(with_time(data, check.changed), check.language)


def _printed(check: Check, house: House, pictures: Mapping[str, bytes], page: QPageSize) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(_RESOLUTION)
    portrait = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, portrait, _MARGINS, QPageLayout.Unit.Millimeter))
    writer.setTitle(plain(check.title) or check.slug)
    writer.setAuthor(plain(check.author))
    writer.setCreator("Fact-check workbench")
    room = QSizeF(writer.width() / _PIXEL, writer.height() / _PIXEL)
    document = PrintText(room.width(), room.height()).write(check, house, pictures)
    writer.setDocumentId(_document_id(check, document))
    document.setPageSize(room)
    settle_pages(document)
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError(
            "The PDF could not be printed.", "The check is safe. Choose another format."
        )
    painter.scale(_PIXEL, _PIXEL)
    _paint_pages(painter, writer, document, check)
    painter.end()
    return bytes(buffer.data().data())


def usual_page(locale: QLocale | None = None) -> QPageSize:
    """Return the paper of a locale, the person's own if None: A4, or Letter where that is cut."""
    wanted = locale or QLocale()
    country = QLocale.territoryToCode(wanted.territory())
    is_letter = country in _LETTER_COUNTRIES
    return QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4)


def _paint_pages(
    painter: QPainter, writer: QPdfWriter, document: QTextDocument, check: Check
) -> None:
    count = document.pageCount()
    size = document.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    context.palette = palette
    for number in range(1, count + 1):
        if number > 1:
            writer.newPage()
        top = (number - 1) * size.height()
        painter.save()
        painter.translate(0, -top)
        page = QRectF(QPointF(0, top), size)
        painter.setClipRect(page)
        # Lines that only touch the page would be written into it, unseen and found by a search.
        context.clip = page.adjusted(0, 1, 0, -1)
        document.documentLayout().draw(painter, context)
        painter.restore()
        _paint_foot(painter, size, check, number, count)


def _paint_foot(painter: QPainter, size: QSizeF, check: Check, number: int, count: int) -> None:
    """Paint headline and number under the text of a page, and the stamp of a draft above."""
    font = print_font()
    font.setPixelSize(_FOOT_PIXELS)  # points would be measured by the page's resolution
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(MUTED))
    line = QRectF(0, size.height() + 24, size.width(), 18)
    page = f"Page {number} of {count}"  # in the language of the house, as all that goes out
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), page)
    metrics = QFontMetricsF(font)
    room = size.width() - metrics.horizontalAdvance(page) - 24
    title = plain(check.title) or check.slug
    title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), title)
    if is_draft(check) and number > 1:  # the first page says it in the text
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(STAMP))
        above = QRectF(0, -34, size.width(), 18)
        painter.drawText(above, int(middle | Qt.AlignmentFlag.AlignRight), DRAFT_WORDS)
    painter.restore()


def _document_id(check: Check, document: QTextDocument) -> QUuid:
    """Return an id that goes with the check and its words, and with nothing else."""
    digest = hashlib.sha256(document.toPlainText().encode()).hexdigest()
    return QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, f"{check.id} {digest}")))


def with_time(data: bytes, at: datetime) -> bytes:
    """Return a PDF of Qt's with another time of making (UTC) in place of its own, no byte moved."""
    stamp, moment = (at.strftime(form).encode() for form in ("%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S"))

    def dated(match: re.Match[bytes]) -> bytes:
        is_long = match["zone"] != b"Z"
        if match["key"].startswith(b"/"):
            return match["key"] + stamp + (b"+00'00'" if is_long else b"Z")
        return match["key"] + moment + (b"+00:00" if is_long else b"Z")

    head, mark, rest = data.partition(_AFTER_THE_HEAD)
    return _TIME.sub(dated, head) + mark + rest
