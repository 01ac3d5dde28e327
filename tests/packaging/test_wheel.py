"""The wheel: built without a network, its resources inside, found by the program that is in it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_OPEN_EVERYTHING = """
import sys
from pathlib import Path
import workbench
from workbench.house.resource import resource

def files(folder, path=()):
    for item in folder.iterdir():
        if item.is_dir():
            yield from files(item, (*path, item.name))
        else:
            yield (*path, item.name)

print(Path(workbench.__file__).parents[1])
for parts in sorted(files(resource())):
    print(len(resource(*parts).read_bytes()), "/".join(parts))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, pytestconfig):
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def opened(wheel, tmp_path_factory):
    """What the installed program opens: its own place first, then size and path of each file.

    A wheel is laid out as it is installed, so unpacking it installs it.
    """
    target = tmp_path_factory.mktemp("target")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    done = subprocess.run(
        [sys.executable, "-P", "-c", _OPEN_EVERYTHING],
        cwd=target,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=True,
    )
    place, *lines = done.stdout.splitlines()
    assert Path(place) == target
    return {path: int(size) for size, path in (line.split(" ", 1) for line in lines)}


def test_every_resource_is_in_the_wheel_and_opens(opened, checkout):
    shipped = {
        file.relative_to(checkout / "resources").as_posix(): file.stat().st_size
        for file in (checkout / "resources").rglob("*")
        if file.is_file()
    }

    assert opened == shipped
    assert "house/template.toml" in opened
    assert "sample/check.json" in opened


def test_the_wheel_holds_the_program_and_nothing_beside_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"workbench"}
    assert "workbench/__main__.py" in names
    assert not [name for name in names if name.endswith((".pyc", ".workbench", ".orig"))]


def test_the_wheel_installs_the_command_and_the_licence(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (folder,) = {name.split("/")[0] for name in names if ".dist-info/" in name}
        commands = archive.read(f"{folder}/entry_points.txt").decode()

    assert "workbench = workbench.__main__:main" in commands
    assert f"{folder}/licenses/LICENSE" in names
