"""The finished check goes into a folder, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from workbench.clock import now
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
