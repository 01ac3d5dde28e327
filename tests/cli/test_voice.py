"""What inspect tells of who says what: every key with its fields, and tables that name them."""

import json

import pytest

KEYS = {
    "attributions": {
        "start", "end", "cue", "source", "kind", "count", "descriptor", "content_start",
        "content_end",
    },
    "quotations": {"start", "end", "text", "speaker", "certainty"},
    "hops": {"name", "basis", "in_hand"},
    "events": {"actor", "action", "recipient", "when", "start", "end"},
    "hedges": {"start", "end", "text"},
}  # fmt: skip
TEXT = (
    "Ines Lindqvist reportedly called Samuel Okafor on July 4, 2026, The Ledger reported, citing "
    "two people familiar with the call.\n\n“It was short,” Okafor said.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_has_every_key_and_field(workbench, article):
    told = json.loads(workbench("inspect", article, "--json").out)

    for key, fields in KEYS.items():
        assert told[key], key
        assert all(set(item) == fields for item in told[key])
    for item in told["quotations"] + told["hedges"]:
        assert told["text"][item["start"] : item["end"]] == item["text"]
    assert told["events"][0] | {"start": 0, "end": 0} == {
        "actor": "Ines Lindqvist", "action": "call", "recipient": "Samuel Okafor",
        "when": "2026-07-04", "start": 0, "end": 0,
    }  # fmt: skip
    assert told["hops"] == [{"name": "The Ledger", "basis": "stated", "in_hand": False}]


def test_tables_name_speaker_and_source(workbench, article):
    told = workbench("inspect", article).out

    assert "It was short" in told
    assert "Samuel Okafor" in told
    assert "The Ledger" in told
    assert "reportedly" in told
