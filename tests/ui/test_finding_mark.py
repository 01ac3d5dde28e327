"""How bad a finding is can be told by its shape, without its colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from workbench.core.finding import Severity
from workbench.intake.result import FATE_WORDS, Fate
from workbench.publish.wording import STATE_WORDS
from workbench.ui.finding_mark import paint_severity
from workbench.ui.result_list import _MARKS


def shape(severity, side):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    paint_severity(painter, QRectF(4, 4, side, side), severity, QColor("#777777"))
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("side", [9, 14, 28])
def test_no_two_severities_have_the_same_shape(qapp, side):
    shapes = {shape(severity.value, side) for severity in Severity}
    assert len(shapes) == len(Severity)
    assert shape("error", side) != bytes(40 * 40 * 4)


def test_fates_of_files_and_states_of_a_check_are_told_by_words_of_their_own():
    assert len(set(_MARKS.values())) == len(Fate)
    for words in (FATE_WORDS, STATE_WORDS):
        assert len({words[one] for one in words}) == len(list(words))
