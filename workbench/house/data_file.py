"""One TOML file of the house, read so that every mistake can name its file, key and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.core.error import UserError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MENDING = (
    "No check was touched. Mend the line, or take the file out of the house's folder to use the "
    "shipped one."
)
_LARGEST = 1_000_000
"""Bytes of a data file; the shipped ones have a few thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A TOML file that has been parsed, with its text kept for finding lines.

    Attributes:
        name: what a person calls it, seen from the folder: "scales/house.toml".
        text: what stands in it.
        table: what tomllib made of it.

    """

    name: str
    text: str
    table: dict[str, Any]

    def mistake(self, line: int, what: str) -> UserError:
        """Return the error for a mistake on a line, counted from 1."""
        return UserError(f"{self.name}, line {line}: {what}.", MENDING)


def read_data_file(file: Traversable, name: str) -> DataFile:
    """Return a TOML file as data.

    Raises UserError if it cannot be opened, is too large, is not UTF-8 or is not TOML.
    """
    import tomllib  # 5 ms that importing this room does not pay

    text = text_of(file, name)
    try:
        return DataFile(name=name, text=text, table=tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # too many digits give a plain ValueError
        raise _syntax_mistake(DataFile(name=name, text=text, table={}), error) from error


def text_of(file: Traversable, name: str) -> str:
    """Return a file of the house as text; raises UserError if it cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise UserError(f"{name} cannot be read: {reason}.", MENDING) from error
    if len(data) > _LARGEST:
        raise UserError(f"{name} is larger than a house's data file can be (1 MB).", MENDING)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{name}, line {line}: this is not UTF-8 text.",
            "Save the file again with the encoding UTF-8.",
        ) from error


def _syntax_mistake(file: DataFile, error: ValueError | RecursionError) -> UserError:
    """Return the error for text that is no TOML; tomllib names the line in its message only."""
    import re
    import tomllib

    lines = file.text.rstrip().split("\n")
    said = str(error)
    at_line = re.search(r"\(at line (\d+), column \d+\)\Z", said)
    number = min(int(at_line[1]) if at_line else len(lines), len(lines))
    key = re.match(r"[\s\[]*([\w.-]+)", lines[number - 1])
    name = f"“{key[1]}”" if key else "this line"
    if not isinstance(error, tomllib.TOMLDecodeError):
        return UserError(f"{file.name}: a number or a nesting in it is far too large.", MENDING)
    if any(word in said for word in ("overwrite", "twice", "Duplicate")):
        return file.mistake(number, f"{name} is there twice")
    reason = re.sub(r" \(at (?:line|end)[^()]*\)\Z", "", said).rstrip(".")
    return file.mistake(number, f"{name} is not readable as TOML: {reason[:1].lower()}{reason[1:]}")
