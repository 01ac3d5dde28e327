"""What the commands say: results on the standard output, everything else beside it."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


_SHORT = 18
_NOT_BEFORE = 0.4
"""Seconds that work takes before anybody has to be told how far it is."""
_EVERY = 0.1
"""Seconds between two lines over each other."""
_CLEARED = "\r\x1b[2K"
"""To the beginning of the line, and the line emptied (ECMA-48, EL)."""


def harmless(text: str) -> str:
    """Return text on one line, without the control characters that could command a terminal."""
    if text.isprintable():
        return text
    return "".join(
        "�" if unicodedata.category(char) in ("Cc", "Cs") else char
        for char in " ".join(text.split())
    )


def tell(text: str) -> None:
    """Print one line of a result."""
    typer.echo(harmless(text))


def remark(text: str) -> None:
    """Print one line beside the results, on the standard error."""
    typer.echo(harmless(text), err=True)


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be called with done and total; tell it on the standard error of a terminal.

    Elsewhere nothing is told. The line is gone when the work is over, whatever its end.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    due = time.monotonic() + _NOT_BEFORE
    shown = False

    def step(done: int, total: int) -> None:
        nonlocal due, shown
        if time.monotonic() < due:
            return
        due, shown = time.monotonic() + _EVERY, True
        far = f" {100 * done // total} %" if total else ""
        typer.echo(f"{_CLEARED}{harmless(words)} …{far}  (Ctrl+C stops it)", err=True, nl=False)

    try:
        yield step
    finally:
        if shown:
            typer.echo(_CLEARED, err=True, nl=False)


def tell_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Print a value as indented JSON in UTF-8, whatever the terminal's encoding."""
    tell_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def tell_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    typer.echo(data, nl=False)


def tell_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: ruled on a terminal, else one line per row with tabs and no headings."""
    if not sys.stdout.isatty():
        for row in rows:
            typer.echo("\t".join(harmless(cell) for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading, cells in zip(headings, zip(*rows, strict=True), strict=True):
        # Only long texts may break, and they are never cut: names are copied from here.
        short = max(len(cell) for cell in cells) <= _SHORT
        table.add_column(heading, no_wrap=short, overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    Console().print(table)
