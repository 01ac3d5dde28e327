"""Copies of one report are told from reports of one event, however they were edited."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.change import with_claim, with_dismissal, with_passage, with_source
from workbench.core.check import Check
from workbench.core.claim import Claim, Evidence
from workbench.core.date import stated
from workbench.core.identity import uuid7
from workbench.core.quote import Passage
from workbench.core.source import Hop, Source, SourceType, SourceVersion, Span, SpanType
from workbench.reading.quote import selector_for
from workbench.rules.origin import origins_of_check
from workbench.rules.syndication import (
    same_texts,
    share_of,
    with_agency,
    with_same_text,
    without_same_text,
)

NOW = datetime(2026, 7, 2, 12, tzinfo=UTC)

REPORT = """\
The Harbor Bridge will stay shut until the autumn, the port of Alba said on Monday, after divers
found cracks in two of its seven piers.

Engineers had first noticed that the western pier was leaning in April, when a freighter passed too
close in heavy fog. A survey ordered by the city council in May came back with figures that three
people who have seen it called alarming.

Ferries will run every twelve minutes between the fish market and the old customs house, the port
authority said, and the fare will be waived for residents of the two districts that the bridge used
to join. Lorries are sent around the bay, which adds forty minutes to the trip.

Shopkeepers on the northern side said they had lost a third of their customers since the spring.
Noor Haddad, who sells nets and rope near the ramp, has let two of her five people go.

The repair is expected to cost thirty-one million, of which the state will pay about half. Where the
rest is to come from is not settled. The council votes on the budget in September.

Governor Ines Lindqvist, who grew up two streets from the bridge, visited the site on Tuesday but
took no questions. A spokesman said afterwards that she would speak about the money when there was
something to say about it.
"""
OTHER_REPORT = """\
Commuters in Alba face a summer of queues: the crossing that links both halves of the town is closed
for months, officials announced at the start of the week.

Cracked concrete below the waterline is the reason. Specialists who examined the foundations in
spring reported damage that no one had expected, and the town hall reacted within days.

Boats replace the buses for now. Whoever lives nearby rides free of charge; everyone else pays as
before. Hauliers must take the coastal road, a detour that their association calls ruinous.

Money is the open question. Thirty-one million is the estimate, and only half of it has been
promised by the state. A vote is due after the holidays.

Ines Lindqvist came to look at the damage in person. Journalists waited for her in vain; her office
promised a statement for later.
"""
STATEMENT = (
    "We know what this closure means for every family that crosses the bridge to work, to school "
    "or to see a doctor, and we will not rest until it is safe again. Nobody at the port took this "
    "decision lightly. We owe the people of Alba a crossing that stands for another hundred years, "
    "and that is what they will get from us, on time and within the means that we have been given."
)
SYNONYMS = {
    "said": "told reporters", "shut": "closed", "found": "discovered", "people": "persons",
    "ordered": "commissioned", "expected": "likely", "about": "roughly", "visited": "toured",
    "lost": "shed", "used": "served", "every": "each", "votes": "decides", "heavy": "thick",
}  # fmt: skip


def paragraphs(text):
    return [" ".join(part.split()) for part in text.split("\n\n")]


def edited(text, every, seed):
    """Return a text with one word in so many put in another's place."""
    chance = random.Random(seed)
    words = text.split(" ")
    for at in range(chance.randrange(every), len(words), every):
        words[at] = SYNONYMS.get(words[at], "perhaps")
    return " ".join(words)


def shortened(text, share):
    parts = paragraphs(text)
    return "\n\n".join(parts[: max(2, round(len(parts) * share))])


