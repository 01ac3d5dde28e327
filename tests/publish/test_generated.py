"""The generated parts: counted, ordered, never typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.template import Generator
from workbench.core.verdict import Verdict
from workbench.publish.generated import generated_markdown, rating_words


@pytest.fixture
def part(house, both):
    """What a reader sees of one generated part."""

    def read(generator, check):
        return both(generated_markdown(generator, check, house))[0].text

    return read


def test_every_generator_writes_something_for_a_full_check(part, harbor):
    for generator in Generator:
        assert bool(part(generator, harbor)) is (generator is not Generator.NONE)


@pytest.mark.parametrize(
    ("count", "lead"),
    [
        (1, "Watch for one concrete signal: whether 0."),
        (3, "Watch for three concrete signals: whether 0. whether 1. whether 2."),
        (13, "Watch for 13 concrete signals: whether 0."),
    ],
)
def test_signals_are_counted_not_typed(part, harbor, count, lead):
    item = replace(harbor.watch_items[1], claim_id="")
    items = tuple(
        replace(item, id=f"{item.id[:-2]}{number:02d}", text=f"whether {number}")
        for number in range(count)
    )
    assert part(Generator.WATCH, replace(harbor, watch_items=items)).startswith(lead)


def test_seen_signals_are_told_apart_and_not_counted(part, harbor):
    text = part(Generator.WATCH, harbor)
    assert text.startswith("Watch for two concrete signals:")
    assert "whether Lindqvist files as a candidate (due 30 September 2026)." in text
    assert text.endswith("Already seen: whether the bridge closes.")
    seen = tuple(replace(item, seen=True) for item in harbor.watch_items)
    assert "Watch for" not in part(Generator.WATCH, replace(harbor, watch_items=seen))


def test_free_wording_stands_in_place_of_the_label(part, harbor, house):
    assert part(Generator.RATING, harbor) == (
        "Rating: reported contact, not a campaign launch. The call rests on one report; "
        "the leap to a campaign is analysis."
    )
    plain = replace(harbor, verdict=Verdict(scale="house", label="misleading"))
    assert part(Generator.RATING, plain) == "Rating: Misleading."


def test_a_label_that_the_house_does_not_have_is_told_by_its_key(harbor, house):
    verdict = Verdict(scale="elsewhere", label="mostly_false")
    assert rating_words(replace(harbor, verdict=verdict), house) == "mostly false"


def test_an_unrated_check_has_no_rating_line(part, harbor):
    assert part(Generator.RATING, replace(harbor, verdict=Verdict(reason="Because."))) == ""


def test_the_two_versions_need_two_wordings(part, harbor):
    main = harbor.claims[0]
    for claim in (
        replace(main, as_circulated=""),
        replace(main, as_supported=" "),
        replace(main, as_circulated=main.as_supported),
    ):
        check = replace(harbor, claims=(claim, *harbor.claims[1:]))
        assert part(Generator.VERSIONS, check) == ""


def test_the_versions_are_those_of_the_main_claim(part, harbor):
    check = replace(harbor, main_claim_id=harbor.claims[2].id)
    assert part(Generator.VERSIONS, check) == (
        "The viral version: Lindqvist will run again. "
        "The careful version: Lindqvist has decided to run."
    )


def test_corrections_are_labelled_and_newest_first(part, harbor):
    assert part(Generator.CORRECTIONS, harbor) == (
        "Update, 10 July 2026: Okafor’s office has answered. "
        "Correction, 9 July 2026: The call was on Thursday. Before, it said: The call was on "
        "Friday. Reason: We misread the report."
    )
    turned = replace(harbor, corrections=harbor.corrections[::-1])
    assert part(Generator.CORRECTIONS, turned) == part(Generator.CORRECTIONS, harbor)


def test_a_picture_says_what_is_not_known_of_it(part, harbor):
    bare = replace(
        harbor.images[0],
        alt_text="",
        caption="",
        creator="",
        licence="",
        link="",
        date=type(harbor.images[0].date)(),
    )
    assert part(Generator.IMAGE, replace(harbor, images=(bare,))) == (
        "Image: No caption. Creator: not stated. Licence: not stated. Link: no link. "
        "Alt text: none."
    )


def test_the_post_is_that_of_all_networks_with_its_link(part, harbor, house, both):
    assert part(Generator.POST, harbor) == (
        "The Ledger reports a call from Lindqvist to Okafor. Not a launch. "
        "https://checks.example/lindqvist-okafor-call"
    )
    unlinked = replace(harbor, url="")
    assert part(Generator.POST, unlinked).endswith("Not a launch. [LINK]")


def test_read_next_has_its_words_unless_the_part_has_a_heading(harbor, house):
    line = generated_markdown(Generator.READ_NEXT, harbor, house)
    assert line.startswith("Read next: [Harbor Bridge")
    parts = tuple(
        replace(part, heading="Read next") if part.generator is Generator.READ_NEXT else part
        for part in house.template.parts
    )
    headed = replace(house, template=replace(house.template, parts=parts))
    assert generated_markdown(Generator.READ_NEXT, harbor, headed).startswith("- [Harbor Bridge")
