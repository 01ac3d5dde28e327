"""The files of the editor's copy, beside those of an export and never among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.export import ExportFile

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.house.house import House
    from workbench.publish.editors_copy import EditorsCopy

FORMATS = ("html",)
"""What it can be written as, in the order in which it is written."""


def editors_names(slug: str, formats: Collection[str] = FORMATS) -> tuple[str, ...]:
    """Return what the files of an editor's copy will be called."""
    return tuple(f"{slug}.editor.{one}" for one in FORMATS if one in formats)


def editors_files(
    copy: EditorsCopy, house: House, formats: Collection[str] = FORMATS
) -> tuple[ExportFile, ...]:
    """Return an editor's copy in some formats, always in the same order."""
    from workbench.publish.editors_page import editors_page

    names = editors_names(copy.check.slug, formats)
    return tuple(ExportFile(name=name, data=editors_page(copy, house).encode()) for name in names)
