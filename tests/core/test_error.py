"""The one error that is meant for a person."""

from __future__ import annotations

import copy
import pickle

from workbench.core.error import UserError


def test_it_reads_as_sentences():
    assert str(UserError("The disk is full.")) == "The disk is full."
    error = UserError("The disk is full.", "Nothing was lost. Make room and save again.")
    assert str(error) == "The disk is full. Nothing was lost. Make room and save again."


def test_it_crosses_threads_and_processes_whole():
    error = UserError("The disk is full.", "Make room.")
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (again.message, again.hint) == (error.message, error.hint)
