"""Where a key stands in a TOML text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.house.line import line_of


@given(
    st.lists(st.sampled_from(["# x", "", "[other]", "[[row]]", "a = 1", 't = """\n[[row]]\n"""']))
)
def test_the_line_of_a_key_is_a_line_that_holds_it(lines):
    text = "\n".join([*lines, "[[row]]", "needle = 1"])
    found = line_of(text, header="row", index=lines.count("[[row]]"), key="needle")
    assert text.split("\n")[found - 1] == "needle = 1"


def test_a_key_that_is_not_there_is_named_by_its_table():
    text = "a = 1\n[[row]]\nb = 1\n\n[[row]]\nc = 1\n"
    assert line_of(text, header="row", index=1, key="b") == 5
    assert line_of(text, header="", index=0, key="z") == 1
    assert line_of(text, header="gone", index=0, key="z") == 1
