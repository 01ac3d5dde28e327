"""A newsroom may set its page in its own style, as long as the style loads and ends nothing."""

from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.house.house import load_house


def test_the_shipped_style_serves_phones_print_and_dark_screens():
    style = load_house().page_style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_a_style_of_ones_own_takes_its_place(tmp_path):
    (tmp_path / "page.css").write_text("body { color: navy; }\n", encoding="utf-8")
    assert load_house(tmp_path).page_style == "body { color: navy; }\n"


@pytest.mark.parametrize(
    "line",
    [
        "@import 'https://a.example/x.css';",
        "body { background: URL (https://a.example/x.png); }",
        "body { background: image-set('x.png' 1x); }",
        "</style><script>alert(1)</script>",
        "/* </style> */",
        "body { background: \\75rl(x); }",
    ],
)
def test_a_style_that_would_load_or_end_something_is_refused(tmp_path, line):
    text = f"/* ours\n\n*/\nh1 {{ color: navy; }}\n{line}\n"
    (tmp_path / "page.css").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        load_house(tmp_path)
    assert error.value.message.startswith("page.css, line 5: “")
