"""Rating scales from data: one file each, labels with their definitions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.verdict import RatingLabel, RatingScale
from workbench.house.entry import Entry, refuse_twins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.house.data_file import DataFile


def read_scale(file: DataFile, shipped: Mapping[str, RatingScale]) -> RatingScale:
    """Return the rating scale in a file; raises UserError for a mistake in it.

    A scale with the key of a shipped one stands in its place. A label that only the shipped one
    has is kept as retired, so that a check rated with it still shows its name.
    """
    top = Entry(file=file, table=file.table)
    top.refuse_unknown("key", "name", "label")
    key, name = top.key(), top.text("name")
    entries = top.entries("label")
    labels = tuple(_label(entry) for entry in entries)
    refuse_twins(entries, "key", tuple(label.key for label in labels))
    refuse_twins(entries, "name", tuple(label.name for label in labels))
    _refuse_half_ordered(entries, labels)
    scale = RatingScale(key=key, name=name, labels=labels)
    return _with_retired(top, scale, shipped[key]) if key in shipped else scale


def _label(entry: Entry) -> RatingLabel:
    entry.refuse_unknown("key", "name", "definition", "value", "retired")
    return RatingLabel(
        key=entry.key(),
        name=entry.text("name"),
        definition=entry.text("definition"),
        value=entry.whole_number("value") if "value" in entry.table else None,
        retired=entry.switch("retired", default=False),
    )


def _refuse_half_ordered(entries: tuple[Entry, ...], labels: tuple[RatingLabel, ...]) -> None:
    """Raise UserError unless all labels have a number of their own, or none has one."""
    ordered = labels[0].value is not None
    for entry, label in zip(entries, labels, strict=True):
        if (label.value is not None) != ordered:
            wanted = "a value" if ordered else "no value"
            raise entry.mistake("value", f"does not fit: the first label has {wanted}")
    if ordered:
        refuse_twins(entries, "value", tuple(label.value for label in labels))


def _with_retired(top: Entry, scale: RatingScale, shipped: RatingScale) -> RatingScale:
    if scale.is_ordered != shipped.is_ordered:
        raise top.mistake(
            "key", "belongs to a shipped scale that is not numbered like this one; take another key"
        )
    missing = tuple(
        replace(label, retired=True) for label in shipped.labels if scale.label(label.key) is None
    )
    return replace(scale, labels=scale.labels + missing)
