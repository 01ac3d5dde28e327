"""What is fuzzed: each target takes something drawn, and may raise a UserError and nothing else."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.fuzz import material, returned
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.saved_history import SavedHistory
    from workbench.publish.case import Case

_HARMFUL = re.compile(rb"""(?:href|src|style)=["']?\s*(?:javascript|vbscript|data:text)""", re.I)
AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Target:
    """One room's way in.

    Attributes:
        drawn: what it is fed with.
        act: what it does with it; it asserts what has to hold whenever nothing is refused.
        weight: how long it takes, in units of the quickest: long ones get fewer turns.

    """

    drawn: st.SearchStrategy[Any]
    act: Callable[[Any], None]
    weight: int = 1


@cache
def _tools() -> Any:
    from workbench.house.house import load_house
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words

    return load_house(), load_words(), load_rule_book()


def take_in(drawn: tuple[str, bytes]) -> None:
    """Bring in a file."""
    from workbench.intake.capture import capture_bytes
    from workbench.intake.markup_metadata import markup_metadata_in

    name, data = drawn
    capture = capture_bytes(data, name)
    markup_metadata_in(capture.data, capture.media_type)
    assert capture.text.strip()
    assert capture.data == data
    capture.text.encode()


def read(text: str) -> None:
    """Notice what is to be noticed in a text; every place is inside it."""
    from workbench.reading.inspection import inspected
    from workbench.reading.sentence import sentences

    noticed = inspected(text, words=_tools()[1])
    assert all(0 <= span.start < span.end <= len(text) for span in noticed.spans)
    for start, end in sentences(text):
        assert 0 <= start < end <= len(text)


def find_again(drawn: tuple[str, float, float, str]) -> None:
    """Mark a stretch of a text and look for it in another one."""
    from workbench.reading.quote import selector_for
    from workbench.reading.refind import refind
    from workbench.reading.word_difference import word_difference

    old, one, other, new = drawn
    start, end = sorted((int(one * len(old)), int(other * len(old))))
    if not old[start:end].strip():
        return
    selector = selector_for(old, start, end)
    found = refind(new, selector, old)
    place = found.selector
    if place is not None and place.state.value == "anchored":
        assert new[place.start : place.end] == place.exact or place == selector
    same = refind(old, selector, old).selector
    assert same is not None
    assert same.exact == selector.exact
    word_difference(old[:2_000], new[:2_000])


def count_and_split(text: str) -> None:
    """Count a post on every network and split it."""
    from workbench.publish.count import count
    from workbench.publish.thread import thread

    for network in _tools()[0].networks:
        counted = count(text, network)
        assert counted.length >= 0
        if counted.over_from is not None:
            assert 0 <= counted.over_from <= len(text)
        for numbered in (False, True):
            for part in thread(text[:6_000], network, numbered=numbered):
                assert part.strip()


def type_a_date(text: str) -> None:
    """Type a date."""
    from workbench.reading.typed_date import date_from, typed_form

    date = date_from(text[:300])
    if date is not None and date.is_known:
        assert date_from(typed_form(date)) is not None


def read_a_finished_check(text: str) -> None:
    """Read a finished check from a file and run the pre-flight over it."""
    from workbench.intake.finished_check import manuscript_from
    from workbench.rules.preflight.registry import preflight

    _, words, book = _tools()
    manuscript = manuscript_from(text, book, words=words)
    for finding in preflight(manuscript, book):
        assert finding.message


def export_what_was_typed(drawn: tuple[str, str, str]) -> None:
    """Type anything into a check and export it in every format."""
    from workbench.core.draft import Draft
    from workbench.intake.sample import sample_case

    check, _ = sample_case()
    typed, title, wording = drawn
    parts = tuple(replace(part, text=typed) for part in check.draft.parts[:3])
    claim = replace(check.claims[0], as_supported=wording)
    _exported(
        replace(
            check,
            title=title or "x",
            draft=Draft(parts=(*parts, *check.draft.parts[3:])),
            claims=(claim, *check.claims[1:]),
            posts=tuple(replace(post, text=typed) for post in check.posts[:1]),
        )
    )


def _exported(check: Check) -> None:
    from workbench.publish.export import ExportFormat, export_files

    for file in export_files(check, _tools()[0], tuple(ExportFormat)):
        if file.name.endswith(".html"):
            assert b"<script>x" not in file.data
            assert not _HARMFUL.search(file.data)
        assert "/" not in file.name


