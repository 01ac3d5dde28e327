from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.date import stated
from workbench.ui.image_card import ImageCard


@pytest.fixture
def card(hands, bare):
    made = ImageCard()
    made.check = bare

    def follow(images, _key):
        made.check = replace(made.check, images=images)
        made.show_check(made.check)

    made.edited.connect(follow)
    made.show_check(bare)
    return hands.show(made, 560, 500)


def test_a_record_is_made_filled_in_and_removed(hands, card):
    assert not hands.find(card, "image_caption").isVisible()
    hands.click(hands.find(card, "image_add"))
    for name in ("alt_text", "caption", "creator", "licence", "link"):
        hands.type(hands.find(card, f"image_{name}"), f"the {name}")
    hands.type(hands.find(card, "image_date"), "June 2026")
    image = card.check.images[0]
    assert [image.alt_text, image.caption, image.creator, image.licence, image.link] == [
        "the alt_text", "the caption", "the creator", "the licence", "the link",
    ]  # fmt: skip
    assert image.date == stated("2026-06")
    hands.click(hands.find(card, "image_remove"))
    assert card.check.images == ()
    assert hands.find(card, "image_add").isVisible()


def test_a_second_picture_is_left_as_it_is(hands, card):
    hands.click(hands.find(card, "image_add"))
    first = card.check.images[0]
    second = replace(first, id=card.check.id, caption="Another")
    card.check = replace(card.check, images=(first, second))
    card.show_check(card.check)
    hands.type(hands.find(card, "image_caption"), "The bridge")
    assert [image.caption for image in card.check.images] == ["The bridge", "Another"]
    hands.click(hands.find(card, "image_remove"))
    assert card.check.images == (second,)
    assert hands.find(card, "image_caption").text() == "Another"
