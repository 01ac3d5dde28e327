"""Words for reading: shipped ones, and a house's own beside them."""

import pytest

from workbench.core.error import UserError
from workbench.house.words import load_words


def test_shipped_words_know_outlets_and_first_names():
    words = load_words()

    assert {"Axios", "The New York Times"} <= words.outlets
    assert "MSNBC" in words.broadcasters
    assert "Kamala" in words.she
    assert not words.he & words.she


def test_a_house_adds_its_own(tmp_path):
    (tmp_path / "reading.toml").write_text(
        'outlets = ["Harbor Slate"]\nshe = "Ottoline"\n', encoding="utf-8"
    )

    words = load_words(tmp_path)

    assert {"Harbor Slate", "Axios"} <= words.outlets
    assert {"Ottoline", "Kamala"} <= words.she


def test_a_folder_without_the_file_changes_nothing(tmp_path):
    assert load_words(tmp_path) == load_words()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlets = 7", "reading.toml, line 1: “outlets” must be names"),
        ('she = "Ana"\noutlets = ["A", 1]', "reading.toml, line 2: “outlets” must be names"),
        ('outlet = ["A"]', "perhaps “outlets” is meant"),
    ],
)
def test_a_mistake_names_file_and_line(tmp_path, text, said):
    (tmp_path / "reading.toml").write_text(text, encoding="utf-8")

    with pytest.raises(UserError, match=said):
        load_words(tmp_path)
