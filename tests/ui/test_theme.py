from __future__ import annotations

import itertools
import re
import tomllib

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from workbench.core.claim import ClaimStatus
from workbench.house.resource import resource
from workbench.ui import theme
from workbench.ui.finding_mark import severity_token
from workbench.ui.theme import Scheme, theme_for

SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)
GROUNDS = ("window", "panel", "raised")
SHEET = re.sub(
    r"/\*.*?\*/", "", resource("style", "window.qss").read_text("utf-8"), flags=re.DOTALL
)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture(params=SCHEMES)
def worn(request):
    return theme_for(request.param)


def test_every_line_of_a_colour_file_is_read(worn):
    """They are read without a TOML library; any other form than `name = "#RRGGBB"` is lost."""
    text = resource("style", f"{worn.scheme}.toml").read_text("utf-8")
    assert worn.tokens == tomllib.loads(text)


def test_every_scheme_has_the_same_tokens_each_a_colour():
    tokens = {
        scheme: tomllib.loads(resource("style", f"{scheme}.toml").read_text("utf-8"))
        for scheme in SCHEMES
    }
    assert len({frozenset(names) for names in tokens.values()}) == 1
    for colors in tokens.values():
        assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in colors.values())


def test_every_token_of_the_style_sheet_is_a_colour_of_the_scheme(worn):
    used = set(re.findall(r"@(?:tint\()?(\w+)", SHEET)) - {"px", "tint", "picture"}
    assert used <= set(worn.tokens)
    assert "@" not in re.sub(r"url\([^)]*\)", "", worn.style_sheet())


def test_words_of_the_style_sheet_grow_with_the_interface(worn):
    sizes = [int(size) for size in re.findall(r"font-size: @px\((\d+)\)", SHEET)]
    assert sizes
    grown = [int(size) for size in re.findall(r"font-size: (\d+)px", worn.style_sheet(2.0))]
    assert grown == [2 * size for size in sizes]


TEXT_ON = [
    *itertools.product(("text", "muted"), GROUNDS),
    *itertools.product(("text", "muted", "accent"), ("accent_tint", "hover")),
    *itertools.product(("accent",), GROUNDS),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("text", "selection"),
    *itertools.product([status.value for status in ClaimStatus], GROUNDS),
]


@pytest.mark.parametrize(("words", "ground"), TEXT_ON)
def test_words_can_be_read_on_every_ground_they_stand_on(worn, words, ground):
    assert contrast(worn.color(words), worn.color(ground)) >= 4.5


@pytest.mark.parametrize("share", [0.17, 0.32])
@pytest.mark.parametrize("status", ClaimStatus)
def test_the_article_can_be_read_on_its_highlights(worn, status, share):
    assert contrast(worn.color("text"), worn.tint(status.value, share)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", ["accent", *ClaimStatus])
def test_marks_and_the_focus_can_be_seen(worn, mark, ground):
    assert contrast(worn.color(str(mark)), worn.color(ground)) >= 3


def test_no_two_statuses_that_oppose_each_other_look_alike(worn):
    names = [ClaimStatus.CONFIRMED, ClaimStatus.REPORTED, ClaimStatus.NOT_CONFIRMED,
             ClaimStatus.CONTRADICTED]  # fmt: skip
    assert len({worn.status(status).name() for status in names}) == 4


def test_an_unknown_colour_is_a_fault(worn):
    with pytest.raises(KeyError):
        worn.color("mauve")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_wearing_a_scheme_dresses_palette_words_and_article(qapp, hands, scheme):
    label = hands.show(QLabel("words"), 100, 40)
    worn = theme.wear(qapp, scheme)
    assert theme.current_theme() is worn
    assert worn.scheme is scheme
    assert qapp.palette().color(QPalette.ColorRole.Window) == worn.color("window")
    assert label.palette().color(QPalette.ColorRole.WindowText) == worn.color("text")
    theme.wear(qapp, Scheme.LIGHT)


def test_the_size_of_the_interface_is_of_its_own(qapp):
    theme.wear(qapp, Scheme.LIGHT)
    plain = QApplication.font().pointSizeF()
    article = theme.article_font().pointSizeF()
    theme.wear(qapp, Scheme.LIGHT, 1.5)
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * plain)
    assert theme.article_font().pointSizeF() == article
    theme.wear(qapp, Scheme.LIGHT, 1.5)
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * plain)
    theme.wear(qapp, Scheme.LIGHT)
    assert QApplication.font().pointSizeF() == pytest.approx(plain)


