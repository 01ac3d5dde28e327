from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QMimeData

from tests.made_file import ARTICLE, mhtml, page, pdf, png, set_lines
from workbench.core.error import UserError
from workbench.ui.desk import Desk
from workbench.ui.job import JobRunner
from workbench.ui.shelf import Shelf
from workbench.ui.source_intake import SourceIntake


class Told(list):
    """What an intake told, in order."""

    def of(self, name):
        return [args for told, args in self if told == name]


@pytest.fixture
def intake(qapp, workspace):
    desk = Desk()
    shelf = Shelf(desk, workspace)
    assert shelf.new_check("Is the bridge shut?")
    jobs = JobRunner()
    made = SourceIntake(desk, shelf, jobs)
    made.desk, made.shelf, made.jobs, made.told = desk, shelf, jobs, Told()
    for name in ("taken_in", "already_here", "refused", "batch_ended"):
        getattr(made, name).connect(lambda *args, name=name: made.told.append((name, args)))
    yield made
    jobs.shutdown()
    desk.flush()
    shelf.close()


def fates(intake):
    """Return what became of the files that were brought in together."""
    ((batch,),) = intake.told.of("batch_ended")
    return [result.fate.value for result in batch.results]


def take(qtbot, intake, *paths):
    """Take files in and wait for the end of the work."""
    intake.take_files(paths)
    qtbot.waitUntil(lambda: not intake.jobs.is_busy)


def is_kept(intake, data):
    """Return whether the workspace holds some bytes."""
    try:
        return intake.shelf.store.original(hashlib.sha256(data).hexdigest()) == data
    except UserError:
        return False


TEXT = "The bridge is shut 🌉.\r\nCafe\u0301, הלוי.\r\n"


def test_a_file_becomes_a_source_exactly_as_it_is_with_its_bytes(qtbot, intake, tmp_path):
    path = tmp_path / "Häfen 🌉.txt"
    path.write_bytes(TEXT.encode())
    take(qtbot, intake, path)
    source = intake.desk.check.sources[0]
    assert intake.told == [("taken_in", (source.id, ""))]
    assert source.version.text == TEXT
    assert source.version.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert is_kept(intake, TEXT.encode())


def test_several_files_come_in_in_their_order(qtbot, intake, tmp_path):
    paths = [tmp_path / f"{number}.md" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"# Text {number}\n")
    take(qtbot, intake, *paths)
    texts = [source.version.text for source in intake.desk.check.sources]
    assert texts == [f"# Text {number}\n" for number in range(4)]


def test_the_same_bytes_come_in_once(qtbot, intake, tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_bytes(TEXT.encode())
    take(qtbot, intake, first, second)
    take(qtbot, intake, first)
    sources = intake.desk.check.sources
    assert len(sources) == 1
    assert fates(intake) == ["taken", "here"]
    assert intake.told.of("already_here") == [(sources[0].id,)]


def test_a_refused_file_leaves_nothing_and_the_next_one_comes_in(qtbot, intake, tmp_path):
    binary, empty, good = (tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    data = b"\x7fELF\x00\x01\x02" * 50
    binary.write_bytes(data)
    empty.write_bytes(b"")
    good.write_text("The bridge is shut.")
    before = intake.desk.check
    take(qtbot, intake, binary, empty, tmp_path / "missing.txt")
    assert intake.desk.check == before
    assert not intake.desk.undo_stack.canUndo()
    assert not is_kept(intake, data)
    assert fates(intake) == ["refused"] * 3
    take(qtbot, intake, good)
    assert len(intake.desk.check.sources) == 1


def test_cancelling_leaves_nothing(qtbot, intake, tmp_path):
    path = tmp_path / "long.txt"
    data = b"The bridge is shut. " * 500_000
    path.write_bytes(data)
    with qtbot.waitSignal(intake.jobs.job_started) as started:
        intake.take_files([path])
    intake.jobs.cancel(started.args[0])
    intake.jobs.shutdown()
    assert intake.told == []
    assert intake.desk.check.sources == ()
    assert not is_kept(intake, data)


def test_progress_is_told_in_bytes(qtbot, intake, tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"The bridge is shut. " * 50_000)
    told = []
    intake.jobs.job_progressed.connect(lambda _, done, total: told.append((done, total)))
    take(qtbot, intake, path)
    of_file = [done for done, total in told if total == 1_000_000]
    assert len(of_file) >= 4
    assert of_file == sorted(of_file)


def test_what_comes_in_late_does_not_land_in_another_check(qtbot, intake, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The bridge is shut.")
    intake.take_files([path])
    intake.shelf.new_check("Another one")
    qtbot.waitUntil(lambda: not intake.jobs.is_busy)
    assert intake.desk.check.sources == ()
    assert intake.told == []


def test_pasted_words_keep_their_line_ends(qtbot, intake):
    data = QMimeData()
    data.setText("One 🌉\n\nTwo הלוי")
    intake.take_mime(data)
    qtbot.waitUntil(lambda: not intake.jobs.is_busy)
    assert intake.desk.check.sources[0].version.text == "One 🌉\n\nTwo הלוי"


def test_a_pasted_page_keeps_its_paragraphs_and_none_of_its_scripts(qtbot, intake):
    data = QMimeData()
    data.setText("Shut. The bridge is shut.")
    data.setHtml("<script>x()</script><p>Shut.</p><p>The <b>bridge</b> is shut.</p>")
    intake.take_mime(data)
    qtbot.waitUntil(lambda: not intake.jobs.is_busy)
    assert intake.desk.check.sources[0].version.text.split("\n\n") == [
        "Shut.", "The bridge is shut.",
    ]  # fmt: skip


def test_taking_a_source_in_is_one_step_that_can_be_undone(qtbot, intake, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The bridge is shut.")
    take(qtbot, intake, path)
    added = intake.desk.check.sources
    intake.desk.undo_stack.undo()
    assert intake.desk.check.sources == ()
    intake.desk.undo_stack.redo()
    assert intake.desk.check.sources == added
    assert is_kept(intake, b"The bridge is shut.")


def test_pictures_of_a_saved_page_are_kept_with_it(qtbot, intake, tmp_path):
    picture = png()
    place = "https://northshore-herald.example/bridge.png"
    figure = f"<figure><img src='{place}'><figcaption>The bridge at dawn</figcaption></figure>"
    path = tmp_path / "page.mhtml"
    path.write_bytes(mhtml(page(figure + ARTICLE), [(place, "image/png", picture)]))
    take(qtbot, intake, path)
    (image,) = intake.desk.check.sources[0].version.images
    assert (image.caption, image.address) == ("The bridge at dawn", place)
    assert is_kept(intake, picture)
    assert is_kept(intake, path.read_bytes())


def test_a_pdf_being_read_can_be_cancelled(qtbot, intake, tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf([set_lines([f"Line {number} of many." for number in range(45)])] * 1500))
    intake.take_files([path])
    intake.jobs.cancel_all()
    qtbot.waitUntil(lambda: not intake.jobs.is_busy)
    assert intake.told == []
    assert intake.desk.check.sources == ()
