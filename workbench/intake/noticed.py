"""What is noticed in a source: its text and the markup of its original read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.source import Source
    from workbench.core.words import Words
    from workbench.reading.inspection import Inspection


def noticed_in(source: Source, original: Callable[[str], bytes], words: Words) -> Inspection:
    """Return all that is noticed in the newest text of a source.

    `original` returns the bytes with a SHA-256 and raises UserError if they are not there: a case
    file may come without its originals, and then the text speaks alone.
    """
    from workbench.core.error import UserError
    from workbench.intake.markup_metadata import markup_metadata_in
    from workbench.reading.inspection import inspected_source

    try:
        data = original(source.version.sha256)
    except UserError:
        markup = None
    else:
        markup = markup_metadata_in(data, source.version.media_type)
    return inspected_source(source, markup=markup, words=words)
