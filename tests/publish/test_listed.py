"""The lists of the finished check say what the claims say, everywhere the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.claim import ClaimStatus
from workbench.core.template import Generator
from workbench.publish.generated import generated_markdown
from workbench.publish.listed import confirmed, sentence, unconfirmed


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("Lindqvist has decided to run", "Lindqvist has decided to run."),
        ("Lindqvist has decided to run.", "Lindqvist has decided to run."),
        ("Has she?", "Has she?"),
        ("She said “never.”", "She said “never.”"),
        ("She said (no)", "She said (no)."),
        ("iPhone sales fell", "iPhone sales fell."),
        ("The bridge is closed. ", "The bridge is closed."),
        ("橋は閉鎖された。", "橋は閉鎖された。"),
        ("1. place", "1\\. place."),
        ("", ""),
    ],
)
def test_a_claim_is_closed_as_a_sentence_and_not_changed(words, closed):
    assert sentence(words) == closed


def with_status(check, status):
    """Return the check with every claim in one status."""
    return replace(check, claims=tuple(replace(claim, status=status) for claim in check.claims))


def test_each_open_claim_of_the_quick_read_carries_its_label(harbor, house):
    assert generated_markdown(Generator.QUICK_READ, harbor, house) == (
        "- Not confirmed: Lindqvist has decided to run. Not confirmed: Okafor has\n"
        "  endorsed Lindqvist."
    )


def test_quick_read_and_section_list_the_same_claims(harbor, house, both):
    quick = both(generated_markdown(Generator.QUICK_READ, harbor, house))[0].text
    section = both(generated_markdown(Generator.NOT_CONFIRMED, harbor, house))[0].text
    listed = section.partition("Contradicted by")[0].removeprefix("Not confirmed: ")
    assert quick.replace("Not confirmed: ", "") == listed.strip()


def test_nothing_open_leaves_the_quick_read_to_the_person(harbor, house):
    check = with_status(harbor, ClaimStatus.CONFIRMED)
    assert generated_markdown(Generator.QUICK_READ, check, house) == ""
    assert generated_markdown(Generator.NOT_CONFIRMED, check, house) == ""


@pytest.mark.parametrize("status", list(ClaimStatus))
def test_every_status_has_its_place_in_the_lists(harbor, house, both, status):
    check = with_status(harbor, status)
    parts = (Generator.CONFIRMED, Generator.NOT_CONFIRMED)
    text = " ".join(both(generated_markdown(part, check, house))[0].text for part in parts)
    for claim in check.claims:
        assert text.count(claim.wording) == 1


def test_a_check_with_nothing_confirmed_says_so(harbor, house):
    check = with_status(harbor, ClaimStatus.REPORTED)
    confirmed = generated_markdown(Generator.CONFIRMED, check, house)
    assert confirmed.startswith("Nothing is confirmed so far.\n\nReported by The Ledger, not")
    assert "Confirmed by" not in confirmed


def test_a_check_without_claims_has_no_lists(harbor, house):
    check = replace(harbor, claims=(), watch_items=())
    for generator in (
        Generator.QUICK_READ,
        Generator.CONFIRMED,
        Generator.NOT_CONFIRMED,
        Generator.HOW_WE_KNOW,
        Generator.VERSIONS,
    ):
        assert generated_markdown(generator, check, house) == ""


@pytest.mark.parametrize(
    ("status", "lead"),
    [
        (ClaimStatus.CONFIRMED, "Confirmed, by whom is not recorded:"),
        (ClaimStatus.REPORTED, "Reported, not confirmed by us; by whom is not recorded:"),
        (ClaimStatus.CONTRADICTED, "Contradicted, by whom is not recorded:"),
    ],
)
def test_a_missing_basis_is_said(harbor, house, status, lead):
    claim = replace(harbor.claim(harbor.claims[3].id), status=status)
    check = replace(harbor, claims=(claim,), watch_items=())
    parts = (Generator.CONFIRMED, Generator.NOT_CONFIRMED)
    text = "\n".join(generated_markdown(part, check, house) for part in parts)
    assert lead in text


@pytest.mark.parametrize("words", ["1", "12345678901", "١"])
def test_a_claim_that_is_a_number_is_no_list(both, words):
    for page in both(f"- {sentence(words)}"):
        assert page.text == f"{words}."
        assert page.tags == ["ul", "li"]


def test_a_claim_without_words_is_no_empty_item(harbor):
    claims = tuple(replace(claim, as_supported="\x00", as_circulated="") for claim in harbor.claims)
    check = replace(harbor, claims=claims)
    assert confirmed(check) == ""
    assert unconfirmed(check) == ""
