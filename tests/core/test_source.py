"""A source holds immutable text, its fingerprint, and the hops it relies on."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from workbench.core.source import Hop, HopKind, Span, SpanType, require_utc


def test_a_version_cannot_be_changed(bridge):
    with pytest.raises(FrozenInstanceError):
        bridge.sources[0].version.text = "Nothing happened."


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"text": " \r\n"}, "has text"),
        ({"sha256": "A" * 64}, "SHA-256"),
        ({"sha256": "a" * 63}, "SHA-256"),
        ({"sha256": "a" * 64 + "\n"}, "SHA-256"),
        ({"captured": datetime(2026, 7, 2)}, "UTC"),  # noqa: DTZ001 - naive on purpose
        ({"id": "first"}, "UUID"),
        ({"spans": (Span(start=60, end=99, type=SpanType.CHROME),)}, "past the end"),
    ],
)
def test_a_version_that_cannot_be_is_refused(bridge, values, message):
    with pytest.raises(ValueError, match=message):
        replace(bridge.sources[0].version, **values)


def test_a_span_may_reach_to_the_last_code_point(bridge):
    version = bridge.sources[0].version
    span = Span(start=0, end=len(version.text), type=SpanType.BODY)
    assert replace(version, spans=(span,)).spans == (span,)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_runs_forwards(start, end):
    with pytest.raises(ValueError, match="runs forwards"):
        Span(start=start, end=end, type=SpanType.CAPTION)


@pytest.mark.parametrize("hours", [2, -5])
def test_a_local_time_is_no_utc(hours):
    with pytest.raises(ValueError, match="captured must be a time in UTC"):
        require_utc("captured", datetime(2026, 7, 2, tzinfo=timezone(timedelta(hours=hours))))


def test_a_source_needs_a_version_and_no_two_with_one_id(bridge):
    source = bridge.sources[0]
    with pytest.raises(ValueError, match="at least one version"):
        replace(source, versions=())
    with pytest.raises(ValueError, match="share an id"):
        replace(source, versions=(source.version, source.version))


def test_the_newest_version_is_the_last(bridge, number):
    source = bridge.sources[0]
    newer = replace(source.version, id=number(9), text="The bridge closes on Tuesday.")
    assert replace(source, versions=(source.version, newer)).version is newer


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"outlet": "Herald", "byline": "Lindqvist", "title": "Closed"}, "Herald"),
        ({"outlet": "", "byline": "Lindqvist", "title": "Closed"}, "Lindqvist"),
        ({"outlet": "", "byline": "", "title": "Closed"}, "Closed"),
        ({"outlet": "", "byline": "", "title": ""}, ""),
    ],
)
def test_a_source_is_called_by_outlet_byline_or_title(bridge, values, name):
    assert replace(bridge.sources[0], **values).name == name


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": " "}, "names what is relied on"),
        ({"name": "Herald", "kind": HopKind.INFERRED}, "says what it rests on"),
        ({"name": "Herald", "source_id": "2"}, "UUID"),
    ],
)
def test_a_hop_that_says_nothing_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        Hop(**values)


def test_a_hop_is_in_hand_when_its_source_is_in_the_dossier(bridge):
    herald = bridge.sources[1]
    assert [hop.in_hand for hop in herald.relies_on] == [True, False]


def test_an_access_time_is_utc(bridge):
    assert replace(bridge.sources[0], accessed=datetime(2026, 7, 3, tzinfo=UTC)).accessed
    with pytest.raises(ValueError, match="accessed must be a time in UTC"):
        replace(bridge.sources[0], accessed=datetime(2026, 7, 3))  # noqa: DTZ001
