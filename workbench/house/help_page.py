"""The pages of the help: one for each place of the window, then one for each rule.

A page in the folder of a language takes the place of the English one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.house.data_file import read_data_file, text_of
from workbench.house.resource import resource
from workbench.house.rule_book import help_text, load_rule_book, rule_help

if TYPE_CHECKING:
    from pathlib import Path

_HELP = "help"
_LISTED = "pages.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """A page of the help.

    Attributes:
        key: of a place of the window, or of a rule.
        title: its first heading.
        markdown: all of it.
        is_rule: whether it tells of a rule of the pre-flight.

    """

    key: str
    title: str
    markdown: str
    is_rule: bool = False

    @property
    def lead(self) -> str:
        """The first paragraph below the title, in one line: what the place is for."""
        paragraphs = self.markdown.split("\n\n")
        found = next((one for one in paragraphs if not one.startswith("#")), "")
        return re.sub(r"^\*\*[^*]+\.\*\* ", "", " ".join(found.split()))

    def has(self, query: str) -> bool:
        """Return whether every word of a query stands in the page, in any case."""
        text = self.markdown.casefold()
        return all(word in text for word in query.casefold().split())


@lru_cache(maxsize=2)
def shipped_pages(language: str = "") -> tuple[HelpPage, ...]:
    """Return the shipped pages: the places in their order, then the rules in theirs."""
    listed = read_data_file(resource(_HELP, "pages", _LISTED), _LISTED)
    keys = [str(key) for key in listed.table["pages"]]
    places = [_page(key, help_text(language, "pages", key)) for key in keys]
    rules = [_page(key, rule_help(key, language)) for key in load_rule_book().rules]
    return (*places, *(replace(page, is_rule=True) for page in rules))


def help_pages(folder: Path | None = None, language: str = "") -> tuple[HelpPage, ...]:
    """Return the shipped pages, with what the folder `help` of a house holds in place or besides.

    Raises UserError if a file of the house cannot be read.
    """
    shipped = shipped_pages(language)
    pages = {page.key: page for page in shipped if not page.is_rule}
    if folder is not None and (folder / _HELP).is_dir():
        for file in sorted((folder / _HELP).glob("*.md")):
            pages[file.stem] = _page(file.stem, text_of(file, f"{_HELP}/{file.name}"))
    return (*pages.values(), *(page for page in shipped if page.is_rule))


def matching(pages: tuple[HelpPage, ...], query: str) -> tuple[HelpPage, ...]:
    """Return the pages that have every word of a query.

    First those with one of the words in the title, then those where they stand side by side.
    """
    found = [page for page in pages if page.has(query)]
    words = query.casefold().split()

    def rank(page: HelpPage) -> tuple[bool, bool]:
        title, text = page.title.casefold(), " ".join(page.markdown.casefold().split())
        return not any(word in title for word in words), " ".join(words) not in text

    return tuple(sorted(found, key=rank))


def _page(key: str, markdown: str) -> HelpPage:
    heading = next((line for line in markdown.splitlines() if line.startswith("# ")), f"# {key}")
    return HelpPage(key=key, title=heading.removeprefix("# ").strip(), markdown=markdown)
