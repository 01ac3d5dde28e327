"""What is a link in a post and where it ends."""

from __future__ import annotations

import pytest

from workbench.publish.post_link import links_in


def found(text: str, *, bare_domains: bool = True) -> list[str]:
    return [text[link.start : link.end] for link in links_in(text, bare_domains=bare_domains)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("(https://example.org/a_(b)_c).", ["https://example.org/a_(b)_c"]),
        ("https://example.org/a, and so on", ["https://example.org/a"]),
        ("https://example.org:8080/x?y=1&z=2#top!", ["https://example.org:8080/x?y=1&z=2#top"]),
        ("Is it example.org?", ["example.org"]),
        ("example.org/?from=https://example.com b", ["example.org/?from=https://example.com"]),
        ("橋はexample.org/harborと閉鎖", ["example.org/harbor"]),
        ("example.org橋example.com", ["example.org", "example.com"]),
        ("http://example.org/橋example.com", ["http://example.org/", "example.com"]),
        ("موقع example.org.", ["example.org"]),
        ("http://موقع.السعودية/", ["http://موقع.السعودية/"]),
        ("xn--p1b6ci4b4b3a.xn--p1ai", ["xn--p1b6ci4b4b3a.xn--p1ai"]),
        ("_example.org -example.org /example.org", []),
        ("https://under_score.org https://sub_part.example.org", ["https://sub_part.example.org"]),
        ("first.last@example.org", []),
        ("example.orgs example.org-like", []),
        ("http://t.co/abc123-and-on", ["http://t.co/abc123"]),
        (f"http://t.co/{'a' * 41}", []),
        ("https://橋港船川森山海空雨雪風火星月花鳥魚馬犬猫.com", []),
        ("\u2066example.org\u2069", ["example.org"]),
        ("example.org\nexample.com", ["example.org", "example.com"]),
    ],
)
def test_links_are_found_whole(text, links):
    assert found(text) == links


def test_without_bare_domains_only_addresses_with_a_scheme_count():
    text = "example.org http://example.com/a example.net HTTPS://EXAMPLE.NO"
    assert found(text, bare_domains=False) == ["http://example.com/a", "HTTPS://EXAMPLE.NO"]


def test_a_link_longer_than_4096_is_none():
    fits = "https://example.org/" + "a" * (4096 - 20)
    assert found(fits) == [fits]
    assert found(fits + "a") == []
