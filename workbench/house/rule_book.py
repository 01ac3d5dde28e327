"""The rule book from data: messages, word lists and headings, in resources/rules."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Any

from workbench.core.finding import Severity
from workbench.core.rule_book import RuleBook, RuleText
from workbench.house.data_file import read_data_file
from workbench.house.entry import Entry, refuse_twins
from workbench.house.resource import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbench.house.data_file import DataFile

_FOLDER = "rules"
_OFF = "off"


@lru_cache(maxsize=4)
def load_rule_book(folder: Path | None = None) -> RuleBook:
    """Return the shipped rule book, with what the folder `rules` of a house holds in its place.

    A house's texts.toml changes what it names of a rule: its words, its severity, or with severity
    "off" whether there is such a rule at all; its words.toml and headings.toml replace whole lists.
    Raises UserError naming file, key and line for a mistake. Read once while the program runs.
    """
    book = _shipped_book()
    if folder is None or not (folder / _FOLDER).is_dir():
        return book
    return RuleBook(
        rules=_with_own(book.rules, folder),
        lists=_with_lists(book.lists, folder, "words.toml"),
        headings=_with_lists(book.headings, folder, "headings.toml"),
    )


@lru_cache(maxsize=1)
def _shipped_book() -> RuleBook:
    return RuleBook(
        rules=_rules(_shipped("texts.toml")),
        lists=_lists(_shipped("words.toml")),
        headings=_lists(_shipped("headings.toml")),
    )


def _with_own(shipped: Mapping[str, RuleText], folder: Path) -> dict[str, RuleText]:
    """Return the rules with what a house says of them; those that it turned off are gone."""
    rules = dict(shipped)
    path = folder / _FOLDER / "texts.toml"
    if not path.is_file():
        return rules
    file = read_data_file(path, f"{_FOLDER}/texts.toml")
    for entry in Entry(file=file, table=file.table).entries("rule"):
        entry.refuse_unknown("key", "severity", "message", "help")
        key = entry.key()
        if key not in rules:
            raise entry.mistake("key", "is no rule of the pre-flight")
        if entry.table.get("severity") == _OFF:
            del rules[key]
            continue
        changes: dict[str, Any] = {
            name: entry.text(name) for name in ("message", "help") if name in entry.table
        }
        if not _braces(entry, changes.get("message", "")) <= _braces(entry, rules[key].message):
            raise entry.mistake("message", f"may name in braces what “{rules[key].message}” does")
        if "severity" in entry.table:
            changes["severity"] = entry.choice("severity", Severity)
        rules[key] = replace(rules[key], **changes)
    return rules


def _braces(entry: Entry, message: str) -> set[str]:
    """Return the names in braces of a message."""
    try:
        return {name for _, name, _, _ in Formatter().parse(message) if name is not None}
    except ValueError as error:
        raise entry.mistake("message", "has a brace without its partner") from error


def _with_lists(
    shipped: Mapping[str, tuple[str, ...]], folder: Path, name: str
) -> dict[str, tuple[str, ...]]:
    path = folder / _FOLDER / name
    if not path.is_file():
        return dict(shipped)
    file = read_data_file(path, f"{_FOLDER}/{name}")
    Entry(file=file, table=file.table).refuse_unknown(*shipped)
    return dict(shipped) | _lists(file)


def rule_help(key: str, language: str = "") -> str:
    """Return the help page of a rule as Markdown; raises KeyError if there is no such rule."""
    if key not in load_rule_book().rules:
        raise KeyError(key)
    return help_text(language, "rules", key)


def help_text(language: str, kind: str, key: str) -> str:
    """Return a page of the help in a language, in English where it is not translated."""
    translated = resource("help", language, kind, f"{key}.md")
    file = translated if language and translated.is_file() else resource("help", kind, f"{key}.md")
    return file.read_text(encoding="utf-8")


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
