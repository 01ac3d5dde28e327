"""The newsroom's own name and addresses come from a file, and a slip in it is told by its line."""

from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.core.publisher import Policy, Publisher
from workbench.house.house import load_house

DESK = """
name = "The Alba Desk"
url = "https://desk.example/"
logo = "https://desk.example/logo.png"

[[policy]]
name = "How we correct"
url = "https://desk.example/corrections#how"
"""


def house_with(folder, text, name="publisher.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_house(folder)


def test_nothing_is_said_about_a_newsroom_that_has_not_said_it():
    assert load_house().publisher == Publisher()


def test_a_newsroom_names_itself_and_its_policies(tmp_path):
    assert house_with(tmp_path, DESK).publisher == Publisher(
        name="The Alba Desk",
        url="https://desk.example/",
        logo="https://desk.example/logo.png",
        policies=(Policy(name="How we correct", url="https://desk.example/corrections#how"),),
    )
    assert load_house(tmp_path).notes == ()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ("https://desk.example/logo.png", "logo.png", 4, "“logo” must be a whole address"),
        ('"https://desk.example/"', '"javascript:alert(1)"', 3, "“url” must be a whole address"),
        ('"https://desk.example/"', '"https://localhost/"', 3, "“url” must be a whole address"),
        ('url = "https://desk.example/"', "url = 3", 3, "“url” must be text"),
        ("url = ", "adress = ", 3, "“adress” is not a key that is known here"),
        ('name = "The Alba Desk"', 'name = ""', 2, "“name” must not be empty"),
        ('"https://desk.example/corrections#how"', '""', 8, "“url” must not be empty"),
        ("[[policy]]", "[policy]", 6, "“policy” must be one or more tables"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path, right, wrong, line, told):
    assert right in DESK
    with pytest.raises(UserError) as error:
        house_with(tmp_path, DESK.replace(right, wrong, 1))
    assert error.value.message.startswith(f"publisher.toml, line {line}: {told}")
