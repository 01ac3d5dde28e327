"""The rule book from data: messages, word lists and headings, in resources/rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.core.rule_book import RuleBook, RuleText
from workbench.house.data_file import read_data_file
from workbench.house.entry import Entry, refuse_twins
from workbench.house.resource import resource

if TYPE_CHECKING:
    from workbench.house.data_file import DataFile


@lru_cache(maxsize=1)
def load_rule_book() -> RuleBook:
    """Return the shipped rule book; raises UserError naming file, key and line for a mistake."""
    return RuleBook(
        rules=_rules(_shipped("texts.toml")),
        lists=_lists(_shipped("words.toml")),
        headings=_lists(_shipped("headings.toml")),
    )


def rule_help(key: str) -> str:
    """Return the help page of a rule as Markdown; raises KeyError if there is no such rule."""
    if key not in load_rule_book().rules:
        raise KeyError(key)
    return resource("help", "rules", f"{key}.md").read_text(encoding="utf-8")


def _shipped(name: str) -> DataFile:
    return read_data_file(resource("rules").joinpath(name), f"shipped {name}")


def _rules(file: DataFile) -> dict[str, RuleText]:
    entries = Entry(file=file, table=file.table).entries("rule")
    texts = [_rule(entry) for entry in entries]
    refuse_twins(entries, "key", tuple(text.key for text in texts))
    return {text.key: text for text in texts}


def _rule(entry: Entry) -> RuleText:
    entry.refuse_unknown("key", "family", "severity", "message", "help")
    return RuleText(
        key=entry.key(),
        family=entry.text("family"),
        severity=entry.choice("severity", Severity),
        message=entry.text("message"),
        help=entry.text("help"),
    )


def _lists(file: DataFile) -> dict[str, tuple[str, ...]]:
    entry = Entry(file=file, table=file.table)
    return {key: _phrases(entry, key) for key in file.table}


def _phrases(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.table[key]
    if isinstance(value, list) and value and all(isinstance(text, str) for text in value):
        return tuple(" ".join(text.split()) for text in value if text.strip())
    raise entry.mistake(key, "must be phrases in quotation marks, in square brackets")
