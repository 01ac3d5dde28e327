"""What a passage brings along when it is marked: who vouches for it, and what happened in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.claim import Action, Attribution, AttributionKind
from workbench.reading.quotation import Certainty
from workbench.reading.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.reading.attribution import AttributionMention
    from workbench.reading.event_mention import EventMention
    from workbench.reading.inspection import Inspection
    from workbench.reading.quotation import QuotationMention

_ENOUGH = 0.5
"""How much of a passage must be what somebody says; less is the author's own."""
_CLEAR = 2
"""How many times as much one source must say as the next one in the same passage."""
_AT_ONCE = 12
"""Code points between a source and the outlet that it spoke to: " who spoke to"."""
_NEAR = 400
"""Code points from a quotation within which its cue is looked for."""


def attribution_for(inspection: Inspection, start: int, end: int) -> Attribution | None:
    """Return who says a passage (code points) inside its source; None where that is in doubt.

    The speaker of the quotation that it is made of, else the source whose words fill most of it or
    whose cue stands in it. Two sources that say about as much of it make it doubtful, and so does
    a speaker who is only guessed.
    """
    if start >= end:
        return None
    quoted = [item for item in inspection.voices.quotations
              if _overlap(item.start, item.end, start, end) >= _ENOUGH * (end - start)]  # fmt: skip
    if quoted:
        return _of_quotation(inspection, min(quoted, key=lambda item: item.end - item.start))
    told: dict[tuple[str, str], tuple[int, AttributionMention]] = {}
    mentions = inspection.voices.attributions
    for place, mention in enumerate(mentions):
        following = next((one.start for one in mentions[place + 1 :]), len(inspection.text))
        share = _share(mention, following, start, end)
        key = (mention.source.casefold(), mention.descriptor.casefold())
        if share and share > told.get(key, (0, mention))[0]:
            told[key] = (share, mention)
    ranked = sorted(told.values(), key=lambda item: -item[0])
    if len(ranked) == 2:
        ranked = _without_listener(ranked)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < _CLEAR * ranked[1][0]):
        return None
    return _attribution(ranked[0][1])


def action_for(inspection: Inspection, start: int, end: int) -> Action:
    """Return who did what to whom in a passage, and when; an empty one where that is in doubt.

    The one event told in the passage, else the one event of the sentence that it stands in. The
    date has the basis that it has in the text: stated, inferred, or only its words.
    """
    text = inspection.text
    found = list(_events_in(inspection, start, end))
    if not found:
        found = list(_events_in(inspection, *_sentence_around(text, start, end)))
    told = {(event.actor, event.action, event.recipient) for event in found}
    if len(told) != 1:
        return Action()
    event = max(found, key=lambda item: item.when.is_known)
    return Action(
        actor=event.actor, action=event.action, recipient=event.recipient, when=event.when
    )


def _events_in(inspection: Inspection, start: int, end: int) -> Iterator[EventMention]:
    for event in inspection.voices.events:
        if _overlap(event.start, event.end, start, end) > 0:
            yield event


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the first sentence that a stretch touches, looked for in its paragraph alone."""
    first = text.rfind("\n\n", 0, start)
    first = 0 if first < 0 else first + 2
    last = text.find("\n\n", end)
    last = len(text) if last < 0 else last
    for begin, stop in sentences(text[first:last]):
        if begin + first < end and stop + first > start:
            return begin + first, stop + first
    return start, end


def _of_quotation(inspection: Inspection, item: QuotationMention) -> Attribution | None:
    if item.certainty not in (Certainty.HIGH, Certainty.MEDIUM):
        return None
    near = [
        mention
        for mention in inspection.voices.attributions
        if mention.source == item.speaker
        and min(abs(mention.start - item.end), abs(item.start - mention.end)) <= _NEAR
    ]
    if near:
        return _attribution(min(near, key=lambda one: abs(one.start - item.end)))
    is_name = item.speaker[:1].isupper() and not item.speaker.startswith(("The ", "A "))
    kind = AttributionKind.NAMED if is_name else AttributionKind.ROLE_ONLY
    return Attribution(kind=kind, name=item.speaker)


def _without_listener(
    ranked: list[tuple[int, AttributionMention]],
) -> list[tuple[int, AttributionMention]]:
    """Leave out the outlet that a source spoke to: "two people who spoke to The Ledger said"."""
    for one, other in (ranked, ranked[::-1]):
        is_outlet = other[1].kind is AttributionKind.OUTLET
        if is_outlet and -1 <= other[1].start - one[1].end <= _AT_ONCE:
            return [one]
    return ranked


def _attribution(mention: AttributionMention) -> Attribution:
    is_anonymous = mention.kind is AttributionKind.ANONYMOUS
    return Attribution(
        kind=mention.kind,
        name="" if is_anonymous else mention.source,
        count=mention.count if is_anonymous else 0,
        descriptor=mention.descriptor,
    )


def _share(mention: AttributionMention, following: int, start: int, end: int) -> int:
    """Return how much of a passage a source says; nothing if neither that nor its cue is much.

    What is said behind a cue ends where the following cue begins.
    """
    is_behind = mention.content_start >= mention.end
    last = min(mention.content_end, following) if is_behind else mention.content_end
    said = _overlap(mention.content_start, last, start, end)
    has_cue = start <= mention.start and mention.end <= end
    is_much = said >= _ENOUGH * (end - start)
    is_led = has_cue and (said > 0 or mention.content_start >= mention.content_end)
    return said + mention.end - mention.start if is_led else said if is_much else 0


def _overlap(first: int, last: int, start: int, end: int) -> int:
    return max(0, min(last, end) - max(first, start))
