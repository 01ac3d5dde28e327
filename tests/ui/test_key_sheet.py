from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from workbench.ui.action import ACTIONS, CLAIM_KEYS, PROPOSAL_KEYS, READING_KEYS
from workbench.ui.key_sheet import KeySheet


@pytest.fixture
def sheet(hands):
    made = hands.show(KeySheet(), 740, 600)
    QApplication.processEvents()
    return made


def test_every_action_with_a_key_is_listed_with_it(sheet):
    told = [label.text() for label in sheet.findChildren(QLabel)]
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        assert (spec.text in told) == bool(spec.keys)
        if spec.keys:
            assert QKeySequence(spec.keys[0]).toString(native) in told


@pytest.mark.parametrize(("words", "keys"), [*READING_KEYS, *PROPOSAL_KEYS, *CLAIM_KEYS])
def test_the_keys_that_are_no_actions_are_listed_too(sheet, words, keys):
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert keys in told[told.index(words) :]


def test_every_heading_is_there_once(sheet):
    captions = [
        label.text() for label in sheet.findChildren(QLabel) if label.property("role") == "caption"
    ]
    groups = {spec.group for spec in ACTIONS if spec.keys}
    assert groups <= set(captions)
    assert len(set(captions)) == len(captions)


@pytest.mark.parametrize("width", [740, 420])
def test_no_line_is_cut_off(sheet, width):
    sheet.resize(width, 600)
    QApplication.processEvents()
    for label in sheet.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
    assert sheet.widget().width() <= sheet.viewport().width()


def test_words_and_keys_are_found(sheet):
    assert sheet.has("ctrl+e export")
    assert sheet.has("")
    assert not sheet.has("export quit")
