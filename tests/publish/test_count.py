"""The counters, against what the networks' own rules say about a post."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.network import CountUnit, Network
from workbench.house.house import load_house
from workbench.publish.count import ASSUMED_LINK_LENGTH, count

HOUSE = load_house()
NETWORKS = {network.key: network for network in HOUSE.networks}
X = NETWORKS["x"]
BLUESKY = NETWORKS["bluesky"]
MASTODON = NETWORKS["mastodon"]

FAMILY = "👨‍👩‍👧‍👦"
LINK_55 = "https://example.org/checks/harbor-bridge-is-not-closed/"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Lindqvist: the bridge is open.", 30),
        ("“Open” – said Okafor’s office", 29),
        ("• one", 6),
        ("more …", 7),
        ("€", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇳🇴", 2),
        ("🇳🇴🇸🇪", 4),
        ("1️⃣ 2⃣", 5),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("❤️", 2),
        ("🏳️‍🌈", 2),
        ("©", 1),
        ("©️", 2),
        ("☺︎", 4),
        ("橋は開いている。", 16),
        ("다리", 4),
        ("الجسر مفتوح", 11),
        ("e\u0301a\u0308", 2),
        ("q\u0301", 2),
        ("a\r\nb", 4),
        ("\u10ff\u2000\u200d\u2010\u201f\u2032\u2037", 7),
        ("\u1100\u200e\u200f\u2020\u2031\u2038", 12),
    ],
)
def test_x_weighs_characters(text, length):
    assert count(text, X).length == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (LINK_55, 23),
        ("http://a.no", 23),
        ("example.org", 23),
        ("EXAMPLE.ORG", 23),
        ("See example.org/checks/harbor?page=2#top.", 28),
        ("www.example.co.uk and example.com", 51),
        ("(example.org)", 25),
        ("例えばexample.orgです", 33),
        ("http://bücher.example", 21),
        ("http://bücher.de", 23),
        ("http://домен.рф", 23),
        ("a.b", 3),
        ("notes.txt", 9),
        ("The end.It was open.", 37),
        ("desk@example.org", 16),
        ("@example.org", 12),
        ("#example.org", 12),
        ("$example.org", 12),
        ("3.5 million, i.e. more", 22),
        ("http://example", 14),
        (f"https://{'a' * 64}.org", 76),
        ("https://a.org https://b.org", 47),
        ("https://example.org/[LINK]", 24),
    ],
)
def test_x_prices_links_at_23(text, length):
    assert count(text, X).length == length


def test_x_takes_280_and_marks_the_rest():
    assert count("a" * 280, X).valid
    assert count("a" * 280, X).over_from is None
    long = count("a" * 281, X)
    assert (long.valid, long.over_from, long.left) == (False, 280, -1)


def test_a_post_that_fits_alone_may_not_fit_with_its_link():
    assert len(LINK_55) == 55
    post = "a" * 269
    assert count(post, X).valid
    with_link = count(f"{post}\n{LINK_55}", X)
    assert (with_link.length, with_link.valid) == (293, False)
    assert with_link.over_from == 270  # the link as a whole, not a part of it


def test_the_over_limit_stretch_is_counted_in_the_given_text():
    # 281 letters once composed; as given, every one is two code points
    post = "e\u0301" * 281
    assert count(post, X).length == 281
    assert count(post, X).over_from == 560


def test_the_over_limit_stretch_never_begins_inside_an_emoji():
    post = "a" * 279 + FAMILY
    assert count(post, X).over_from == 279
    assert count("a" * 299 + FAMILY + "b", BLUESKY).over_from == 299 + len(FAMILY)
    assert count("a" * 495 + FAMILY, NETWORKS["threads"]).over_from == 495


@pytest.mark.parametrize("refused", ["\ufeff", "\ufffe", "\uffff"])
def test_x_refuses_three_characters(refused):
    assert count("Harbor Bridge" + refused, X).valid is False
    assert count("Harbor Bridge" + refused, BLUESKY).valid is True


@pytest.mark.parametrize("network", HOUSE.networks, ids=lambda network: network.key)
def test_an_empty_post_is_neither_valid_nor_too_long(network):
    result = count("", network)
    assert (result.length, result.valid, result.over_from) == (0, False, None)


def test_bluesky_counts_what_people_see():
    assert count(FAMILY + "e\u0301" + "\r\n" + "🇳🇴", BLUESKY).length == 4
    assert count("example.org", BLUESKY).length == 11
    assert count(LINK_55, BLUESKY).length == 55


def test_bluesky_has_a_second_limit_in_bytes():
    posts = count(FAMILY * 121, BLUESKY)
    assert (posts.length, posts.byte_length, posts.valid) == (121, 121 * 25, False)
    assert posts.over_from == 120 * len(FAMILY)
    assert count(FAMILY * 120, BLUESKY).valid


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (LINK_55, 23),
        ("example.org", 11),
        ("@okafor@harbor.example writes", 14),
        ("@okafor", 7),
        ("desk@harbor.example", 19),
        ("https://harbor.example/@okafor@far.example", 42),
        ("https://social.harbor.no/@okafor@far.example", 23),
        (FAMILY, 1),
    ],
)
def test_mastodon_shortens_links_and_handles(text, length):
    assert count(text, MASTODON).length == length


def test_threads_takes_the_strictest_unit():
    assert count(FAMILY, NETWORKS["threads"]).length == 11
    assert count("😀" * 250, NETWORKS["threads"]).valid
    assert count("😀" * 251, NETWORKS["threads"]).over_from == 250


def test_linkedin_counts_utf16_and_facebook_characters():
    assert count("😀" * 1500, NETWORKS["linkedin"]).valid
    assert not count("😀" * 1500 + "a", NETWORKS["linkedin"]).valid
    assert count("😀" * 63_206, NETWORKS["facebook"]).valid
    assert count("😀" * 63_207, NETWORKS["facebook"]).over_from == 63_206


def test_the_placeholder_is_priced_as_a_link():
    assert count("Open again: [LINK]", X).length == 12 + 23
    assert count("Open again: [LINK]", MASTODON).length == 12 + 23
    assert count("Open again: [LINK]", BLUESKY).length == 12 + ASSUMED_LINK_LENGTH
    known = count("Open again: [LINK]", BLUESKY, link_length=len(LINK_55))
    assert known.length == known.byte_length == 12 + len(LINK_55)
    assert known == count(f"Open again: {LINK_55}", BLUESKY)


def test_a_placeholder_that_does_not_fit_is_marked_from_its_start():
    assert count("a" * 260 + " [LINK]", X).over_from == 261


def test_a_house_can_set_its_own_limit():
    own = replace(MASTODON, limit=5000)
    assert count("a" * 5000, own).valid
    assert count("a" * 5001, own).over_from == 5000


SMALL = [
    Network(key=unit.value, name="Small", limit=7, byte_limit=limit, unit=unit)
    for unit in CountUnit
    for limit in (None, 12)
]
PLAIN = st.text(
    st.one_of(
        st.sampled_from("ab \r\n\u0301\u200d\ufe0f\u20e31👍🏽👩🇳🇴한あ\u202e\ud83d"),
        st.characters(exclude_characters=".@["),
    ),
    max_size=30,
)


@given(PLAIN, st.sampled_from(SMALL))
def test_what_is_marked_is_exactly_what_does_not_fit(text, network):
    result = count(text, network)
    byte_limit = network.byte_limit or result.byte_length
    fits = result.length <= network.limit and result.byte_length <= byte_limit
    assert (result.over_from is None) == fits
    if result.over_from is not None:
        kept = count(text[: result.over_from], network)
        assert kept.over_from is None
        assert 0 <= result.over_from < len(text)


@given(st.text(max_size=60), st.sampled_from(HOUSE.networks))
def test_any_text_can_be_counted(text, network):
    assert count(text, network).length >= 0


@pytest.mark.parametrize(
    "text",
    [
        "a." * 10_000,
        "http://a.no/" + "!" * 20_000,
        "http://a.no/" + "(a" * 10_000,
        "http://a.no?" + ";" * 20_000,
        "あ." * 10_000,
        "@a." * 10_000,
        "a.no/! " * 3_000,
        "a.xn--" * 3_000,
        "-" * 20_000 + ".no",
    ],
    ids=lambda text: text[:14],
)
@pytest.mark.parametrize("key", ["x", "mastodon"])
def test_hostile_text_does_not_stop_the_counter(text, key):
    start = time.perf_counter()
    count(text, NETWORKS[key])
    assert time.perf_counter() - start < 2


def test_importing_the_counter_does_not_import_its_patterns():
    code = "import sys, workbench.publish.count as c; print('regex' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
