"""What a stretch of a text is, said by a person: spans are split, joined and never overlap."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.change_span import with_span
from workbench.core.source import SourceVersion, Span, SpanType

TEXT = "Home > News\nBy Mara Voss\nThe bridge is shut.\nPhoto: Noor Hale\n"
VERSION = SourceVersion(
    id="01980000-0000-7000-8000-000000000001",
    text=TEXT,
    sha256="0" * 64,
    media_type="text/plain",
    captured=datetime(2026, 7, 10, tzinfo=UTC),
    spans=(
        Span(start=0, end=11, type=SpanType.CHROME),
        Span(start=12, end=24, type=SpanType.METADATA),
    ),
)


def told(version):
    return [(version.text[span.start : span.end], span.type.value) for span in version.spans]


def test_a_caption_that_nobody_noticed_is_added():
    at = TEXT.index("Photo")
    assert told(with_span(VERSION, at, at + 16, SpanType.CAPTION))[-1] == (
        "Photo: Noor Hale",
        "caption",
    )


def test_a_stretch_inside_a_span_splits_it():
    assert told(with_span(VERSION, 5, 6, SpanType.BODY)) == [
        ("Home ", "chrome"),
        (">", "body"),
        (" News", "chrome"),
        ("By Mara Voss", "metadata"),
    ]


def test_a_stretch_over_two_spans_takes_their_place():
    assert told(with_span(VERSION, 0, 24, SpanType.METADATA)) == [
        ("Home > News\nBy Mara Voss", "metadata")
    ]


def test_stretches_of_one_type_side_by_side_become_one():
    first = with_span(VERSION, 25, 35, SpanType.CAPTION)
    assert told(with_span(first, 36, 44, SpanType.CAPTION))[-1] == (
        "The bridge is shut.",
        "caption",
    )


def test_a_blank_that_is_something_else_keeps_two_stretches_apart():
    blank = with_span(VERSION, 4, 5, SpanType.BODY)
    assert told(with_span(blank, 5, 6, SpanType.CHROME))[:3] == [
        ("Home", "chrome"),
        (" ", "body"),
        ("> News", "chrome"),
    ]


def test_the_same_answer_twice_changes_nothing():
    once = with_span(VERSION, 0, 11, SpanType.CHROME)
    assert once == VERSION


def test_a_stretch_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="no stretch"):
        with_span(VERSION, 5, len(TEXT) + 1, SpanType.BODY)
    with pytest.raises(ValueError, match="no stretch"):
        with_span(VERSION, 5, 5, SpanType.BODY)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(SpanType))))
def test_whatever_is_said_the_last_word_holds(answers):
    version = replace(VERSION, spans=())
    expected = [None] * len(TEXT)
    for start, length, type_ in answers:
        end = min(start + length, len(TEXT))
        version = with_span(version, start, end, type_)
        expected[start:end] = [type_] * (end - start)
    for before, span in zip(version.spans, version.spans[1:], strict=False):
        assert before.end <= span.start
    for at, type_ in enumerate(expected):
        here = next((span.type for span in version.spans if span.start <= at < span.end), None)
        assert here is type_ or (type_ is None and TEXT[at] in " \t")
