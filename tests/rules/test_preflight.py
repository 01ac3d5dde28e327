"""The pre-flight over checks of a workspace, and what holds for any text whatever."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claim import Attribution, AttributionKind, ClaimKind, ClaimStatus, Stance
from workbench.core.contact import Contact
from workbench.core.draft import Draft, DraftPart, Post
from workbench.core.finding import Severity
from workbench.core.source import Flag, SourceType, Span, SpanType
from workbench.core.verdict import Verdict
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.house.words import load_words
from workbench.intake.finished_check import manuscript_from
from workbench.intake.sample import sample_case
from workbench.publish.manuscript import manuscript_of
from workbench.reading.inspection import inspected_source
from workbench.rules.look_alike import look_alikes
from workbench.rules.preflight.registry import RULES, preflight

BOOK, HOUSE, WORDS = load_rule_book(), load_house(), load_words()


def found_in(check):
    return preflight(manuscript_of(check, HOUSE, WORDS), BOOK)


def rules_in(check):
    return {finding.rule for finding in found_in(check)}


def with_part(check, key, text):
    return replace(check, draft=Draft(parts=(DraftPart(key=key, text=text),)))


def test_every_rule_has_its_words_and_every_word_its_rule():
    assert set(RULES) == set(BOOK.rules)


def test_the_sample_check_has_no_error_and_no_warning():
    severities = {finding.severity for finding in found_in(sample_case()[0])}
    assert severities <= {Severity.NOTE}


def test_a_report_told_as_so_is_found_though_the_claim_itself_names_who_reports_it():
    check = sample_case()[0]
    assert check.main_claim.wording.startswith("The Ledger reports, citing two people")
    flat = "Governor Ines Lindqvist privately called Mayor Samuel Okafor.\n\n"
    assert "lost_attribution" in rules_in(with_part(check, "lede", flat))
    told = f"The Ledger reported that {flat}"
    assert "lost_attribution" not in rules_in(with_part(check, "lede", told))


def nothing_attached(build):
    build.source("The Ledger")
    return build.claim(status=ClaimStatus.CONFIRMED)


def only_repeats(build):
    source = build.source("Bay Commentary")
    return build.claim(build.evidence(source, Stance.REPEATS), status=ClaimStatus.CONFIRMED)


def one_anonymous_origin(build):
    source = build.source("The Ledger", type=SourceType.ORIGINAL_REPORTING)
    told = Attribution(kind=AttributionKind.ANONYMOUS, count=2)
    return build.claim(build.evidence(source, attribution=told), status=ClaimStatus.CONFIRMED)


def satire(build):
    source = build.source("The Salt Herring", flags=frozenset({Flag.SATIRE_SUSPECTED}))
    return build.claim(build.evidence(source), status=ClaimStatus.CONFIRMED)


def commentary(build):
    source = build.source("Bay Commentary", type=SourceType.COMMENTARY)
    return build.claim(build.evidence(source), status=ClaimStatus.CONFIRMED)


@pytest.mark.parametrize(
    "claim", [nothing_attached, only_repeats, one_anonymous_origin, satire, commentary]
)
def test_a_confirmed_claim_needs_evidence_that_carries_it(build, claim):
    faulty = claim(build)
    (finding,) = (
        finding
        for finding in found_in(build.check())
        if finding.rule == "confirmed_without_evidence"
    )
    assert (finding.place.part, finding.place.item_id) == ("claim", faulty.id)
    assert finding.severity is Severity.ERROR
    assert finding.text == faulty.wording


@pytest.mark.parametrize(
    ("status", "type_"),
    [
        (ClaimStatus.CONFIRMED, SourceType.ORIGINAL_REPORTING),
        (ClaimStatus.CONFIRMED, SourceType.PRIMARY_DOCUMENT),
        (ClaimStatus.CONFIRMED, SourceType.DIRECT_STATEMENT),
        (ClaimStatus.REPORTED, SourceType.COMMENTARY),
        (ClaimStatus.NOT_CONFIRMED, SourceType.SATIRE),
    ],
)
def test_a_claim_with_its_evidence_is_left_alone(build, status, type_):
    build.claim(build.evidence(build.source("The Ledger", type=type_)), status=status)
    assert rules_in(build.check()).isdisjoint({"confirmed_without_evidence", "origin_not_in_hand"})


def test_a_confirmed_claim_whose_origin_is_not_in_hand_names_it(build):
    source = build.source("Bay Commentary", "The Ledger")
    build.claim(build.evidence(source), status=ClaimStatus.CONFIRMED)
    (finding,) = (one for one in found_in(build.check()) if one.rule == "origin_not_in_hand")
    assert "The Ledger" in finding.message


def test_a_prediction_is_not_confirmed(build):
    source = build.source("The Ledger")
    build.claim(build.evidence(source), status=ClaimStatus.CONFIRMED, kind=ClaimKind.PREDICTION)
    assert "analysis_confirmed" in rules_in(build.check())


def test_a_passage_in_a_caption_supports_nothing(build):
    source = build.source("The Ledger")
    build.claim(build.evidence(source), status=ClaimStatus.REPORTED)
    check = build.check()
    assert "caption_as_evidence" not in rules_in(check)
    version = source.version
    span = Span(start=0, end=len(version.text), type=SpanType.CAPTION)
    marked = replace(source, versions=(replace(version, spans=(span,)),))
    assert "caption_as_evidence" in rules_in(replace(check, sources=(marked,)))


def with_look_alikes(check, stance):
    """Return the sample's findings, its passage of another call tied with a stance."""
    claim = check.main_claim
    tied = tuple(
        replace(item, stance=stance) if item.stance is Stance.CONTEXT else item
        for item in claim.evidence
    )
    changed = replace(claim, evidence=tied)
    claims = tuple(changed if one.id == claim.id else one for one in check.claims)
    check = replace(check, claims=claims)
    inspections = {source.id: inspected_source(source, words=WORDS) for source in check.sources}
    found = look_alikes(check, changed, inspections, HOUSE.deeds)
    return preflight(manuscript_of(check, HOUSE, WORDS, found), BOOK)


