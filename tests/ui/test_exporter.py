from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.core import change
from workbench.core.record import CheckState
from workbench.ui import setting


@pytest.fixture
def folder(settings, tmp_path):
    """The folder that the last export went to."""
    made = tmp_path / "Checks 🌉"
    settings.set(setting.EXPORT_FOLDER, str(made))
    return made


def sheet(window, hands):
    return hands.find(window, "export_sheet")


def told(window, hands):
    labels = sheet(window, hands).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_two_keys_export_to_the_folder_of_the_last_time(qtbot, window, hands, folder, sample):
    hands.tap("Ctrl+E")
    names = sorted(hands.find(window, "export_files").text().split())
    with qtbot.waitSignal(window.exporter.exported) as exported:
        hands.tap("Return")
    where = folder / sample.slug
    assert sorted(path.name for path in where.iterdir()) == names
    assert sorted(exported.args[0]) == sorted(where.iterdir())
    assert f"{sample.slug}.md" in names
    assert f"{sample.slug}.x.txt" in names
    assert window.notices.text == f"Exported {len(names)} files to {where}."
    assert not sheet(window, hands).isVisible()


def test_what_was_typed_just_before_is_in_the_export(window, hands, folder, sample):
    window.workspace.enter_tab("draft")
    field = hands.find(window, "draft_lede")
    field.setFocus()
    hands.tap("Ctrl+End")
    hands.write(" Just typed.")
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    text = (folder / sample.slug / f"{sample.slug}.md").read_text(encoding="utf-8")
    assert " Just typed." in " ".join(text.split())


@pytest.mark.parametrize(
    ("state", "says_draft"), [(CheckState.IN_REVIEW, True), (CheckState.APPROVED, False)]
)
def test_only_what_is_not_approved_says_draft(window, hands, folder, sample, state, says_draft):
    window.desk.edit("x", lambda check: replace(check, state=state))
    hands.tap("Ctrl+E")
    assert ("DRAFT" in told(window, hands)) is says_draft
    hands.tap("Return")
    hands.let_work(window)
    for path in (folder / sample.slug).iterdir():
        assert ("DRAFT" in path.read_text(encoding="utf-8")) is says_draft


def test_a_folder_that_cannot_be_written_to_is_told_and_leaves_nothing(window, hands, folder):
    folder.write_text("This is a file.")
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    assert "The check itself is safe" in window.notices.text
    assert folder.read_text() == "This is a file."


def test_another_folder_is_remembered_without_the_checks_own(
    window, hands, folder, settings, sample, tmp_path
):
    hands.tap("Ctrl+E")
    hands.tap("Ctrl+A")
    hands.write(str(tmp_path / "other" / sample.slug))
    hands.tap("Return")
    hands.let_work(window)
    assert (tmp_path / "other" / sample.slug / f"{sample.slug}.md").exists()
    assert settings.get(setting.EXPORT_FOLDER) == str(tmp_path / "other")


def test_escape_exports_nothing(window, hands, folder):
    view = window.workspace.article.view
    view.setFocus()
    hands.tap("Ctrl+E", "Escape")
    assert not folder.exists()
    assert view.hasFocus()


def test_the_notice_offers_the_post_for_the_clipboard(window, hands, folder, sample):
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    QApplication.processEvents()
    copy = [b for b in window.notices.findChildren(QPushButton) if b.text() == "Copy post"]
    hands.click(copy[0])
    post = sample.post_text("x").replace("[LINK]", sample.url)
    assert QApplication.clipboard().text() == post
    assert window.notices.text == "Post for X copied."


def test_a_check_without_a_post_has_none_to_copy(window):
    QApplication.clipboard().setText("before")
    window.desk.edit("x", lambda check: replace(check, posts=()))
    window.exporter.copy_first_post()
    assert QApplication.clipboard().text() == "before"
    assert window.notices.text == "Post for X: nothing is written yet."


def test_what_is_copied_is_plain_public_text(window, hands):
    private = "MARKER call Mara Voss before it goes out"
    window.desk.edit("x", lambda check: replace(check, notes=private))
    window.exporter.copy_first_post()
    data = QApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert "MARKER" not in data.text()


def test_an_error_in_what_is_copied_is_told_at_once(window):
    window.desk.edit("x", lambda check: change.with_post_text(check, "x", "A call. TODO: the date"))
    window.exporter.copy_first_post()
    assert QApplication.clipboard().text().startswith("A call. TODO")
    assert window.notices.text.startswith("Post for X copied. Before you post it:")
    assert "TODO" in window.notices.text


