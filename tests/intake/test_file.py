"""Files are read bounded and in steps; whatever is no file is refused at once."""

import errno
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from workbench.core.error import UserError
from workbench.intake.file import LARGEST, _told_plainly, file_bytes

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")


def no_step(done: int, total: int) -> None:
    pass


def refusal_of(path: Path) -> str:
    with pytest.raises(UserError) as refusal:
        file_bytes(path, no_step)
    assert refusal.value.hint
    return refusal.value.message


def test_all_bytes_are_read_and_every_step_is_told(tmp_path: Path) -> None:
    data = os.urandom(1_000_000)
    (tmp_path / "a.txt").write_bytes(data)
    steps: list[tuple[int, int]] = []

    assert file_bytes(tmp_path / "a.txt", lambda done, total: steps.append((done, total))) == data
    assert steps[0] == (0, 1_000_000)
    assert steps[-1] == (1_000_000, 1_000_000)
    assert len(steps) > 3
    assert steps == sorted(steps)


def test_a_step_can_stop_the_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        file_bytes(tmp_path / "a.txt", stop)
    assert max(seen) < 2_000_000


def test_200_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    start = time.perf_counter()

    message = refusal_of(path)

    assert message == (
        "“archive.txt” is too large to bring in: 200 MB, where 20 MB is the limit."
        " Nothing was taken in."
    )
    assert time.perf_counter() - start < 0.5


def test_a_file_at_the_limit_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * LARGEST)

    assert len(file_bytes(path, no_step)) == LARGEST


def test_a_file_that_grows_while_it_is_read_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * LARGEST)

    def grow(done: int, total: int) -> None:
        if done == 0:
            with path.open("ab") as file:
                file.write(b"x" * 10)

    with pytest.raises(UserError, match="too large"):
        file_bytes(path, grow)


def test_a_folder(tmp_path: Path) -> None:
    assert refusal_of(tmp_path).endswith("is a folder, not a file.")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "a.txt") == "There is no file “a.txt” in that place any more."
    assert "There is no file" in refusal_of(tmp_path / "no" / "such" / "a.txt")
    assert "There is no file" in refusal_of(tmp_path / "a\0.txt")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "“a.txt” may not be read by this account. Nothing was taken in."),
        (errno.EIO, "“a.txt” could not be read: Input/output error. Nothing was taken in."),
        (errno.ENOTDIR, "There is no file “a.txt” in that place any more."),
    ],
)
def test_what_the_system_says_is_told_plainly(tmp_path: Path, number: int, words: str) -> None:
    # The tests may run as root, who may read everything.
    with pytest.raises(UserError) as refusal, _told_plainly(tmp_path / "a.txt"):
        raise OSError(number, os.strerror(number))
    assert refusal.value.message == words


@posix
@pytest.mark.timeout(10)
def test_a_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert "not a file that can be kept" in refusal_of(tmp_path / "pipe.txt")


@posix
@pytest.mark.timeout(10)
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_does_not_hang(device: str) -> None:
    assert "not a file that can be kept" in refusal_of(Path(device))


@posix
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")

        assert "not a file that can be kept" in refusal_of(Path("s.txt"))


@posix
def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert "could not be read" in refusal_of(tmp_path / "a.txt")