def test_another_event_supports_nothing():
    check, _ = sample_case()
    found = with_look_alikes(check, Stance.SUPPORTS)
    (finding,) = (one for one in found if one.rule == "look_alike_as_evidence")
    assert "differ" in finding.message
    as_context = with_look_alikes(check, Stance.CONTEXT)
    assert "look_alike_as_evidence" not in {one.rule for one in as_context}


def test_the_draft_and_the_posts_are_held_against_the_claims(build):
    source = build.source("The Ledger")
    build.claim(
        build.evidence(source),
        wording="Okafor has endorsed Lindqvist.",
        status=ClaimStatus.NOT_CONFIRMED,
    )
    check = build.check()
    assert "overclaim" not in rules_in(check)
    drafted = with_part(check, "lede", "Nothing new.\n\nOkafor has endorsed Lindqvist.")
    (finding,) = (one for one in found_in(drafted) if one.rule == "overclaim")
    assert finding.place.part == "lede"
    assert drafted.draft.text("lede")[finding.place.start : finding.place.end] == finding.text
    posted = replace(check, posts=(Post(network="x", text="Okafor endorses Lindqvist!"),))
    (finding,) = (one for one in found_in(posted) if one.rule == "overclaim")
    assert (finding.place.part, finding.place.item_id) == ("post", "x")


def test_the_other_direction_is_another_claim(build):
    source = build.source("The Ledger")
    build.claim(build.evidence(source), wording="Okafor has endorsed Lindqvist.")
    turned = with_part(build.check(), "lede", "Lindqvist has endorsed Okafor.")
    assert "overclaim" not in rules_in(turned)
    passive = with_part(build.check(), "lede", "Lindqvist was endorsed by Okafor.")
    assert "overclaim" in rules_in(passive)


def test_the_claim_as_it_circulates_is_no_headline(build):
    source = build.source("The Ledger")
    claim = build.claim(build.evidence(source), status=ClaimStatus.REPORTED)
    check = build.check()
    viral = "Lindqvist called Okafor and promised a harbor tunnel."
    check = replace(check, claims=(replace(claim, as_circulated=viral),))
    assert "overclaim" in rules_in(replace(check, title=viral))
    assert "overclaim" not in rules_in(replace(check, title="Did Lindqvist call Okafor?"))


def test_a_contact_that_is_private_stays_private(build):
    build.source("The Ledger")
    contact = Contact(id=build.id(), who="Dana Pruitt", is_private=True, notes="555 0134 ext 7")
    check = replace(build.check(), contacts=(contact,))
    leaked = with_part(check, "how_we_know", "We asked Dana Pruitt.")
    assert "private_contact" in rules_in(leaked)
    assert "private_contact" not in rules_in(with_part(check, "how_we_know", "We asked."))


