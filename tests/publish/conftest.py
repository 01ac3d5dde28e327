"""A rich check of a fictional case, and a small house."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest
from markdown import Markdown
from markdown_it import MarkdownIt

from workbench.core.check import Check
from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimKind,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.draft import Draft, DraftPart, Image, Post, WatchItem
from workbench.core.event import Event
from workbench.core.network import CountUnit, Network
from workbench.core.quote import Passage, QuoteSelector
from workbench.core.record import CheckState, Correction, CorrectionKind, Precedent
from workbench.core.source import Flag, Hop, HopKind, Source, SourceType, SourceVersion
from workbench.core.template import Generator, Template, TemplatePart
from workbench.core.verdict import RatingLabel, RatingScale, Verdict
from workbench.house.house import House, load_house

if TYPE_CHECKING:
    from collections.abc import Callable

AT = datetime(2026, 7, 8, 9, 30, tzinfo=UTC)

COURIER = (
    "Lindqvist turns bridge talk into a phone call\r\n\r\n"
    "By Courier Staff\r\n\r\n"
    "Mayor Ida Lindqvist called council member Ada Okafor last week because she will run "
    "again, the Ledger reported.\r\n"
)
LEDGER = (
    "Two people familiar with the call said Lindqvist phoned Okafor on Thursday to talk about "
    "the Harbor Bridge. “We will talk again,” Okafor told the Ledger. 🌉\n"
)
REGISTER = "Harbor Bridge, inspection of 12 May 2026: passed, with remarks on bearing no. 4.\n"
UNSIGNED = "Okafor called Lindqvist on Saturday, the radio said.\n"


def an_id(number: int) -> str:
    """Return an id that is the same in every run."""
    return f"01980000-0000-7000-8000-{number:012x}"


def a_version(number: int, text: str) -> SourceVersion:
    """Return a version of a source that was captured as text."""
    return SourceVersion(
        id=an_id(number),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        captured=AT,
    )


def a_passage(number: int, source: Source, exact: str) -> Passage:
    """Return the passage that holds these words of a source."""
    start = source.version.text.index(exact)
    return Passage(
        id=an_id(number),
        source_id=source.id,
        version_id=source.version.id,
        selector=QuoteSelector(exact=exact, start=start, end=start + len(exact)),
    )


class Seen(NamedTuple):
    """What a reader sees of some HTML: its words, its tags in order, where its links lead."""

    text: str
    tags: list[str]
    links: list[str]
    attributes: set[str]


class _Reader(HTMLParser):
    _BLOCKS = frozenset(
        ["p", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "br"]
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.seen = Seen("", [], [], set())

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.append(tag)
        self.seen.attributes.update(name for name, _ in attrs)
        self.seen.links.extend(value or "" for name, value in attrs if name in ("href", "src"))
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._BLOCKS:
            self.words.append(" ")


def seen_in(html: str) -> Seen:
    """Return what a reader sees of some HTML, spaces squeezed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen._replace(text=" ".join("".join(reader.words).split()))


@pytest.fixture(scope="session")
def seen() -> Callable[[str], Seen]:
    """What a reader sees of HTML."""
    return seen_in


@pytest.fixture(scope="session")
def both() -> Callable[[str], tuple[Seen, Seen]]:
    """What readers of CommonMark and of Python-Markdown see of some Markdown."""
    commonmark = MarkdownIt("commonmark")
    # Addresses are compared as they were written.
    commonmark.normalizeLink = commonmark.normalizeLinkText = lambda url: url

    def read(markdown: str) -> tuple[Seen, Seen]:
        return seen_in(commonmark.render(markdown)), seen_in(Markdown().convert(markdown))

    return read


@pytest.fixture
def house() -> House:
    """A house with one part of every kind."""
    return a_house()


@pytest.fixture
def harbor() -> Check:
    """A finished check of the Harbor Bridge call, still a draft."""
    return a_check()


