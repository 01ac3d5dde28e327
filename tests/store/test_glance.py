"""The glance: what the first painted window shows is what the whole check says a moment later."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from workbench.core.quote import AnchorState
from workbench.store.glance import read_glance


def test_a_glance_shows_what_the_whole_check_says(store, rich_check, path):
    store.save(None, rich_check)
    for source in rich_check.sources:
        glance = read_glance(path, rich_check.id, source.id)
        assert glance is not None
        assert (glance.title, glance.text) == (rich_check.title, source.version.text)
        assert glance.version_id == source.version.id
        assert glance.main_status == rich_check.main_claim.status
        assert list(glance.sources) == [(item.id, item.name) for item in rich_check.sources]
        assert [tuple(claim) for claim in glance.claims] == [
            (claim.id, claim.wording, claim.status) for claim in rich_check.claims
        ]
        assert {tuple(passage) for passage in glance.passages} == {
            (
                passage.id,
                passage.selector.start,
                passage.selector.end,
                tuple(
                    rich_check.claim_number(claim.id)
                    for claim in rich_check.claims
                    if passage.id in claim.passage_ids
                ),
            )
            for passage in rich_check.passages
            if passage.version_id == source.version.id
            and passage.selector.state is AnchorState.ANCHORED
        }


def test_a_source_that_is_gone_gives_the_first(store, rich_check, path):
    store.save(None, rich_check)
    glance = read_glance(path, rich_check.id, "no such source")
    assert glance is not None
    assert glance.source_id == rich_check.sources[0].id


def test_a_check_without_sources_and_claims_is_only_a_title(store, rich_check, path):
    bare = replace(
        rich_check, sources=(), passages=(), claims=(), events=(), contacts=(), main_claim_id="",
        watch_items=(),
    )  # fmt: skip
    store.save(None, bare)
    glance = read_glance(path, bare.id, "")
    assert glance is not None
    assert (glance.title, glance.text, glance.claims, glance.main_status) == (
        bare.title,
        "",
        (),
        "",
    )


def test_there_is_nothing_to_show_of_what_is_not_there(store, rich_check, path, tmp_path):
    assert read_glance(tmp_path / "none.workbench", rich_check.id, "") is None
    assert not (tmp_path / "none.workbench").exists()
    assert read_glance(path, rich_check.id, "") is None
    assert read_glance(path, "", "") is None


def test_a_glance_imports_no_values(path):
    code = (
        "import sys; import workbench.store.glance; "
        "print([name for name in ('workbench.core.check', 'dataclasses', 'sqlmodel', 'pydantic')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
