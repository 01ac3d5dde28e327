"""Voices: all of them at once, without what is not the article."""

from workbench.core.source import Span, SpanType
from workbench.house.words import load_words
from workbench.reading.date_mention import date_mentions
from workbench.reading.voice import voices_of

TEXT = (
    "Bay News reported “a storm” to all.\n"
    "The Ledger reported that Ines Lindqvist called Samuel Okafor on July 4, 2026, "
    "and may call again.\n"
    "“It was short,” Okafor said.\n"
)


def test_every_kind_is_gathered():
    voices = voices_of(TEXT, dates=date_mentions(TEXT), words=load_words())

    assert [item.name for item in voices.hops] == ["Bay News", "The Ledger"]
    assert [item.speaker for item in voices.quotations] == ["Bay News", "Samuel Okafor"]
    assert [item.actor for item in voices.events] == ["Ines Lindqvist"]
    assert [item.text for item in voices.hedges] == ["may"]


def test_what_is_not_the_article_has_no_voice():
    spans = (Span(start=0, end=TEXT.index("\n"), type=SpanType.CHROME),)

    voices = voices_of(TEXT, spans=spans, words=load_words())

    assert [item.name for item in voices.hops] == ["The Ledger"]
    assert [item.text for item in voices.quotations] == ["It was short,"]
    assert all(item.start > spans[0].end for item in voices.attributions)
