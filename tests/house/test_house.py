"""The shipped house, and what a newsroom's own folder does to it."""

from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.core.network import CountUnit
from workbench.core.template import Generator
from workbench.house.house import house_folder, load_house

SHIPPED = load_house()


def write(folder, name, text):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_template_has_every_part_once_in_order():
    assert [part.key for part in SHIPPED.template.parts] == [
        "quick_read", "lede", "versions", "what_happened", "timeline", "why_person", "image",
        "confirmed", "not_confirmed", "why_it_matters", "watch", "rating", "post", "read_next",
        "sources", "how_we_know", "corrections",
    ]  # fmt: skip
    generators = [part.generator for part in SHIPPED.template.parts if part.generator]
    assert sorted(generators) == sorted(set(Generator) - {Generator.NONE})


def test_the_lists_that_come_from_claims_cannot_be_typed():
    assert not SHIPPED.template.part("confirmed").typed
    assert not SHIPPED.template.part("sources").typed
    assert [part.key for part in SHIPPED.template.parts if part.analysis] == [
        "why_person",
        "why_it_matters",
    ]


def test_every_part_says_what_belongs_there():
    assert all(part.hint.endswith(".") for part in SHIPPED.template.parts)


def test_the_shipped_scales():
    assert [scale.key for scale in SHIPPED.scales] == ["house", "third_party", "true_false"]
    names = {scale.key: [label.name for label in scale.labels] for scale in SHIPPED.scales}
    assert names["house"] == [
        "Verified", "Developing", "Needs context", "Misleading", "Unconfirmed",
    ]  # fmt: skip
    assert names["third_party"] == [
        "False", "Altered", "Partly false", "Missing context", "Satire", "True",
    ]  # fmt: skip
    assert sorted(label.value for label in SHIPPED.scale("true_false").labels) == [1, 2, 3, 4, 5]
    assert SHIPPED.scale("true_false").label("true").value == 5
    assert not SHIPPED.scale("house").is_ordered
    definitions = [label.definition for scale in SHIPPED.scales for label in scale.labels]
    assert all(text.endswith(".") and text.count(". ") == 0 for text in definitions)


def test_the_shipped_networks():
    limits = {network.key: (network.limit, network.unit) for network in SHIPPED.networks}
    assert limits == {
        "x": (280, CountUnit.WEIGHTED),
        "bluesky": (300, CountUnit.GRAPHEMES),
        "mastodon": (500, CountUnit.GRAPHEMES),
        "threads": (500, CountUnit.STRICTEST),
        "linkedin": (3000, CountUnit.UTF16),
        "facebook": (63_206, CountUnit.CODE_POINTS),
    }
    assert SHIPPED.network("bluesky").byte_limit == 3000
    assert SHIPPED.network("bluesky").url_cost is None
    assert all(network.source for network in SHIPPED.networks)


def test_keys_of_another_house_are_answered_with_none():
    assert SHIPPED.scale("elsewhere") is None
    assert SHIPPED.network("elsewhere") is None


def test_an_empty_folder_changes_nothing(tmp_path):
    assert load_house(tmp_path) == SHIPPED


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match=r"no house folder at .*nowhere"):
        load_house(tmp_path / "nowhere")


def test_a_house_changes_one_limit_and_keeps_the_rest(tmp_path):
    write(tmp_path, "networks.toml", '[[network]]\nkey = "mastodon"\nlimit = 5000\n')
    house = load_house(tmp_path)
    mastodon = house.network("mastodon")
    assert (mastodon.limit, mastodon.url_cost, mastodon.short_handles) == (5000, 23, True)
    assert mastodon.source.endswith("changed in networks.toml")
    assert [network.key for network in house.networks] == [
        network.key for network in SHIPPED.networks
    ]
    assert house.network("x") == SHIPPED.network("x")


def test_a_house_adds_a_network_after_the_shipped_ones(tmp_path):
    write(
        tmp_path,
        "networks.toml",
        '[[network]]\nkey = "letter"\nname = "Newsletter"\nlimit = 90\nunit = "code_points"\n',
    )
    assert load_house(tmp_path).networks[-1].name == "Newsletter"


def test_a_house_template_stands_in_place_of_the_shipped_one(tmp_path):
    write(
        tmp_path,
        "template.toml",
        '\ufeffkey = "short"\r\nname = "Short"\r\n[[part]]\r\nkey = "lede"\r\n'
        '[[part]]\r\nkey = "method"\r\nheading = "Så gjorde vi 🔎"\r\n',
    )
    template = load_house(tmp_path).template
    assert [part.key for part in template.parts] == ["lede", "method"]
    assert template.part("method").heading == "Så gjorde vi 🔎"


def test_a_house_scale_is_offered_first(tmp_path):
    write(
        tmp_path,
        "scales/ours.toml",
        'key = "ours"\nname = "Ours"\n[[label]]\nkey = "a"\nname = "A"\ndefinition = "As it is."\n',
    )
    house = load_house(tmp_path)
    assert [scale.key for scale in house.scales] == ["ours", "house", "third_party", "true_false"]


def test_a_label_that_a_house_leaves_out_is_retired_not_deleted(tmp_path):
    write(
        tmp_path,
        "scales/house.toml",
        'key = "house"\nname = "Ours"\n'
        '[[label]]\nkey = "verified"\nname = "Checked"\ndefinition = "It holds."\n',
    )
    scale = load_house(tmp_path).scale("house")
    assert scale.label("verified").name == "Checked"
    assert not scale.label("verified").retired
    assert scale.label("misleading").name == "Misleading"
    assert [label.key for label in scale.labels if not label.retired] == ["verified"]


def test_a_file_with_a_slip_in_its_name_is_noted(tmp_path):
    write(tmp_path, "network.toml", "")
    write(tmp_path, ".network.toml", "")
    write(tmp_path, "README.md", "")
    (note,) = load_house(tmp_path).notes
    assert note.startswith("network.toml in the house folder is not read.")


def test_what_is_no_toml_file_in_the_scales_is_left_alone(tmp_path):
    write(tmp_path, "scales/._house.toml", "\x00 not TOML")
    write(tmp_path, "scales/notes.txt", "not TOML")
    assert load_house(tmp_path) == SHIPPED


def test_the_environment_names_the_newsrooms_folder(tmp_path):
    scales = tmp_path / "scales"
    scales.mkdir()
    (scales / "bay.toml").write_text(
        'key = "bay"\nname = "Bay scale"\n'
        '[[label]]\nkey = "holds"\nname = "Holds"\ndefinition = "It holds."\n',
        encoding="utf-8",
    )
    assert house_folder({}) is None
    house = load_house(house_folder({"WORKBENCH_HOUSE": str(tmp_path)}))
    assert house.scales[0].name == "Bay scale"
