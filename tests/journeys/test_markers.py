"""What is private or internal is planted as markers and looked for in everything that goes out."""

from __future__ import annotations

import io
import logging
import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QPushButton

from tests.conftest import AT
from tests.marker import FULL, found_in, marked_case, unmasked_cases
from workbench.cli.app import run
from workbench.core.record import CheckState
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.house.words import load_words
from workbench.intake.capture import capture_bytes
from workbench.publish.case import pack
from workbench.publish.editors_copy import editors_copy
from workbench.publish.editors_file import editors_files
from workbench.publish.export import ExportFormat, export_files
from workbench.publish.gate import passed
from workbench.publish.proof import findings_in
from workbench.store.check_store import CheckStore
from workbench.ui import log
from workbench.ui.crash_report import crash_report
from workbench.ui.fault_watch import FaultWatch
from workbench.ui.pdf_file import pdf_file_for


@pytest.fixture(scope="module")
def marked():
    return marked_case()


def whole(file):
    """Return all there is to read in an exported file, packed or not."""
    if file.name.endswith(".pdf"):
        said = capture_bytes(file.data, file.name).text
        return " ".join(said.split()).encode() + file.data
    if not zipfile.is_zipfile(io.BytesIO(file.data)):
        return file.data
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())


def test_markers_are_planted_everywhere(marked):
    check, _, where = marked
    assert {"check.notes", "check.sources.notes", "check.claims.notes"} <= set(where.values())
    assert {"check.claims.evidence.note", "check.events.note", "check.contacts.notes"} <= set(
        where.values()
    )
    assert found_in(repr(check), where) == set(where.values())


@pytest.mark.parametrize("state", CheckState)
def test_no_export_holds_a_marker(marked, state, qapp):
    check, originals, where = marked
    check = replace(check, state=state)
    files = export_files(check, load_house(), tuple(ExportFormat), originals, pdf_file_for)
    assert {".pdf", ".docx", ".html", ".svg"} <= {f".{file.name.split('.')[-1]}" for file in files}
    for file in files:
        assert found_in(whole(file) + file.name.encode(), where) == set(), file.name


@pytest.mark.parametrize("has_comments", [True, False])
def test_the_editors_copy_holds_open_comments_only_if_they_are_wanted(marked, has_comments):
    check, _, where = marked
    house, words, book = load_house(), load_words(), load_rule_book()
    found = findings_in(check, house, {}, words, book)
    copy = editors_copy(check, house, found, has_comments=has_comments)
    files = editors_files(copy, house)
    assert files
    for file in files:
        told = {"an open comment"} if has_comments else set()
        assert found_in(whole(file) + file.name.encode(), where) == told, file.name


def test_a_case_file_holds_no_private_contact_and_no_note_to_one(marked):
    check, originals, where = marked
    with zipfile.ZipFile(io.BytesIO(pack(check, originals))) as archive:
        found = found_in(archive.read("check.json"), where)
    assert found.isdisjoint({"a private contact", "check.contacts.notes"})
    assert "check.notes" in found  # a case file is for colleagues


@pytest.fixture
def marked_workspace(marked, tmp_path):
    check, originals, _ = marked
    path = tmp_path / "checks.workbench"
    store = CheckStore.open(path, AT)
    for version in (version for source in check.sources for version in source.versions):
        store.add_original(originals[version.sha256], version.media_type)
    store.save(None, check)
    store.close()
    return path


@pytest.mark.parametrize(
    "line",
    [
        ("list",),
        ("show", "SLUG"),
        ("origins", "SLUG"),
        ("timeline", "SLUG"),
        ("preflight", "SLUG"),
        ("state", "SLUG"),
        ("export", "SLUG", "--to", "OUT"),
        ("review", "SLUG", "--to", "OUT"),
        ("exports", "SLUG"),
        ("changes", "SLUG"),
        ("posts", "SLUG"),
        ("history", "SLUG"),
        ("bin",),
        ("verify",),
    ],
)
def test_no_command_prints_a_marker(marked, marked_workspace, tmp_path, capsys, line):
    check, _, where = marked
    words = {"SLUG": check.slug, "OUT": str(tmp_path / "out")}
    run(
        ["--workspace", str(marked_workspace), *(words.get(word, word) for word in line)],
        open_window=lambda _: 0,
        run_tour=lambda _: 0,
    )
    told = capsys.readouterr()
    assert told.out or told.err or line[0] in ("exports", "bin")
    assert found_in(told.out + told.err, where) == set()


