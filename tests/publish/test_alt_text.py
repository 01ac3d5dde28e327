"""Alt text is measured as each network measures it, and goes out with the posts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.change_post import as_thread
from workbench.core.draft import Post
from workbench.core.error import UserError
from workbench.core.words import Words
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.publish.alt_text import alt_count, alt_texts
from workbench.publish.export import ExportFormat, export_cautions, export_files
from workbench.publish.manuscript import manuscript_of
from workbench.rules.preflight.registry import preflight

HOUSE = load_house()
POSTS = (ExportFormat.POSTS,)


def with_alt(check, *texts):
    image = check.images[0]
    images = tuple(
        replace(image, id=f"01980000-0000-7000-8000-0000000009{n:02}", alt_text=text)
        for n, text in enumerate(texts)
    )
    return replace(check, images=images, posts=(Post(text="A call is reported."),))


def test_each_network_has_its_own_limit_and_unit(harbor):
    check = with_alt(harbor, "👩‍🚒 on a bridge")
    lengths = {one.key: alt_count(check, one).length for one in HOUSE.networks}
    assert lengths["bluesky"] == 13
    assert lengths["mastodon"] == 15
    assert lengths["linkedin"] == 17
    limits = {one.key: alt_count(check, one).limit for one in HOUSE.networks}
    assert limits == {
        "x": 1000, "bluesky": 2000, "mastodon": 1500, "threads": 1000,
        "linkedin": 4086, "facebook": None,
    }  # fmt: skip
    assert all(one.alt_source for one in HOUSE.networks)


def test_the_longest_and_the_missing_count(harbor):
    counted = alt_count(with_alt(harbor, "x" * 1_001, "", "short"), HOUSE.network("x"))
    assert (counted.length, counted.over, counted.missing) == (1_001, 1, 1)
    assert alt_count(replace(harbor, images=()), HOUSE.network("x")).missing == 0


def test_markup_in_an_alt_text_does_not_go_out(harbor):
    assert alt_texts(with_alt(harbor, "A bridge\nat *dusk*")) == ("A bridge at *dusk*",)


def test_an_export_says_what_its_networks_would_not_take(harbor):
    assert export_cautions(with_alt(harbor, "A bridge."), HOUSE, POSTS) == ()
    assert export_cautions(with_alt(harbor, ""), HOUSE, POSTS) == (
        "A picture goes out without alt text.",
    )
    assert export_cautions(with_alt(harbor, "x" * 1_600), HOUSE, POSTS) == (
        "The alt text is too long for X: 1600 of 1000.",
        "The alt text is too long for Mastodon: 1600 of 1500.",
        "The alt text is too long for Threads: 1600 of 1000.",
    )
    assert export_cautions(replace(with_alt(harbor, ""), posts=()), HOUSE, POSTS) == ()


def test_an_export_says_which_post_is_too_long_but_not_of_a_thread(harbor):
    check = replace(with_alt(harbor, "A bridge."), url="", posts=(Post(text="A call. " * 38),))
    assert export_cautions(check, HOUSE, POSTS) == (
        "The post for X is too long: 303 of 280.",
        "The post for Bluesky is too long: 303 of 300.",
    )
    split = as_thread(as_thread(check, "x"), "bluesky")
    assert export_cautions(split, HOUSE, POSTS) == ()


def test_the_alt_text_goes_out_with_the_posts(harbor):
    files = export_files(with_alt(harbor, "A bridge at dusk.", "A ferry."), HOUSE, POSTS)
    alone = next(one for one in files if one.name.endswith(".alt-text.txt"))
    assert alone.data.decode().endswith("A bridge at dusk.\n\nA ferry.\n")


def test_a_house_can_change_a_limit_and_is_told_of_a_mistake(tmp_path):
    file = tmp_path / "networks.toml"
    file.write_text('[[network]]\nkey = "mastodon"\nalt_limit = 3000\n', encoding="utf-8")
    mastodon = load_house(tmp_path).network("mastodon")
    assert (mastodon.alt_limit, mastodon.limit) == (3000, 500)
    assert "changed in" in mastodon.alt_source
    assert "changed in" not in mastodon.source
    file.write_text('[[network]]\nkey = "mastodon"\nalt_limit = 0\n', encoding="utf-8")
    with pytest.raises(UserError, match="alt_limit"):
        load_house(tmp_path)


def test_the_preflight_warns_of_an_alt_text_that_is_too_long_where_it_is_posted(harbor):
    def found(check):
        manuscript = manuscript_of(check, HOUSE, Words())
        findings = preflight(manuscript, load_rule_book())
        return [one.message for one in findings if one.rule == "alt_text_too_long"]

    long = with_alt(harbor, "x" * 1_200)
    assert found(long) == [
        "The alt text of the picture is too long: 1200 of 1000 on X, 1200 of 1000 on Threads."
    ]
    assert found(replace(long, posts=(Post(network="mastodon", text="A call."),))) == []
    assert found(with_alt(harbor, "A bridge.")) == []