COPIES = {
    "identical": REPORT,
    "one line per paragraph": "\n\n".join(paragraphs(REPORT)),
    "another headline": f"Alba waits for its bridge\n\n{REPORT}",
    "another byline and date": f"By Ada Okafor\nJuly 3, 2026\n\n{REPORT}",
    "house style": edited(REPORT, 30, 1),
    "lightly edited": edited(REPORT, 18, 2),
    "edited by another hand": edited(REPORT, 14, 3),
    "every tenth word changed": edited(REPORT, 10, 6),
    "edited and shortened": shortened(edited(REPORT, 20, 4), 0.7),
    "first half": shortened(REPORT, 0.5),
    "first third": shortened(REPORT, 0.34),
    "last half": "\n\n".join(paragraphs(REPORT)[3:]),
    "without the governor": "\n\n".join(paragraphs(REPORT)[:-1]),
    "paragraphs in another order": "\n\n".join(paragraphs(REPORT)[::-1]),
    "a paragraph of its own added": f"{REPORT}\n\n{paragraphs(OTHER_REPORT)[2]}",
    "a new lede": "\n\n".join([paragraphs(OTHER_REPORT)[0], *paragraphs(REPORT)[1:]]),
    "a quotation added": f"{REPORT}\n\n“{STATEMENT}” the port's director said.",
    "capitals": REPORT.upper(),
    "no punctuation": "".join(char for char in REPORT if char.isalnum() or char.isspace()),
    "in a digest": f"{OTHER_REPORT}\n\n{REPORT}",
}
OTHERS = {
    "another report of the event": OTHER_REPORT,
    "the same statement quoted at length": f"{OTHER_REPORT}\n\n“{STATEMENT}” the director said.",
    "the same paragraph borrowed": f"{OTHER_REPORT}\n\n{paragraphs(REPORT)[3]}",
    "two paragraphs borrowed": "\n\n".join([OTHER_REPORT, *paragraphs(REPORT)[3:5]]),
    "the same sentence borrowed": OTHER_REPORT
    + "\n\nThe council votes on the budget in September.",
    "a headline alone": "The Harbor Bridge will stay shut until the autumn, the port of Alba said",
    "something else": "The tram line to the airport opens in May. " * 30,
    "words shuffled": " ".join(random.Random(5).sample(REPORT.split(), len(REPORT.split()))),
    "empty of words": "… – …\n\n* * *",
    "a caption": "Cars queue at the Harbor Bridge. Photo: Nils Lindqvist",
}


def an_id(number):
    return uuid7(number, bytes(10))


def a_source(number, text, spans=(), **fields):
    version = SourceVersion(
        id=an_id(number + 500),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        captured=NOW,
        spans=spans,
    )
    return Source(id=an_id(number), versions=(version,), **fields)


def a_check(*sources):
    return Check(id=an_id(1), slug="bridge", title="", created=NOW, changed=NOW, sources=sources)


@pytest.mark.parametrize("name", COPIES)
def test_copy_is_proposed(name):
    check = a_check(a_source(11, REPORT, outlet="Courier"), a_source(12, COPIES[name]))
    (found,) = same_texts(check)
    assert {found.source_id, found.original_id} == {an_id(11), an_id(12)}
    assert found.share > 0.4


@pytest.mark.parametrize("name", OTHERS)
def test_other_text_is_not(name):
    assert same_texts(a_check(a_source(11, REPORT), a_source(12, OTHERS[name]))) == ()


def test_long_quotation_in_both_makes_no_copy():
    one = f"{paragraphs(REPORT)[0]}\n\n“{STATEMENT}” the port's director said."
    other = f"{paragraphs(OTHER_REPORT)[0]}\n\nThe director: “{STATEMENT}”"
    assert same_texts(a_check(a_source(11, one), a_source(12, other))) == ()


def test_page_furniture_that_two_sources_share_makes_no_copy():
    furniture = "Sign up for our newsletter and never miss a story from the bay again. " * 20
    texts = [f"{furniture}\n\n{body}" for body in (REPORT, OTHER_REPORT)]
    span = Span(start=0, end=len(furniture), type=SpanType.CHROME)
    plain = a_check(*(a_source(number, text) for number, text in enumerate(texts, 11)))
    told = a_check(*(a_source(number, text, (span,)) for number, text in enumerate(texts, 11)))
    assert share_of(*plain.sources) > share_of(*told.sources)
    assert same_texts(told) == ()


def test_same_bytes_are_told_as_identical():
    (found,) = same_texts(a_check(a_source(11, REPORT), a_source(12, REPORT)))
    assert found.is_identical
    (found,) = same_texts(a_check(a_source(11, REPORT), a_source(12, COPIES["lightly edited"])))
    assert not found.is_identical


def test_of_three_copies_two_are_proposed_and_none_twice():
    check = a_check(*(a_source(number, REPORT) for number in (11, 12, 13)))
    found = same_texts(check)
    assert len(found) == 2
    for one in found:
        check = with_same_text(check, one.source_id, one.original_id)
    assert same_texts(check) == ()


def direction(first, second):
    (found,) = same_texts(a_check(first, second))
    return found.source_id, found.original_id, found.basis


def test_agency_line_names_the_original():
    wire = a_source(11, REPORT, outlet="Meridian Wire")
    paper = a_source(12, REPORT, outlet="Courier", agency="MERIDIAN WIRE")
    for pair in ((wire, paper), (paper, wire)):
        copy, original, basis = direction(*pair)
        assert (copy, original) == (paper.id, wire.id)
        assert basis == "it carries the line of MERIDIAN WIRE"