def test_formats_are_chosen_by_keys_and_remembered(window, hands, folder, settings, sample):
    hands.tap("Ctrl+E")
    names = hands.find(window, "export_files")
    assert f"{sample.slug}.docx" not in names.text()
    for key in (
            "export_docx", "export_html", "export_claimreview", "export_origins", "export_posts",
        ):  # fmt: skip
        hands.find(window, key).setFocus()
        hands.tap("Space")
    assert names.text().split() == [f"{sample.slug}.md", f"{sample.slug}.docx"]
    hands.find(window, "export_folder").setFocus()
    hands.tap("Return")
    hands.let_work(window)
    written = {path.name for path in (folder / sample.slug).iterdir()}
    assert written == {f"{sample.slug}.md", f"{sample.slug}.docx"}
    hands.tap("Ctrl+E")
    assert hands.find(window, "export_docx").isChecked()
    assert not hands.find(window, "export_html").isChecked()
    assert settings.get(setting.EXPORT_FORMATS) == "md,docx"


def test_nothing_chosen_is_nothing_written(window, hands, folder, settings):
    settings.set(setting.EXPORT_FORMATS, "")
    hands.tap("Ctrl+E")
    assert hands.find(window, "export_files").text().startswith("None.")
    assert not hands.find(window, "export_go").isEnabled()
    hands.tap("Return")
    hands.let_work(window)
    assert not folder.exists()


def test_what_stops_claim_review_is_told_before_the_export(window, hands, folder):
    window.desk.edit("x", lambda check: replace(check, url=""))
    hands.tap("Ctrl+E")
    assert "ClaimReview is not written. The check has no address yet." in told(window, hands)


def test_an_export_is_noted_and_no_undo_takes_it_back(window, hands, folder, sample):
    window.desk.edit("x", lambda check: replace(check, author="Ada"))
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    window.desk.undo_stack.undo()
    window.desk.flush()
    (noted,) = window.shelf.store.exports(sample.id)
    assert {file.name for file in noted.files} == {
        path.name for path in (folder / sample.slug).iterdir()
    }
    assert 'author: "Ada"' in noted.markdown


def test_a_pdf_is_printed_and_kept_in_the_record_with_its_fingerprint(
    window, hands, folder, settings, sample
):
    settings.set(setting.EXPORT_FORMATS, "pdf")
    hands.tap("Ctrl+E")
    assert hands.find(window, "export_files").text() == f"{sample.slug}.pdf"
    hands.tap("Return")
    hands.let_work(window)
    path = folder / sample.slug / f"{sample.slug}.pdf"
    first = path.read_bytes()
    assert first.startswith(b"%PDF-")
    window.desk.flush()
    (noted,) = window.shelf.store.exports(sample.id)
    assert noted.formats == ("pdf",)
    assert [file.sha256 for file in noted.files] == [hashlib.sha256(first).hexdigest()]
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    assert path.read_bytes() == first


def test_the_editors_copy_goes_beside_the_export_and_is_not_noted(
    window, hands, folder, settings, sample
):
    settings.set(setting.EXPORT_FORMATS, "editor")
    hands.tap("Ctrl+E")
    names = {f"{sample.slug}.editor.html", f"{sample.slug}.editor.docx"}
    assert set(hands.find(window, "export_files").text().split()) == names
    hands.tap("Return")
    hands.let_work(window)
    where = folder / sample.slug
    assert {path.name for path in where.iterdir()} == names
    page = (where / f"{sample.slug}.editor.html").read_text(encoding="utf-8")
    assert "EDITOR’S COPY" in page
    assert "State: draft" in page
    window.desk.flush()
    assert window.shelf.store.exports(sample.id) == ()
    assert window.notices.text == f"Exported 2 files to {where}."


def test_the_editors_copy_is_written_only_when_it_is_chosen(window, hands, folder, sample):
    hands.tap("Ctrl+E")
    assert not hands.find(window, "export_editor").isChecked()
    hands.find(window, "export_editor").setFocus()
    hands.tap("Space")
    assert f"{sample.slug}.editor.html" in hands.find(window, "export_files").text()
    go, card = hands.find(window, "export_go"), sheet(window, hands).card
    bottom = go.mapTo(card, go.rect().bottomLeft()).y()
    assert bottom < card.height()  # the sheet grew with the list of files
    hands.find(window, "export_folder").setFocus()
    hands.tap("Return")
    hands.let_work(window)
    assert (folder / sample.slug / f"{sample.slug}.editor.docx").is_file()
    window.desk.flush()
    (noted,) = window.shelf.store.exports(sample.id)
    assert not [file.name for file in noted.files if ".editor." in file.name]


@pytest.fixture
def busy(window):
    """Something before the export that takes as long as it is told to; it stops when cancelled."""
    import threading

    goes_on = threading.Event()

    def work(steps):
        while not goes_on.wait(0.01):
            steps(0, 0)

    window.jobs.submit("Something else …", work, lambda _: None, lambda _: None)
    yield goes_on
    goes_on.set()


def test_an_export_that_is_cancelled_writes_and_notes_nothing(
    qtbot, window, hands, folder, sample, busy
):
    hands.tap("Ctrl+E", "Return")
    assert window.notices.text.startswith("Exporting ")
    (cancel,) = [b for b in window.notices.findChildren(QPushButton) if b.isVisible()]
    hands.click(cancel)
    qtbot.waitUntil(lambda: "The export was stopped" in window.notices.text)
    assert not folder.exists()
    assert window.shelf.store.exports(sample.id) == ()


