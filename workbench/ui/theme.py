"""How the window looks: colour tokens, palette and style sheet, light, dark and high contrast."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from workbench.house.resource import resource
from workbench.ui.mirror import mirrored_sheet, reads_from_right

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ARTICLE_FAMILIES = ("Noto Serif", "Source Serif 4", "Source Serif Pro", "Georgia", "DejaVu Serif")
ARTICLE_POINTS = 12.0
_DARK_BELOW = 128
"""Lightness, of 255, below which a window colour counts as dark."""
# The files are TOML without tables; its library takes 5 ms of the first paint, a line form none.
_TOKEN = re.compile(r'^(\w+) = "(#[0-9A-F]{6})"$', re.MULTILINE)
TINT = 0.17
"""How much of a status colour a tinted background takes."""


class Scheme(StrEnum):
    """Which colours the window wears; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(NamedTuple):
    """The colour tokens of one scheme, by name, as #RRGGBB."""

    scheme: Scheme
    tokens: dict[str, str]

    def color(self, token: str) -> QColor:
        """Return a token's colour; raises KeyError for a name that no scheme has."""
        return QColor(self.tokens[token])

    def status(self, status: str) -> QColor:
        """Return the colour of a claim status or its code."""
        return self.color(status)

    def tint(self, token: str, share: float = TINT, ground: str = "panel") -> QColor:
        """Return a token's colour laid thinly over a ground, opaque."""
        over, under = self.color(token), self.color(ground)
        return QColor.fromRgbF(
            over.redF() * share + under.redF() * (1 - share),
            over.greenF() * share + under.greenF() * (1 - share),
            over.blueF() * share + under.blueF() * (1 - share),
        )

    def palette(self) -> QPalette:
        """Return the Qt palette made of the tokens."""
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.Base: "panel",
            QPalette.ColorRole.AlternateBase: "raised",
            QPalette.ColorRole.Button: "panel",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Highlight: "selection",
            QPalette.ColorRole.HighlightedText: "text",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Accent: "accent",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("muted"))
        return palette

    def style_sheet(self, zoom: float = 1.0) -> str:
        """Return the window's style sheet with every @token replaced, at an interface zoom."""
        sheet = resource("style", "window.qss").read_text(encoding="utf-8")
        sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        if reads_from_right():
            sheet = mirrored_sheet(sheet)
        sheet = re.sub(r"@px\((\d+)\)", lambda match: f"{round(int(match[1]) * zoom)}px", sheet)
        sheet = re.sub(r"@tint\((\w+)\)", lambda match: self.tint(match[1]).name(), sheet)
        sheet = re.sub(r"@(\w+)\b(?!\()", lambda match: self.tokens[match[1]], sheet)
        # Last: the place of a picture on somebody's disk may hold any sign.
        return re.sub(r"@picture\((\w+)\)", lambda match: self._picture(match[1]), sheet)

    def _picture(self, name: str) -> str:
        """Return where a picture stands that can be seen on the accent, for a style sheet."""
        ink = "light" if self.color("accent_text").lightness() >= _DARK_BELOW else "dark"
        path = str(resource("style", f"{name}-{ink}.png")).replace("\\", "/")
        return f'"{path}"'


@cache
def theme_for(scheme: Scheme) -> Theme:
    """Return the theme of a scheme; raises FileNotFoundError for SYSTEM, which is none itself."""
    text = resource("style", f"{scheme}.toml").read_text(encoding="utf-8")
    return Theme(scheme, dict(_TOKEN.findall(text)))


def desktop_scheme() -> Scheme:
    """Return the scheme that the desktop asks for."""
    # Imported here: the Qt namespace alone takes a sixth of an empty window's launch.
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and newer
    if accessibility is not None:
        wanted = accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT


def lay_ground(app: QApplication, scheme: Scheme) -> None:
    """Give the bare window its colours before anything else is known."""
    if scheme is Scheme.SYSTEM:
        dark = app.palette().window().color().lightness() < _DARK_BELOW
        scheme = Scheme.DARK if dark else Scheme.LIGHT
    _current[:] = [theme_for(scheme)]


_current: list[Theme] = []
_system_font: list[QFont] = []
_zoom = [1.0]


def current_theme() -> Theme:
    """Return the theme that the window wears now."""
    return _current[-1] if _current else theme_for(Scheme.LIGHT)


def current_zoom() -> float:
    """Return the interface's zoom that is worn now, 1.0 for the system's own size."""
    return _zoom[0]


def wear(app: QApplication, scheme: Scheme, zoom: float = 1.0) -> Theme:
    """Dress the whole program in a scheme, at an interface zoom, and return its theme."""
    theme = theme_for(desktop_scheme() if scheme is Scheme.SYSTEM else scheme)
    _current[:] = [theme]
    _zoom[0] = zoom
    if not _system_font:
        _system_font.append(QFont(app.font()))
    font = QFont(_system_font[0])
    font.setPointSizeF(font.pointSizeF() * zoom)
    if app.styleSheet():
        app.setStyleSheet("")  # from one sheet to another Qt takes five times as long
    if font != app.font():
        app.setFont(font)
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet(zoom))
    return theme


def article_font(zoom: float = 1.0) -> QFont:
    """Return the serif that articles are set in, at a zoom of 1.0 for 12 points."""
    font = QFont()
    font.setFamilies(ARTICLE_FAMILIES)  # the first that is there; asking for the list is slow
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(ARTICLE_POINTS * zoom)
    return font