@pytest.fixture(scope="session")
def house_once() -> House:
    """The same house, for tests of properties."""
    return a_house()


@pytest.fixture(scope="session")
def harbor_once() -> Check:
    """The same check, for tests of properties."""
    return a_check()


def a_house() -> House:
    """Return a house with every generator, in the order of a finished check."""

    def part(key, heading="", generator=Generator.NONE, *, typed=True, analysis=False):
        return TemplatePart(
            key=key, heading=heading, generator=generator, typed=typed, analysis=analysis
        )

    parts = (
        part("quick_read", "Quick read", Generator.QUICK_READ),
        part("lede"),
        part("versions", "", Generator.VERSIONS),
        part("what_happened", "What happened"),
        part("timeline", "Timeline", Generator.TIMELINE, typed=False),
        part("why_person", "Why this person matters", analysis=True),
        part("image", "", Generator.IMAGE, typed=False),
        part("confirmed", "What is confirmed", Generator.CONFIRMED, typed=False),
        part("not_confirmed", "What is not confirmed", Generator.NOT_CONFIRMED),
        part("watch", "What to watch next", Generator.WATCH),
        part("rating", "", Generator.RATING, typed=False),
        part("post", "Ready social post", Generator.POST, typed=False),
        part("read_next", "", Generator.READ_NEXT, typed=False),
        part("sources", "Sources", Generator.SOURCES, typed=False),
        part("how_we_know", "How we know", Generator.HOW_WE_KNOW),
        part("corrections", "Corrections", Generator.CORRECTIONS, typed=False),
    )
    scale = RatingScale(
        key="house",
        name="House scale",
        labels=(
            RatingLabel(key="developing", name="Developing", definition="Still open."),
            RatingLabel(key="misleading", name="Misleading", definition="Put together wrongly."),
        ),
    )
    networks = (
        Network(key="x", name="X", limit=280, unit=CountUnit.WEIGHTED, url_cost=23),
        Network(key="bluesky", name="Bluesky", limit=300, unit=CountUnit.GRAPHEMES),
    )
    return House(
        template=Template(key="house", name="House", parts=parts),
        scales=(scale,),
        networks=networks,
        deeds=load_house().deeds,
    )


def _sources() -> tuple[Source, ...]:
    ledger = Source(
        id=an_id(2),
        versions=(a_version(12, LEDGER),),
        outlet="The Ledger",
        byline="Mara Voss",
        title="Lindqvist phones Okafor: bridge, budget & “what’s next”",
        published=stated("2026-07-02T08:06", zone="America/New_York"),
        url="https://ledger.example/2026/07/02/call?from=home&utm[id]=1",
        archive_url="https://archive.example/ledger-call",
        accessed=AT,
        type=SourceType.ORIGINAL_REPORTING,
        flags=frozenset({Flag.ANONYMOUS_ONLY}),
        notes="MARKER source note: the editor owes us a call.",
    )
    courier = Source(
        id=an_id(1),
        versions=(a_version(11, COURIER),),
        outlet="Harbor Courier",
        byline="Courier Staff",
        title="Lindqvist turns bridge talk into a phone call",
        published=stated("2026-07-03"),
        updated=stated("2026-07-04"),
        url="javascript:alert('courier')",
        type=SourceType.COMMENTARY,
        flags=frozenset({Flag.COLLECTIVE_BYLINE}),
        relies_on=(
            Hop(name="The Ledger", source_id=ledger.id),
            Hop(name="Shore Radio", kind=HopKind.INFERRED, basis="image caption"),
        ),
        accessed=AT,
    )
    register = Source(
        id=an_id(3),
        versions=(a_version(13, REGISTER),),
        outlet="City Register",
        title="Inspection record 2026/114",
        published=DateValue(
            value="2026-05-12",
            basis=DateBasis.INFERRED,
            inferred_from="the date of the inspection",
        ),
        url="https://register.example/2026/114",
        type=SourceType.PRIMARY_DOCUMENT,
    )
    unsigned = Source(
        id=an_id(4),
        versions=(a_version(14, UNSIGNED),),
        url="file:///home/ada/MARKER.txt",
        notes="MARKER found on a desk",
    )
    return (courier, ledger, register, unsigned)


