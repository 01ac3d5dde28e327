"""Datelines are places and agencies; other capitals before a dash are not."""

from __future__ import annotations

import pytest

from workbench.reading.dateline import dateline_of

DATELINES = {
    "(CNN) — The governor": ("", "CNN", "(CNN) —"),
    "(CNN)The governor": ("", "CNN", "(CNN)"),
    "PORT MAREN (Coast Wire) — The": ("PORT MAREN", "Coast Wire", "PORT MAREN (Coast Wire) —"),
    "LONDON, July 2 (Reuters) - The": ("LONDON", "Reuters", "LONDON, July 2 (Reuters) -"),
    "ST. LOUIS (AP) _ The": ("ST. LOUIS", "AP", "ST. LOUIS (AP) _"),
    "Paris (AFP) – The": ("Paris", "AFP", "Paris (AFP) –"),
    "PORT MAREN, Maine — “We": ("PORT MAREN, Maine", "", "PORT MAREN, Maine —"),
    "PORT MAREN, July 8, 2026 /PRNewswire/ -- The": (
        *("PORT MAREN", "PRNewswire"),
        "PORT MAREN, July 8, 2026 /PRNewswire/ --",
    ),
}


@pytest.mark.parametrize("words", DATELINES)
def test_place_and_agency_are_told_apart(words):
    found = dateline_of(words)
    assert (found.place, found.agency, words[: found.end]) == DATELINES[words]


@pytest.mark.parametrize(
    "words",
    [
        *("BREAKING — The mayor", "NASA — The agency", "(Note) — The", "OKAFOR: The", "A - The"),
        *("EXCLUSIVE: Mayor", "The mayor — who", "WATCH — The", "MAREN — and so", ""),
    ],
)
def test_what_is_no_dateline(words):
    assert dateline_of(words) is None