def test_what_is_typed_while_files_are_made_is_for_the_next_export(
    window, hands, folder, sample, busy
):
    hands.tap("Ctrl+E", "Return")
    window.workspace.enter_tab("draft")
    hands.find(window, "draft_lede").setFocus()
    hands.tap("Ctrl+End")
    hands.write(" Typed meanwhile.")
    assert window.desk.flush()
    busy.set()
    hands.let_work(window)
    assert window.notices.text.startswith("Exported ")
    text = (folder / sample.slug / f"{sample.slug}.md").read_text(encoding="utf-8")
    assert "Typed meanwhile." not in text
    (noted,) = window.shelf.store.exports(sample.id)
    assert "Typed meanwhile." not in noted.markdown
    assert noted.revision < window.shelf.store.revision_of(window.desk.check)


def test_a_window_that_is_closed_while_files_are_made_leaves_none_half_done(
    window, hands, folder, busy
):
    hands.tap("Ctrl+E", "Return")
    window.close()
    assert not window.isVisible()
    assert not folder.exists()


def test_a_copy_made_for_an_editor_is_noted_and_the_next_one_tells_what_changed(
    window, hands, folder, sample
):
    hands.tap("Ctrl+E")
    box = hands.find(window, "export_editor")
    reader = hands.find(window, "export_reader")
    assert not reader.isVisible()
    box.setFocus()
    hands.tap("Space")
    reader.setFocus()
    hands.write("Mara Voss")
    hands.tap("Return")
    hands.let_work(window)
    page = folder / sample.slug / f"{sample.slug}.editor.html"
    first = page.read_text(encoding="utf-8")
    assert "Copy for Mara Voss, the first one" in first
    assert 'id="since"' not in first
    window.workspace.enter_tab("draft")
    hands.find(window, "draft_lede").setFocus()
    hands.tap("Ctrl+End")
    hands.write(" A further sentence.")
    hands.tap("Ctrl+E")
    assert reader.text() == "Mara Voss"
    hands.tap("Return")
    hands.let_work(window)
    second = page.read_text(encoding="utf-8")
    assert "<ins>A further sentence.</ins>" in " ".join(second.split())


@pytest.fixture
def three(window, settings):
    """The window on its start page, with the sample and two other checks in the workspace."""
    settings.set(setting.EXPORT_FORMATS, "md,posts")
    for title in ("Is the zeppelin shut?", "Is the zeppelin open?"):
        window.shelf.new_check(title)
    window.show_start()
    return window


def test_all_checks_are_exported_from_the_start_page_each_into_its_folder(
    three, hands, folder, sample
):
    hands.find(three, "start_export").setFocus()
    hands.tap("Return")
    assert "Export 3 checks" in told(three, hands)
    assert hands.find(three, "export_folder").text() == str(folder)
    hands.tap("Return")
    assert three.notices.text == "Exporting 3 checks …"
    hands.let_work(three)
    assert three.notices.text.startswith(f"Exported 3 of 3 checks to {folder}.")
    assert "With DRAFT at the top: 3." in three.notices.text
    slugs = {sample.slug, "is-the-zeppelin-shut", "is-the-zeppelin-open"}
    assert {path.name for path in folder.iterdir()} == slugs
    assert all((folder / slug / f"{slug}.md").is_file() for slug in slugs)
    assert len(three.shelf.store.exports(sample.id)) == 1


def test_only_what_is_found_is_exported_and_one_that_cannot_be_holds_up_no_other(
    three, hands, folder, sample
):
    three.start.search.setText("zeppelin")
    folder.mkdir()
    (folder / "is-the-zeppelin-open").write_text("a file in the way")
    three.start.export.click()
    hands.tap("Return")
    hands.let_work(three)
    assert three.notices.text.startswith("Exported 1 of 2 checks to ")
    assert "Not exported: 1. The first: The export to " in three.notices.text
    assert (folder / "is-the-zeppelin-shut" / "is-the-zeppelin-shut.md").is_file()
    assert not (folder / sample.slug).exists()


def test_cancelled_between_two_checks_the_first_ones_are_whole(qtbot, three, hands, folder):
    cancelled = []

    def stop(_key, done, total):
        if total and done >= 100 and not cancelled:
            cancelled.append(True)
            three.jobs.cancel_all()

    three.jobs.job_progressed.connect(stop)
    three.start.export.click()
    hands.tap("Return")
    qtbot.waitUntil(lambda: three.notices.text.startswith("Stopped. "), timeout=20_000)
    slugs = [path.name for path in folder.iterdir()]
    assert 1 <= len(slugs) <= 3
    assert three.notices.text.startswith(f"Stopped. {len(slugs)} of 3 ") or len(slugs) == 3
    assert all((folder / slug / f"{slug}.md").is_file() for slug in slugs)
    assert not list(folder.rglob("*.part"))
