"""The finished check goes into a folder, the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
import typer

from workbench.cli.export import export_several
from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_export_writes_markdown_and_posts_and_names_them(workbench, sample, tmp_path):
    folder = tmp_path / "new" / "out"
    done = workbench("export", sample.slug, "--to", folder)
    assert done.code == 0
    written = content(folder)
    assert {line.rsplit("/", 1)[-1] for line in done.out.splitlines()} == set(written)
    assert sample.title.encode() in written[f"{sample.slug}.md"]
    assert f"{sample.slug}.x.txt" in written


def test_export_twice_gives_the_same_bytes(workbench, sample, tmp_path):
    workbench("export", sample.slug, "--to", tmp_path / "one")
    workbench("export", sample.slug, "--to", tmp_path / "two")
    workbench("export", sample.slug, "--to", tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_folder_that_is_a_file_is_refused(workbench, sample, tmp_path):
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    refused = workbench("export", sample.slug, "--to", tmp_path / "out")
    assert refused.code == 1
    assert refused.err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "in the way"


def test_export_needs_a_folder(workbench, sample):
    assert workbench("export", sample.slug).code == 2


def suffixes(folder, sample):
    return {path.name.removeprefix(sample.slug) for path in folder.iterdir()}


def test_the_usual_formats_are_those_that_are_published(workbench, sample, tmp_path):
    done = workbench("export", sample.slug, "--to", tmp_path / "out")
    assert {".md", ".html", ".claimreview.json", ".x.txt"} <= suffixes(tmp_path / "out", sample)
    assert ".docx" not in suffixes(tmp_path / "out", sample)
    assert "ClaimReview: The review names no publisher" in done.err


def test_only_the_wanted_formats_are_written(workbench, sample, tmp_path):
    workbench("export", sample.slug, "--to", tmp_path / "out", "--formats", "docx, TXT")
    assert suffixes(tmp_path / "out", sample) == {".docx", ".txt"}
    assert workbench("export", sample.slug, "--to", tmp_path / "all", "--formats", "all").code == 0
    assert {".docx", ".txt", ".html", ".md"} < suffixes(tmp_path / "all", sample)


@pytest.mark.parametrize("formats", ["odt", "md,", ",", ""])
def test_a_format_that_there_is_not_is_wrong_usage(workbench, sample, tmp_path, formats):
    done = workbench("export", sample.slug, "--to", tmp_path / "out", "--formats", formats)
    assert done.code == (0 if formats == "md," else 2)
    if done.code:
        assert "md, html, txt, docx, pdf, claimreview, origins, posts" in " ".join(done.err.split())
        assert not (tmp_path / "out").exists()


def test_pdf_is_printed_by_the_program_without_a_window_or_a_display(sample, workspace, tmp_path):
    environ = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    for folder in ("one", "two"):
        words = ["export", sample.slug, "--to", str(tmp_path / folder), "--formats", "pdf"]
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *words],
            env=environ | {"WORKBENCH_FILE": str(workspace)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert content(tmp_path / "one") == content(tmp_path / "two")
    (data,) = content(tmp_path / "one").values()
    assert data.startswith(b"%PDF-")


def test_where_nothing_can_print_pdf_is_refused_in_a_sentence(workbench, sample, tmp_path):
    refused = workbench("export", sample.slug, "--to", tmp_path / "out", "--formats", "md,pdf")
    assert refused.code == 1
    assert "made in the window" in refused.err
    assert not (tmp_path / "out").exists()


@pytest.fixture
def second(workspace, sample):
    """Another check beside the sample, with nothing in it."""
    check = Check(id=new_id(), slug="call-two", title="Another call", created=now(), changed=now())
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def test_several_checks_go_into_a_folder_each(workbench, sample, second, tmp_path):
    done = workbench("export", sample.slug, second.slug, "--to", tmp_path / "out")
    assert done.code == 0
    assert f"1 of 2: {sample.slug}\n" in done.err
    for one in (sample, second):
        assert (tmp_path / "out" / one.slug / f"{one.slug}.md").exists()
        assert len(json.loads(workbench("exports", one.slug, "--json").out)) == 1


def test_all_checks_go_out_and_one_in_the_way_holds_up_no_other(
    workbench, sample, second, tmp_path
):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / second.slug).write_text("in the way", encoding="utf-8")
    done = workbench("export", "--all", "--to", tmp_path / "out")
    assert done.code == 1
    assert f"1 of 2 checks could not be exported: {second.slug}." in done.err
    assert (tmp_path / "out" / sample.slug / f"{sample.slug}.md").exists()


def test_checks_are_named_or_all_are_meant(workbench, sample, tmp_path):
    assert workbench("export", "--to", tmp_path).code == 2
    assert workbench("export", sample.slug, "--all", "--to", tmp_path).code == 2


def test_ctrl_c_stops_between_checks_and_tells_how_many_are_whole(tmp_path, capsys):
    written = []

    def write(slug, folder):
        if slug == "third":
            raise KeyboardInterrupt
        written.append(folder)

    with pytest.raises(typer.Exit) as stopped:
        export_several(write, ("first", "second", "third", "fourth"), tmp_path)
    assert stopped.value.exit_code == 130
    assert written == [tmp_path / "first", tmp_path / "second"]
    assert "Stopped. 2 of 4 checks are exported, and whole." in capsys.readouterr().err
