"""What a wording that names its reporter says was reported."""

from __future__ import annotations

import pytest

from workbench.rules.preflight.reported import words_reported

CALL = "Governor Lindqvist called Mayor Okafor"


@pytest.mark.parametrize(
    "wording",
    [
        f"The Ledger reports, citing two people it does not name, that {CALL}.",
        f"The Ledger reported that {CALL}.",
        f"According to The Ledger, {CALL}.",
        f"{CALL}, The Ledger reports.",
        f"{CALL}, according to two people familiar with the call.",
    ],
)
def test_the_words_are_told_without_who_says_them(wording):
    assert words_reported(wording).rstrip(".") == CALL


@pytest.mark.parametrize("wording", ["", f"{CALL}.", "The Ledger said."])
def test_a_wording_without_a_reporter_has_none(wording):
    assert words_reported(wording) == ""
