"""A finished check in text or Markdown is taken apart, whatever the house calls its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.core.manuscript import Role
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.intake.finished_check import manuscript_from
from workbench.intake.sample import sample_case
from workbench.publish.markdown import markdown_for

BOOK = load_rule_book()
DATA = Path(__file__).parents[1] / "data" / "preflight"


def parts_of(text):
    return {part.role: part for part in manuscript_from(text, BOOK).parts}


def roles_of(text):
    return [part.role for part in manuscript_from(text, BOOK).parts]


def test_a_plain_text_is_read_by_its_headings_and_labels():
    text = (DATA / "ferry" / "check.txt").read_text(encoding="utf-8")
    assert roles_of(text) == [
        Role.HEADLINE, Role.BYLINE, Role.QUICK_READ, Role.LEDE, Role.VERSIONS, Role.WHAT_HAPPENED,
        Role.ANALYSIS, Role.IMAGE, Role.CONFIRMED, Role.NOT_CONFIRMED, Role.ANALYSIS, Role.WATCH,
        Role.RATING, Role.POST, Role.READ_NEXT, Role.SOURCES,
    ]  # fmt: skip


def test_our_own_export_is_read_back():
    text = markdown_for(sample_case()[0], load_house())
    found = manuscript_from(text, BOOK)
    roles = [part.role for part in found.parts if part.heading != "Timeline"]
    assert roles == [
        Role.HEADLINE, Role.FRONT_MATTER, Role.QUICK_READ, Role.LEDE, Role.VERSIONS,
        Role.WHAT_HAPPENED, Role.ANALYSIS, Role.IMAGE, Role.CONFIRMED, Role.NOT_CONFIRMED,
        Role.ANALYSIS, Role.WATCH, Role.RATING, Role.POST, Role.READ_NEXT, Role.SOURCES,
        Role.HOW_WE_KNOW,
    ]  # fmt: skip
    assert found.field("author") == "Mira Solberg"
    image = next(part for part in found.parts if part.role is Role.IMAGE)
    assert image.field("creator") == "Lena Varga"
    assert image.field("alt").startswith("A steel truss bridge")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("What we know", Role.CONFIRMED),
        ("What we don’t know", Role.NOT_CONFIRMED),
        ("Open questions", Role.NOT_CONFIRMED),
        ("Our verdict", Role.RATING),
        ("At a glance", Role.QUICK_READ),
        ("Why Okafor matters", Role.ANALYSIS),
        ("What happens next", Role.WATCH),
        ("Social posts", Role.POST),
        ("References", Role.SOURCES),
        ("How we checked this", Role.HOW_WE_KNOW),
        ("What was claimed", Role.VERSIONS),
        ("A heading of this house alone", Role.OTHER),
    ],
)
@pytest.mark.parametrize("mark", ["## {}", "**{}**", "{}", "{}:", "{}\n------", "3. {}"])
def test_headings_of_other_houses_are_known(heading, role, mark):
    if mark == "3. {}" or (role is Role.OTHER and mark == "{}:"):
        mark = "## {}"
    lede = "The call and the bridge\n\nThe Ledger reported it."
    text = f"{lede}\n\n{mark.format(heading)}\n\nWords here.\n"
    assert roles_of(text)[-1] is role


def test_a_headline_may_be_marked_in_any_way():
    for text in (
        "# The call\n\nIt was reported.",
        "The call\n\nIt was reported.",
        "The call\n========\n\nIt was reported.",
        '---\ntitle: "The call"\n---\n\nIt was reported.',
        "Headline\n\nThe call\n\nQuick read\n\n- It was reported.",
    ):
        headline = parts_of(text).get(Role.HEADLINE)
        assert headline is not None, text
        assert headline.plain.strip(" #*") == "The call"


def test_a_text_without_a_headline_has_none():
    assert Role.HEADLINE not in parts_of(
        "Quick read\n  • One report.\n\nIt was reported on Monday."
    )
    assert Role.HEADLINE not in parts_of("It was reported on Monday by one outlet.")


def test_the_lede_follows_the_points_of_the_quick_read():
    parts = parts_of("Quick read\n  • One.\n  • Two.\n\nThe Ledger reported it.\n")
    assert parts[Role.QUICK_READ].text.strip() == "• One.\n  • Two."
    assert parts[Role.LEDE].text == "The Ledger reported it."


def test_a_caption_glued_to_its_credit_is_a_picture():
    text = "The call\n\nIt was reported.\n\nAda OkaforImage: Lena Varga, local copy.\n"
    assert roles_of(text)[-1] is Role.IMAGE


def test_subsections_stay_in_their_part():
    text = "# The call\n\n## What happened\n\nFirst.\n\n### The day after\n\nSecond.\n"
    assert roles_of(text) == [Role.HEADLINE, Role.WHAT_HAPPENED, Role.WHAT_HAPPENED]


def test_posts_under_the_names_of_networks_are_posts():
    text = (
        "# The call\n\nReported.\n\n## Ready social post\n\n### X\n\nOne.\n\n### Bluesky\n\nTwo.\n"
    )
    posts = [part for part in manuscript_from(text, BOOK).parts if part.role is Role.POST]
    assert [(part.heading, part.text) for part in posts] == [("X", "One."), ("Bluesky", "Two.")]


@pytest.mark.parametrize("text", ["", " \n ", "---\n---\n", "#", "\ufeff", "- ", "* * *", "\x00"])
def test_hardly_any_text_is_read_too(text):
    for part in manuscript_from(text, BOOK).parts:
        assert text[part.start :].startswith(part.text)
