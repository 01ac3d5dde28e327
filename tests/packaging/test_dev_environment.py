"""The folder .venv: when it is taken as ready, made anew, or left alone."""

import errno
import json

import pytest
from dev_environment import BUILD, Environment


@pytest.fixture
def environment(tmp_path):
    """An environment of a checkout whose path is not plain; nothing is installed yet."""
    checkout = tmp_path / "Prüfstand of Anna"
    (checkout / "packaging").mkdir(parents=True)
    (checkout / "packaging" / "run.lock").write_text("one==1\n", encoding="utf-8")
    (checkout / "packaging" / "test.lock").write_text("two==2\n", encoding="utf-8")
    return Environment(checkout)


@pytest.fixture
def ready(environment):
    """The same after a complete set-up for run.lock."""
    environment._make_folder()
    digests = environment._digests(["run.lock"])
    environment._write_stamp({"state": "ready", "build": BUILD, "locks": digests})
    return environment


def _change_stamp(environment, **changes):
    stamp = {**environment._read_stamp(), **changes}
    environment._stamp.write_text(json.dumps(stamp), encoding="utf-8")


def test_nothing_is_ready_before_the_first_set_up(environment):
    assert not environment.is_ready(["run.lock"])


def test_a_complete_set_up_is_ready_for_its_lock_alone(ready):
    assert ready.is_ready(["run.lock"])
    assert not ready.is_ready(["run.lock", "test.lock"])


def test_a_changed_lock_is_noticed(ready):
    (ready.checkout / "packaging" / "run.lock").write_text("one==2\n", encoding="utf-8")

    assert not ready.is_ready(["run.lock"])


@pytest.mark.parametrize(
    "changes", [{"state": "begun"}, {"build": ".cpython-38-other.so"}, {"locks": None}]
)
def test_half_made_and_strange_environments_are_noticed(ready, changes):
    _change_stamp(ready, **changes)

    assert not ready.is_ready(["run.lock"])


@pytest.mark.parametrize("damage", ["", "{", "[]", "null"])
def test_a_damaged_stamp_is_no_stamp(ready, damage):
    ready._stamp.write_text(damage, encoding="utf-8")

    assert not ready.is_ready(["run.lock"])


def test_an_environment_whose_python_has_gone_is_not_ready(ready):
    ready.python.unlink()

    assert not ready.is_ready(["run.lock"])
    assert ready._usable_folder() == {}
    assert not ready.folder.exists()


def test_an_interrupted_set_up_is_cleared_away(ready):
    _change_stamp(ready, state="begun")

    assert ready._usable_folder() == {}
    assert not ready.folder.exists()


def test_a_complete_set_up_is_built_upon(ready):
    stamp = ready._usable_folder()

    assert stamp["state"] == "ready"
    assert ready._python_runs()


def test_an_environment_that_a_person_made_is_used_if_it_fits(environment):
    environment._make_folder()

    assert environment._usable_folder() == {}
    assert environment._python_runs()


def test_a_folder_of_somebody_else_is_left_as_it_is(environment):
    environment.folder.mkdir()
    (environment.folder / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(SystemExit, match="was not made by this command"):
        environment.make_ready(["run.lock"])
    assert (environment.folder / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_an_error_of_the_file_system_is_a_sentence(environment):
    environment.folder.write_text("a file in the way", encoding="utf-8")

    with pytest.raises(SystemExit, match=r"\.venv could not be made"):
        environment.make_ready(["run.lock"])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
    ],
)
def test_what_a_person_can_mend_is_named(environment, number, words):
    assert words in environment._sentence(OSError(number, "x"))


def test_programs_find_the_project_by_its_path(environment, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    monkeypatch.setenv("LC_ALL", "C")

    variables = environment.variables()

    assert variables["PYTHONPATH"] == str(environment.checkout)
    assert "PYTHONHOME" not in variables
    assert variables["LC_ALL"] == "C.UTF-8"
