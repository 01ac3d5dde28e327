"""The rule book of the pre-flight: words for every rule, and the word lists that rules go by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.core.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What a rule says when it finds something.

    Attributes:
        key: the rule's name, also that of its help page.
        family: which of the seven families it belongs to.
        message: a sentence with names in braces for what was found.
        help: one line: how to mend it.

    """

    key: str
    family: str
    severity: Severity
    message: str
    help: str

    def __post_init__(self) -> None:
        if not (self.key and self.family and self.message and self.help):
            raise ValueError("a rule has a key, a family, a message and a line of help")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RuleBook:
    """All rules with their words, in the order of the families; one value is one key of caches.

    Attributes:
        lists: word lists by name; "*" ends a word that may go on.
        headings: for each role, the headings that houses give it.

    """

    rules: Mapping[str, RuleText]
    lists: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[str, ...]]