def _claims(passages: dict[str, Passage]) -> tuple[Claim, ...]:
    def evidence(number, passage, stance=Stance.SUPPORTS, **fields):
        return Evidence(id=an_id(number), passage_id=passages[passage].id, stance=stance, **fields)

    called = Claim(
        id=an_id(31),
        as_circulated="Lindqvist called Okafor because she will run again",
        as_supported="Lindqvist called Okafor in the week of 29 June.",
        status=ClaimStatus.REPORTED,
        claimant="Harbor Courier",
        action=Action(actor="Lindqvist", action="called", recipient="Okafor"),
        appearances=(
            Appearance(id=an_id(51), passage_id=passages["viral"].id, when=stated("2026-07-03")),
        ),
        first_appearance_id=an_id(51),
        evidence=(
            evidence(41, "viral"),
            evidence(
                42,
                "call",
                attribution=Attribution(
                    kind=AttributionKind.ANONYMOUS,
                    count=2,
                    descriptor="people familiar with the call",
                ),
                note="MARKER evidence note: one of them is the driver.",
            ),
            evidence(43, "radio", Stance.CONTEXT),
        ),
        notes="MARKER claim note: ask the driver again.",
    )
    passed = Claim(
        id=an_id(32),
        as_supported="The Harbor Bridge passed its inspection on 12 May 2026.",
        status=ClaimStatus.CONFIRMED,
        basis=Basis(evidence_ids=(an_id(44),), wording="the city’s inspection record"),
        evidence=(evidence(44, "passed"),),
    )
    run = Claim(
        id=an_id(33),
        as_circulated="Lindqvist will run again",
        as_supported="Lindqvist has decided to run",
        looked_at="the election office’s list of candidates on 8 July 2026",
    )
    endorsed = Claim(id=an_id(34), as_supported="Okafor has endorsed Lindqvist")
    reverse = Claim(
        id=an_id(35),
        as_supported="Okafor called Lindqvist.",
        status=ClaimStatus.CONTRADICTED,
        evidence=(
            evidence(45, "call", Stance.CONTRADICTS),
            Evidence(
                id=an_id(46),
                kind=EvidenceKind.REPLY,
                stance=Stance.CONTRADICTS,
                text="Ms. Okafor did not place the call",
                attribution=Attribution(kind=AttributionKind.NAMED, name="Okafor’s office"),
            ),
        ),
    )
    motive = Claim(
        id=an_id(36),
        as_supported="Lindqvist wants the harbor vote",
        kind=ClaimKind.MOTIVE,
        status=ClaimStatus.NOT_CHECKABLE,
    )
    signal = Claim(
        id=an_id(37),
        as_supported="The call points to a wider coalition",
        kind=ClaimKind.ANALYSIS,
        status=ClaimStatus.ANALYSIS,
    )
    return (called, passed, run, endorsed, reverse, motive, signal)


def _events(passages: dict[str, Passage]) -> tuple[Event, ...]:
    return (
        Event(
            id=an_id(91),
            what=Action(
                actor="Ida Lindqvist",
                action="phoned",
                recipient="Ada Okafor",
                when=DateValue(
                    value="2026-07-02",
                    basis=DateBasis.INFERRED,
                    inferred_from="“on Thursday” in a text of 2 July 2026",
                    wording="on Thursday",
                ),
            ),
            passage_ids=(passages["call"].id,),
            note="MARKER event note: the driver says Wednesday.",
        ),
        Event(
            id=an_id(92),
            what=Action(
                actor="Ada Okafor",
                action="called",
                recipient="Ida Lindqvist",
                when=DateValue(wording="on Saturday"),
            ),
            passage_ids=(passages["radio"].id,),
        ),
    )


