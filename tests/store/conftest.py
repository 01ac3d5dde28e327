"""A workspace in a folder of its own, and a check in which every field is filled in."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

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
from workbench.core.contact import Contact
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.draft import Draft, DraftPart, Image, Post, WatchItem
from workbench.core.event import Event
from workbench.core.identity import uuid7
from workbench.core.quote import AnchorState, Passage, QuoteSelector
from workbench.core.record import (
    ChecklistAnswer,
    CheckState,
    Correction,
    CorrectionKind,
    Precedent,
    SignOff,
    StateChange,
)
from workbench.core.review import (
    Comment,
    MergeConflict,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
    SuggestionState,
)
from workbench.core.source import (
    Flag,
    Hop,
    HopKind,
    PageImage,
    Source,
    SourceType,
    SourceVersion,
    Span,
    SpanType,
)
from workbench.core.verdict import Verdict
from workbench.store.check_store import CheckStore

AT = datetime(2026, 7, 2, 12, 4, 31, tzinfo=UTC)
ORIGINAL = "<p>The Harbor Bridge stays shut 🌉, the mayor’s office said.</p>\r\n".encode()
TEXT = "The Harbor Bridge stays shut 🌉, the mayor’s office said.\r\nקריאה e\u0301tude"
SHA256 = hashlib.sha256(ORIGINAL).hexdigest()
INFERRED = DateValue(
    value="2026-06-29",
    until="2026-07-05",
    zone="America/New_York",
    basis=DateBasis.INFERRED,
    inferred_from="“last week” against the date of the report",
    wording="last week",
)


def an_id(number):
    """Return a fixed id."""
    return uuid7(number, bytes(10))


def a_source():
    versions = (
        SourceVersion(id=an_id(11), text=TEXT, sha256=SHA256, media_type="text/html", captured=AT),
        SourceVersion(
            id=an_id(12),
            text=f"Home > Metro\n{TEXT}",
            sha256=SHA256,
            media_type="text/html",
            captured=AT.replace(microsecond=250_000),
            spans=(
                Span(start=0, end=12, type=SpanType.CHROME),
                Span(start=13, end=20, type=SpanType.CAPTION),
            ),
            images=(
                PageImage(
                    caption="The bridge at dawn",
                    credit="N. Lindqvist",
                    alt_text="A bridge",
                    address="https://courier.example/bridge.jpg",
                    sha256=SHA256,
                    media_type="image/jpeg",
                ),
                PageImage(alt_text="A ferry"),
            ),
        ),
    )
    return Source(
        id=an_id(1),
        versions=versions,
        outlet="Lindqvist Courier",
        title="Harbor Bridge to stay shut",
        byline="Ada Okafor",
        published=stated("2026-07-02T08:06", zone="America/New_York"),
        updated=stated("2026-07-02"),
        anchor=stated("2026-07-01"),
        dateline="PORT ALBA",
        agency="Meridian Wire",
        url="https://courier.example/bridge",
        archive_url="https://archive.example/1",
        accessed=AT,
        language="en",
        rights="All rights reserved.",
        type=SourceType.WIRE,
        flags=frozenset({Flag.OLD, Flag.RIGHTS}),
        relies_on=(
            Hop(name="Alba Tribune", published=INFERRED),
            Hop(name="", source_id=an_id(2), kind=HopKind.INFERRED, basis="image caption"),
        ),
        syndicated_from=an_id(2),
        notes="Call the desk.",
    )


def a_claim():
    evidence = (
        Evidence(
            id=an_id(51),
            stance=Stance.REPEATS,
            passage_id=an_id(31),
            attribution=Attribution(
                kind=AttributionKind.ANONYMOUS, count=2, descriptor="people at the port"
            ),
            note="Too thin.",
        ),
        Evidence(
            id=an_id(52),
            kind=EvidenceKind.REPLY,
            stance=Stance.CONTRADICTS,
            source_id=an_id(2),
            text="The port says it never closed.",
            attribution=Attribution(kind=AttributionKind.NAMED, name="Ada Okafor"),
        ),
    )
    appearances = (
        Appearance(
            id=an_id(61), place="a message group", url="https://post.example/1", when=INFERRED
        ),
        Appearance(id=an_id(62), passage_id=an_id(31)),
    )
    return Claim(
        id=an_id(41),
        as_circulated="The bridge is gone for ever 😱",
        as_supported="The Harbor Bridge is shut",
        kind=ClaimKind.QUOTATION,
        status=ClaimStatus.REPORTED,
        basis=Basis(evidence_ids=(an_id(52), an_id(51)), wording="two people at the port"),
        claimant="Nils Lindqvist",
        action=Action(
            actor="the port", action="shut", recipient="the Harbor Bridge", when=INFERRED
        ),
        appearances=appearances,
        first_appearance_id=an_id(61),
        evidence=evidence,
        looked_at="The port's register of closures.",
        notes="Ask again on Monday.",
    )


def a_rich_check():
    """Return a check in which every field differs from its default."""
    other = Source(id=an_id(2), versions=(replace(a_source().versions[0], id=an_id(21)),))
    start = TEXT.index("stays shut")
    return Check(
        id=an_id(100),
        slug="harbor-bridge",
        title="Is the Harbor Bridge shut for good? 🌉",
        created=AT,
        changed=AT.replace(hour=13),
        state=CheckState.CORRECTED,
        author="Ada Okafor",
        reviewer="Nils Lindqvist",
        language="sv",
        url="https://checks.example/harbor-bridge",
        published=stated("2026-07-03"),
        template="short",
        sources=(a_source(), other),
        passages=(
            Passage(
                id=an_id(31),
                source_id=an_id(1),
                version_id=an_id(11),
                selector=QuoteSelector(
                    exact="stays shut",
                    prefix=TEXT[:start],
                    suffix=TEXT[start + 10 :],
                    start=start,
                    end=start + 10,
                ),
            ),
            Passage(
                id=an_id(32),
                source_id=an_id(1),
                version_id=an_id(12),
                selector=QuoteSelector(exact="gone", start=3, end=3, state=AnchorState.LOST),
            ),
        ),
        claims=(
            a_claim(),
            Claim(id=an_id(42), as_circulated="Ferries run at night", kind=ClaimKind.MOTIVE),
        ),
        main_claim_id=an_id(42),
        events=(
            Event(
                id=an_id(71),
                what=Action(actor="the port", action="shut", recipient="all", when=INFERRED),
                passage_ids=(an_id(32), an_id(31)),
                note="Twice in one week.",
            ),
        ),
        contacts=(
            Contact(
                id=an_id(75),
                who="The port’s press office",
                through="e-mail",
                asked=stated("2026-07-01T10:30"),
                question="Is the bridge shut?",
                answered=stated("2026-07-02"),
                answer="It never closed.",
                claim_ids=(an_id(42), an_id(41)),
                is_private=True,
                notes="Ask for Ms Okafor.",
            ),
            Contact(id=an_id(76), who="The mayor"),
        ),
        dismissals=("look-alike a b", "syndication c d"),
        draft=Draft(
            parts=(
                DraftPart(key="lede", text="The bridge is *shut*.\r\n"),
                DraftPart(key="why", text="Because of — rust.", heading="Why rust matters"),
            )
        ),
        verdict=Verdict(
            scale="house", label="misleading", wording="shut, not gone", reason="It is repaired."
        ),
        posts=(Post(text="Shut, not gone. [LINK]"), Post(network="x", text="Shut 🌉 [LINK]")),
        images=(
            Image(
                id=an_id(81),
                alt_text="The bridge",
                caption="The bridge in June",
                creator="N. Lindqvist",
                licence="CC BY 4.0",
                link="https://pictures.example/1",
                date=stated("2026-06"),
                sha256=hashlib.sha256(b"a picture").hexdigest(),
                file_name="bridge.jpg",
            ),
        ),
        watch_items=(
            WatchItem(
                id=an_id(91), text="The port reopens", claim_id=an_id(41), due=INFERRED, seen=True
            ),
        ),
        read_next=(
            Precedent(title="Is the tunnel shut?", slug="tunnel", url="https://c.example/t"),
            Precedent(title="Ferries"),
        ),
        corrections=(
            Correction(
                id=an_id(95),
                kind=CorrectionKind.CLARIFICATION,
                at=AT,
                was="gone",
                now="shut",
                reason="Wording.",
                export_id=an_id(98),
            ),
        ),
        sign_offs=(
            SignOff(
                id=an_id(96),
                name="Nils Lindqvist",
                role="editor",
                at=AT,
                revision=3,
                sha256=SHA256,
                answers=(
                    ChecklistAnswer(key="names", question="Are all names right?", answer="yes"),
                    ChecklistAnswer(
                        key="asked", question="Was she asked?", answer="no", note="She is away."
                    ),
                ),
            ),
        ),
        state_changes=(
            StateChange(id=an_id(97), state=CheckState.IN_REVIEW, who="Ada Okafor", at=AT),
        ),
        votes=(
            RatingVote(
                id=an_id(100),
                who="Nils Lindqvist",
                role="editor",
                at=AT,
                scale="house",
                label="misleading",
                wording="shut, not gone",
                reason="It stands.",
            ),
        ),
        comments=(
            Comment(
                id=an_id(101),
                subject=Subject(
                    kind=SubjectKind.PART,
                    item="lede",
                    quote=QuoteSelector(exact="shut", prefix="The bridge is *", start=15, end=19),
                ),
                who="Nils Lindqvist",
                at=AT,
                text="Since when?",
                suggestion=an_id(103),
                source_file="harbor-bridge.docx",
                settled_by="Ada Okafor",
                settled_at=AT,
            ),
            Comment(
                id=an_id(102),
                subject=Subject(kind=SubjectKind.CLAIM, item=an_id(41), field="as_supported"),
                who="Ada Okafor",
                at=AT,
                text="Since June, @Nils.",
                thread=an_id(101),
            ),
        ),
        suggestions=(
            Suggestion(
                id=an_id(103),
                subject=Subject(
                    kind=SubjectKind.PART,
                    item="lede",
                    quote=QuoteSelector(exact="is", start=11, end=13),
                ),
                who="Nils Lindqvist",
                at=AT,
                was="is",
                now="was",
                review=an_id(105),
                source_file="harbor-bridge.docx",
                revision=3,
                state=SuggestionState.REFUSED,
                settled_by="Ada Okafor",
                settled_at=AT,
                answer="It still is.",
            ),
            Suggestion(
                id=an_id(104),
                subject=Subject(kind=SubjectKind.CHECK, field="title"),
                who="",
                at=AT,
                now="Shut",
            ),
        ),
        conflicts=(
            MergeConflict(
                id=an_id(106),
                path="title",
                kept='"Shut"',
                other='"Open"',
                kept_who="Ada Okafor",
                kept_at=AT,
                other_who="Nils Lindqvist",
                other_at=AT,
            ),
        ),
        notes="Not for the public.",
    )


@pytest.fixture
def at():
    return AT


@pytest.fixture
def original():
    return ORIGINAL


@pytest.fixture
def rich_check():
    return a_rich_check()


@pytest.fixture
def small_check():
    return Check(
        id=an_id(200),
        slug="night-ferry",
        title="Does the ferry run at night?",
        created=AT,
        changed=AT,
        claims=tuple(
            Claim(id=an_id(210 + number), as_circulated=f"Ferry {number} runs at night")
            for number in range(5)
        ),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "checks.workbench"


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory):
    """Return the bytes of an empty workspace: copying it is faster than making one per test."""
    place = tmp_path_factory.mktemp("new") / "checks.workbench"
    CheckStore.open(place, AT).close()
    return place.read_bytes()


@pytest.fixture
def store(path, new_workspace):
    path.write_bytes(new_workspace)
    opened = CheckStore.open(path, AT)
    yield opened
    opened.close()


@pytest.fixture
def query(path):
    """Return a function that asks the file directly, as another program would."""
    import sqlite3
    from contextlib import closing

    def ask(sql, *values):
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(sql, values).fetchall()

    return ask


@pytest.fixture
def damage():
    """Return a function that overwrites pages in the middle of a file, as a failing disk does."""

    def overwrite(path):
        data = bytearray(path.read_bytes())
        for page in range(8, len(data) // 4096, 3):
            data[page * 4096 : page * 4096 + 512] = b"\xff" * 512
        path.write_bytes(bytes(data))

    return overwrite
