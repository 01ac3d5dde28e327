"""Write the licences of all that is shipped: one text to read, or Debian's copyright file.

`python packaging/bundle/notice.py FILE [--debian]`, with the Python that packages are built with.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT / "packaging" / "bundle")]

import shipped  # noqa: E402 - found by the path that was just set

_COMMON = {
    "LGPL-3.0-only": "LGPL-3",
    "Apache-2.0": "Apache-2.0",
    "MPL-1.1": "MPL-1.1",
    "MPL-2.0": "MPL-2.0",
}
"""Licences whose words stand on every Debian in /usr/share/common-licenses."""
_LINE = "=" * 78
_WHOLE = (
    (
        r"[^\n]*Apache License\s+Version 2\.0, January 2004.*?END OF TERMS AND CONDITIONS",
        "Apache-2.0",
    ),
    (
        r"[^\n]*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1.*?END OF TERMS AND CONDITIONS",
        "LGPL-2.1",
    ),
    (
        r"[^\n]*GNU GENERAL PUBLIC LICENSE\s+Version 2, June 1991.*?END OF TERMS AND CONDITIONS",
        "GPL-2",
    ),
    (
        r"[^\n]*GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June.*?END OF TERMS AND CONDITIONS",
        "GPL-3",
    ),
)
"""Licences whose words a package brings whole, and what Debian calls them."""
_APPENDIX = re.compile(
    r"\n[^\n]*(?:APPENDIX: How to apply the Apache|How to Apply These Terms).*\Z", re.DOTALL
)


def main(arguments: list[str]) -> None:
    """Write the file in the form that was asked for."""
    text = debian_copyright() if "--debian" in arguments else all_licences()
    Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")


def all_licences() -> str:
    """Return a list of what is shipped, then the words of every licence."""
    found = shipped.parts()
    ours = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    lines = ["The fact-check workbench", "", ours.strip(), "", _LINE, "", "It is shipped with:", ""]
    lines += [f"  {_title(part)}: {part.licence}" for part in found]
    for part in found:
        lines += ["", _LINE, "", f"{_title(part)}: {part.licence}", ""]
        lines += [f"Copyright (c) {part.copyright}", ""] if part.copyright else []
        lines += [text.strip() for text in part.words] or [f"With the licences of {part.inside}."]
    return "\n".join(lines) + "\n"


def debian_copyright() -> str:
    """Return the copyright file of the package, in Debian's machine-readable form."""
    ours = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    blocks = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: factcheck-workbench\n"
        "Comment:\n The program is under the MIT licence. Python, Qt and the packages that it is\n"
        " made with come inside it, each under its own terms. Qt and its bindings are\n"
        " libraries of their own in the package and can be replaced by others.",
        "Files: *\nCopyright: 2026, The fact-check workbench authors\nLicense: MIT\n"
        + _field(ours.partition("\n\n")[2].partition("\n\n")[2]),
    ]
    for part in shipped.parts():
        blocks.append(_debian_block(part))
    return "\n\n".join(blocks) + "\n"


def _debian_block(part: shipped.Part) -> str:
    common = _COMMON.get(part.licence)
    if common:
        words = (
            f"On Debian systems the words of this licence stand in\n"
            f"/usr/share/common-licenses/{common}."
        )
    else:
        words = "\n\n".join(_with_references(text).strip() for text in part.words)
    if not words:
        words = f"With the licences of {part.inside}."
    name = part.name.replace(" ", "-")
    place = f"usr/lib/factcheck-workbench/_internal/{part.inside or part.name}*"
    told = part.copyright or "the authors of " + part.name + ", see the words of the licence"
    licence = part.licence.replace(" ", "-") + f"_{name}"
    return (
        f"Files: {place.replace(' ', '-')}\nCopyright: {told}\n"
        f"License: {licence}\n Of {_title(part)}, under {part.licence}.\n .\n{_field(words)}"
    )


def _with_references(text: str) -> str:
    """Return the words of a licence, those that every Debian has named and not repeated."""
    for pattern, name in _WHOLE:
        told = f"The words of this licence stand in /usr/share/common-licenses/{name}."
        text, count = re.subn(pattern, told, text, flags=re.DOTALL)
        if count:
            text = _APPENDIX.sub("", text)
    return text


def _field(words: str) -> str:
    """Return words as the continued lines of a field."""
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in words.split("\n"))


def _title(part: shipped.Part) -> str:
    inside = f" (inside {part.inside})" if part.inside else ""
    return f"{part.name} {part.version}".rstrip() + inside


if __name__ == "__main__":
    main(sys.argv[1:])
