"""The commands as a person types them, in a workspace of their own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from workbench.cli.app import run


@dataclass
class Outcome:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    path = tmp_path / "checks.workbench"
    monkeypatch.setenv("WORKBENCH_FILE", str(path))
    return path


@pytest.fixture
def opened():
    """Return the workspaces and folders that the window and the tour were asked for."""
    return []


@pytest.fixture
def workbench(workspace, opened, capsys):
    """Return a function that runs one command line."""

    def type_in(*arguments):
        def open_window(path):
            opened.append(("window", path))
            return 0

        def run_tour(folder):
            opened.append(("tour", folder))
            return 0

        code = run([str(part) for part in arguments], open_window=open_window, run_tour=run_tour)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return type_in


@pytest.fixture
def articles(tmp_path):
    """Return two files that can be brought in: a text with CRLF and emoji, and a saved page."""
    text = tmp_path / "wire.txt"
    text.write_bytes(
        "PORT ALBA 🌉\r\n\r\nThe Harbor Bridge stays shut, Ada Okafor said.\r\n".encode()
    )
    page = tmp_path / "page.html"
    paragraph = "<p>The Harbor Bridge will reopen in May, the port of Alba said on Monday.</p>"
    page.write_text(
        f"<html><head><title>Bridge</title></head><body>{paragraph * 4}</body></html>",
        encoding="utf-8",
    )
    return text, page
