"""Hops: outlets and documents a text relies on, stated or inferred from a caption."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.source import HopKind, Span, SpanType
from workbench.house.words import load_words
from workbench.reading.hop import CAPTION, STATED, hops

WORDS = load_words()


def names(text: str) -> list[str]:
    return [item.name for item in hops(text, words=WORDS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Axios reported a call.", ["Axios"]),
        ("She called, per the New York Post.", ["New York Post"]),
        ("As The Ledger reported on Sunday, she called.", ["The Ledger"]),
        ("But Harbor Times reported that she never called.", ["Harbor Times"]),
        ("She called, according to the Associated Press.", ["The Associated Press"]),
        (
            "Aides told The New York Times. He told The Times twice.",
            ["The New York Times"],
        ),
        ("Two people who spoke to The Harbor Times said so.", ["The Harbor Times"]),
        ("In an interview with Politico, she wept.", ["Politico"]),
        ("The call was first reported by Reuters.", ["Reuters"]),
        ("The report in The Guardian was short.", ["The Guardian"]),
        ("Axios’ reporting suggests a call.", ["Axios"]),
        ("The city sued, citing The Ledger.", ["The Ledger"]),
        ("She called, according to court documents.", ["court documents"]),
        ("She called, according to the report.", []),
        ("She spoke on MSNBC on Monday.", []),
        ("In an interview on MSNBC, she wept.", []),
        ("PORT MAREN (CNN) — She told CNN that she wept.", []),
        ("Axios readers like bridges. The Times is printed at night.", []),
        ("It was a good Time. Reason prevailed.", []),
        ("“Axios reported it,” he said.", []),
        ("Axios reported it. Reuters reported it. Axios reported more.", ["Axios", "Reuters"]),
    ],
)
def test_outlets_and_documents(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_caption_is_only_inferred():
    text = "Axios reported a call.\nImage: Governor phones, Axios reports - Modern Ghana\nEnd."
    start = text.index("Image")
    spans = (Span(start=start, end=text.index("\nEnd"), type=SpanType.CAPTION),)

    found = hops(text, spans, WORDS)

    assert [(item.name, item.kind, item.basis) for item in found] == [
        ("Axios", HopKind.STATED, STATED),
        ("Modern Ghana", HopKind.INFERRED, CAPTION),
    ]
    assert text[found[1].start : found[1].end] == "Modern Ghana"


def test_chrome_cites_nothing():
    text = "Axios reported this too\nThe bridge is open."
    spans = (Span(start=0, end=23, type=SpanType.CHROME),)

    assert hops(text, spans, WORDS) == ()


@given(st.text(max_size=60), st.integers(0, 40), st.integers(1, 20))
def test_any_text_and_span_gives_positions_inside(text: str, start: int, length: int) -> None:
    spans = (Span(start=start, end=start + length, type=SpanType.CAPTION),)

    assert all(0 <= item.start < item.end <= len(text) for item in hops(text, spans, WORDS))
