"""The catalogue of a language: the program's words beside those of a translator, in a .po file.

The form is GNU gettext's (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html),
which every translator's tool opens. An entry without a context holds wherever its words stand; one
with a context holds there only, for words that one language tells apart and English does not. The
context SAID is for sentences of the rooms without a window, with what changes in them in braces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.house.resource import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SAID = "said"
"""The context of sentences that a room without a window has put together."""
_FOLDER = "translations"
_IN_LINES = re.compile(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)
"""An entry each of whose texts stands in one line, as this program writes them: four times faster
to read than line by line, and a launch waits for it."""
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text of the program and its translation.

    Attributes:
        context: where it holds; empty for everywhere.
        source: the words in English.
        text: the words in the other language; empty while nobody has translated them.
        places: the modules that have it, as the comment of the entry names them.

    """

    context: str
    source: str
    text: str
    places: tuple[str, ...] = ()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the program has beside English."""
    folder = resource(_FOLDER)
    if not folder.is_dir():
        return ()
    names = (file.name for file in folder.iterdir())
    return tuple(sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


def read_catalogue(code: str) -> Mapping[tuple[str, str], str]:
    """Return the translations of a language by context and English words."""
    text = resource(_FOLDER, f"{code}.po").read_text(encoding="utf-8")
    if '\n"' in text.partition("\n\n")[2]:  # a tool of a translator has broken long lines
        return {(one.context, one.source): one.text for one in entries_in(text) if one.text}
    return {
        (_plain(context), _plain(source)): _plain(words)
        for context, source, words in _IN_LINES.findall(text)
    }


def entries_in(text: str) -> Iterator[Entry]:
    """Read the entries of a .po file, without its head; raises ValueError for a broken line."""
    fields: dict[str, str] = {}
    places: list[str] = []
    last = ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.startswith("#"):
            if line.startswith("#: "):
                places += line[3:].split()
            continue
        if not line.strip():
            if fields.get("msgid"):
                yield Entry(
                    context=fields.get("msgctxt", ""),
                    source=fields["msgid"],
                    text=fields.get("msgstr", ""),
                    places=tuple(places),
                )
            fields, places, last = {}, [], ""
            continue
        word, _, quoted = ("", "", line) if line.startswith('"') else line.partition(" ")
        last = word or last
        if not last or len(quoted) < 2 or quoted[0] != '"' or quoted[-1] != '"':
            raise ValueError(f"line {number} is no part of a catalogue")
        fields[last] = fields.get(last, "") + _plain(quoted[1:-1])


def _plain(quoted: str) -> str:
    if "\\" not in quoted:
        return quoted
    parts = iter(quoted)
    return "".join(
        _ESCAPES.get(escaped := next(parts, ""), escaped) if sign == "\\" else sign
        for sign in parts
    )
