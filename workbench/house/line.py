"""Where a value stands in a TOML text: tomllib tells no lines of what it has understood."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]")
_ASSIGNMENT = re.compile(r"""\s*["']?([\w-]+)["']?\s*[=.]""")
_FENCE = re.compile(r'"""|' + "'''")


def line_of(text: str, *, header: str, index: int, key: str = "") -> int:
    """Return the line, from 1, of a key in a table of a TOML text that has been parsed.

    Falls back to the line of the table, then to the line where its list is written in one piece
    ("label = [...]"), then to 1.
    """
    named = f"{header}.{key}" if header else key
    table_line, written_in_one = (1, 1) if not header else (0, 1)
    current, count, fenced = "", -1, False
    for number, line in enumerate(text.split("\n"), start=1):
        inside, fenced = fenced, fenced != bool(len(_FENCE.findall(line)) % 2)
        if inside:
            continue
        if opened := _HEADER.match(line):
            current = opened[1]
            count += current == header
            if current == named and (not header or count == index):
                return number
            if current == header and count == index:
                table_line = number
        elif assigned := _ASSIGNMENT.match(line):
            here = current == header and (not header or count == index)
            if here and assigned[1] == key:
                return number
            if not current and assigned[1] == header:
                written_in_one = number
    return table_line or written_in_one