def open_a_case_file(data: bytes) -> None:
    """Open a case file; one that is taken can be saved, loaded, searched, exported and packed."""
    from workbench.publish.case import pack, unpack
    from workbench.store.check_store import CheckStore

    case = unpack(data)
    with tempfile.TemporaryDirectory() as folder:
        store = CheckStore.open(Path(folder) / "checks.workbench", AT)
        try:
            slug = store.take_new(case.check, case.history, case.exports, case.originals, {})
            assert store.load(case.check.id) == replace(case.check, slug=slug)
            for state in store.history.states(case.check.id):
                with suppress(UserError):
                    store.history.state(case.check.id, state.id)
            _merged_with_the_sample(case, store.history.saved(case.check.id))
            store.search("bridge")
        finally:
            store.close()
    _exported(case.check)
    pack(case.check, case.originals, case.exports)


def _merged_with_the_sample(case: Case, history: SavedHistory) -> None:
    """Merge what came in with the sample, of which it may be another version."""
    from tests.fuzz.material import sample_history
    from workbench.rules.merge.history import merge_of

    ours = sample_history()
    with suppress(UserError):
        merge_of(ours.state(ours.revisions[-1].id), ours, case.check, history)


def open_a_house(files: dict[str, bytes]) -> None:
    """Load a house's own folder, and write a check by it."""
    from workbench.house.house import load_house
    from workbench.house.rule_book import load_rule_book
    from workbench.house.words import load_words
    from workbench.intake.sample import sample_case
    from workbench.publish.export import ExportFormat, export_files
    from workbench.publish.proof import findings_in

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, data in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(data)
        house, words, book = load_house(folder), load_words(folder), load_rule_book(folder)
    check = sample_case()[0]
    findings_in(check, house, {}, words, book)
    for file in export_files(check, house, (ExportFormat.MARKDOWN, ExportFormat.PAGE)):
        assert file.data


@cache
def _searched() -> Any:
    from workbench.intake.sample import sample_case
    from workbench.store.check_store import CheckStore

    folder = tempfile.mkdtemp()
    store = CheckStore.open(Path(folder) / "checks.workbench", AT)
    with suppress(UserError):
        store.save(None, sample_case()[0])
    return store


def search(text: str) -> None:
    """Type anything into the search."""
    _searched().checks(text)
    _searched().search(text)


def open_a_workspace(data: bytes) -> None:
    """Open a spoilt workspace file, list and load all that is in it."""
    from workbench.store.check_store import CheckStore
    from workbench.store.first_screen import read_first_screen
    from workbench.store.verification import verified

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checks.workbench"
        path.write_bytes(data)
        for way_in in (verified, lambda file: read_first_screen(file, None)):
            with suppress(UserError):
                way_in(path)
        store = CheckStore.open(path, AT)
        try:
            for summary in store.checks():
                store.load(summary.id)
            store.search("bridge")
        finally:
            store.close()


@cache
def _workspace() -> bytes:
    from workbench.intake.sample import sample_case
    from workbench.store.check_store import CheckStore

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checks.workbench"
        store = CheckStore.open(path, AT)
        store.save(None, sample_case()[0])
        store.close()
        return path.read_bytes()


def _files() -> st.SearchStrategy[tuple[str, bytes]]:
    from workbench.intake.kind import SUFFIXES, TextKind

    names = [f"a{ending}" for ending, kind in SUFFIXES.items() if kind is not TextKind.PDF]
    whole = st.sampled_from(sorted(material.WHOLE_FILES)).flatmap(
        lambda name: st.tuples(
            st.sampled_from((name, name, *names)), material.spoilt(material.WHOLE_FILES[name])
        )
    )
    typed = st.tuples(
        st.sampled_from(names),
        material.texts().map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
    return st.one_of(whole, typed, st.tuples(st.sampled_from(names), st.binary(max_size=300)))


_TEXTS = material.texts()
_PLACE = st.floats(0, 1)
TARGETS = {
    "intake": Target(_files(), take_in, 2),
    "pdf": Target(material.spoilt(material.PDF).map(lambda data: ("a.pdf", data)), take_in, 20),
    "reading": Target(_TEXTS, read, 2),
    "refind": Target(st.tuples(_TEXTS, _PLACE, _PLACE, _TEXTS), find_again, 2),
    "counters": Target(_TEXTS, count_and_split, 5),
    "dates": Target(_TEXTS, type_a_date),
    "finished": Target(_TEXTS, read_a_finished_check, 4),
    "export": Target(st.tuples(_TEXTS, _TEXTS, _TEXTS), export_what_was_typed, 8),
    "case": Target(
        st.one_of(material.case_files(), material.spoilt(material.sample_pack())),
        open_a_case_file,
        8,
    ),
    "returned": Target(returned.files(), returned.take_back, 8),
    "house": Target(material.house_folders(), open_a_house, 8),
    "search": Target(_TEXTS, search),
    "workspace": Target(st.deferred(lambda: material.spoilt(_workspace())), open_a_workspace, 4),
}
