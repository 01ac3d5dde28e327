from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from workbench.core.verdict import RatingLabel, RatingScale, Verdict
from workbench.ui.verdict_card import VerdictCard


@pytest.fixture
def card(hands, house, bare):
    retired = RatingLabel(key="old", name="Shaky", definition="Long ago.", retired=True)
    desk_scale = RatingScale(
        key="desk",
        name="Desk scale",
        labels=(RatingLabel(key="yes", name="Yes", definition="It is so."), retired),
    )
    made = VerdictCard(replace(house, scales=(*house.scales, desk_scale)))
    made.check = bare
    made.told = []

    def follow(verdict, key):
        made.told.append((verdict, key))
        made.check = replace(made.check, verdict=verdict)
        made.show_check(made.check)

    made.edited.connect(follow)
    made.show_check(bare)
    return hands.show(made, 560, 300)


def labels(card):
    return [card.label.itemText(place) for place in range(card.label.count())]


def told(card):
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_an_unrated_check_shows_the_first_scale_and_no_rating(card):
    assert card.scale.currentText() == "House scale"
    assert card.label.currentText() == "Not rated yet"
    assert card.told == []


def test_a_label_is_shown_with_its_definition(hands, card, house):
    hands.choose(card.label, "misleading")
    assert card.check.verdict == Verdict(scale="house", label="misleading")
    assert house.scales[0].label("misleading").definition in told(card)


def test_another_scale_offers_its_labels_and_drops_the_rating(hands, card):
    hands.choose(card.label, "misleading")
    hands.choose(card.scale, "desk")
    assert card.check.verdict == Verdict(scale="desk", label="")
    assert labels(card) == ["Not rated yet", "Yes"]


def test_a_retired_label_is_shown_where_it_was_given_and_not_offered_anew(card):
    card.show_check(replace(card.check, verdict=Verdict(scale="desk", label="old")))
    assert card.label.currentText() == "Shaky (retired)"
    card.show_check(replace(card.check, verdict=Verdict(scale="desk", label="yes")))
    card.show_check(replace(card.check, verdict=Verdict(scale="desk")))
    assert labels(card)[:2] == ["Not rated yet", "Yes"]


def test_a_rating_of_another_house_is_kept_and_said_to_be_foreign(card):
    card.show_check(replace(card.check, verdict=Verdict(scale="desk", label="maybe")))
    assert card.label.currentText() == "maybe, not on this scale"
    assert card.told == []


def test_own_words_and_reason_are_told_word_by_word(hands, card):
    hands.type(card.wording, "Shut for now")
    hands.type(card.reason, "The register says so.")
    assert card.check.verdict.wording == "Shut for now"
    assert card.check.verdict.reason == "The register says so."
    keys = [key for verdict, key in card.told if not verdict.reason]
    assert len(set(keys)) == 3
