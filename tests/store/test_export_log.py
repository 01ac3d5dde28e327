"""Exports are noted beside the check: no undo and no save takes them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from workbench.core.error import UserError
from workbench.core.export_record import ExportedFile, ExportRecord
from workbench.core.identity import uuid7
from workbench.store.check_store import CheckStore


def an_export(number, at):
    return ExportRecord(
        id=uuid7(number, bytes(10)),
        revision=1,
        at=at + timedelta(minutes=number),
        formats=("md", "posts"),
        files=(ExportedFile(name="call.md", sha256="ab" * 32),),
        markdown="Words 🌉\n",
    )


def test_an_export_is_noted_with_the_revision_that_went_out(store, path, at, rich_check):
    store.save(None, rich_check)
    later = replace(rich_check, title="Another")
    store.save(rich_check, later)
    noted = store.record_export(later, an_export(1, at))
    assert noted == replace(an_export(1, at), revision=2)
    store.save(later, rich_check)  # as undo does
    assert store.exports(rich_check.id) == (noted,)
    store.close()
    again = CheckStore.open(path, at)
    assert again.exports(rich_check.id) == (noted,)
    again.close()


def test_exports_stand_in_the_order_of_their_times(store, at, rich_check):
    store.save(None, rich_check)
    for number in (3, 1, 2):
        store.record_export(rich_check, an_export(number, at))
    assert [one.at.minute - at.minute for one in store.exports(rich_check.id)] == [1, 2, 3]


def test_a_state_that_is_not_in_the_file_is_not_noted(store, at, rich_check):
    store.save(None, rich_check)
    with pytest.raises(UserError, match="this export is not noted"):
        store.record_export(replace(rich_check, title="Unsaved"), an_export(1, at))
    assert store.exports(rich_check.id) == ()


def test_exports_go_with_their_check(store, at, rich_check, query):
    store.save(None, rich_check)
    store.record_export(rich_check, an_export(1, at))
    store.delete(rich_check.id)
    assert query("SELECT count(*) FROM export_record") == [(0,)]


def test_exports_that_come_along_are_taken_in_once(store, at, rich_check):
    store.save(None, rich_check)
    exports = (an_export(1, at), an_export(2, at))
    store.take_exports(rich_check.id, exports)
    store.take_exports(rich_check.id, exports)
    assert store.exports(rich_check.id) == exports
