"""Who was asked, noted on the command line; what is private stays in the workspace."""

from __future__ import annotations

import pytest


@pytest.fixture
def slug(workbench):
    workbench("new", "Is the bridge shut?")
    workbench("claim", "is-the-bridge-shut", "The bridge is shut")
    return "is-the-bridge-shut"


def test_contact_goes_out_in_how_we_know(workbench, slug, tmp_path):
    done = workbench(
        "contact", slug, "The port’s press office", "--through", "e-mail",
        "--asked", "1 July 2026", "--question", "Is it shut?", "--claim", "1",
    )  # fmt: skip
    assert done.code == 0
    workbench("export", slug, "--to", tmp_path / "out", "--formats", "md")
    text = " ".join((tmp_path / "out" / f"{slug}.md").read_text(encoding="utf-8").split())
    assert "The port’s press office was asked by e-mail on 1 July 2026 about claim 1" in text
    assert "No answer had come when this was written." in text


def test_private_contact_is_in_no_export_and_no_case_file(workbench, slug, tmp_path):
    workbench("contact", slug, "MARKER person", "--answer", "MARKER answer", "--private")
    workbench("export", slug, "--to", tmp_path / "out", "--formats", "all")
    done = workbench("pack", slug, "--to", tmp_path / "case.workcase")
    assert "Left out: 1 private contact." in done.err
    files = [*(tmp_path / "out").iterdir(), tmp_path / "case.workcase"]
    assert not any(b"MARKER" in file.read_bytes() for file in files)
    assert "MARKER" not in workbench("list").out


@pytest.mark.parametrize(
    ("arguments", "said"), [(("  ",), "who was asked"), (("Ada", "--claim", "7"), "no claim 7")]
)
def test_what_makes_no_sense_is_said(workbench, slug, arguments, said):
    done = workbench("contact", slug, *arguments)
    assert done.code == 1
    assert said in done.err
