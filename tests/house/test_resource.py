"""The shipped data can be reached, and nothing else."""

from __future__ import annotations

import pytest

from workbench.house.resource import resource


def test_a_shipped_file_can_be_read():
    assert "[[network]]" in resource("house", "networks.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "part",
    [
        "..",
        "house/../../pyproject.toml",
        "/etc/hosts",
        "C:\\Windows",
        "C:hosts",
        "\\\\server\\a\\b",
    ],
)
def test_a_path_that_leaves_the_resources_is_refused(part):
    with pytest.raises(ValueError, match="inside the resources"):
        resource("house", part)


def test_a_file_that_is_not_shipped_is_not_there():
    assert not resource("house", "nothing.toml").is_file()