def test_as_the_system_is_one_of_the_schemes(qapp):
    assert theme.wear(qapp, Scheme.SYSTEM).scheme in SCHEMES
    theme.wear(qapp, Scheme.LIGHT)


CONTROLS = (
    "QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox", "QPushButton", "QCheckBox",
    "QRadioButton", "QScrollBar::handle", "QProgressBar", "QTabBar", "QListView:focus",
    'QFrame[role="timeline_row"]:focus', "QTextBrowser#preview:focus",
)  # fmt: skip
NOT_A_CONTROL = ("QComboBox QAbstractItemView", "QComboBoxPrivateContainer")


def edges():
    """Yield the colour token of every border of a control, and of every scroll bar's handle."""
    for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET):
        for selector in map(str.strip, selectors.split(",")):
            if not selector.startswith(CONTROLS) or selector.startswith(NOT_A_CONTROL):
                continue
            if ":disabled" in selector or "primary" in selector:
                continue  # WCAG 2.2, 1.4.11 leaves out what cannot be used; the other is filled
            kinds = "background" if "::handle" in selector else "border[a-z-]*"
            for value in re.findall(rf"(?:{kinds}):[^;]*@(\w+)", rules):
                yield selector, value


@pytest.mark.parametrize(("selector", "token"), sorted(set(edges())))
def test_edges_and_focus_of_controls_are_seen_on_every_ground(worn, selector, token):
    """At least 3:1, by WCAG 2.2, success criteria 1.4.11 and 2.4.11."""
    for ground in ("window", "panel", "raised"):
        assert contrast(worn.color(token), worn.color(ground)) >= 3.0


def test_the_edges_of_controls_are_really_measured():
    assert len(set(edges())) > 25
    assert ("QPushButton", "edge") in set(edges())


def test_the_focus_of_a_filled_button_is_seen_around_it(worn):
    for ground in ("window", "panel"):
        assert contrast(worn.color("text"), worn.color(ground)) >= 3.0
        assert contrast(worn.color("accent"), worn.color(ground)) >= 3.0


@pytest.mark.parametrize("token", [*ClaimStatus, "muted"])
def test_marks_in_the_article_are_seen_on_it(worn, token):
    """Their lines, that is: the tint is laid below the words and may be pale."""
    assert contrast(worn.color(token), worn.color("panel")) >= 3.0


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_lines_under_findings_can_be_seen_on_every_ground_of_a_field(worn, severity):
    line = worn.color(severity_token(severity))
    grounds = [worn.color("panel"), worn.color("raised"), worn.color("selection")]
    grounds.append(worn.tint("contradicted", 0.25))  # what is over a post's limit
    assert min(contrast(line, ground) for ground in grounds) >= 3


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_a_ticked_box_shows_a_tick_and_not_only_a_colour(qtbot, qapp, scheme):
    from PySide6.QtWidgets import QCheckBox

    from workbench.ui.theme import theme_for

    sheet = theme_for(scheme).style_sheet()
    box = QCheckBox("With numbers")
    qtbot.addWidget(box)
    box.setStyleSheet(sheet)
    box.setChecked(True)
    box.resize(box.sizeHint())
    with_tick = box.grab().toImage()
    box.setStyleSheet(re.sub(r"image: url\([^)]*tick[^)]*\);", "", sheet))
    without = box.grab().toImage()
    differing = [
        (x, y)
        for x in range(20)
        for y in range(box.height())
        if with_tick.pixelColor(x, y) != without.pixelColor(x, y)
    ]
    assert len(differing) > 10
