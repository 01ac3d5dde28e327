"""The count of quotes found again: what is right, wrong and unanswered."""

import json

import anchors
import pytest

OLD = "It rained. The bridge was shut on Monday by the port. Nobody was hurt. The ferry sails."
NEW = "It rained. The bridge was shut on Tuesday by the port. Nobody was hurt. A new line."


def case(words, kind, gold):
    start = OLD.index(words)
    return {
        "old": "a", "new": "b", "quote": words, "prefix": OLD[max(0, start - 32) : start],
        "suffix": OLD[start + len(words) :][:32], "start": start, "kind": kind, "repeats": 1,
        "gold": gold,
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    hurt = NEW.index("Nobody was hurt.")
    cases = [
        case("Nobody was hurt.", "kept", [hurt, hurt + 16]),
        case("The bridge was shut on Monday by the port.", "edited", [0, 5]),
        case("The ferry sails.", "deleted", None),
    ]
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(map(json.dumps, cases)))
    (tmp_path / "some.jsonl.texts.json").write_text(json.dumps({"a": OLD, "b": NEW}))
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--old"]])
def test_each_kind_is_counted_by_what_came_of_it(folder, capsys, options):
    assert anchors.main([str(folder), "--json", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cases"] == 3
    kinds = told["kinds"]
    assert (kinds["kept"]["right"], kinds["kept"]["exact"]) == (100, 100)
    assert (kinds["edited"]["right"], kinds["edited"]["wrong"]) == (0, 100)  # the key is wrong
    assert (kinds["deleted"]["right"], kinds["deleted"]["wrong"]) == (100, 0)


def test_the_table_has_a_line_for_each_kind(folder, capsys):
    assert anchors.main([str(folder / "some.jsonl")]) == 0
    first, _, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith("3 cases, ")
    assert [line.split()[0] for line in lines] == ["deleted", "edited", "kept"]


def test_a_folder_without_cases_is_told(tmp_path, capsys):
    assert anchors.main([str(tmp_path)]) == 1
    assert "no cases" in capsys.readouterr().err
