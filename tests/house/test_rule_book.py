"""The rule book: every rule with its words, its place in a family and its page of help."""

from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.core.finding import Severity
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


@pytest.fixture
def house(tmp_path):
    """Return a function that writes a file of a house's rules and gives the house's folder."""

    def write(name, text):
        folder = tmp_path / "rules"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_house_changes_severity_and_words_of_a_rule_and_turns_one_off(house):
    folder = house(
        "texts.toml",
        '[[rule]]\nkey = "year_missing"\nseverity = "note"\nmessage = "No year: {text}"\n'
        '[[rule]]\nkey = "source_without_link"\nseverity = "off"\n',
    )
    book = load_rule_book(folder)
    assert book.rules["year_missing"].severity is Severity.NOTE
    assert book.rules["year_missing"].message == "No year: {text}"
    assert book.rules["year_missing"].help == BOOK.rules["year_missing"].help
    assert "source_without_link" not in book.rules
    assert list(book.rules) == [key for key in BOOK.rules if key != "source_without_link"]
    assert book.lists == BOOK.lists


def test_house_replaces_a_list_of_words(house):
    book = load_rule_book(house("words.toml", 'stop = ["the"]\n'))
    assert book.lists["stop"] == ("the",)
    assert {key: words for key, words in book.lists.items() if key != "stop"} == {
        key: words for key, words in BOOK.lists.items() if key != "stop"
    }


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("texts.toml", '[[rule]]\nkey = "nonsense"\nseverity = "note"\n', "is no rule"),
        ("texts.toml", '[[rule]]\nkey = "year_missing"\nmessage = "{who}"\n', "in braces"),
        ("texts.toml", '[[rule]]\nkey = "year_missing"\nmessage = "{"\n', "brace"),
        ("texts.toml", '[[rule]]\nkey = "year_missing"\nseverity = "loud"\n', "severity"),
        ("words.toml", 'nonsense = ["a"]\n', "nonsense"),
        ("words.toml", "stop = 3\n", "phrases"),
    ],
)
def test_mistake_is_told_with_file_and_line(house, name, text, said):
    folder = house(name, text)
    with pytest.raises(UserError, match=said) as told:
        load_rule_book(folder)
    assert f"rules/{name}" in str(told.value)
    assert "line" in str(told.value)


def test_house_without_rules_has_the_shipped_ones(tmp_path):
    assert load_rule_book(tmp_path).rules == BOOK.rules
