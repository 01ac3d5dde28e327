"""What a selection may become: only the article's own words are quoted and counted."""

import pytest

from workbench.core.source import Span, SpanType
from workbench.rules.quotable import Use, headline_in, stretch_of

TEXT = (
    "Home > News\n\nMayor called the governor\nBy Mara Voss\n\n"
    "Port Maren — The bridge is shut.\nThe crane at noon. Photo: Noor Hale\nIt stays shut.\n"
)


def span(words, type_):
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), type=type_)


SPANS = (
    span("Home > News", SpanType.CHROME),
    span("By Mara Voss", SpanType.METADATA),
    span("Port Maren — ", SpanType.METADATA),
    span("The crane at noon. Photo: Noor Hale", SpanType.CAPTION),
)
HEADLINE = headline_in(TEXT, "Mayor called the governor")


def of(words, spans=SPANS):
    start = TEXT.index(words)
    return stretch_of(TEXT, spans, start, start + len(words), HEADLINE)


def words_of(stretch):
    return TEXT[slice(*stretch.body)]


def test_the_article_serves_everything():
    assert all(of("The bridge is shut.").serves(use) for use in Use)


@pytest.mark.parametrize("words", ["Home > News", "Mara Voss", "The crane at noon"])
def test_what_is_not_the_article_serves_nothing(words):
    stretch = of(words)
    assert not any(stretch.serves(use) for use in Use)
    assert not stretch.has_body


def test_of_a_selection_over_a_caption_the_article_is_offered():
    stretch = of("shut.\nThe crane at noon. Photo: Noor Hale\nIt stays shut.")
    assert stretch.types == (SpanType.CAPTION,)
    assert not stretch.serves(Use.QUOTE)
    assert words_of(stretch) == "It stays shut."


def test_spaces_in_a_span_count_for_nothing():
    padded = (
        Span(start=TEXT.index("— The") + 1, end=TEXT.index("The bridge"), type=SPANS[0].type),
    )
    assert of(" The bridge is shut.", padded).serves(Use.EVIDENCE)


def test_a_headline_is_a_claim_and_can_be_quoted_but_proves_nothing():
    stretch = of("Mayor called")
    assert stretch.serves(Use.CLAIM)
    assert stretch.serves(Use.QUOTE)
    assert not stretch.serves(Use.EVIDENCE)
    assert not stretch.serves(Use.EVENT)


def test_a_headline_that_a_person_calls_body_is_body():
    spans = (*SPANS[:1], span("Mayor called the governor", SpanType.BODY), *SPANS[1:])
    assert of("Mayor called", spans).serves(Use.EVIDENCE)


def test_a_title_that_is_no_line_of_the_text_is_no_headline():
    assert headline_in(TEXT, "Mayor called") is None
    assert headline_in(TEXT, " ") is None
