"""A new text for a source, brought in from the command line."""

from __future__ import annotations

import json

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample_slug(workspace):
    """The sample check in this test's workspace."""
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for source in check.sources:
        store.add_original(originals[source.version.sha256], source.version.media_type)
    store.save(None, check)
    store.close()
    return check.slug


@pytest.fixture
def newer(sample, tmp_path):
    """A newer text of the third source, in which one word of a quote has changed."""
    source = sample.sources[2]
    quote = next(one for one in sample.passages if one.source_id == source.id).selector
    word = max(quote.exact.split(), key=len)
    text = source.version.text
    changed = text[: quote.start] + quote.exact.replace(word, "zzyzx") + text[quote.end :]
    file = tmp_path / "newer.txt"
    file.write_bytes(changed.encode())
    return file, quote.exact, quote.exact.replace(word, "zzyzx")


def test_the_review_list_is_printed_and_nothing_quoted_changes(workbench, sample_slug, newer):
    file, was, now_there = newer
    said = workbench("renew", sample_slug, 3, file)
    assert said.code == 0
    assert "1 with other words" in said.out
    assert "1 quote to review" in said.out
    check = json.loads(workbench("show", sample_slug, "--json").out)
    states = {one["selector"]["exact"]: one["selector"]["state"] for one in check["passages"]}
    assert states[was] == "changed"
    assert now_there not in states
    assert len(check["sources"][2]["versions"]) == 2


def test_as_json_each_quote_says_what_became_of_it(workbench, sample_slug, newer):
    file, was, now_there = newer
    told = json.loads(workbench("renew", sample_slug, 3, file, "--json").out)
    assert (told["source"], told["version"], told["is_new"]) == (3, 2, True)
    (waiting,) = told["review"]
    assert (waiting["state"], waiting["was"], waiting["now"]) == ("changed", was, now_there)
    again = json.loads(workbench("renew", sample_slug, 3, file, "--json").out)
    assert (again["is_new"], again["version"]) == (False, 2)
    assert [one["was"] for one in again["review"]] == [was]


def test_a_source_that_is_not_there_is_told_and_nothing_kept(workbench, sample_slug, newer):
    said = workbench("renew", sample_slug, 9, newer[0])
    assert said.code == 1
    assert "no source 9" in said.err
