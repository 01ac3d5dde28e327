"""Settings: declared once with key, type and default; they never hold a word of a check."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from workbench.ui.theme import Scheme


class Setting(NamedTuple):
    """One setting.

    Attributes:
        key: where it is kept.
        type: of its value; always asked for, since files hold text.
        default: its value while nobody has set it.
        label: what it is called in the window and in the README.

    """

    key: str
    type: type
    default: Any
    label: str


SCHEME = Setting("view/colors", str, str(Scheme.SYSTEM), "Colours")
LANGUAGE = Setting("view/language", str, "", "Language of the window")
ARTICLE_ZOOM = Setting("view/article_zoom", float, 1.0, "Size of the article")
INTERFACE_ZOOM = Setting("view/interface_zoom", float, 1.0, "Size of the interface")
AIDS = Setting("view/reading_aids", bool, True, "Underlines in the article")
GEOMETRY = Setting("window/geometry", QByteArray, QByteArray(), "Place of the window")
SPLIT = Setting("window/split", QByteArray, QByteArray(), "Width of the article")
EXPORT_FOLDER = Setting("export/folder", str, "", "Folder of the last export")
EXPORT_FORMATS = Setting(
    "export/formats", str, "md,html,claimreview,origins,posts", "Files of an export"
)
EXPORT_PICTURES = Setting("export/pictures", bool, False, "Pictures inside the page")
CASE_FOLDER = Setting("case/folder", str, "", "Folder of the last case file")
EXCHANGE_FOLDER = Setting("exchange/folder", str, "", "Folder of the last exchange")
PACK_ORIGINALS = Setting("case/originals", bool, True, "Originals go along in a case file")
PERSON = Setting("person/name", str, "", "Your name in the history of a check")
ROLE = Setting("person/role", str, "", "Your role when you approve a check")
LAST_CHECK = Setting("last/check", str, "", "Check that was open last")
LAST_SOURCE = Setting("last/source", str, "", "Source that was open last")
LAST_CLAIM = Setting("last/claim", str, "", "Claim that was chosen last")
LAST_PLACE = Setting("last/place", int, 0, "Where the article was scrolled to")
LAST_TAB = Setting("last/tab", str, "claims", "Tab that was open last")
REVIEWED_CHECKS = Setting("review/checks", str, "", "Checks in reviewer mode")
PLACES_TOLD = Setting("told/places", str, "", "Workspaces whose place was warned about")

SETTINGS = (
    SCHEME, LANGUAGE, ARTICLE_ZOOM, INTERFACE_ZOOM, AIDS, GEOMETRY, SPLIT, EXPORT_FOLDER,
    EXPORT_FORMATS, EXPORT_PICTURES, CASE_FOLDER, EXCHANGE_FOLDER, PACK_ORIGINALS, PERSON, ROLE,
    LAST_CHECK, LAST_SOURCE, LAST_CLAIM, LAST_PLACE, LAST_TAB,
    REVIEWED_CHECKS, PLACES_TOLD,
)  # fmt: skip


class Settings:
    """Reads and writes settings, each with its type."""

    def __init__(self, backing: QSettings) -> None:
        self._backing = backing

    def get(self, setting: Setting) -> Any:  # noqa: ANN401
        """Return a setting's value, its default if nobody has set it."""
        return self._backing.value(setting.key, setting.default, type=setting.type)

    def set(self, setting: Setting, value: object) -> None:
        """Keep a value; raises TypeError for one of another type."""
        if not isinstance(value, setting.type):
            raise TypeError(f"{setting.key} takes {setting.type.__name__}")
        self._backing.setValue(setting.key, value)

    def flush(self) -> None:
        """Write everything to the disk now."""
        self._backing.sync()
