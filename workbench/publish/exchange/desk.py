"""What an exchange needs of a workspace: its checks, and the ways in for those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.merge_report import Merge
    from workbench.core.saved_history import SavedHistory


class History(Protocol):
    """The saved states of every check."""

    def saved(self, check_id: str) -> SavedHistory:
        """Return all that is saved of a check."""


class Listed(Protocol):
    """A check in a list."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def slug(self) -> str:
        """Its short name."""

    @property
    def title(self) -> str:
        """Its headline."""


class Workspace(Protocol):
    """The store, as far as an exchange knows it."""

    @property
    def history(self) -> History:
        """What was saved before."""

    def checks(self, query: str = "", limit: int = 50) -> Sequence[Listed]:
        """Return checks that are not in the bin: all, for an empty query and a high limit."""

    def where(self, check_id: str) -> str:
        """Tell whether a check is "here", "binned" or, for empty text, not in the workspace."""

    def load(self, check_id: str) -> Check:
        """Return a check."""

    def exports(self, check_id: str) -> tuple[ExportRecord, ...]:
        """Return the exports of a check."""

    def take_exports(self, check_id: str, exports: tuple[ExportRecord, ...]) -> None:
        """Note exports that were made elsewhere."""

    def original(self, sha256: str) -> bytes:
        """Return the bytes with a SHA-256."""

    def original_sizes(self, names: Collection[str]) -> dict[str, int]:
        """Return the bytes of each of some originals that is here."""

    def add_original(self, data: bytes, media_type: str) -> str:
        """Keep the bytes of a source."""

    def note_packed(self, check: Check) -> None:
        """Keep the state that went out, however old it gets."""

    def take_new(
        self,
        check: Check,
        history: SavedHistory,
        exports: tuple[ExportRecord, ...],
        originals: Mapping[str, bytes],
        media_types: Mapping[str, str],
    ) -> str:
        """Take in a check that is not here; return its short name here."""

    def take_merge(
        self,
        ours: Check,
        merge: Merge,
        exports: tuple[ExportRecord, ...],
        originals: Mapping[str, bytes],
        media_types: Mapping[str, str],
    ) -> Check:
        """Write what a merge gave, in one transaction; return what stands now."""