def test_hop_names_the_original():
    ledger = a_source(11, REPORT, outlet="The Ledger")
    blog = a_source(12, REPORT, outlet="Bay Blog", relies_on=(Hop(name="Ledger"),))
    assert direction(blog, ledger)[:2] == (blog.id, ledger.id)


def test_wire_report_is_the_original():
    wire = a_source(11, REPORT, type=SourceType.WIRE)
    paper = a_source(12, REPORT, outlet="Courier", published=stated("2026-06-01"))
    assert direction(paper, wire)[:2] == (paper.id, wire.id)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (stated("2026-07-01"), stated("2026-07-02"), 11),
        (stated("2026-07-02T09:00", zone="UTC"), stated("2026-07-02T08:00", zone="UTC"), 12),
        (stated("2026-07"), stated("2026-06-30"), 12),
    ],
)
def test_earlier_stated_date_is_the_original(one, other, first):
    sources = (a_source(11, REPORT, published=one), a_source(12, REPORT, published=other))
    assert direction(*sources)[1] == an_id(first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (stated("2026-07"), stated("2026-07-02")),
        (
            stated("2026-07-02T09:00", zone="UTC"),
            stated("2026-07-02T05:00", zone="America/Chicago"),
        ),
        (stated("2026-07-02"), stated("")),
    ],
)
def test_dates_that_do_not_tell_leave_it_open(one, other):
    sources = (a_source(11, REPORT, published=one), a_source(12, REPORT, published=other))
    (found,) = same_texts(a_check(*sources))
    assert (found.is_told, found.basis) == (False, "")


def test_dismissed_pair_stays_away_and_the_third_is_still_proposed():
    check = a_check(*(a_source(number, REPORT) for number in (11, 12, 13)))
    pair = next(one for one in same_texts(check) if one.source_id == an_id(12))
    check = with_dismissal(check, pair.key)
    assert pair not in same_texts(check)
    assert any(one.source_id == an_id(13) for one in same_texts(check))


def evidence_from(check, *sources):
    claim = Claim(id=an_id(50), as_supported="The bridge stays shut")
    for number, source in enumerate(sources):
        selector = selector_for(source.version.text, 4, 40)
        passage = Passage(
            id=an_id(60 + number),
            source_id=source.id,
            version_id=source.version.id,
            selector=selector,
        )
        check = with_passage(check, passage)
        item = Evidence(id=an_id(70 + number), passage_id=passage.id)
        claim = replace(claim, evidence=(*claim.evidence, item))
    return with_claim(check, claim)


def test_two_copies_count_as_one_origin_once_taken():
    sources = (a_source(11, REPORT, outlet="Courier"), a_source(12, REPORT, outlet="Herald"))
    check = evidence_from(a_check(*sources), *sources)
    assert origins_of_check(check).known_count == 2
    (found,) = same_texts(check)
    taken = with_same_text(check, found.source_id, found.original_id)
    origins = origins_of_check(taken)
    assert [(origin.name, origin.in_hand) for origin in origins.known] == [("Courier", True)]
    assert without_same_text(taken, found.source_id) == check


def test_original_that_was_the_copy_is_turned_around():
    check = a_check(a_source(11, REPORT, outlet="Courier"), a_source(12, REPORT, outlet="Herald"))
    one_way = with_same_text(check, an_id(11), an_id(12))
    other_way = with_same_text(one_way, an_id(12), an_id(11))
    assert other_way.source(an_id(11)).syndicated_from == ""
    assert other_way.source(an_id(12)).syndicated_from == an_id(11)


def test_copies_of_an_agency_are_one_origin_whose_text_is_in_hand():
    sources = (
        a_source(11, REPORT, outlet="Courier", agency="Meridian Wire"),
        a_source(12, REPORT, outlet="Herald"),
    )
    check = evidence_from(a_check(*sources), *sources)
    (found,) = same_texts(check)
    assert found.agency == "Meridian Wire"
    taken = with_agency(check, found)
    (origin,) = origins_of_check(taken).known
    assert (origin.name, origin.in_hand) == ("Meridian Wire", True)
    assert same_texts(taken) == ()


def test_source_that_is_removed_takes_its_copies_along_as_hops():
    sources = (a_source(11, REPORT, outlet="Courier"), a_source(12, REPORT, outlet="Herald"))
    check = with_same_text(a_check(*sources), an_id(12), an_id(11))
    assert with_source(check, check.source(an_id(12))).source(an_id(12)).syndicated_from
