"""What somebody hears of each control, asked from outside of the window."""

from __future__ import annotations

import pytest

PARTS = {
    "sources": ("Ctrl+1", "Sources*"),
    "claims": ("Ctrl+2", "Claims*"),
    "draft": ("Ctrl+3", "Draft"),
    "posts": ("Ctrl+4", "Posts"),
    "preflight": ("Ctrl+5", "Pre-flight*"),
}
ROLES = {
    "push button", "radio button", "check box", "combo box", "text", "label", "list", "list item",
    "page tab", "page tab list", "tree", "table", "table cell", "filler", "split pane",
}  # fmt: skip
"""What a control may be called; a filler is a place for something, and says which."""


@pytest.fixture
def sample_reader(start, workspace):
    """A screen reader before the sample check."""
    reader = start(workspace)
    reader.press("push button", "Open the sample check")
    reader.wait("text", "Title of the check")
    return reader


def controls(reader):
    return [part for part in reader.parts() if "focusable" in part["states"]]


@pytest.mark.slow
def test_every_control_has_a_name_and_a_role(sample_reader):
    for keys, tab in PARTS.values():
        sample_reader.key(keys)
        sample_reader.wait("radio button", tab, ["checked"])
        found = controls(sample_reader)
        assert len(found) > 15
        for part in found:
            assert part["role"] in ROLES, part
            named = part["labels"] if part["role"] == "combo box" else [part["name"]]
            assert any(words.strip() for words in named), part


@pytest.mark.slow
def test_what_a_change_does_is_said(sample_reader):
    reader = sample_reader
    reader.key("Ctrl+2")
    reader.hush()
    reader.press("radio button", "Not checkable")
    assert reader.heard("Claim 1:") == "Claim 1: Not checkable."
    reader.hush()
    reader.key("Ctrl+Z")
    assert reader.heard("Claim 1:") == "Claim 1: Reported."
    reader.hush()
    reader.press("radio button", "Confirmed")
    assert "is not in hand" in reader.heard("is not in hand")
    assert "checked" not in reader.wait("radio button", "Confirmed")["states"]


@pytest.mark.slow
def test_the_article_is_read_with_its_passages(sample_reader):
    reader = sample_reader
    article = reader.focus("text", "Article")
    assert "passages are marked, for claims 1, " in article["description"]
    reader.hush()
    for _ in range(6):
        reader.next_selection("J", "text", "Article")
    assert reader.heard("Marked for claim").startswith("Marked for claim")
