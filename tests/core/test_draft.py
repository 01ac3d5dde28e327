"""What a person types, and what travels with it."""

from __future__ import annotations

import pytest

from workbench.core.draft import Draft, DraftPart, Image, WatchItem


def test_a_part_is_there_once():
    with pytest.raises(ValueError, match="there once"):
        Draft(parts=(DraftPart(key="lede", text="a"), DraftPart(key="lede", text="b")))
    with pytest.raises(ValueError, match="belongs to a part"):
        DraftPart(key="", text="a")


def test_an_unwritten_part_is_empty():
    draft = Draft(parts=(DraftPart(key="lede", text="The bridge closes. 🚧"),))
    assert draft.text("lede") == "The bridge closes. 🚧"
    assert draft.text("watch") == ""


@pytest.mark.parametrize("name", ["bridge.jpg", "bro-på-havna.png", "a b.webp"])
def test_a_picture_has_a_plain_file_name(number, name):
    assert Image(id=number(1), file_name=name).file_name == name


@pytest.mark.parametrize(
    "name", ["../bridge.jpg", "/home/lindqvist/a.jpg", "C:\\a.jpg", "c:a.jpg", ".hidden", "a\0b"]
)
def test_a_picture_never_carries_a_path(number, name):
    with pytest.raises(ValueError, match="no folder in it"):
        Image(id=number(1), file_name=name)


def test_a_picture_s_fingerprint_and_a_watch_item_s_claim_are_checked(number):
    with pytest.raises(ValueError, match="SHA-256"):
        Image(id=number(1), sha256="abc")
    with pytest.raises(ValueError, match="claim_id"):
        WatchItem(id=number(1), text="A vote", claim_id="first")
