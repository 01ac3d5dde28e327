"""A thread is a rendering of the post's one text: nothing of it is kept but that it is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.change_post import as_thread, has_numbers, is_thread, with_numbers
from workbench.core.draft import Post
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.publish.count import count
from workbench.publish.export import ExportFormat, export_files
from workbench.publish.manuscript import manuscript_of
from workbench.publish.post import as_typed, post_for, without_breaks
from workbench.publish.post_limit import over_limit_from
from workbench.publish.post_thread import can_be_thread, is_over_limit, parts_for, thread_file
from workbench.rules.preflight.registry import preflight

URL = "https://checks.example/lindqvist-okafor-call"
FIRST = "The Ledger reports that Okafor called Lindqvist, citing two people."
SECOND = "Neither office has said what the call was about, and no record of it is public."
THIRD = "Not confirmed: that the Harbor Bridge deal is back on, or that a launch is planned."
LONG = f"{FIRST} {SECOND} {THIRD} {FIRST}"
HOUSE = load_house()
X, MASTODON = HOUSE.network("x"), HOUSE.network("mastodon")


@pytest.fixture
def check(harbor):
    return replace(harbor, posts=(Post(text=LONG),), url=URL)


def post_file(check, key="x"):
    files = export_files(check, HOUSE, (ExportFormat.POSTS,))
    return next(one.data.decode() for one in files if one.name.endswith(f".{key}.txt"))


def found(check):
    from workbench.core.words import Words

    manuscript = manuscript_of(check, HOUSE, Words())
    return [one for one in preflight(manuscript, load_rule_book()) if one.place.part == "post"]


def test_a_post_goes_out_in_one_piece_until_somebody_wants_a_thread(check):
    assert parts_for(check, X) == (post_for(check, X),)
    assert can_be_thread(check, X)
    assert is_over_limit(check, X)
    split = as_thread(check, "x")
    assert is_thread(split, "x")
    parts = parts_for(split, X)
    assert len(parts) == 2
    assert parts[0] == f"{FIRST} {SECOND} {THIRD} 1/2"
    assert parts[1] == f"{FIRST}\n\n{URL} 2/2"
    assert not is_over_limit(split, X)
    assert as_thread(split, "x", split=False) == check


def test_a_thread_is_for_one_network_and_leaves_the_text_alone(check):
    split = as_thread(check, "x")
    assert split.posts == check.posts
    assert parts_for(split, MASTODON) == (post_for(check, MASTODON),)
    assert not can_be_thread(check, MASTODON)


def test_the_parts_follow_the_text(check):
    split = as_thread(check, "x")
    shorter = replace(split, posts=(Post(text=FIRST),))
    assert parts_for(shorter, X) == (f"{FIRST}\n\n{URL}",)
    assert parts_for(replace(split, posts=()), X) == ()


def test_numbers_can_be_left_out(check):
    bare = with_numbers(as_thread(check, "x"), "x", numbered=False)
    assert not has_numbers(bare, "x")
    assert parts_for(bare, X)[0] == f"{FIRST} {SECOND} {THIRD}"
    assert has_numbers(with_numbers(bare, "x"), "x")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        (f"{FIRST}\n\n[BREAK]\n\n{SECOND}", f"{FIRST}\n\n{SECOND}"),
        (f"{FIRST} [BREAK] {SECOND}", f"{FIRST} {SECOND}"),
        (f"{FIRST}[BREAK]{SECOND}", f"{FIRST} {SECOND}"),
        (f"[BREAK]{FIRST}\n[BREAK]\n[BREAK]\n{SECOND}", f"{FIRST}\n\n{SECOND}"),
    ],
)
def test_a_break_never_goes_out(check, typed, whole):
    check = replace(check, posts=(Post(text=typed),))
    assert without_breaks(typed) == whole
    assert post_for(check, MASTODON) == f"{whole}\n\n{URL}"
    assert parts_for(as_thread(check, "mastodon"), MASTODON) == (
        f"{FIRST} 1/2",
        f"{SECOND}\n\n{URL} 2/2",
    )


def test_what_is_too_long_is_marked_at_its_place_in_the_typed_text(check):
    typed = f"[BREAK] {'x' * 100}\n[BREAK]\n{'y' * 200}"
    over = over_limit_from(typed, "", X)
    assert over is not None
    whole = without_breaks(typed)
    assert typed[over] == "y"
    assert len(typed) - over == len(whole) - 280
    assert as_typed("no break", 3) == 3


def test_the_export_writes_the_thread_with_each_part_under_its_number(check):
    assert post_for(check, X) in post_file(check)
    written = post_file(as_thread(check, "x"))
    first, second = parts_for(as_thread(check, "x"), X)
    assert f"--- Part 1 of 2 ---\n\n{first}\n\n--- Part 2 of 2 ---\n\n{second}\n" in written
    assert "--- Part" not in post_file(as_thread(check, "x"), "mastodon")
    assert thread_file(()) == ""


def test_the_preflight_measures_the_parts_of_a_thread(check):
    assert "post_too_long" in [one.rule for one in found(check)]
    alone = replace(check, posts=(Post(network="x", text=LONG),))
    assert "post_too_long" in [one.rule for one in found(alone)]
    split = as_thread(alone, "x")
    assert "post_too_long" not in [one.rule for one in found(split)]
    assert count(LONG, X).length > 280


def test_a_break_is_no_placeholder_to_the_preflight(check):
    typed = f"{FIRST} [BREAK] {SECOND} [LINK]"
    rules = [one.rule for one in found(replace(check, posts=(Post(network="x", text=typed),)))]
    assert "placeholder" not in rules
    assert "post_says_more" not in rules
