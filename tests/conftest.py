"""What tests of every room may ask for; Qt is imported by the fixtures that need it, never here."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as property_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from workbench.core.check import Check
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings

# Before anything imports Qt: no test opens a window on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor does it depend on where that is: dates and words are those of no country in particular.
os.environ.update(LC_ALL="C.UTF-8", WORKBENCH_LANGUAGE="en")

# How long a machine takes that does other work as well is nothing that a property is about.
property_settings.register_profile(
    "workbench",
    property_settings(),
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
property_settings.register_profile(
    "thorough", property_settings.get_profile("workbench"), max_examples=1_000
)
property_settings.load_profile("workbench")

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)
JOB_MS = 20_000
"""Milliseconds that the work of a window may take after the last line of a test."""
MODAL_MS = 2_000
"""Milliseconds that a modal window may wait for a click that no test will make."""


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory):
    """Keep the person's settings out of every test, and every test out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(
            "WORKBENCH_SETTINGS", str(tmp_path_factory.mktemp("settings") / "workbench.ini")
        )
        yield


@pytest.fixture(scope="session")
def sample() -> Check:
    """The sample check."""
    from workbench.intake.sample import sample_case

    return sample_case()[0]


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory) -> bytes:
    """The bytes of a workspace with the sample check: copying them is faster than making it."""
    from workbench.intake.sample import sample_case
    from workbench.store.check_store import CheckStore

    path = tmp_path_factory.mktemp("workspace") / "sample.workbench"
    store = CheckStore.open(path, AT)
    check, originals = sample_case()
    for version in (version for source in check.sources for version in source.versions):
        store.add_original(originals[version.sha256], version.media_type)
    store.save(None, check)
    store.close()
    return path.read_bytes()


@pytest.fixture
def workspace(tmp_path, sample_workspace) -> Path:
    """A workspace file with the sample check in it."""
    path = tmp_path / "checks.workbench"
    path.write_bytes(sample_workspace)
    return path


@pytest.fixture
def settings(tmp_path) -> Settings:
    """Settings in a file of this test."""
    from PySide6.QtCore import QSettings

    from workbench.ui.setting import Settings

    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


class QtWatch:
    """Keeps a test's windows in order: no job and no modal window outlives it."""

    def __init__(self, qapp: QApplication) -> None:
        from PySide6.QtCore import QTimer

        self._qapp = qapp
        self._plain = qapp.palette(), qapp.font()
        self.complaints: list[str] = []
        self._since: dict[int, float] = {}
        self._timer = QTimer(interval=MODAL_MS // 10)
        self._timer.timeout.connect(self._look_for_modal)
        self._timer.start()

    def _look_for_modal(self) -> None:
        from PySide6.QtWidgets import QApplication

        modal = QApplication.activeModalWidget()
        if modal is None:
            self._since.clear()
            return
        since = self._since.setdefault(id(modal), time.monotonic())
        if time.monotonic() - since > MODAL_MS / 1000:
            self._reject(modal)

    def _reject(self, modal: QWidget) -> None:
        name = modal.objectName() or type(modal).__name__
        self.complaints.append(f"the modal window {name} ({modal.windowTitle()}) was left open")
        getattr(modal, "reject", modal.close)()

    def note_jobs(self, window: MainWindow) -> None:
        """Let a window's work come to its end before it is closed; complain of what does not."""
        from PySide6.QtTest import QTest

        end = time.monotonic() + JOB_MS / 1000
        while window.is_complete and window.jobs.is_busy:
            if time.monotonic() > end:
                self.complaints.append("a job was still running")
                break
            QTest.qWait(10)

    def end(self) -> None:
        """Put away what is left."""
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        self._timer.stop()
        modal = QApplication.activeModalWidget()
        if modal is not None:
            self._reject(modal)
        for widget in QApplication.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self._qapp.styleSheet():
            self._undress()

    def _undress(self) -> None:
        """Give the next test a program that no window has dressed yet."""
        palette, font = self._plain
        self._qapp.setStyleSheet("")
        self._qapp.setPalette(palette)
        self._qapp.setFont(font)


class Hands:
    """Types, presses and finds things in a widget, as a person would."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self._shown = []  # qtbot does not keep a widget alive

    def find(self, root, name):
        """Return the one widget with a name."""
        from PySide6.QtWidgets import QWidget

        found = list(root.findChildren(QWidget, name))
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        return found[0]

    def show(self, widget, width=640, height=800):
        """Put a widget on the screen with the keyboard in its window."""
        from PySide6.QtWidgets import QApplication

        self._qtbot.addWidget(widget)
        self._shown.append(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)
        return widget

    def type(self, widget, text, *, replacing=False):
        """Type into a field, at its end or in place of what is there."""
        widget.setFocus()
        if replacing:
            widget.selectAll()
        self._qtbot.keyClicks(widget, text)

    def press(self, widget, keys):
        """Press one combination such as "Ctrl+Shift+Z"."""
        from PySide6.QtGui import QKeySequence

        combination = QKeySequence(keys)[0]
        self._qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())

    def tap(self, *combinations):
        """Press keys one after the other, wherever the keyboard is; nothing is pointed at."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for keys in combinations:
            combination = QKeySequence(keys)[0]
            QTest.keyClick(
                self._window_with_keys(), combination.key(), combination.keyboardModifiers()
            )

    def write(self, text):
        """Type ASCII text wherever the keyboard is."""
        from PySide6.QtTest import QTest

        for letter in text:
            QTest.keyClick(self._window_with_keys(), letter)

    def _window_with_keys(self):
        """Return the window that has the keyboard; Qt aborts the run if a key goes to none."""
        from PySide6.QtGui import QGuiApplication

        # None for a moment while a dialog or a list that drops down comes or goes.
        self._qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        return QGuiApplication.focusWindow()

    def click(self, widget, at=None):
        """Click with the left button, in the middle of a widget or at a point of it."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        window = widget.window()
        place = widget.mapTo(window, widget.rect().center() if at is None else at)
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def let_work(self, window):
        """Wait until what works in the background is done, and told."""
        self._qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=20_000)

    def choose(self, box, code):
        """Choose the entry of a combo box with a code."""
        place = box.findData(str(code))
        assert place >= 0, code
        box.setCurrentIndex(place)


@pytest.fixture
def hands(qtbot) -> Hands:
    """Hands to type with."""
    return Hands(qtbot)


@pytest.fixture
def qt_watch(qapp) -> Iterator[QtWatch]:
    """A watch over the windows of a test; a complaint fails it."""
    watch = QtWatch(qapp)
    yield watch
    watch.end()
    assert not watch.complaints, "; ".join(watch.complaints)


@pytest.fixture
def open_window(qtbot, qt_watch, workspace, settings) -> Callable[..., MainWindow]:
    """A function that opens a complete window, on this test's workspace unless told otherwise."""
    from PySide6.QtWidgets import QApplication

    from workbench.ui import app

    app.made_application()

    def opened(file: Path = workspace, its_settings: Settings = settings) -> MainWindow:
        window = app.opened_window(file, its_settings)
        qtbot.addWidget(window, before_close_func=qt_watch.note_jobs)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        return window

    return opened


@pytest.fixture
def window(open_window) -> MainWindow:
    """The window with the sample check open."""
    opened = open_window()
    assert opened.shelf.open_sample()
    return opened
