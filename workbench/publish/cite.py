"""What a citation mark of the draft becomes where it goes out to readers.

A link with the number that its source has in the list of sources: to the address of the source,
or the number alone where it has none. Evidence in no source goes out as nothing: "How we know"
tells it. So does a mark whose evidence is gone: the pre-flight finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.citation_mark import citation_marks
from workbench.publish.escape import web_address
from workbench.publish.inline import reference_key
from workbench.rules.cited import cited_by_key

if TYPE_CHECKING:
    from workbench.core.check import Check


def public_citations(check: Check) -> dict[str, str]:
    """Return inline Markdown for each citation mark of the draft, by "^" and its key."""
    if not any(citation_marks(part.text) for part in check.draft.parts):
        return {}
    number = {source.id: at for at, source in enumerate(check.sources, start=1)}
    found = {}
    for key, cited in cited_by_key(check).items():
        if cited.source is None:
            continue
        words = rf"\[{number[cited.source.id]}\]"
        address = web_address(cited.source.url)
        found[reference_key(f"^{key}")] = f"[{words}](<{address}>)" if address else words
    return found
