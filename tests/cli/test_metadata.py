"""What a source states is taken from its text, or told, without a window."""

from __future__ import annotations

import json

import pytest

PAGE = """Bay Commentary / Politics

Governor Calls Mayor To Revive The Bridge

By Bay Commentary NewsroomJuly 7, 2026 at 8:06 AM ET · 2 min read

Image: A boat passes under the Harbor Bridge - Coast Courier

Governor Maren Lindqvist called Mayor Ada Okafor last Friday, The Ledger reported.
"""


@pytest.fixture
def slug(workbench):
    return workbench("new", "Bridge").out.strip()


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def source(workbench, slug):
    (found,) = json.loads(workbench("show", slug, "--json").out)["sources"]
    return found


def test_nothing_is_taken_unless_that_is_asked_for(workbench, slug, page):
    workbench("add", slug, page)
    assert source(workbench, slug)["outlet"] == ""
    shown = workbench("show", slug).out
    assert "not taken\tsource 1\toutlet\tBay Commentary\t" in shown
    assert "not taken\tsource 1\tcites\tThe Ledger, not in hand" in shown


def test_take_tells_what_it_took_and_what_it_left(workbench, slug, page):
    added = workbench("add", slug, page, "--take")
    assert "taken\tsource 1\tbyline\tBay Commentary Newsroom\tstated: line 5 of the" in added.out
    assert "left\tsource 1\tmay rely on\tCoast Courier, not in hand\tlikely: line 7" in added.out
    found = source(workbench, slug)
    assert found["published"]["value"] == "2026-07-07T08:06"
    assert found["published"]["zone"] == "America/New_York"
    assert found["flags"] == ["collective_byline"]
    assert [hop["name"] for hop in found["relies_on"]] == ["The Ledger"]
    assert "not taken\tsource 1\tmay rely on\tCoast Courier" in workbench("show", slug).out


def test_fields_are_set_and_cleared_by_name(workbench, slug, page):
    workbench("add", slug, page, "--anchor", "2026-07-06")
    told = workbench(
        *("source", slug, "1", "--outlet", "Bay Courier", "--byline", "Ines Marlowe"),
        *("--published", "7 July 2026", "--type", "commentary", "--flag", "anonymous only"),
        *("--relies-on", "The Ledger", "--may-rely-on", "Coast Courier:image caption"),
    )
    assert told.code == 0
    assert "Relies on The Ledger: not in hand" in told.out
    assert "Coast Courier: not in hand, inferred from image caption" in told.out
    found = source(workbench, slug)
    assert (found["outlet"], found["byline"], found["type"]) == (
        *("Bay Courier", "Ines Marlowe"),
        "commentary",
    )
    assert found["published"]["value"] == "2026-07-07"
    assert found["anchor"]["value"] == "2026-07-06"
    assert found["flags"] == ["anonymous_only"]
    workbench("source", slug, "1", "--outlet", "", "--anchor", "")
    found = source(workbench, slug)
    assert (found["outlet"], found["anchor"]["value"]) == ("", "")
    assert found["byline"] == "Ines Marlowe"


def test_take_overwrites_nothing(workbench, slug, page):
    workbench("add", slug, page)
    workbench("source", slug, "1", "--outlet", "Bay Courier")
    told = workbench("source", slug, "1", "--take")
    assert "left\tsource 1\toutlet\tBay Commentary; the source has Bay Courier\t" in told.out
    found = source(workbench, slug)
    assert (found["outlet"], found["byline"]) == ("Bay Courier", "Bay Commentary Newsroom")


def test_a_report_in_the_dossier_is_in_hand(workbench, slug, page, tmp_path):
    ledger = tmp_path / "ledger.txt"
    ledger.write_text("Governor Lindqvist called Mayor Okafor.", encoding="utf-8")
    workbench("add", slug, ledger)
    workbench("source", slug, "1", "--outlet", "The Ledger")
    added = workbench("add", slug, page, "--take")
    assert "cites\tThe Ledger, in hand: source 1\t" in added.out


@pytest.mark.parametrize(
    "options",
    [
        ("--published", "soonish"),
        ("--anchor", "1 July 2026 – 5 July 2026"),
        ("--type", "gossip"),
        ("--flag", "nice"),
        ("--may-rely-on", "Coast Courier"),
        ("--relies-on", " "),
    ],
)
def test_what_cannot_be_understood_changes_nothing(workbench, slug, page, options):
    workbench("add", slug, page)
    before = source(workbench, slug)
    refused = workbench("source", slug, "1", *options, "--outlet", "Bay Courier")
    assert refused.code == 2
    assert source(workbench, slug) == before


def test_a_number_without_a_source_is_told(workbench, slug):
    refused = workbench("source", slug, "1", "--outlet", "Bay Courier")
    assert refused.code == 1
    assert "There is no source 1" in refused.err


def test_a_source_is_no_copy_of_itself(workbench, slug, page):
    workbench("add", slug, page)
    refused = workbench("source", slug, "1", "--syndicated-from", "1")
    assert refused.code == 1
    assert "copy of itself" in refused.err
