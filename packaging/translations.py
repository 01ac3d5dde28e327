"""Bring the catalogues up to date with the texts of the program, or say where they have gaps.

python packaging/translations.py           add what is new, drop what is gone
python packaging/translations.py --check   change nothing; name every gap
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from source_text import CHECKOUT, SAID, SourceText, source_texts

from workbench.house.catalogue import Entry, entries_in

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = CHECKOUT / "resources" / "translations"
_MARKS = re.compile(r"\{\w*\}|%[nds]|</?\w+|&(?=\w)|\n")
"""What a translation has to keep: names in braces, Qt's numbers, tags, letters of a key, lines."""
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def gaps(entries: Sequence[Entry], texts: Sequence[SourceText]) -> list[str]:
    """Return what a catalogue lacks or has too much, one line for each."""
    found = []
    keys = Counter((one.context, one.source) for one in entries)
    wanted = {(one.context, one.text): one for one in texts}
    asked = {(context, one.text) for one in texts for context in one.contexts}
    found += [f"there twice: {source!r}" for (_, source), count in keys.items() if count > 1]
    found += [f"missing: {text!r} ({wanted[context, text].places[0]})"
              for context, text in wanted if (context, text) not in keys]  # fmt: skip
    for one in entries:
        if (one.context, one.source) not in wanted and (one.context, one.source) not in asked:
            found.append(f"not in the program any more: {one.source!r}")
        elif not one.text.strip():
            found.append(f"not translated: {one.source!r} ({', '.join(one.places)})")
        else:
            found += [f"{fault}: {one.source!r}: {one.text!r}" for fault in faults_in(one)]
    return found


def faults_in(entry: Entry) -> list[str]:
    """Return what a translation does not keep of its source."""
    source, text = entry.source, entry.text
    faults = []
    if Counter(_MARKS.findall(source)) != Counter(_MARKS.findall(text)):
        faults.append("other marks")
    if source.endswith("…") != text.endswith("…"):
        faults.append("another ending")
    if source[: len(source) - len(source.lstrip())] != text[: len(text) - len(text.lstrip())]:
        faults.append("other blanks before it")
    if source[len(source.rstrip()) :] != text[len(text.rstrip()) :]:
        faults.append("other blanks after it")
    return faults


def renewed(entries: Sequence[Entry], texts: Sequence[SourceText]) -> list[Entry]:
    """Return the entries for the texts: what was translated stays, what is new is empty."""
    known = {(one.context, one.source): one.text for one in entries}
    result = []
    for one in texts:
        places = tuple(one.places)
        keys = [one.context]
        if one.context != SAID:
            keys += sorted(one.contexts - {one.context})
        for context in keys:
            if context == one.context or (context, one.text) in known:
                text = known.get((context, one.text), "") or known.get(("", one.text), "")
                result.append(Entry(context=context, source=one.text, text=text, places=places))
    return result


def written(head: str, entries: Sequence[Entry]) -> str:
    """Return a catalogue as the text of its file: its head, then every entry."""
    parts = [head.strip()]
    for one in entries:
        lines = [f"#: {' '.join(one.places)}"]
        if one.context:
            lines.append(f'msgctxt "{one.context.translate(_ESCAPED)}"')
        lines.append(f'msgid "{one.source.translate(_ESCAPED)}"')
        lines.append(f'msgstr "{one.text.translate(_ESCAPED)}"')
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Renew or check every catalogue; return 1 if something is still to be translated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; name every gap")
    options = parser.parse_args(arguments)
    texts = source_texts()
    open_ones = 0
    for file in sorted(FOLDER.glob("*.po")):
        text = file.read_text(encoding="utf-8")
        entries = list(entries_in(text))
        if not options.check:
            entries = renewed(entries, texts)
            file.write_text(written(text.split("\n\n")[0], entries), encoding="utf-8")
        found = gaps(entries, texts)
        open_ones += len(found)
        for line in found:
            sys.stdout.write(f"{line}\n")
        sys.stdout.write(f"{file.name}: {len(entries)} entries, {len(found)} open\n")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
