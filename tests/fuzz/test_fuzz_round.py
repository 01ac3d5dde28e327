"""A short form of the fuzzing; `packaging/dev.py fuzz` goes on for as long as is wanted."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from tests.fuzz.fuzz_round import Figures, fuzz
from tests.fuzz.target import TARGETS, Target
from workbench.core.error import UserError


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_a_sentence_comes_of_anything(name):
    target, figures = TARGETS[name], Figures()
    fuzz(target, max(6, 40 // target.weight), 20260710, figures)
    assert figures.faults == [], figures.faults[0]
    assert figures.turns > 0


def refuse(drawn):
    raise UserError("No." if len(drawn) < 3 else "no sentence")


def stumble(drawn):
    if len(drawn) > 3:
        raise KeyError(drawn)


@pytest.mark.parametrize(("act", "told"), [(refuse, "no sentence"), (stumble, "KeyError")])
def test_a_fault_is_found_and_told(act, told):
    figures = Figures()
    fuzz(Target(st.text(), act), 200, 1, figures)
    assert told in figures.faults[0]
