"""What a person types behind an option, as values; a mistake is told as a wrong usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import typer

from workbench.core.date import UNKNOWN_DATE, DateValue

if TYPE_CHECKING:
    from enum import StrEnum

_Code = TypeVar("_Code", bound="StrEnum")


def date_of(typed: str) -> DateValue:
    """Return a typed date, stated; the unknown date for nothing."""
    if not typed.strip():
        return UNKNOWN_DATE
    from workbench.reading.typed_date import date_from

    found = date_from(typed)
    if found is None:
        raise typer.BadParameter(f"“{typed}” is no date. Give it as 2026-07-02 or 2026-07.")
    return found


def anchor_date(typed: str) -> DateValue:
    """Return the date that relative dates are told by; the unknown date for nothing."""
    found = date_of(typed)
    if found.until:
        raise typer.BadParameter(f"“{typed}” is not one date. Give it as 2026-07-02.")
    return found


def code_of(typed: str, codes: type[_Code], what: str) -> _Code:
    """Return the code that is meant: "not confirmed" and "not-confirmed" are not_confirmed."""
    code = "_".join(typed.replace("-", " ").split()).casefold()
    if code not in list(codes):
        raise typer.BadParameter(f"There is no {what} “{typed}”. Choose from {', '.join(codes)}.")
    return codes(code)