def test_a_post_is_counted_with_the_address_of_the_check(build):
    build.source("The Ledger")
    check = replace(build.check(), posts=(Post(network="x", text="A" * 260),))
    assert "post_too_long" not in rules_in(check)
    linked = replace(check, url="https://checks.example.org/lindqvist-okafor-call")
    (finding,) = (one for one in found_in(linked) if one.rule == "post_too_long")
    assert finding.severity is Severity.ERROR
    assert "285 of 280 on X" in finding.message


def test_errors_come_first(build):
    build.source("The Ledger")
    build.claim(status=ClaimStatus.CONFIRMED)
    severities = [finding.severity for finding in found_in(build.check())]
    assert severities == sorted(severities, key=list(Severity).index)


def test_an_unrated_check_is_told_and_a_rated_one_is_not(build):
    build.source("The Ledger")
    assert "rating_missing" in rules_in(build.check())
    rated = replace(build.check(), verdict=Verdict(wording="reported", reason="One report."))
    assert "rating_missing" not in rules_in(rated)


WORDS_OF_CHECKS = st.sampled_from(
    [
        "Confirmed:",
        "Not",
        "confirmed:",
        "confirmed",
        "by",
        "the",
        "is",
        "not",
        "Okafor",
        "Lindqvist",
        "endorsed",
        "called",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "because",
        "reportedly",
        "possible",
        "[",
        "]",
        "(",
        ")",
        "*",
        "**",
        "_",
        "`",
        ">",
        "#",
        "##",
        "---",
        "-",
        "•",
        "1.",
        "https://a.example",
        "[LINK]",
        "TK",
        "July",
        "7",
        "2026",
        "last",
        "week",
        "Image:",
        "Rating:",
        "Read",
        "next:",
        "Quick",
        "read",
        "What",
        "is",
        "confirmed",
        "\n",
        "\n\n",
        "\r\n",
        "|",
        "\u2028",
        "\x00",
        "🌉",
        "é",
        "שלום",
        "ﬁ",
        "İ",
        "ẞ",
        "30",
        "minutes",
        "4,000",
        "$5",
        "…",
        "...",
        ";",
        ",",
        ".",
        "?",
        "!",
        "said",
        "not",
        "if",
        "/home/a",
        "C:\\a",
        "a@b.example",
        "+1",
        "415",
        "555",
        "0134",
        "<!--",
        "-->",
        "{{",
        "}}",
        "%%",
    ]
)
TEXTS = st.text(max_size=120) | st.lists(WORDS_OF_CHECKS, max_size=80).map(" ".join)


HEADINGS = st.sampled_from(
    [name for names in BOOK.headings.values() for name in names if "*" not in name]
)
LINES = st.lists(WORDS_OF_CHECKS, max_size=14).map(" ".join)
BLOCKS = st.tuples(
    st.sampled_from(["## {}\n\n", "{}\n\n", "**{}**\n", "{}:\n"]),
    HEADINGS,
    st.sampled_from(["{}\n\n", "* {}\n", "- {}\n", "1. {}\n", "> {}\n"]),
    st.lists(LINES, max_size=4),
).map(
    lambda parts: (
        parts[0].format(parts[1].capitalize()) + "".join(parts[2].format(line) for line in parts[3])
    )
)
CHECKS = st.lists(BLOCKS, max_size=6).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS | CHECKS, source=TEXTS)
def test_any_text_is_judged_and_places_are_places(text, source):
    from workbench.core.manuscript import SourceInHand

    manuscript = manuscript_from(
        text, BOOK, sources=(SourceInHand(name="a", text=source),), words=WORDS
    )
    for part in manuscript.parts:
        assert text[part.start : part.start + len(part.text)] == part.text
    parts = {part.text for part in manuscript.parts}
    for finding in preflight(manuscript, BOOK):
        assert finding.message
        assert finding.place.start <= finding.place.end
        assert not finding.text or any(finding.text in part for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "Not confirmed: " * 4_000,
        '"' * 20_000,
        "[" * 20_000,
        "*_" * 20_000,
        "because Okafor, " * 6_000,
        "- Okafor called Lindqvist 30 times.\n" * 1_000,
        "Okafor " * 8_000,
        "1 " * 30_000,
        "# a\n" * 3_000,
        "<!--" * 8_000,
        "https://" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_take_no_more_than_seconds(text):
    started = time.perf_counter()
    preflight(manuscript_from(text, BOOK, sources=(), words=WORDS), BOOK)
    assert time.perf_counter() - started < 15
