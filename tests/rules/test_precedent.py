"""Which earlier checks are told as precedents, over checks with a known answer."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from workbench.core.case_line import CaseLine
from workbench.core.identity import uuid7
from workbench.house.house import load_house
from workbench.house.matter_word import matter_words
from workbench.rules.precedent import precedents_of

DATA = Path(__file__).parents[1] / "data" / "precedents.toml"
PARTS = tomllib.loads(DATA.read_text(encoding="utf-8"))


def line(number, title, *wordings, language="en"):
    return CaseLine(
        id=uuid7(number, bytes(10)),
        slug=f"check-{number}",
        title=title,
        wordings=wordings,
        language=language,
    )


def told(this, others):
    return precedents_of(this, others, words=matter_words(), deeds=load_house().deeds)


@pytest.mark.parametrize(
    ("part", "least_found", "most_false"), [("tuning", 16, 0), ("held-out", 12, 0)]
)
def test_similar_claims_are_found_and_others_are_not(part, least_found, most_false):
    checks = [
        (
            entry.get("group", ""),
            line(
                number,
                entry["title"],
                *(entry[key] for key in ("circulated", "supported") if key in entry),
                language=entry.get("language", "en"),
            ),
        )
        for number, entry in enumerate(PARTS[part])
    ]
    group_of = {one.id: group for group, one in checks}
    found = false = 0
    for group, this in checks:
        for one in told(this, [other for _, other in checks]):
            is_right = group and group_of[one.line.id] == group
            found, false = found + bool(is_right), false + (not is_right)
    assert found >= least_found
    assert false <= most_false


CALL = line(1, "Did the governor call the mayor?", "Governor Lindqvist called Mayor Okafor")


def test_the_same_people_in_another_matter_are_no_precedent():
    other = line(2, "Did they dance?", "Governor Lindqvist danced with Mayor Okafor at the fair")
    assert told(CALL, (CALL, other)) == ()


def test_another_word_for_the_same_deed_is_the_same_matter():
    other = line(2, "A phone call?", "Lindqvist phoned Okafor")
    (one,) = told(CALL, (CALL, other))
    assert {"Lindqvist", "Okafor"} <= set(one.shared)


def test_matter_words_and_an_empty_claim_tell_nothing():
    assert told(line(1, ""), (CALL,)) == ()
    assert told(line(1, "Did they say that?", "They said so again"), (CALL,)) == ()
    assert told(CALL, (CALL,)) == ()


def test_the_likest_comes_first_and_no_more_than_five_are_told():
    others = [line(number, CALL.title, *CALL.wordings) for number in range(2, 12)]
    far = line(20, "A call?", "Lindqvist phoned Okafor about the bridge and the ferry")
    found = told(CALL, (*others, far))
    assert len(found) == 5
    assert found[0].likeness == pytest.approx(1)
    assert far.id not in {one.line.id for one in found}
