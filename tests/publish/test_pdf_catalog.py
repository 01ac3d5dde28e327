"""The catalog is checked on real files in tests/ui/test_pdf_file.py; here what is none of Qt's."""

from __future__ import annotations

import pytest

from workbench.publish.pdf_catalog import with_language


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF\n", b"\n1 0 obj\n<<\n/Type /Catalog\n>>"])
def test_file_of_another_make_comes_back_as_it_is(data):
    assert with_language(data, "en") == data
