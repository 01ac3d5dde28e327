"""A post goes out with its link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.draft import Post
from workbench.publish.post import common_post, post_for

URL = "https://checks.example/lindqvist-okafor-call"


def with_text(check, text, url=URL):
    """Return the check with one common post."""
    return replace(check, posts=(Post(text=text),), url=url)


@pytest.mark.parametrize(
    ("text", "url", "post"),
    [
        ("A call. [LINK] That is all.", URL, f"A call. {URL} That is all."),
        ("[LINK] and [LINK]", URL, f"{URL} and {URL}"),
        ("A call.", URL, f"A call.\n\n{URL}"),
        (f"A call: {URL}", URL, f"A call: {URL}"),
        ("A call. [LINK]", "", "A call. [LINK]"),
        ("A call.", "", "A call."),
        ("A call. [LINK]", "file:///home/ada/draft.html", "A call. [LINK]"),
        ("", URL, ""),
        (" \n ", URL, ""),
        ("one\r\ntwo  \rthree\n", "", "one\ntwo\nthree"),
        ("one\n\n\ntwo", "", "one\n\n\ntwo"),
        ("👩‍👩‍👧 e\u0301 שלום", "", "👩‍👩‍👧 e\u0301 שלום"),
    ],
)
def test_the_link_stands_where_it_is_wanted(harbor, house, text, url, post):
    check = with_text(harbor, text, url)
    assert post_for(check, house.networks[0]) == post
    assert common_post(check) == post


def test_a_network_with_a_text_of_its_own_keeps_it(harbor, house):
    x, bluesky = house.networks
    assert post_for(harbor, x) == f"One call, one report, no launch. #HarborBridge\n\n{URL}"
    assert post_for(harbor, bluesky).startswith("The Ledger reports a call")
    assert common_post(harbor) == post_for(harbor, bluesky)


def test_a_network_can_be_left_without_a_post(harbor, house):
    check = replace(harbor, posts=(*harbor.posts[:1], Post(network="x", text="")))
    assert post_for(check, house.networks[0]) == ""
