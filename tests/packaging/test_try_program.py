"""Trying a built program: what it cannot do is named."""

from __future__ import annotations

import sys

import try_program


def test_a_program_that_can_do_nothing_is_found_out(tmp_path):
    command = [sys.executable, "-c", "import sys; sys.exit('There is no such thing.')"]
    faults = list(try_program.trouble(command, tmp_path))

    assert len(faults) > 15
    assert any(fault.startswith("add ") and ".pdf" in fault for fault in faults)
    assert any(fault.startswith("verify: There is no such thing.") for fault in faults)
    assert any(fault.startswith("tour") for fault in faults)


def test_there_is_a_file_of_every_kind_to_try(tmp_path):
    files = try_program._files()

    kinds = {name.rpartition(".")[2] for name in files}
    assert kinds == {"txt", "md", "html", "mhtml", "pdf", "docx", "odt", "eml"}
    assert all(files.values())
