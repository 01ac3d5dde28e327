"""The locks: every package by its hashes, from wherever a person's index stands."""

import re
import tomllib

import dev_lock
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = dev_lock.LOCKS


@pytest.fixture
def locks(checkout):
    """The text of each lock by its name."""
    return {name: (checkout / "packaging" / name).read_text(encoding="utf-8") for name in LOCKS}


@pytest.fixture
def project(checkout):
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


def _pins(text):
    return {name: Requirement(line) for name, line in _first_lines(text).items()}


def _first_lines(text):
    blocks = dev_lock._blocks(text)
    return {name: block.splitlines()[0].removesuffix(" \\") for name, block in blocks.items()}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place(locks, name):
    text = locks[name].lower()

    assert "http" not in text
    assert "://" not in text
    assert "file:" not in text
    assert not re.search(r"^\s*(-i|-f|--index|--extra-index|--find-links|--trusted)", text, re.M)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_has_hashes(locks, name):
    blocks = dev_lock._blocks(locks[name])

    requirements = [line for line in locks[name].splitlines() if re.match(r"[A-Za-z]", line)]
    assert len(blocks) == len(requirements) > 10
    for package, block in blocks.items():
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), package
        assert re.match(r"[\w.-]+==[\w.]+(?: ; .+)? \\$", block.splitlines()[0]), package


def test_the_test_lock_holds_only_what_the_other_lacks(locks):
    assert not _pins(locks["run.lock"]).keys() & _pins(locks["test.lock"]).keys()


def test_the_build_lock_agrees_with_the_others(locks):
    build = _pins(locks["build.lock"])
    test = _pins(locks["test.lock"])

    assert not _pins(locks["run.lock"]).keys() & build.keys()
    both = build.keys() & test.keys()
    assert "hatchling" in both
    assert {name: str(build[name]) for name in both} == {name: str(test[name]) for name in both}


def test_what_the_project_asks_for_is_locked(locks, project):
    run, test = _pins(locks["run.lock"]), _pins(locks["test.lock"])
    for text in project["project"]["dependencies"]:
        _assert_locked(Requirement(text), run)
    extra = project["project"]["optional-dependencies"]["test"]
    for text in [*extra, *project["build-system"]["requires"]]:
        _assert_locked(Requirement(text), {**run, **test})
    build = _pins(locks["build.lock"])
    for text in project["project"]["optional-dependencies"]["build"]:
        _assert_locked(Requirement(text), {**run, **build})


def _assert_locked(wanted, pins):
    pinned = pins[canonicalize_name(wanted.name)]
    (specifier,) = pinned.specifier
    assert wanted.specifier.contains(specifier.version), f"{wanted} is locked at {pinned}"
