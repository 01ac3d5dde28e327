from __future__ import annotations

import pytest

from workbench.rules.person import person_key, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Okafor", "Samuel Okafor", True),
        ("Samuel", "Samuel Okafor", True),
        ("Mayor Samuel Okafor", "Okafor", True),
        ("Gov. Lindqvist", "Governor Ines Lindqvist", True),
        ("council member Ada Okafor", "Ada Okafor", True),
        ("A. Okafor", "Ada Okafor", True),
        ("okafor", "Samuel Okafor", True),
        ("Okafor and the ferry crews", "Samuel Okafor", True),
        ("the mayor", "The mayor", True),
        ("the mayor", "Mayor Samuel Okafor", True),
        ("José Núñez", "Jose Nunez", True),
        ("Ada Okafor", "Samuel Okafor", False),
        ("Lindqvist", "Samuel Okafor", False),
        ("李明", "王芳", False),
        ("Joe Lund", "Joseph Lund", None),
        ("the mayor", "the governor", None),
        ("the people", "Samuel Okafor", None),
        ("Okafor’s office", "Okafor", None),
        ("City Council", "Samuel Okafor", None),
        ("", "Samuel Okafor", None),
    ],
)
def test_two_names_are_one_person_or_two_or_it_is_not_clear(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_a_key_is_what_spellings_share():
    assert person_key("Mayor Samuel Okafor") == person_key("Okafor") == "okafor"
