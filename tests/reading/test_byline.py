"""Bylines say who signs; what is no name signs nothing."""

from __future__ import annotations

import pytest

from workbench.reading.byline import Byline, byline_of, led
from workbench.reading.signer import house_of, is_collective, is_outlet, is_person, is_role

BYLINES = {
    "By Bay Newsroom": ("Bay Newsroom", ""),
    "By Lena Voss-Hart, CNN": ("Lena Voss-Hart", "CNN"),
    "By LENA VOSS, Staff Writer": ("LENA VOSS", ""),
    "By Lena Voss, Harbor Mirror": ("Lena Voss", "Harbor Mirror"),
    "By Lena Voss in Port Maren": ("Lena Voss", ""),
    "By Lena Voss for The Harbor Mirror": ("Lena Voss", "The Harbor Mirror"),
    "By Lena Voss, Special to The Ledger": ("Lena Voss", "The Ledger"),
    "By Lena Voss, Political Editor, and Tom Hart": ("Lena Voss and Tom Hart", ""),
    "By Ana de la Cruz, Ben O’Neil and Chris St. John, The Ledger": (
        "Ana de la Cruz, Ben O’Neil and Chris St. John",
        "The Ledger",
    ),
    "By Lena Voss (voss@mirror.example)": ("Lena Voss", ""),
    "By Dr. Ada E. Brandt Jr.": ("Dr. Ada E. Brandt Jr", ""),
    "Written by Zoë Ångström": ("Zoë Ångström", ""),
    "ByLena Voss": ("Lena Voss", ""),
    "By The Associated Press": ("The Associated Press", ""),
    "By mattsmith": ("", ""),
}
NO_BYLINES = (
    *("By the time he came", "By Popular Demand", "By Executive Order", "By New York Times"),
    *("By March, the bridge", "By Tuesday Evening", "By ferry", "By and large", "By 2028"),
)


@pytest.mark.parametrize("words", BYLINES)
def test_names_and_outlet_are_told_apart(words):
    assert byline_of(led(words)) == Byline(*BYLINES[words])


@pytest.mark.parametrize("words", NO_BYLINES)
def test_what_only_begins_like_a_byline_names_nobody(words):
    found = byline_of(led(words))
    assert found is None or not found.names


@pytest.mark.parametrize(
    "name", ["Lena Voss", "Ada White", "José da Silva", "O. J. Marlow", "Jean-Luc D’Arcy"]
)
def test_people(name):
    assert is_person(name)
    assert not is_collective(name)
    assert not is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Lena",
            "New York",
            "White House",
            "San Jose",
            "Breaking News",
            "the bridge",
            "Lena voss",
        ),
        *("Harbor Mirror Staff", "North Korea", "", "A B", "Lena Voss said that they would"),
    ],
)
def test_no_people(name):
    assert not is_person(name)


@pytest.mark.parametrize(
    "name", ["Bay Newsroom", "Staff", "AFP", "CNN staff", "the Editorial Board", "AP and Reuters"]
)
def test_collectives(name):
    assert is_collective(name)


def test_outlets_are_told_by_their_words_and_sections_are_none():
    assert all(map(is_outlet, ("The Harbor Mirror", "Bay Ledger", "CNN", "BBC News", "Reuters")))
    assert not any(
        map(is_outlet, ("Local News", "Harbor Bridge", "Staff Writer", "the mirror", ""))
    )


def test_roles():
    assert all(map(is_role, ("Staff Writer", "senior political reporter", "CNN Senior Editor")))
    assert not any(map(is_role, ("Lena Voss", "Port Maren", "Harbor Mirror", "")))


def test_house_of_a_newsroom():
    assert house_of("Bay Newsroom") == "Bay"
    assert house_of("City Desk") == ""
    assert house_of("Staff") == ""
