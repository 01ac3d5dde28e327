"""The words in which coverage is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.rules.coverage import Coverage


def coverage_words(coverage: Coverage) -> tuple[str, str]:
    """Return how many sentences are sourced, and what they rest on: a figure and a sentence."""
    from workbench.rules.coverage import Cover

    counts = {cover.value: len(coverage.of(cover)) for cover in Cover}
    waiting = counts.pop("open")
    told = (
        "{cited} cite evidence, {generated} are written from the claims, {analysis} are analysis."
    ).format(**counts)
    if waiting:
        told += f" {waiting} cite nothing yet." if waiting > 1 else " One cites nothing yet."
    return f"{coverage.sourced} of {coverage.total} sentences sourced", told
