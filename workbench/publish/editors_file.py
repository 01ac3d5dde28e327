"""The files of the editor's copy, beside those of an export and never among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.export import ExportFile

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House
    from workbench.publish.editors_copy import EditorsCopy

FORMATS = ("html", "docx")
"""What it can be written as, in the order in which it is written."""


def editors_names(slug: str, formats: Collection[str] = FORMATS) -> tuple[str, ...]:
    """Return what the files of an editor's copy will be called."""
    return tuple(f"{slug}.editor.{one}" for one in _chosen(formats))


def editors_files(
    copy: EditorsCopy,
    house: House,
    formats: Collection[str] = FORMATS,
    identity: CopyIdentity | None = None,
) -> tuple[ExportFile, ...]:
    """Return an editor's copy in some formats, always in the same order.

    identity: by which it is known again when it comes back.
    """
    files = []
    for one, name in zip(_chosen(formats), editors_names(copy.check.slug, formats), strict=True):
        if one == "html":
            from workbench.publish.editors_page import editors_page

            files.append(ExportFile(name=name, data=editors_page(copy, house, identity).encode()))
        else:
            from workbench.publish.editors_word import editors_word

            files.append(ExportFile(name=name, data=editors_word(copy, house, identity)))
    return tuple(files)


def _chosen(formats: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in FORMATS if one in formats)
