from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.date import stated
from workbench.core.source import PageImage
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


def test_a_picture_of_a_source_comes_with_its_caption_and_without_a_licence(hands, card, case):
    picture = PageImage(
        caption="The bridge at dawn", credit="Ada Bell", address="https://h.example/b.png"
    )
    source = replace(case.sources[0], relies_on=(), syndicated_from="")
    version = replace(source.version, images=(picture, PageImage(alt_text="A ferry")))
    card.check = replace(card.check, sources=(replace(source, versions=(version,)),))
    card.show_check(card.check)
    offered = [action.text() for action in hands.find(card, "image_menu").actions()]
    assert offered == [
        f"The bridge at dawn  ·  {source.outlet}",
        f"A ferry  ·  {source.outlet}",
    ]
    hands.find(card, "image_menu").actions()[0].trigger()
    image = card.check.images[0]
    assert (image.caption, image.creator, image.link, image.licence) == (
        "The bridge at dawn", "Ada Bell", "https://h.example/b.png", "",
    )  # fmt: skip
    assert hands.find(card, "image_caption").text() == "The bridge at dawn"


def test_without_pictures_nothing_is_offered(hands, card):
    assert not hands.find(card, "image_choose").isVisible()
