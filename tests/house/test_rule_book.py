"""The rule book: every rule with its words, its place in a family and its page of help."""

from __future__ import annotations

import pytest

from workbench.house.resource import resource
from workbench.house.rule_book import load_rule_book, rule_help

BOOK = load_rule_book()
FAMILIES = ["completeness", "consistency", "sourcing", "words", "quotations", "leaks", "posts"]


def test_rules_stand_in_the_order_of_the_families():
    families = [rule.family for rule in BOOK.rules.values()]
    assert list(dict.fromkeys(families)) == FAMILIES


@pytest.mark.parametrize("key", BOOK.rules)
def test_every_rule_has_a_page_that_says_what_why_and_how(key):
    page = rule_help(key)
    assert page.startswith("# ")
    for words in (
        "**What it finds.**",
        "**Why it matters.**",
        "**For example.**",
        "**How to mend it.**",
    ):
        assert words in page


def test_no_page_is_left_of_a_rule_that_is_gone():
    pages = {file.name.removesuffix(".md") for file in resource("help", "rules").iterdir()}
    assert pages == set(BOOK.rules)


def test_an_unknown_rule_has_no_page():
    with pytest.raises(KeyError):
        rule_help("../../house/template")
