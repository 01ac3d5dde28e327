from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from workbench.ui.action import ACTIONS
from workbench.ui.action_set import ActionSet


def test_every_action_has_a_name_words_and_a_method_that_does_it():
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)
    for spec in ACTIONS:
        assert spec.text
        assert spec.group
        assert callable(getattr(ActionSet, spec.name))
        assert getattr(ActionSet, spec.name).__doc__


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.keys], ids=lambda s: s.name)
def test_every_key_is_one_that_qt_can_read(spec):
    for keys in spec.keys:
        sequence = QKeySequence(keys)
        assert sequence.count() == 1
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == keys
