"""Front matter that no title can break."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.date import stated
from workbench.core.record import CheckState
from workbench.core.verdict import Verdict
from workbench.publish.escape import plain
from workbench.publish.front_matter import front_matter, split_front_matter


def fields(check, house):
    """Return the fields as a reader of JSON-like YAML reads them."""
    opening, *lines, closing = front_matter(check, house).split("\n")
    assert (opening, closing) == ("---", "---")
    return {line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in lines}


def test_the_fields_of_a_full_check(harbor, house):
    assert fields(harbor, house) == {
        "title": "Lindqvist called Okafor: what the “campaign launch” is made of",
        "slug": "lindqvist-okafor-call",
        "status": "DRAFT",
        "rating": "reported contact, not a campaign launch",
        "claim": "Lindqvist called Okafor because she will run again",
        "claimant": "Harbor Courier",
        "author": "Nora Feld",
        "reviewer": "Tom Adeyemi",
        "published": "2026-07-08",
        "updated": "2026-07-10",
        "language": "en",
        "independent_origins_known": 2,
        "independent_origins_in_hand": 2,
    }


def test_what_is_not_known_is_left_out(harbor, house):
    bare = replace(
        harbor,
        claims=(),
        watch_items=(),
        verdict=Verdict(),
        author=" ",
        reviewer="",
        published=type(harbor.published)(),
        corrections=(),
        language="",
    )
    assert list(fields(bare, house)) == ["title", "slug", "status"]


def test_part_of_a_date_stays_part_of_a_date(harbor, house):
    assert fields(replace(harbor, published=stated("2026-07")), house)["published"] == "2026-07"


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (CheckState.DRAFT, "DRAFT"),
        (CheckState.IN_REVIEW, "DRAFT, in review"),
        (CheckState.APPROVED, "approved"),
        (CheckState.PUBLISHED, "published"),
        (CheckState.CORRECTED, "corrected"),
    ],
)
def test_what_is_not_approved_is_a_draft(harbor, house, state, status):
    assert fields(replace(harbor, state=state), house)["status"] == status


@given(st.text(min_size=1))
@settings(max_examples=300)
def test_any_title_survives_on_one_printable_line(harbor_once, house_once, title):
    text = front_matter(replace(harbor_once, title=title, author=title), house_once)
    text.encode()
    assert all(
        char == "\n" or char.isprintable() or char.isspace() or ord(char) > 0x9F for char in text
    )
    read, rest = split_front_matter(f"{text}\n\nBody\n")
    assert rest == "\nBody\n"
    assert read.get("title", "") == plain(title)


@pytest.mark.parametrize(
    "title",
    [
        "a: b # c \"quoted\" \\ 'x'",
        "---",
        "- x",
        "[x]: {y}",
        "yes",
        "🌉 é ש",
        "\x7f\x85\u2028\ufeff",
    ],
)
def test_yaml_traps_are_quoted(harbor, house, title):
    line = front_matter(replace(harbor, title=title), house).split("\n")[1]
    assert line.startswith('title: "')
    assert line.endswith('"')
    assert json.loads(line.removeprefix("title: ")) == plain(title)
    assert "\ufeff" not in line


@pytest.mark.parametrize(
    "markdown",
    ["", "---\n", "---\ntitle: unquoted\n---\nBody", "---\n\n---\n", "Body", "---\na\n---\n"],
)
def test_front_matter_from_another_hand_stays_in_the_text(markdown):
    assert split_front_matter(markdown) == ({}, markdown)
