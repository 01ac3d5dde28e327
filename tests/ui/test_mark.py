from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from workbench.core.claim import ClaimStatus
from workbench.ui.mark import chip_font, chip_width, paint_chip, paint_mark
from workbench.ui.status_word import status_words
from workbench.ui.theme import Scheme, theme_for


def mark_of(status):
    """Return the shape of a status as the pixels that are painted, whatever the colour."""
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    paint_mark(painter, QRectF(4, 4, 20, 20), status, QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_no_two_statuses_have_the_same_shape(qapp):
    assert len({mark_of(status) for status in ClaimStatus}) == len(ClaimStatus)


def test_every_status_has_words_of_its_own():
    words = [status_words(status) for status in ClaimStatus]
    assert len(set(words)) == len(words)
    assert all(word[0].isupper() for word in words)
    with pytest.raises(KeyError):
        status_words("rumoured")


@pytest.mark.parametrize("points", [8, 10, 14, 20])
@pytest.mark.parametrize("status", ClaimStatus)
def test_a_chip_has_room_for_its_words_and_ends_where_it_should(qapp, status, points):
    font = QFont()
    font.setPointSize(points)
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    box = paint_chip(painter, 390, 30, status, font, theme_for(Scheme.LIGHT))
    painter.end()
    assert box.right() == pytest.approx(390)
    assert box.center().y() == pytest.approx(30)
    assert box.width() == chip_width(status, font)
    metrics = QFontMetrics(chip_font(font))
    assert box.height() >= metrics.height()
    assert box.width() >= metrics.horizontalAdvance(status_words(status)) + 20
