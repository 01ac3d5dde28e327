"""What the system has: libraries, fonts, a display."""

import sys

import dev_system
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")

_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def no_display(monkeypatch):
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_the_loader_is_asked_what_is_missing():
    assert dev_system.missing_libraries(["libc.so.6", "libnothing-like-it.so.9"]) == (
        "libnothing-like-it.so.9",
    )


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize(
    ("variables", "display"),
    [
        ({}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "minimal:x=1"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, ""),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "own"),
        ({"QT_QPA_PLATFORM": "xcb"}, ""),
    ],
)
def test_the_display_is_the_one_that_qt_would_take(monkeypatch, variables, display):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert dev_system.display() == display


@pytest.mark.usefixtures("no_display")
@pytest.mark.skipif(dev_system.missing_libraries(["libxcb.so.1"]), reason="libxcb is not here")
def test_a_display_that_does_not_answer_is_none(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")

    assert dev_system.display() == ""


def test_fonts_of_the_person_are_found(monkeypatch, tmp_path):
    own = tmp_path / ".local" / "share" / "fonts" / "family" / "Serif.TTF"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"")
    (own.parent / "readme.txt").write_bytes(b"")
    monkeypatch.setenv("HOME", str(tmp_path))

    found = [file for file in dev_system.font_files() if tmp_path in file.parents]

    assert found == [own]


def test_an_emoji_font_alone_shows_no_text(tmp_path):
    assert dev_system.is_emoji_font(tmp_path / "NotoColorEmoji.ttf")
    assert not dev_system.is_emoji_font(tmp_path / "NotoSans-Regular.ttf")
