"""What went wrong and where, without a word of anybody's: no message, no value, no folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_ROOTS = ("/site-packages/", "/dist-packages/", "/_internal/")
_PROGRAM = re.compile(r".*/((?:workbench|tests)/(?:[^/]+/)*[^/]+\.pyc?)\Z")
_LIBRARY = re.compile(r".*/lib(?:64)?/python3[^/]*/((?:[^/]+/)*[^/]+\.pyc?)\Z", re.IGNORECASE)
_ELSEWHERE = "(elsewhere)"
_MOST_FRAMES = 60
_PATH = re.compile(r"(?:[A-Za-z]:)?[/\\][^\s\"'“”‘’<>|:,;]+(?:[/\\][^\s\"'“”‘’<>|:,;]*)*")
_QUOTED = re.compile("“[^”\n]*”?|‘[^’\n]*’?|«[^»\n]*»?|\"[^\"\n]*\"?|(?<!\\w)'[^'\n]*'?|`[^`\n]*`?")
_ADDRESS = re.compile(r"\b(?:\w+://|www\.|mailto:)\S+")


def plain_trace(error: BaseException) -> str:
    """Return the kinds and places of an error and its causes, one to a line, without any words.

    The message of an error may quote what it stumbled over, so it is left out; a number that the
    system or the database gave it is kept.
    """
    told: list[str] = []
    met: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in met:
        met.add(id(at))
        told += [*_places(at.__traceback__), _kind(at)]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
        if at is not None and id(at) not in met:
            told.append("that came of:")
    return "\n".join(told)


def place_of(error: BaseException) -> str:
    """Return where an error was raised: "workbench/store/backup.py:12 in require_sound"."""
    places = _places(error.__traceback__)
    return places[-1].strip() if places else "an unknown place"


def plain_file(path: str) -> str:
    """Return a file of the program, or of what it is built on, without the folders above it."""
    path = path.replace("\\", "/")
    for root in _ROOTS:
        if root in path:
            return path.rpartition(root)[2]
    found = _PROGRAM.match(path) or _LIBRARY.match(path)
    if found:
        return found[1]
    return path if path.startswith("<frozen") else _ELSEWHERE


def plain_words(text: str) -> str:
    """Return a line of another program's making without quoted words, addresses and paths."""
    return _PATH.sub("(path)", _QUOTED.sub("(words)", _ADDRESS.sub("(address)", text)))


def plain_stacks(text: str) -> str:
    """Return what `faulthandler` wrote at a crash, with its files made plain."""
    shown = []
    for line in text.splitlines():
        found = re.match(r'  File "(.*)", line (\d+|\?\?\?) in (\S+)\Z', line)
        if found:
            shown.append(f"  {plain_file(found[1])}:{found[2]} in {found[3]}")
        else:
            shown.append(plain_words(line))
    return "\n".join(shown)


def _kind(error: BaseException) -> str:
    module = type(error).__module__
    name = type(error).__qualname__ if module == "builtins" else f"{module}.{type(error).__name__}"
    number = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return name if number is None else f"{name} ({number})"


def _places(trace: TracebackType | None) -> list[str]:
    places: list[str] = []
    while trace is not None and len(places) < _MOST_FRAMES:
        code = trace.tb_frame.f_code
        places.append(f"  {plain_file(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}")
        trace = trace.tb_next
    return places
