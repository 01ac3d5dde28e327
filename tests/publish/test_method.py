"""How we know: counts, both sides, and where we looked in vain."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.claim import Appearance, Attribution, AttributionKind, Stance
from workbench.core.source import Hop
from workbench.publish.method import QUOTE_LENGTH, how_we_know


def text_of(check, both):
    """Return the part as a reader sees it."""
    return both(how_we_know(check))[0].text


def without_ledger_in_hand(check):
    """Return the check with the hop to the Ledger unlinked and its own evidence gone."""
    courier = replace(check.sources[0], relies_on=(Hop(name="The Ledger"),))
    claims = tuple(
        replace(claim, evidence=tuple(item for item in claim.evidence if "42" not in item.id[-2:]))
        for claim in check.claims
    )
    first = replace(claims[0], evidence=claims[0].evidence[:1])
    return replace(check, sources=(courier, *check.sources[1:]), claims=(first, *claims[1:]))


def test_known_and_in_hand_are_told_for_all_and_for_each(harbor, both):
    text = text_of(harbor, both)
    assert text.startswith("Independent origins behind the claims: two known, two in hand.")
    assert "Status: reported. Independent origins: one known, one in hand." in text
    assert "Status: not confirmed. Independent origins: none known." in text


def test_what_is_missing_is_named(harbor, both):
    text = text_of(without_ledger_in_hand(harbor), both)
    assert "two known, one in hand; not in hand: The Ledger." in text
    assert "Independent origins: one known, none in hand; not in hand: The Ledger." in text


def test_evidence_stands_for_and_against_and_its_absence_is_said(harbor, both):
    text = text_of(harbor, both)
    assert "For: “called council member Ada Okafor last week” (Harbor Courier, source 1)." in text
    assert "(two people familiar with the call, not named; The Ledger, source 2)." in text
    assert "Against: none recorded." in text
    assert "For: none recorded. Against: “Lindqvist phoned Okafor on Thursday”" in text
    assert "Context: “Okafor called Lindqvist on Saturday” (source 4)." in text
    assert "For and against: none recorded. Looked and found nothing: the election" in text


def test_those_who_contradict_are_counted_apart(harbor, both):
    assert (
        "Independent origins: none known. Independent origins against it: two known, one in hand; "
        "not in hand: Okafor’s office."
    ) in text_of(harbor, both)


def test_the_own_word_of_an_outlet_names_it_once(harbor, both):
    own = Attribution(kind=AttributionKind.OUTLET, name="the harbor courier")
    other = Attribution(kind=AttributionKind.OUTLET, name="The Ledger")
    first = harbor.claims[0]
    for attribution, cited in (
        (own, "(Harbor Courier, source 1)"),
        (other, "(The Ledger, as cited; Harbor Courier, source 1)"),
    ):
        claim = replace(first, evidence=(replace(first.evidence[0], attribution=attribution),))
        check = replace(harbor, claims=(claim, *harbor.claims[1:]))
        assert f"For: “called council member Ada Okafor last week” {cited}." in text_of(check, both)


def test_a_reply_outside_the_dossier_says_so(harbor, both):
    assert (
        "Against: Ms. Okafor did not place the call (Okafor’s office; not in the list of sources)."
    ) in text_of(harbor, both)


def test_every_stance_is_shown(harbor, both):
    labels = {
        Stance.SUPPORTS: "For:",
        Stance.CONTRADICTS: "Against:",
        Stance.QUALIFIES: "Qualifies it:",
        Stance.REPEATS: "Repeats it:",
        Stance.CONTEXT: "Context:",
    }
    first = harbor.claims[0]
    for stance, label in labels.items():
        claim = replace(first, evidence=(replace(first.evidence[0], stance=stance),))
        check = replace(harbor, claims=(claim, *harbor.claims[1:]))
        assert f"{label} “called council member" in text_of(check, both)


def test_a_circle_is_told(harbor, both):
    courier, ledger = harbor.sources[:2]
    ledger = replace(ledger, relies_on=(Hop(name="Harbor Courier", source_id=courier.id),))
    check = replace(harbor, sources=(courier, ledger, *harbor.sources[2:]))
    assert "relying only on each other: Harbor Courier and The Ledger" in text_of(check, both)


def test_a_long_quotation_is_cut_at_a_word_and_says_so(harbor, both):
    source = harbor.sources[1]
    words = "bridge " * 100
    version = replace(source.version, text=words)
    selector = replace(harbor.passages[1].selector, exact=words, start=0, end=len(words))
    passage = replace(harbor.passages[1], selector=selector)
    check = replace(
        harbor,
        sources=(harbor.sources[0], replace(source, versions=(version,)), *harbor.sources[2:]),
        passages=(harbor.passages[0], passage, *harbor.passages[2:]),
    )
    quote = text_of(check, both).partition("For: “bridge")[2].partition("”")[0]
    assert quote.endswith(" bridge […]")
    assert len(quote) < QUOTE_LENGTH


def test_the_first_appearance_is_told(harbor, both):
    assert "First seen: Harbor Courier, source 1, 3 July 2026, stated." in text_of(harbor, both)
    first = harbor.claims[0]
    elsewhere = Appearance(id=first.appearances[0].id, place="a handbill *on* the quay")
    claim = replace(first, appearances=(elsewhere,))
    check = replace(harbor, claims=(claim, *harbor.claims[1:]))
    assert "First seen: a handbill *on* the quay." in text_of(check, both)


def test_a_quote_of_an_older_text_says_of_which(harbor, both):
    item = next(one for claim in harbor.claims for one in claim.evidence if one.passage_id)
    source = harbor.source_of(item.passage_id)
    newer = replace(source.version, id=source.version.id[:-2] + "ff", text="All of it is new.")
    grown = replace(source, versions=(*source.versions, newer))
    sources = tuple(grown if one.id == source.id else one for one in harbor.sources)
    assert "in its text of" not in text_of(harbor, both)
    text = text_of(replace(harbor, sources=sources), both)
    day = f"{source.version.captured:%d %B %Y}".lstrip("0")
    assert f"in its text of {day})" in text
