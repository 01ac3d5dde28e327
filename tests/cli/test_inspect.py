"""All that is noticed in one file is told, without a workspace and without keeping anything."""

from __future__ import annotations

import json

import pytest

ARTICLE = (
    "🌉 Harbor Bridge talks begin again, with a call\r\n\r\n"
    "By Bay NewsroomJuly 9, 2026 at 8:06 AM ET · 3 min read\r\n\r\n"
    "Governor Ines Lindqvist called Mayor Samuel Okafor on Tuesday evening, the mayor said.\r\n"
)
KEYS = {
    *("text", "metadata", "flags", "spans", "dates"),
    *("attributions", "quotations", "hops", "events", "hedges"),
}
FIELDS = {
    *("outlet", "title", "byline", "published", "updated"),
    *("dateline", "agency", "url", "language", "rights"),
}


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def inspected(workbench, *arguments):
    outcome = workbench("inspect", *arguments, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_json_has_every_key(workbench, article):
    found = inspected(workbench, article)
    assert set(found) == KEYS
    assert set(found["metadata"]) == FIELDS
    assert found["text"] == ARTICLE


def test_metadata_says_where_it_comes_from(workbench, article):
    metadata = inspected(workbench, article)["metadata"]
    assert metadata["published"] == {
        "value": "2026-07-09T08:06",
        "basis": "line 3 of the text, date line",
        "certainty": "stated",
        "zone": "America/New_York",
    }
    assert metadata["byline"]["value"] == "Bay Newsroom"
    assert metadata["rights"] is None


def test_places_are_code_points_of_the_text(workbench, article):
    found = inspected(workbench, article)
    for date in found["dates"]:
        assert found["text"][date["start"] : date["end"]] == date["text"]
    kinds = {found["text"][span["start"] : span["end"]]: span["type"] for span in found["spans"]}
    assert kinds["· 3 min read"] == "chrome"
    assert kinds["By Bay NewsroomJuly 9, 2026 at 8:06 AM ET"] == "metadata"


def test_flags_are_told(workbench, article):
    flags = inspected(workbench, article)["flags"]
    assert {"collective_byline", "outlet_missing"} <= set(flags)
    assert "undated" not in flags


def test_relative_dates_are_told_by_the_text_or_by_the_anchor(workbench, article, tmp_path):
    own = inspected(workbench, article)["dates"][-1]
    assert (own["text"], own["value"], own["basis"]) == (
        "Tuesday evening",
        "2026-07-07",
        "inferred",
    )
    other = inspected(workbench, article, "--anchor", "2025-11-05")["dates"][-1]
    assert (other["value"], other["precision"]) == ("2025-11-04", "day")
    assert other["inferred_from"] == "2025-11-05, set by a person"
    bare = tmp_path / "bare.txt"
    bare.write_text("He called on Saturday, she said.\n", encoding="utf-8")
    open_date = inspected(workbench, bare)["dates"][0]
    assert (open_date["value"], open_date["precision"], open_date["basis"]) == (
        None,
        None,
        "unresolved",
    )


def test_a_stretch_of_days_is_an_interval(workbench, tmp_path):
    path = tmp_path / "week.txt"
    path.write_text("She called him last week, he said.\n", encoding="utf-8")
    (date,) = inspected(workbench, path, "--anchor", "2 July 2026")["dates"]
    assert date["value"] == "2026-06-22/2026-06-28"


def test_pages_are_told_by_their_markup(workbench, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        '<html lang="en"><head><meta property="og:site_name" content="The Bay Ledger"></head>'
        f"<body>{'<p>The bridge will reopen in May, the port of Alba said.</p>' * 4}</body>",
        encoding="utf-8",
    )
    outlet = inspected(workbench, path)["metadata"]["outlet"]
    assert outlet["value"] == "The Bay Ledger"
    assert outlet["basis"] == "OpenGraph, og:site_name"


def test_words_for_people_are_told_without_json(workbench, article):
    told = workbench("inspect", article)
    assert told.code == 0
    assert "Byline\tBay Newsroom\tstated: line 3 of the text, byline" in told.out
    assert "Outlet\tnot stated" in told.out
    assert "collective byline" in told.out
    assert "Tuesday evening\t7 July 2026, inferred from the date of the text" in told.out


def test_another_language_is_said(workbench, tmp_path):
    path = tmp_path / "brücke.txt"
    path.write_text("Die Brücke ist für den Verkehr nicht mehr frei. " * 4, encoding="utf-8")
    told = workbench("inspect", path)
    assert "not in English" in told.err


@pytest.mark.parametrize("anchor", ["yesterday", "2026-02-30", "1 July – 3 July 2026"])
def test_an_anchor_that_is_no_date_is_refused(workbench, article, anchor):
    refused = workbench("inspect", article, "--anchor", anchor)
    assert refused.code == 2
    assert refused.out == ""


def test_nothing_is_kept(workbench, workspace, article):
    workbench("inspect", article)
    assert not workspace.exists()


def test_missing_file_is_said(workbench, tmp_path):
    refused = workbench("inspect", tmp_path / "gone.txt")
    assert refused.code == 1
    assert "gone.txt" in refused.err
