"""Citations in what goes out to readers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.draft import Draft, DraftPart
from workbench.publish.markdown import markdown_for
from workbench.publish.plain_text import plain_text_for
from workbench.publish.web_page import web_page_for
from workbench.publish.word_file import word_file_for


@pytest.fixture
def cited(harbor):
    passage = harbor.passages[0]
    mark = mark_for(citation_key(passage.id))
    text = f"She called him.{mark} It is a sign.[^analysis] Gone.[^ffffffff]"
    draft = Draft(parts=(DraftPart(key="lede", text=text),))
    sources = tuple(
        replace(one, url="https://courier.example/call") if one.id == passage.source_id else one
        for one in harbor.sources
    )
    return replace(harbor, draft=draft, sources=sources)


def number_of_first(check):
    ids = [source.id for source in check.sources]
    return ids.index(check.passages[0].source_id) + 1


def test_the_page_links_a_sentence_to_its_source(cited, house):
    number = number_of_first(cited)
    markdown = markdown_for(cited, house)
    link = f"[\\[{number}\\]](<https://courier.example/call>)"
    assert f"She called him.{link} It is a sign. Gone." in " ".join(markdown.split())
    page = web_page_for(cited, house)
    assert f">[{number}]</a> It is a sign. Gone." in " ".join(page.split())


def test_no_mark_is_left_in_any_format(cited, house):
    written = [
        markdown_for(cited, house).encode(),
        web_page_for(cited, house).encode(),
        plain_text_for(cited, house).encode(),
        word_file_for(cited, house),
    ]
    for data in written:
        assert b"ffffffff" not in data
        assert b"[^" not in data
        assert b"analysis]" not in data


def test_plain_text_names_the_number_and_the_address(cited, house):
    number = number_of_first(cited)
    assert f"She called him.[{number}] (https://courier.example/call)" in plain_text_for(
        cited, house
    )
