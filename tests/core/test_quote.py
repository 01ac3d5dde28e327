"""A quote is as long as the stretch it marks, in code points."""

from __future__ import annotations

import pytest

from workbench.core.quote import AnchorState, Passage, QuoteSelector


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"exact": ""}, "at least one character"),
        ({"exact": "abc", "start": -1, "end": 2}, "run backwards"),
        ({"exact": "abc", "start": 5, "end": 2}, "run backwards"),
        ({"exact": "abc", "start": 0, "end": 4}, "as long as the stretch"),
        ({"exact": "🚧", "start": 0, "end": 2}, "as long as the stretch"),
        ({"exact": "abc"}, "as long as the stretch"),
    ],
)
def test_a_selector_that_cannot_be_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        QuoteSelector(**values)


@pytest.mark.parametrize("exact", ["🚧", "e\u0301", "\r\n", "الجسر"])
def test_positions_are_code_points(exact):
    assert QuoteSelector(exact=exact, start=7, end=7 + len(exact)).exact == exact


@pytest.mark.parametrize("state", [AnchorState.LOST, AnchorState.AMBIGUOUS])
def test_a_quote_that_does_not_stand_keeps_its_words(state):
    assert QuoteSelector(exact="closes Monday", state=state).exact == "closes Monday"


@pytest.mark.parametrize("name", ["id", "source_id", "version_id"])
def test_a_passage_is_identified_throughout(number, name):
    ids = {"id": number(1), "source_id": number(2), "version_id": number(3)}
    selector = QuoteSelector(exact="a", end=1)
    assert Passage(**ids, selector=selector).selector == selector
    with pytest.raises(ValueError, match=f"{name} must be UUID text"):
        Passage(**ids | {name: "x"}, selector=selector)
