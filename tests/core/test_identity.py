"""Ids that sort by time, and slugs that can be file names anywhere."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.identity import require_id, require_slug, slug_for, uuid7

MILLISECONDS = st.integers(0, (1 << 48) - 1)
ENTROPY = st.binary(min_size=10, max_size=10)


@given(MILLISECONDS, ENTROPY)
def test_an_id_is_a_uuid_of_version_7_that_keeps_its_time(milliseconds, entropy):
    text = uuid7(milliseconds, entropy)
    require_id("id", text)
    value = uuid.UUID(text)
    assert (value.version, value.variant) == (7, uuid.RFC_4122)
    assert value.int >> 80 == milliseconds


@given(st.tuples(MILLISECONDS, ENTROPY), st.tuples(MILLISECONDS, ENTROPY))
def test_an_id_of_a_later_millisecond_sorts_later(first, second):
    assert (uuid7(*first) < uuid7(*second)) or first[0] >= second[0]


def test_entropy_is_not_thrown_away():
    assert len({uuid7(1, bytes([0] * 9 + [last])) for last in range(256)}) == 256
    assert len({uuid7(1, bytes([first]) + bytes(9)) for first in range(16)}) == 16


@pytest.mark.parametrize("arguments", [(-1, bytes(10)), (1 << 48, bytes(10)), (1, bytes(9))])
def test_an_id_takes_48_bits_and_10_bytes(arguments):
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(*arguments)


@pytest.mark.parametrize(
    "value",
    ["", "1", uuid7(1, bytes(10)).upper() + "", uuid7(1, bytes(10)) + "\n", "../../etc", None, 7],
)
def test_what_is_no_id_is_refused(value):
    if value == uuid7(1, bytes(10)):  # all digits: upper case makes no difference
        value = "0000000A-0000-7000-8000-000000000000"
    with pytest.raises(ValueError, match="claim_id must be UUID text"):
        require_id("claim_id", value)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Is Harbor Bridge closing?", "is-harbor-bridge-closing"),
        ("Okafor’s “no”: what it means", "okafors-no-what-it-means"),
        ("O'Neill's", "oneills"),
        ("Ærø, Łódź, Þórshöfn & Straße", "aero-lodz-thorshofn-strasse"),
        ("e\u0301te\u0301 İzmir", "ete-izmir"),
        ("№ 5 ﬁles ½", "no-5-files-1-2"),
        ("Мост закрыт", "check"),
        ("الجسر 🌉", "check"),
        ("", "check"),
        ("CON", "check-con"),
        ("lpt1", "check-lpt1"),
        ("console", "console"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 90, "a" * 60),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 60 + " tail", "x" * 60),
        ("head " + "x" * 55 + " tail", "head-" + "x" * 55),
        ("x" * 59 + " tail", "x" * 59),
    ],
)
def test_a_title_becomes_a_slug(title, slug):
    assert slug_for(title) == slug


@given(st.text(max_size=90))
def test_every_title_gives_a_slug_that_is_accepted(title):
    slug = slug_for(title)
    require_slug(slug)
    assert 0 < len(slug) <= 66
    assert slug_for(slug) == slug or len(slug) > 60


@pytest.mark.parametrize(
    "value",
    ["", "A", "a b", "a--b", "-a", "a-", "a/b", "..", "a.md", "é", "a\n", "a" * 69, "nul", "com1"],
)
def test_what_is_no_slug_is_refused(value):
    with pytest.raises(ValueError, match="slug"):
        require_slug(value)
