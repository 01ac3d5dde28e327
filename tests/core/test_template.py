"""The parts of a finished check."""

from __future__ import annotations

import pytest

from workbench.core.template import Generator, Template, TemplatePart


def test_a_part_is_typed_or_generated():
    with pytest.raises(ValueError, match="typed, generated or both"):
        TemplatePart(key="a", typed=False)
    assert TemplatePart(key="a", typed=False, generator=Generator.SOURCES)
    with pytest.raises(ValueError, match="has a key"):
        TemplatePart(key="")


@pytest.mark.parametrize("parts", [(), (TemplatePart(key="a"), TemplatePart(key="a"))])
def test_a_template_has_parts_with_keys_of_their_own(parts):
    with pytest.raises(ValueError, match="a template has parts"):
        Template(key="t", name="T", parts=parts)


def test_a_part_of_another_template_is_not_found():
    template = Template(key="t", name="T", parts=(TemplatePart(key="lede"),))
    assert template.part("lede").key == "lede"
    assert template.part("watch") is None
