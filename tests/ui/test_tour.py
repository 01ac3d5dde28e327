from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtGui import QImage

# The tour as it is, but at one size and without the pause that lets each picture come to rest.
HURRIED = """
import sys
from pathlib import Path
from workbench.ui import tour
tour.SIZES = tour.SIZES[:1]
tour._SETTLE_MS = 20
sys.exit(tour.run_tour(Path(sys.argv[1])))
"""


def test_the_tour_writes_the_finished_check_its_posts_and_pictures_of_every_part(tmp_path, sample):
    folder = tmp_path / "tour"
    environ = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", HURRIED, str(folder)],
        env=environ | {"HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    export = folder / sample.slug
    assert sample.title in (export / f"{sample.slug}.md").read_text(encoding="utf-8")
    assert (export / f"{sample.slug}.bluesky.txt").exists()
    pictures = sorted(folder.rglob("*.png"))
    for scheme in ("light", "dark"):
        names = [path for path in pictures if f"{scheme}-1280x800" in path.name]
        assert len(names) >= 7
        images = [QImage(str(path)) for path in names]
        assert {image.size().toTuple() for image in images} == {(1280, 800)}
        assert len({bytes(image.constBits()) for image in images}) == len(images)
    for path in [*pictures, *export.iterdir()]:
        assert str(path) in done.stdout
