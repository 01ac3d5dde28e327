from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.house.house import load_house


def write(folder, text):
    (folder / "deeds.toml").write_text(text, encoding="utf-8")
    return load_house(folder).deeds


def test_every_shipped_phrase_is_there_once():
    families = load_house().deeds
    phrases = [
        phrase for family in families for phrase in (*family.verbs, *family.taken, *family.together)
    ]
    assert len(families) > 15
    assert len(phrases) == len(set(phrases))


def test_a_house_replaces_a_family_and_keeps_the_others(tmp_path):
    text = '[[family]]\nkey = "contact"\nname = "signal"\nverbs = ["Wink  at"]\n'
    families = write(tmp_path, text)
    assert families[0].verbs == ("wink at",)
    assert [family.key for family in families].count("contact") == 1
    assert len(families) == len(load_house().deeds)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[family]]\nkey = "a"\nname = "a"\n', "“verbs” is missing"),
        ('[[family]]\nkey = "a"\nname = "a"\nverbs = "call"\n', "“verbs” must be words"),
        ('[[family]]\nkey = "a"\nname = "a"\nverb = ["call"]\n', "perhaps “verbs” is meant"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, text, told):
    with pytest.raises(UserError, match=told):
        write(tmp_path, text)
