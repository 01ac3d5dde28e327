"""Open quotes: which ones wait for a person, and in which text of its source each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.quote import AnchorState

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.quote import Passage
    from workbench.core.source import Source, SourceVersion


def is_open(passage: Passage) -> bool:
    """Whether a quote waits for a person."""
    return passage.selector.state is not AnchorState.ANCHORED


def open_count(check: Check, source_id: str = "") -> int:
    """Return how many quotes wait for a person, in one source or in all."""
    return sum(
        is_open(passage) and source_id in ("", passage.source_id) for passage in check.passages
    )


def is_from_older_text(check: Check, passage: Passage) -> bool:
    """Whether a quote stands in a version of its source that is not the newest one."""
    return passage.version_id != check.source(passage.source_id).version.id


def version_of(check: Check, passage: Passage) -> SourceVersion:
    """Return the version that a quote stands in."""
    return version_with(check.source(passage.source_id), passage.version_id)


def version_with(source: Source, version_id: str) -> SourceVersion:
    """Return a version of a source; raises KeyError if there is none with this id."""
    for version in source.versions:
        if version.id == version_id:
            return version
    raise KeyError(version_id)