_TYPED = {
    "quick_read": (
        "The Ledger reports that Mayor Lindqvist called council member Okafor.\r\n"
        "• The call may open a wider conversation about the Harbor Bridge.\r\n"
    ),
    "lede": (
        "Mayor Ida Lindqvist telephoned council member Ada Okafor, *The Ledger* reported on "
        "2 July, citing two people it does not name. The report is at https://ledger.example/x, "
        "and what it says about a campaign is thin.   \r\n\r\n\r\n\r\nNothing else is known 🌉."
    ),
    "what_happened": (
        "# The call\n\nOn Thursday, two people said, Lindqvist phoned Okafor.\nThey spoke about:\n"
        "* the bridge\n* the budget\n\n#### After the call\n\n"
        "> “We will talk again,”\n> Okafor said."
    ),
    "not_confirmed": "A call is a call: evidence of contact, not proof of a campaign.",
}


def a_check() -> Check:
    """Return the check that the golden file shows."""
    sources = _sources()
    courier, ledger, register, unsigned = sources
    passages = {
        "viral": a_passage(21, courier, "called council member Ada Okafor last week"),
        "call": a_passage(22, ledger, "Lindqvist phoned Okafor on Thursday"),
        "radio": a_passage(23, unsigned, "Okafor called Lindqvist on Saturday"),
        "passed": a_passage(24, register, "passed, with remarks on bearing no. 4"),
    }
    return Check(
        id=an_id(99),
        slug="lindqvist-okafor-call",
        title="Lindqvist called Okafor: what the “campaign launch” is made of",
        created=AT,
        changed=AT,
        author="Nora Feld",
        reviewer="Tom Adeyemi",
        url="https://checks.example/lindqvist-okafor-call",
        published=stated("2026-07-08"),
        sources=sources,
        passages=tuple(passages.values()),
        claims=_claims(passages),
        events=_events(passages),
        draft=Draft(parts=tuple(DraftPart(key=key, text=text) for key, text in _TYPED.items())),
        verdict=Verdict(
            scale="house",
            label="developing",
            wording="reported contact, not a campaign launch",
            reason="The call rests on one report; the leap to a campaign is analysis.",
        ),
        posts=(
            Post(text="The Ledger reports a call from Lindqvist to Okafor. Not a launch. [LINK]"),
            Post(network="x", text="One call, one report, no launch. #HarborBridge"),
        ),
        images=(
            Image(
                id=an_id(61),
                alt_text="The Harbor Bridge at dusk",
                caption="The Harbor Bridge in June 2026",
                creator="Ida Berg",
                licence="CC BY 4.0",
                link="https://pictures.example/bridge",
                date=stated("2026-06"),
            ),
        ),
        watch_items=(
            WatchItem(
                id=an_id(71),
                text="whether Lindqvist files as a candidate",
                claim_id=an_id(33),
                due=stated("2026-09-30"),
            ),
            WatchItem(id=an_id(72), text="whether Okafor speaks of an endorsement"),
            WatchItem(id=an_id(73), text="whether the bridge closes", seen=True),
        ),
        read_next=(
            Precedent(title="Harbor Bridge [closed]? A check", url="https://checks.example/bridge"),
            Precedent(title="Okafor’s “resignation”", slug="okafor-resignation"),
        ),
        corrections=(
            Correction(
                id=an_id(81),
                kind=CorrectionKind.CORRECTION,
                at=datetime(2026, 7, 9, 8, tzinfo=UTC),
                was="The call was on Friday",
                now="The call was on Thursday",
                reason="We misread the report",
            ),
            Correction(
                id=an_id(82),
                kind=CorrectionKind.UPDATE,
                at=datetime(2026, 7, 10, 8, tzinfo=UTC),
                now="Okafor’s office has answered",
            ),
        ),
        state=CheckState.DRAFT,
        notes="MARKER check note: hold until Monday.",
    )