def test_the_search_over_all_checks_knows_no_marker(marked, marked_workspace):
    store = CheckStore.open(marked_workspace, AT)
    assert store.search("Lindqvist")
    assert not [marker for marker in marked[2] if store.search(marker)]
    store.close()


@pytest.fixture
def own_log(tmp_path):
    file = tmp_path / "log" / "workbench.log"
    log.keep_log(file)
    yield file
    log.keep_log(None)
    logging.getLogger("workbench").handlers.clear()
    qInstallMessageHandler(None)


def test_no_button_puts_a_marker_on_the_clipboard(
    marked, marked_workspace, open_window, qtbot, hands
):
    check, _, where = marked
    window = open_window(marked_workspace)
    window.open_check(check.id)
    clipboard = QApplication.clipboard()
    pressed = set()

    def press(root):
        for button in root.findChildren(QPushButton):
            name = button.objectName()
            if button.isVisible() and button.isEnabled() and "copy" in name:
                clipboard.setText("")
                button.click()
                pressed.add(name)
                assert found_in(clipboard.text(), where) == set(), name
                assert found_in(str(clipboard.mimeData().formats()), where) == set(), name

    for tab in ("sources", "claims", "draft", "posts", "timeline"):
        window.workspace.show_tab(tab)
        QApplication.processEvents()
        press(window.workspace)
    window.action_set.by_name["show_origins"].trigger()
    QApplication.processEvents()
    press(window)
    assert {"copy_x", "chain_copy"} <= pressed


def test_neither_log_nor_report_nor_settings_hold_a_marker_a_name_or_a_path(
    marked, marked_workspace, open_window, qtbot, hands, own_log, settings, tmp_path
):
    check, _, where = marked
    window = open_window(marked_workspace)
    window.open_check(check.id)
    faults = FaultWatch(window)
    for words in (*where, str(marked_workspace), check.title, check.claims[0].wording):
        try:
            raise ValueError(words) from KeyError(words)
        except ValueError as error:
            faults.on_fault(type(error), error, error.__traceback__)
        qWarning(f"cannot open “{words}”")
    window.shelf.open_check("not there")
    qtbot.waitUntil(lambda: window.notices.text != "")
    window.close()
    settings.flush()
    told = own_log.read_text(encoding="utf-8")
    report = crash_report(own_log, None, AT, AT)
    assert "ValueError" in told
    assert "ValueError" in report
    kept = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    for text in (told, report, kept):
        assert found_in(text, where) == set()
        for own in (check.title, check.slug, check.claims[0].wording, "Lindqvist", "Bay Comm"):
            assert own not in text
    for text in (told, report):
        assert str(tmp_path) not in text
        assert marked_workspace.name not in text


@pytest.fixture(scope="module")
def tools():
    return load_house(), load_words(), load_rule_book()


@pytest.mark.parametrize("place", unmasked_cases())
def test_a_masked_name_that_is_given_away_anywhere_holds_the_check_back(place, tools):
    house, words, book = tools
    check = replace(unmasked_cases()[place], state=CheckState.APPROVED)
    exported = b"".join(map(whole, export_files(check, house, tuple(ExportFormat))))
    assert FULL.encode() in exported
    findings = findings_in(check, house, {}, words, book)
    assert "masked_name" in {finding.rule for finding in findings}
    assert passed(check, findings).is_held_back


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("We asked Zqwhomarker, who would not say.", "private_contact"),
        ("Nothing at +49 30 5550 1234.", "private_contact"),
        ("See /home/mara/desk/minutes.pdf for that.", "file_path"),
    ],
)
def test_what_is_private_and_typed_into_another_field_holds_the_check_back(
    marked, tools, words, rule
):
    house, known, book = tools
    check = replace(marked[0], state=CheckState.APPROVED)
    claim = check.claims[0]
    for spoilt in (
        replace(check, claims=(replace(claim, looked_at=words), *check.claims[1:])),
        replace(check, contacts=(replace(check.contacts[0], answer=words), check.contacts[1])),
    ):
        findings = findings_in(spoilt, house, {}, known, book)
        assert rule in {finding.rule for finding in findings}
        assert passed(spoilt, findings).is_held_back
