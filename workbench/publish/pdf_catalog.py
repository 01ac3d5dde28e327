"""The language of a PDF, and that its title is shown: what Qt's writer leaves out of the catalog.

They are added as the format means additions to be made (ISO 32000-1, 7.5.6): a newer catalog is
written behind the file, with a table that names it and leads back to the old one. A screen reader
learns from it in which language to read.
"""

from __future__ import annotations

import re

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n(/Type /Catalog\n[^<>]*)>>\nendobj")
_END = re.compile(rb"\ntrailer\n<<\n([^<>]*(?:/ID \[[^\]]*\]\n)?)>>\nstartxref\n(\d+) *\n%%EOF\n\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def with_language(data: bytes, language: str) -> bytes:
    """Return a PDF of Qt's that names its language (BCP 47) and shows its title.

    A file that is laid out in another way comes back as it is.
    """
    catalog, end = _CATALOG.search(data), _END.search(data)
    if catalog is None or end is None:
        return data
    number, entries = catalog[1], catalog[2]
    named = f"/Lang ({language if _LANGUAGE.match(language) else 'en'})\n".encode()
    shown = b"/ViewerPreferences << /DisplayDocTitle true >>\n"
    added = b"%b 0 obj\n<<\n%b%b%b>>\nendobj\n" % (number, entries, named, shown)
    table = b"xref\n%b 1\n%010d 00000 n \n" % (number, len(data))
    trailer = b"trailer\n<<\n%b/Prev %b\n>>\n" % (end[1], end[2])
    return data + added + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(added))
