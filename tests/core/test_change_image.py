"""A picture of a source may go with the check; its licence never comes along by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workbench.core.change_image import page_images, with_page_image
from workbench.core.check import Check
from workbench.core.draft import Image
from workbench.core.source import PageImage, Source, SourceVersion

IDS = [f"0197f000-0000-7000-8000-00000000000{digit}" for digit in range(6)]
AT = datetime(2026, 7, 9, tzinfo=UTC)
BRIDGE = PageImage(
    caption="The bridge at dawn",
    credit="Ada Bell",
    address="https://northshore-herald.example/bridge.png",
    sha256="ab" * 32,
    media_type="image/png",
)


def a_check(*images):
    version = SourceVersion(
        id=IDS[1],
        text="The bridge.",
        sha256="cd" * 32,
        media_type="text/html",
        captured=AT,
        images=(BRIDGE, PageImage(alt_text="A ferry")),
    )
    source = Source(id=IDS[2], versions=(version,))
    return Check(
        id=IDS[0],
        slug="bridge",
        title="Bridge",
        created=AT,
        changed=AT,
        sources=(source,),
        images=images,
    )


def test_the_pictures_of_all_sources_are_offered():
    assert [
        (source_id, image.caption or image.alt_text) for source_id, image in page_images(a_check())
    ] == [(IDS[2], "The bridge at dawn"), (IDS[2], "A ferry")]


def test_a_chosen_picture_brings_its_words_and_no_licence():
    check = with_page_image(a_check(), BRIDGE, IDS[3])

    assert check.images == (
        Image(
            id=IDS[3],
            caption="The bridge at dawn",
            creator="Ada Bell",
            link="https://northshore-herald.example/bridge.png",
            sha256="ab" * 32,
            file_name="picture.png",
        ),
    )


def test_what_was_typed_stays_where_the_page_says_nothing():
    typed = Image(id=IDS[3], alt_text="A steel bridge", licence="CC BY 4.0", creator="Somebody")
    other = Image(id=IDS[4], caption="Another")

    check = with_page_image(a_check(typed, other), replace(BRIDGE, sha256=""), IDS[5])

    first, second = check.images
    assert (first.id, first.alt_text, first.creator) == (IDS[3], "A steel bridge", "Ada Bell")
    assert (first.licence, first.sha256, first.file_name) == ("", "", "")
    assert second == other
