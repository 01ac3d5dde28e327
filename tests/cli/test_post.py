"""Posts are counted from the command line as in the window."""

from __future__ import annotations

import io
import json
import sys

import pytest


@pytest.fixture
def typed_in(monkeypatch):
    """Return a function that puts bytes on the standard input."""

    def type_in(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))

    return type_in


def test_count_as_json(workbench):
    counted = json.loads(
        workbench(
            "count", "--network", "x", "--json", "Shut 🌉 https://example.org/a/long/path"
        ).out
    )
    assert counted["length"] == len("Shut ") + 2 + 1 + 23
    assert (counted["limit"], counted["valid"], counted["unit"]) == (280, True, "weighted")


@pytest.mark.parametrize("network", ["bluesky", "Bluesky", "BLUESKY"])
def test_networks_are_known_by_key_and_name(workbench, network):
    counted = workbench("count", "--network", network, "👨‍👩‍👧")
    assert counted.code == 0
    assert counted.out == "1 of 300 on Bluesky (graphemes): fits.\n"


def test_too_long_is_an_answer_not_a_failure(workbench):
    counted = workbench("count", "--network", "x", "a" * 281)
    assert counted.code == 0
    assert counted.out == "281 of 280 on X (weighted): does not fit.\n"


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_utf8_and_its_last_line_end_is_not_counted(
    workbench, typed_in, arguments
):
    typed_in("één\ntwee\r\n".encode())
    counted = json.loads(workbench("count", "--network", "linkedin", "--json", *arguments).out)
    assert counted["length"] == len("één\ntwee")


def test_other_encodings_are_refused(workbench, typed_in):
    typed_in("één".encode("latin-1"))
    refused = workbench("count", "--network", "x")
    assert refused.code == 1
    assert "not UTF-8" in refused.err


def test_unknown_network_lists_the_known_ones(workbench):
    refused = workbench("count", "--network", "pigeon", "coo")
    assert refused.code == 2
    assert "mastodon" in refused.err


def test_counting_needs_no_workspace(workbench, workspace):
    assert workbench("count", "--network", "x", "coo").code == 0
    assert not workspace.exists()


def test_a_long_post_becomes_a_thread(workbench):
    sentence = "The Ledger reports one call from Lindqvist to Okafor, citing two people."
    text = " ".join([sentence] * 5)
    parts = json.loads(workbench("thread", "--network", "x", "--number", "--json", text).out)
    assert parts == [f"{' '.join([sentence] * 3)} 1/2", f"{sentence} {sentence} 2/2"]
    told = workbench("thread", "--network", "X", text).out
    assert told == f"{' '.join([sentence] * 3)}\n\n{sentence} {sentence}\n"
    assert workbench("thread", "--network", "fax", "words").code == 2
