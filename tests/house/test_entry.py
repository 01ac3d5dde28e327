"""Mistakes in a house's own files: each names its file, its key and its line."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.house.data_file import DataFile
from workbench.house.house import load_house
from workbench.house.network import read_networks

LABEL = 'key = "a"\nname = "A"\ndefinition = "As it is."\n'
SCALE = f'key = "ours"\nname = "Ours"\n[[label]]\n{LABEL}'
NETWORK = '[[network]]\nkey = "n"\nname = "N"\nlimit = 9\nunit = "graphemes"\n'
TEMPLATE = 'key = "t"\nname = "T"\n'


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        # not TOML
        ("networks.toml", "[[network]]\nkey = x\n", "line 2: “key” is not readable as TOML"),
        ("networks.toml", "[[network]]\n\nlimit 9\n", "line 3: “limit” is not readable as TOML"),
        ("networks.toml", NETWORK + "limit = 10\n", "line 6: “limit” is there twice"),
        ("template.toml", '\n[a]\n[a]\nkey = ""\n', "line 3: “a” is there twice"),
        ("networks.toml", f"limit = {'9' * 5000}\n", "a number or a nesting in it is far too"),
        ("networks.toml", f"limit = {'[' * 5000}\n", "a number or a nesting in it is far too"),
        # unknown keys
        ("networks.toml", NETWORK + "limits = 1\n", "line 6: “limits” .*perhaps “limit” is meant"),
        ("networks.toml", "\nspeed = 1\n" + NETWORK, "line 2: “speed” .*known: network"),
        ("networks.toml", "\n[[networks]]\n", "line 2: “networks” .*perhaps “network” is meant"),
        ("template.toml", TEMPLATE + '[[part]]\nkey = "a"\n[part.x]\n', "line 5: “x” is not a key"),
        # wrong types and values
        ("networks.toml", NETWORK.replace("9", '"9"'), "line 4: “limit” must be a whole number"),
        ("networks.toml", NETWORK.replace("9", "true"), "line 4: “limit” must be a whole number"),
        ("networks.toml", NETWORK.replace("9", "9.5"), "line 4: “limit” must be a whole number"),
        ("networks.toml", NETWORK.replace("9", "0"), "line 4: “limit” must be above zero"),
        ("networks.toml", NETWORK.replace('"N"', "7"), "line 3: “name” must be text"),
        ("networks.toml", NETWORK.replace('"N"', '" "'), "line 3: “name” must not be empty"),
        ("networks.toml", NETWORK.replace('"n"', '"n/.."'), "line 2: “key” must be made of a to z"),
        ("networks.toml", NETWORK.replace('"n"', '"CON "'), "line 2: “key” must be made of a to z"),
        ("networks.toml", NETWORK.replace("graphemes", "words"), "line 5: “unit” must be one of: "),
        ("networks.toml", NETWORK + "url_cost = -1\n", "line 6: “url_cost” must be above zero"),
        ("networks.toml", NETWORK + 'bare_domains = "no"\n', "line 6: .* must be true or false"),
        ("networks.toml", "network = 3\n", "line 1: “network” must be one or more tables"),
        ("networks.toml", "# nothing\n", "line 1: “network” is missing"),
        # missing keys, named at the line of their table
        ("networks.toml", NETWORK + '\n[[network]]\nkey = "m"\n', "line 7: “name” is missing"),
        ("scales/ours.toml", SCALE + '[[label]]\nkey = "b"\nname = "B"\n', "line 7: “definition”"),
        ("template.toml", 'key = "t"\n[[part]]\nkey = "a"\n', "line 1: “name” is missing"),
        ("template.toml", TEMPLATE, "line 1: “part” is missing"),
        # the same twice
        ("networks.toml", NETWORK + NETWORK, "line 7: “key” is the same as an earlier one: n"),
        ("scales/ours.toml", f"{SCALE}[[label]]\n{LABEL}", "line 8: “key” is the same .*: a"),
        (
            "scales/ours.toml",
            SCALE + "value = 1\n[[label]]\n" + LABEL.replace('"a"', '"b"'),
            "line 10: “name” is the same as an earlier one: A",
        ),
        # labels half numbered
        (
            "scales/ours.toml",
            f"{SCALE}value = 1\n[[label]]\n" + LABEL.replace("a", "b", 1).replace("A", "B", 1),
            "line 8: “value” does not fit: the first label has a value",
        ),
        (
            "scales/house.toml",
            SCALE.replace("ours", "house") + "value = 1\n",
            "line 1: “key” belongs to a shipped scale",
        ),
        # parts
        ("template.toml", TEMPLATE + '[[part]]\nkey = "a"\ntyped = false\n', "line 5: “typed” is"),
        (
            "template.toml",
            TEMPLATE + '[[part]]\nkey = "a"\nhint = """\nkey = 1\n[[part]]"""\ngenerator = "x"\n',
            "line 8: “generator” must be one of: quick_read, versions",
        ),
    ],
)  # fmt: skip
def test_a_mistake_names_file_key_and_line(tmp_path, name, text, message):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=f"^{re.escape(name)}(, |: ){message}") as caught:
        load_house(tmp_path)
    assert caught.value.message.endswith(".")
    assert caught.value.message.count(". ") == 0
    assert "No check was touched." in caught.value.hint


def test_two_files_with_one_scale_are_refused(tmp_path):
    (tmp_path / "scales").mkdir()
    for name in ("a.toml", "b.toml"):
        (tmp_path / "scales" / name).write_text(SCALE, encoding="utf-8")
    with pytest.raises(UserError, match=r"^scales/b.toml, line 1: “key” is the same .*: ours\. "):
        load_house(tmp_path)


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path):
    (tmp_path / "networks.toml").write_bytes("# a\n# Bjørvika\n".encode("latin-1"))
    with pytest.raises(UserError, match=r"^networks.toml, line 2: this is not UTF-8 text"):
        load_house(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path):
    (tmp_path / "networks.toml").write_bytes(b"#" * 2_000_000)
    with pytest.raises(UserError, match="larger than"):
        load_house(tmp_path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "scales").mkdir()
    (tmp_path / "scales" / "ours.toml").mkdir()
    with pytest.raises(UserError, match=r"^scales/ours.toml cannot be read: "):
        load_house(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into every folder"
)
def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path):
    folder = tmp_path / "ours"
    folder.mkdir(mode=0o300)
    with pytest.raises(UserError, match="house folder ours cannot be looked into"):
        load_house(folder)


@given(st.text(st.sampled_from("[]\"=\n#{}.\\' \rabknetworkkeylimit01\ufeff"), max_size=80))
def test_any_text_gives_networks_or_a_sentence(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("house")
    (folder / "networks.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"^networks.toml"):
        load_house(folder)


def test_a_list_written_in_one_piece_is_named_by_its_own_line():
    data = DataFile(name="networks.toml", text="\nnetwork = [{}]", table={"network": [{}]})
    with pytest.raises(UserError, match="line 2: “key” is missing"):
        read_networks(data)
