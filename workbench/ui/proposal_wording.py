"""The words for what a source's text proposes, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.core.date import DateValue
from workbench.core.source import Flag, Hop
from workbench.publish import proposal
from workbench.ui.language import in_language, told
from workbench.ui.moment import shown_form

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.rules.proposal import OpenProposal, Value

basis_words = in_language(proposal.basis_words)
field_words = in_language(proposal.field_words)
names_words = in_language(proposal.names_words)


def proposal_words(check: Check, one: OpenProposal) -> str:
    """Return a proposal in one line: what, its value, how sure, and where it comes from."""
    words = f"{field_words(one)} {_quoted(check, one.value)} ({basis_words(one)})"
    if one.held is None:
        return words
    held = _tr("{words}; the source has {held}")
    return held.format(words=words, held=_quoted(check, one.held))


def _quoted(check: Check, value: Value) -> str:
    words = value_words(check, value)
    return f"“{words}”" if isinstance(value, str) and not isinstance(value, Flag) else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("proposal", text)


def chip_words(check: Check, one: OpenProposal) -> tuple[str, str]:
    """Return the name and the value of a proposal, short enough to stand beside others."""
    name, value = proposal.chip_words(check, one)
    return told(name), told(value) if isinstance(one.value, Flag) else value_words(check, one.value)


def value_words(check: Check, value: Value) -> str:
    """Return a proposed value as a person reads it; words of the source stay as they are."""
    if isinstance(value, DateValue):
        return shown_form(value)
    words = proposal.value_words(check, value)
    return told(words) if isinstance(value, (Flag, Hop)) else words
