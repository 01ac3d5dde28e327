"""The JSON form of a check: nothing lost, nothing taken in that is not understood."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from workbench.core.codec import check_as_json, check_as_object, check_from_json
from workbench.core.date import DateBasis, DateValue
from workbench.core.draft import Draft, DraftPart, Image, Post, WatchItem
from workbench.core.error import UserError
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
)
from workbench.core.review import (
    Comment,
    MergeConflict,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
)
from workbench.core.source import (
    Flag,
    Hop,
    HopKind,
    Source,
    SourceType,
    SourceVersion,
    Span,
    SpanType,
)
from workbench.core.verdict import Verdict

# what JSON, SQLite and people meet: emoji, marks, right-to-left, line ends, quotes, controls
WORDS = st.text(
    st.one_of(
        st.sampled_from('ab “”"\\/\r\n\t\0\u2028é\u0301🚧👨‍👩‍👧\u202eالجسر\ufeff\x7f'),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
SAID = WORDS.filter(str.strip)
TIMES = st.datetimes(
    min_value=datetime(1, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone itself
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
DATES = st.one_of(
    st.builds(DateValue, wording=WORDS),
    st.builds(
        DateValue,
        value=st.sampled_from(["2026", "2026-07", "2026-07-02", "2026-07-02T08:06"]),
        zone=WORDS,
        basis=st.just(DateBasis.STATED),
    ),
    st.builds(
        DateValue,
        value=st.just("2026-06-29"),
        until=st.just("2026-07-05"),
        basis=st.just(DateBasis.INFERRED),
        inferred_from=SAID,
    ),
)
ACTIONS = st.builds(Action, actor=WORDS, action=WORDS, recipient=WORDS, when=DATES)
ATTRIBUTIONS = st.one_of(
    st.builds(Attribution, kind=st.sampled_from(AttributionKind), name=WORDS, descriptor=WORDS),
    st.builds(Attribution, kind=st.just(AttributionKind.ANONYMOUS), count=st.integers(0, 9)),
)
HOPS = st.builds(Hop, name=SAID, kind=st.just(HopKind.INFERRED), basis=SAID, published=DATES)


class Ids:
    """Counts ids upwards, so that every part of one check has its own."""

    def __init__(self) -> None:
        self.last = 0

    def __call__(self) -> str:
        self.last += 1
        return uuid7(self.last, bytes(10))


@st.composite
def sources(draw, ids, earlier):
    text = draw(SAID)
    span = Span(start=0, end=len(text), type=draw(st.sampled_from(SpanType)))
    version = SourceVersion(
        id=ids(),
        text=text,
        sha256=draw(HASHES),
        media_type=draw(WORDS),
        captured=draw(TIMES),
        spans=draw(st.sampled_from([(), (span,)])),
    )
    hops = tuple(Hop(name="", source_id=source.id) for source in earlier[:1])
    return Source(
        id=ids(),
        versions=(version,),
        outlet=draw(WORDS),
        published=draw(DATES),
        accessed=draw(st.none() | TIMES),
        type=draw(st.sampled_from(SourceType)),
        flags=draw(st.frozensets(st.sampled_from(Flag))),
        relies_on=(*hops, *draw(st.lists(HOPS, max_size=1))),
        syndicated_from=earlier[-1].id if earlier and draw(st.booleans()) else "",
        notes=draw(WORDS),
    )


@st.composite
def claims(draw, ids, passages):
    found = draw(st.lists(st.sampled_from(passages), max_size=2)) if passages else []
    evidence = tuple(
        Evidence(
            id=ids(),
            stance=draw(st.sampled_from(Stance)),
            passage_id=passage.id,
            attribution=draw(ATTRIBUTIONS),
            note=draw(WORDS),
        )
        for passage in found
    )
    datum = Evidence(id=ids(), kind=EvidenceKind.DATUM, text=draw(SAID))
    appearance = Appearance(id=ids(), place=draw(WORDS), when=draw(DATES))
    return Claim(
        id=ids(),
        as_circulated=draw(WORDS),
        as_supported=draw(WORDS),
        kind=draw(st.sampled_from(ClaimKind)),
        status=draw(st.sampled_from(ClaimStatus)),
        basis=Basis(evidence_ids=tuple(item.id for item in evidence), wording=draw(WORDS)),
        action=draw(ACTIONS),
        appearances=(appearance,),
        first_appearance_id=draw(st.sampled_from(["", appearance.id])),
        evidence=(*evidence, datum),
    )


@st.composite
def checks(draw):
    ids = Ids()
    dossier: list[Source] = []
    for _ in range(draw(st.integers(0, 2))):
        dossier.append(draw(sources(ids, dossier)))
    passages = tuple(
        Passage(
            id=ids(),
            source_id=source.id,
            version_id=source.version.id,
            selector=QuoteSelector(
                exact=draw(SAID), prefix=draw(WORDS), state=draw(st.sampled_from(LOOSE))
            ),
        )
        for source in dossier
    )
    found = tuple(draw(claims(ids, passages)) for _ in range(draw(st.integers(0, 2))))
    return Check(
        id=ids(),
        slug="harbor-bridge",
        title=draw(WORDS),
        created=draw(TIMES),
        changed=draw(TIMES),
        state=draw(st.sampled_from(CheckState)),
        published=draw(DATES),
        sources=tuple(dossier),
        passages=passages,
        claims=found,
        main_claim_id=found[-1].id if found and draw(st.booleans()) else "",
        events=tuple(Event(id=ids(), what=Action(actor="Okafor")) for _ in passages),
        draft=Draft(parts=(DraftPart(key="lede", text=draw(WORDS)),)),
        verdict=draw(st.builds(Verdict, scale=WORDS, label=WORDS, wording=WORDS, reason=WORDS)),
        posts=(Post(text=draw(WORDS)), Post(network="x", text=draw(WORDS))),
        images=(Image(id=ids(), alt_text=draw(WORDS), sha256=draw(HASHES)),),
        watch_items=(WatchItem(id=ids(), text=draw(WORDS), seen=draw(st.booleans())),),
        read_next=(Precedent(title=draw(SAID), slug="earlier"),),
        corrections=(
            Correction(id=ids(), kind=CorrectionKind.UPDATE, at=draw(TIMES), now=draw(SAID)),
        ),
        sign_offs=(
            SignOff(
                id=ids(),
                name=draw(SAID),
                role=draw(WORDS),
                at=draw(TIMES),
                revision=draw(st.integers(0, 2**53)),
                sha256=draw(HASHES),
                answers=(ChecklistAnswer(key="names", question=draw(SAID), answer="yes"),),
            ),
        ),
        votes=(
            RatingVote(
                id=ids(), who=draw(SAID), at=draw(TIMES), scale=draw(WORDS), label=draw(SAID)
            ),
        ),
        comments=(Comment(id=ids(), subject=ABOUT, who="", at=draw(TIMES), text=draw(SAID)),),
        suggestions=(Suggestion(id=ids(), subject=ABOUT, who="", at=draw(TIMES), now=draw(SAID)),),
        conflicts=(
            MergeConflict(
                id=ids(),
                path="title",
                kept=draw(SAID),
                other="",
                kept_who=draw(WORDS),
                kept_at=draw(TIMES),
                other_who=draw(WORDS),
                other_at=draw(TIMES),
            ),
        ),
        notes=draw(WORDS),
    )


ABOUT = Subject(
    kind=SubjectKind.PART,
    item="lede",
    quote=QuoteSelector(exact="shut", end=4),
)
LOOSE = [AnchorState.LOST, AnchorState.AMBIGUOUS]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(checks())
def test_every_check_comes_back_as_it_was(check):
    data = check_as_json(check)
    again = check_from_json(data)
    assert again == check
    assert check_as_json(again) == data


def test_the_same_check_gives_the_same_bytes(bridge):
    flags = [Flag.UNDATED, Flag.OLD, Flag.UNSIGNED, Flag.RIGHTS, Flag.UNTITLED]
    office, *rest = bridge.sources
    one = replace(bridge, sources=(replace(office, flags=frozenset(flags)), *rest))
    other = replace(bridge, sources=(replace(office, flags=frozenset(flags[::-1])), *rest))
    assert check_as_json(one) == check_as_json(other)
    assert check_as_object(one)["sources"][0]["flags"] == sorted(flags)


def test_the_json_is_readable(bridge):
    text = check_as_json(bridge).decode()
    assert "🚧" in text
    assert "\\r\\n" in text
    assert text.endswith("\n}\n")
    assert json.loads(text)["claims"][0]["status"] == "confirmed"


def edited(check, path, value):
    """Return the JSON of a check with one value changed, added or (with ...) removed."""
    tree = check_as_object(check)
    place = tree
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return json.dumps(tree).replace('"many"', "9" * 5000).encode()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["slug"], "../up", "slug"),
        (["title"], ..., "title"),
        (["title"], 7, "title"),
        (["state"], "done", "state"),
        (["created"], "2026-07-02T08:06:00", "created"),
        (["created"], "2026-07-02T08:06:00+02:00", "created"),
        (["claims", 0, "status"], "true", "claims.0.status"),
        (["claims", 0, "evidence", 0, "passage_id"], "", "evidence of the kind passage"),
        (["claims", 1, "id"], "0", "claims.1"),
        (["sources", 0, "versions"], [], "sources.0"),
        (["passages", 0, "selector", "end"], 10**6, "passages.0.selector"),
        (["passages"], [], "points at something that is not in the check"),
        # keys that nobody here knows
        (["verdct"], {}, "verdct: this key is not known here"),
        (["verdct"], "many", "number out of range"),
        (["draft", "mood"], "", "draft.mood: this key"),
        (["claims", 1, "evidence", 0, "weight"], 3, "claims.1.evidence.0.weight: this key"),
    ],
)
def test_a_fault_is_named_by_its_place(bridge, path, value, place):
    with pytest.raises(UserError) as caught:
        check_from_json(edited(bridge, path, value))
    assert place in caught.value.message
    assert caught.value.hint.startswith("Nothing was taken in.")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"{}", b"{", b"\xff\xfe", b"[" * 100_000, b'{"id": "\\ud83d"}', b"NaN",
        b'{"id": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda data: str(data[:12]),
)  # fmt: skip
def test_what_is_no_check_is_refused_in_a_sentence(data):
    with pytest.raises(UserError, match=r"^This is not a check that can be read: "):
        check_from_json(data)


def test_a_time_keeps_its_moment(bridge):
    later = replace(bridge, changed=bridge.changed + timedelta(microseconds=1))
    assert check_from_json(check_as_json(later)).changed == later.changed
