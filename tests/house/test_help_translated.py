"""The help in another language has every page of the English one, part for part."""

from __future__ import annotations

import re

import pytest

from workbench.house.catalogue import languages
from workbench.house.help_page import shipped_pages
from workbench.house.resource import resource

PARTS = (r"^#+ ", r"^\d+\. ", r"^- ", r"^\*\*[^*]+\.\*\*")
"""Headings, numbered steps, points, and paragraphs with a name."""
KEYS = {
    "Strg": "Ctrl",
    "Umschalt": "Shift",
    "Eingabe": "Return",
    "Herunter": "Down",
    "Hinauf": "Up",
    "Links": "Left",
    "Entf": "Del",
    "Pos1": "Home",
    "Bild abwärts": "PgDown",
    "Leertaste": "Space",
}
KEY = re.compile(r"(?:Ctrl|Shift|Alt(?!\+[A-Z]\b))\+[\w+-]+|\bF\d\d?\b")
"""Combinations of keys, but for the letters of the statuses, which are those of the words."""


def keys_in(markdown):
    """Return the combinations of keys in a page, as the English one calls them."""
    for native, english in KEYS.items():
        markdown = re.sub(rf"(?<=[+*\s(]){native}(?=[+*\s),.])", english, markdown)
    return sorted({key.replace("Enter", "Return") for key in KEY.findall(markdown)})


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("page", shipped_pages(), ids=lambda page: page.key)
def test_a_page_is_translated_part_for_part(code, page):
    kind = "rules" if page.is_rule else "pages"
    file = resource("help", code, kind, f"{page.key}.md")
    assert file.is_file(), "the page is not translated"
    text = file.read_text(encoding="utf-8")
    for part in PARTS:
        found = [len(re.findall(part, one, re.MULTILINE)) for one in (page.markdown, text)]
        assert found[0] == found[1], f"other parts: {part}"
    assert keys_in(text) == keys_in(page.markdown)
    assert max(map(len, text.splitlines())) <= 105
    assert text.splitlines()[0] != page.markdown.splitlines()[0]


@pytest.mark.parametrize("code", languages())
def test_no_page_is_left_over(code):
    keys = {(page.is_rule, page.key) for page in shipped_pages()}
    for kind in ("pages", "rules"):
        for file in resource("help", code, kind).iterdir():
            assert (kind == "rules", file.name.removesuffix(".md")) in keys, file.name
