"""Every tab of the window is pictured, and the page of the pictures says what the help says."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

import make_screenshots
from picture_palette import compact, palette_for
from PySide6.QtGui import QColor, QImage

from workbench.ui.header import TABS


def test_every_tab_has_a_picture_on_the_page():
    pictured = {picture.page for picture in make_screenshots.PICTURES}
    assert set(TABS) <= pictured
    text = make_screenshots.page_text()
    for picture in make_screenshots.PICTURES:
        file = make_screenshots.FOLDER / f"{picture.name}.png"
        assert f"]({file.name})" in text
        assert file.stat().st_size < 160_000


def test_the_page_was_written_by_the_command_and_leads_to_files_that_are_there():
    page = make_screenshots.FOLDER / make_screenshots.PAGE
    assert page.read_text(encoding="utf-8") == make_screenshots.page_text()
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        assert (make_screenshots.FOLDER / link).is_file()


def test_one_picture_is_taken_by_name_without_a_display(tmp_path, checkout):
    command = [sys.executable, str(checkout / "packaging" / "make_screenshots.py")]
    done = subprocess.run(
        [*command, "--to", str(tmp_path), "help-dark"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["README.md", "help-dark.png"]
    taken = QImage(str(tmp_path / "help-dark.png"))
    assert (taken.width(), taken.height()) == make_screenshots.SIZE
    assert len({taken.pixel(x, 400) for x in range(1280)}) > 5  # not an empty window


def test_frequent_colours_stay_as_they_are_and_there_are_256_at_most():
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#F6F4F0"))
    for x in range(200):
        for y in range(50):
            image.setPixelColor(x, y, QColor(x & ~1, (y & ~1) * 4, 128))
    small = compact(image)
    assert small.format() == QImage.Format.Format_Indexed8
    assert small.colorCount() <= 256
    assert small.pixelColor(5, 90).name().upper() == "#F6F4F0"
    near = small.pixelColor(150, 20)
    assert abs(near.red() - 150) + abs(near.green() - 80) + abs(near.blue() - 128) < 40


def test_few_colours_are_all_kept():
    assert sorted(palette_for(Counter({1: 5, 2: 1, 3: 9}))) == [1, 2, 3]
