"""The style sheet of the exported page, which may load nothing and end nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.house.data_file import MENDING, text_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REFUSED = re.compile(r"@import|url\s*\(|image-set\s*\(|src\s*\(|</|\\", re.IGNORECASE)


def read_page_style(file: Traversable, name: str) -> str:
    """Return a style sheet; raises UserError with its line if it would load or hide something."""
    text = text_of(file, name)
    # Comments count for nothing, but their lines do.
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    refused = _REFUSED.search(bare) or re.search("</", text)
    if refused:
        line = refused.string.count("\n", 0, refused.start()) + 1
        raise UserError(
            f"{name}, line {line}: “{refused[0]}” cannot stand in the style of an exported page, "
            "which loads nothing from elsewhere.",
            MENDING,
        )
    return text
