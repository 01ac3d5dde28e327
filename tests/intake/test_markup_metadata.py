"""What a saved page states in its markup is proposed with where it stands."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.capture import capture_bytes, capture_paste
from workbench.intake.markup_metadata import markup_metadata, markup_metadata_of
from workbench.reading.proposal import FIELDS

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbor Bridge stays shut",
    "datePublished": "2026-07-08T05:00:00-04:00",
    "dateModified": "2026-07-09T11:30:00Z",
    "author": [{"@type": "Person", "name": "Lena Voss"}, {"@type": "Person", "name": "Tom Hart"}],
    "publisher": {"@type": "Organization", "name": "The Harbor Mirror"},
    "mainEntityOfPage": "https://mirror.example/bridge",
}


def page(*head, body="<p>Words.</p>", **linked):
    scripts = (
        [f'<script type="application/ld+json">{json.dumps(linked)}</script>'] if linked else []
    )
    return f"<html lang='en-US'><head>{''.join([*head, *scripts])}</head><body>{body}</body></html>"


def meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


def told(html):
    found = markup_metadata(html)
    proposals = {name: getattr(found, name) for name in FIELDS}
    return {name: proposal.value for name, proposal in proposals.items() if proposal}


def test_json_ld_states_an_article():
    found = markup_metadata(page(**ARTICLE))
    assert found.title.value == "Harbor Bridge stays shut"
    assert found.byline.value == "Lena Voss and Tom Hart"
    assert (found.published.value, found.published.zone) == ("2026-07-08T05:00", "-04:00")
    assert (found.updated.value, found.updated.zone) == ("2026-07-09T11:30", "UTC")
    assert found.outlet.value == "The Harbor Mirror"
    assert found.url.value == "https://mirror.example/bridge"
    assert found.language.value == "en-US"
    assert found.byline.basis == "JSON-LD"
    assert found.published.date.zone == "-04:00"


def test_open_graph_and_meta_elements_fill_what_json_ld_leaves():
    html = page(
        meta("og:title", "Bridge &amp; ferries"),
        meta("og:site_name", "The Harbor Mirror"),
        meta("article:published_time", "2026-07-08T05:00:00+00:00"),
        meta("author", "By Lena Voss", key="name"),
        '<link rel="canonical" href="https://mirror.example/bridge">',
    )
    assert told(html) == {
        "title": "Bridge & ferries",
        "outlet": "The Harbor Mirror",
        "published": "2026-07-08T05:00",
        "byline": "Lena Voss",
        "url": "https://mirror.example/bridge",
        "language": "en-US",
    }
    assert markup_metadata(html).published.basis == "OpenGraph, article:published_time"
    assert markup_metadata(html).byline.basis == "meta element, author"


@pytest.mark.parametrize(
    "author",
    [
        "admin",
        "https://social.example/voss",
        "voss@mirror.example",
        "Editor in a hurry today",
        "",
        "1",
    ],
)
def test_what_is_no_name_signs_nothing(author):
    assert "byline" not in told(page(meta("author", author, key="name")))
    assert "byline" not in told(page(**ARTICLE | {"author": {"@type": "Person", "name": author}}))


@pytest.mark.parametrize(
    "date",
    ["1970-01-01T00:00:00Z", "0001-01-01", "1751443560", "07/08/2026", "today", "2026-02-30"],
)
def test_what_is_no_date_dates_nothing(date):
    assert "published" not in told(page(meta("article:published_time", date)))


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("2026-07-08T00:00:00Z", "2026-07-08"),  # a content system fills in midnight
        ("2026-07-08", "2026-07-08"),
        ("July 8, 2026", "2026-07-08"),
        ("2026-07-08 05:00", "2026-07-08T05:00"),
        ("2026-07-08T05:00:30.123+0200", "2026-07-08T05:00"),
    ],
)
def test_date_is_as_precise_as_it_is_stated(date, value):
    assert told(page(meta("article:published_time", date)))["published"] == value


def test_of_several_articles_it_is_the_one_with_the_address():
    other = ARTICLE | {"headline": "Other", "mainEntityOfPage": "https://mirror.example/other"}
    link = '<link rel="canonical" href="https://mirror.example/bridge">'
    assert told(page(link, **{"@graph": [other, ARTICLE]}))["title"] == "Harbor Bridge stays shut"
    assert "byline" not in told(page(**{"@graph": [other, ARTICLE]}))


def test_names_that_are_pointed_at_are_found():
    people = {"@id": "#voss", "@type": "Person", "name": "Lena Voss"}
    graph = [people, ARTICLE | {"author": {"@id": "#voss"}}]
    assert told(page(**{"@graph": graph}))["byline"] == "Lena Voss"


def test_byline_element_counts_if_it_is_the_only_one():
    one = '<div class="c-byline byline">By Lena Voss</div><p>Words.</p>'
    two = one + '<a rel="author" href="/hart">Tom Hart</a>'
    assert told(page(body=one))["byline"] == "Lena Voss"
    assert "byline" not in told(page(body=two))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Bridge stays shut | The Harbor Mirror", "Bridge stays shut"),
        ("Bridge - stays shut - Mirror.example", "Bridge - stays shut"),
        ("Bridge | Ferries", "Bridge | Ferries"),
    ],
)
def test_name_of_the_site_is_no_part_of_the_title(title, words):
    site = meta("og:site_name", "Mirror.example")
    assert told(page(site, f"<title>{title}</title>"))["title"] == words
    assert told(page(site, meta("og:title", title)))["title"] == words
    assert "title" not in told(page(site, "<title>Mirror.example</title>"))


def test_a_page_that_states_nothing_gives_nothing():
    assert told("<p>Words.</p>") == {}
    assert told("") == {}


def test_only_pages_have_markup():
    html = page(meta("og:title", "Bridge"), body="<p>The bridge stays shut, they said.</p>" * 4)
    assert markup_metadata_of(capture_bytes(html.encode(), "page.html")).title.value == "Bridge"
    assert markup_metadata_of(capture_paste("The bridge stays shut.")) is None


@pytest.mark.parametrize(
    "html",
    [
        page(**{"@graph": [ARTICLE] * 6_000}),
        '<script type="application/ld+json">' + "[" * 500_000,
        '<script type="application/ld+json">' + '{"@graph":[' * 100_000 + "</script>",
        meta("author", "By " + "Lena Voss, " * 50_000, key="name"),
        '<meta property="og:title" content="x">' * 50_000,
        '<div class="byline">' * 100_000,
        '<script type="application/ld+json">{"author":' + "9" * 10_000 + "}</script>",
    ],
    ids=["many", "brackets", "graphs", "authors", "metas", "divs", "digits"],
)
def test_hostile_markup_is_read_in_bounded_time(html):
    begin = time.perf_counter()
    told(html)
    assert time.perf_counter() - begin < 5  # seconds, on a slow machine


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["@type", "@id", "author", "name", "publisher", "@graph", "headline"]),
            st.one_of(inner, st.just("NewsArticle")),
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_json_ld_is_read(value):
    script = json.dumps(value).replace("<", "\\u003c")
    html = f'<script type="application/ld+json">{script}</script>'
    assert all(value.strip() for value in told(html).values())
