"""The pages of the help are there for every place, are found, and can be a house's own."""

from __future__ import annotations

import re

import pytest

from workbench.core.error import UserError
from workbench.house.help_page import help_pages, matching
from workbench.house.resource import resource
from workbench.house.rule_book import load_rule_book
from workbench.publish.page import html_for

PLACES = [page for page in help_pages() if not page.is_rule]


def titles(query):
    return [page.title for page in matching(help_pages(), query)]


def test_every_page_that_is_there_is_listed():
    files = {file.name for file in resource("help", "pages").iterdir()}
    assert {f"{page.key}.md" for page in PLACES} == files - {"pages.toml"}
    assert {page.key for page in help_pages() if page.is_rule} == set(load_rule_book().rules)


@pytest.mark.parametrize("page", PLACES, ids=lambda page: page.key)
def test_a_page_says_what_the_place_is_for_how_it_goes_and_its_traps(page):
    assert re.match(r"# [A-Z]", page.markdown)
    assert "is for.**" in page.markdown
    assert "## Traps" in page.markdown
    assert 60 <= len(page.markdown.split()) <= 330  # short enough to be read
    assert "<h1>" in html_for(page.markdown)


def test_words_are_found_in_any_case_title_first_then_side_by_side():
    assert titles("timeline")[0] == "The timeline"
    found = titles("ALT text")
    assert found[0] == "Alt text longer than a network takes"
    assert set(found[1:4]) == {"The draft", "Posts", "Exporting"}
    assert "Quotes to review" in found[4:]
    assert titles("satire")
    assert titles("no such words anywhere") == []
    assert len(titles("")) == len(help_pages())


def test_a_house_can_put_its_own_page_in_place_or_add_one(tmp_path):
    own = tmp_path / "help"
    own.mkdir()
    (own / "posts.md").write_text("# Our posts\n\nThe Ledger goes first.\n", encoding="utf-8")
    (own / "night.md").write_text("# The night desk\n\nRing twice.\n", encoding="utf-8")
    pages = {page.key: page.title for page in help_pages(tmp_path)}
    assert (pages["posts"], pages["night"]) == ("Our posts", "The night desk")
    assert pages["claims"] == "Claims"
    (own / "night.md").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(UserError, match=r"night\.md"):
        help_pages(tmp_path)


def test_a_page_is_there_in_german_and_a_house_goes_before_it(tmp_path):
    german = {page.key: page for page in help_pages(language="de")}
    assert german["claims"].title == "Behauptungen"
    assert german["overclaim"].is_rule
    assert german["claims"].lead.startswith("Die Liste dessen, was geprüft wird.")
    assert {page.key for page in help_pages()} == set(german)
    own = tmp_path / "help"
    own.mkdir()
    (own / "claims.md").write_text("# Our claims\n", encoding="utf-8")
    pages = {page.key: page.title for page in help_pages(tmp_path, "de")}
    assert (pages["claims"], pages["posts"]) == ("Our claims", "Beiträge")


def test_a_language_without_pages_has_the_english_ones():
    assert [page.title for page in help_pages(language="xx")] == [p.title for p in help_pages()]
