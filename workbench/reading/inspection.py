"""All that is noticed in one text: what the window shows and what `workbench inspect` prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.source import Span
from workbench.reading.date_mention import DateMention, date_mentions
from workbench.reading.date_resolution import resolved
from workbench.reading.masthead import masthead
from workbench.reading.metadata import metadata_of
from workbench.reading.proposal import FIELDS, Certainty, Metadata, Proposal
from workbench.reading.signer import is_collective
from workbench.reading.span import spans_of
from workbench.reading.voice import Voices, voices_of

if TYPE_CHECKING:
    from workbench.core.date import DateValue
    from workbench.core.source import Source
    from workbench.core.words import Words

LOOKED_THROUGH = 1_000_000
"""Code points of a text that are read: some three seconds, and two books."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was noticed; every position is a code point of `text`.

    Attributes:
        metadata: proposals, from the page's markup before the text's own lines.
        spans: what is not the article; the rest is body.
        dates: resolved against the anchor, or else against the stated date of publication.
        voices: who says what, what is relied on, events and hedges; none if not in English.

    """

    text: str
    metadata: Metadata
    spans: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    voices: Voices = Voices()

    @property
    def is_english(self) -> bool:
        """Whether what needs to know the language could help: English, or not to be told."""
        return _is_english(self.metadata)

    @property
    def has_collective_byline(self) -> bool:
        """Whether a newsroom, a desk or an agency signs, and no person."""
        byline = self.metadata.byline
        return byline is not None and is_collective(byline.value)


def inspected(
    text: str,
    *,
    markup: Metadata | None = None,
    anchor: DateValue | None = None,
    anchor_basis: str = "set by a person",
    language: str = "",
    words: Words | None = None,
    spans: tuple[Span, ...] = (),
) -> Inspection:
    """Return all that is noticed in a text.

    `markup` is what a saved page states in its markup. `anchor` is a date that a person set, by
    which relative dates are told, and `anchor_basis` says what date that is; without it they are
    told by the stated date of publication, and without that they stay unresolved. `language` is a
    language tag that a person set, before what the text says. `words` are the names of outlets and
    people to know. `spans` are kept with the text and may be a person's; without any they are read.
    Of a longer text, the first `LOOKED_THROUGH` code points are read.
    """
    looked_at = text[:LOOKED_THROUGH]
    read = masthead(looked_at)
    metadata = joined(markup or Metadata(), metadata_of(read, looked_at))
    if language.strip():
        metadata = replace(
            metadata, language=Proposal(value=language.strip(), basis="set by a person")
        )
    mentions = date_mentions(looked_at, english=_is_english(metadata))
    if anchor is not None and anchor.is_known:
        dates = resolved(mentions, anchor, f"{anchor.value}, {anchor_basis}")
    else:
        own = metadata.anchor
        basis = metadata.published.basis if metadata.published else ""
        dates = resolved(mentions, own, f"the date of the text, {own.value} ({basis})")
    spans = spans or spans_of(read)
    voices = Voices()
    if _is_english(metadata):
        near = tuple(span for span in spans if span.end <= LOOKED_THROUGH)
        voices = voices_of(looked_at, spans=near, dates=dates, words=words)
    return Inspection(text=text, metadata=metadata, spans=spans, dates=dates, voices=voices)


def inspected_source(
    source: Source, *, markup: Metadata | None = None, words: Words | None = None
) -> Inspection:
    """Return all that is noticed in the newest text of a source.

    Relative dates are told by the source's anchor, else by its date of publication, else by what
    the text itself states; the language is the source's, else what the text says.
    """
    anchor, basis = source.anchor, "set by a person"
    if not anchor.is_known:
        anchor, basis = source.published, "the date of publication"
    return inspected(
        source.version.text,
        markup=markup,
        anchor=anchor,
        anchor_basis=basis,
        language=source.language,
        words=words,
        spans=source.version.spans,
    )


def joined(markup: Metadata, body: Metadata) -> Metadata:
    """Return the proposals of a page's markup, and those of its text where the markup has none.

    A person whom the text names signs before the newsroom, the outlet or the other person that
    the markup names: readers see the text, and content systems fill in whoever pressed the key.
    """
    found = {name: getattr(markup, name) or getattr(body, name) for name in FIELDS}
    if markup.published and body.published:
        found["published"] = _published(markup.published, body.published)
    if body.byline and markup.byline:
        found["byline"] = _byline(markup.byline, body.byline, markup.outlet)
    return Metadata(**found)


def _published(markup: Proposal, body: Proposal) -> Proposal:
    """Return the date in the markup; one in UTC may be a day off where the readers are."""
    is_off = markup.zone == "UTC" and markup.value[:10] != body.value[:10]
    return body if is_off and len(body.value) >= len("2026-07-02") else markup


def _byline(markup: Proposal, body: Proposal, outlet: Proposal | None) -> Proposal:
    is_house = is_collective(markup.value) or (
        outlet is not None and markup.value.casefold() == outlet.value.casefold()
    )
    if is_collective(body.value) and not is_house:
        return markup
    told = set(markup.value.casefold().split()) & set(body.value.casefold().split())
    if is_house or not told:
        basis = f"{body.basis}; {markup.basis} names {markup.value}"
        certainty = body.certainty if is_house else Certainty.LIKELY
        return replace(body, basis=basis, certainty=certainty)
    return markup


def _is_english(metadata: Metadata) -> bool:
    language = metadata.language
    return language is None or language.value.casefold().split("-")[0] == "en"
