from __future__ import annotations

from pathlib import Path

import pytest

from workbench.core.error import UserError
from workbench.house import unsafe_place
from workbench.house.data_file import read_data_file
from workbench.house.unsafe_place import (
    network_of,
    place_warning,
    read_unsafe_places,
    synced_by,
    unsafe_places,
)

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda3 /home ext4 rw 0 0
server:/desk /home/mara/desk nfs4 rw,vers=4.2 0 0
//server/news\\040room /mnt/news\\040room cifs rw 0 0
mara@host:/ /home/mara/far fuse.sshfs rw 0 0
papers /media/sf_papers vboxsf rw 0 0
/dev/sdb1 /home/mara/desk/stick vfat rw 0 0
server:/old /srv/two nfs rw 0 0
/dev/sdc1 /srv/two ext4 rw 0 0
odd line
"""


@pytest.fixture(scope="module")
def known():
    return unsafe_places()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/mara/checks.workbench", ""),
        ("/home/mara/desk/checks.workbench", "nfs4"),
        ("/home/mara/desk/deep/er/checks.workbench", "nfs4"),
        ("/home/mara/desktop/checks.workbench", ""),
        ("/home/mara/desk/stick/checks.workbench", ""),
        ("/mnt/news room/checks.workbench", "cifs"),
        ("/home/mara/far/checks.workbench", "fuse.sshfs"),
        ("/media/sf_papers/checks.workbench", "vboxsf"),
        ("/srv/two/checks.workbench", ""),  # the disk that was mounted last hides the other
    ],
)
def test_a_disk_of_another_computer_is_told_by_the_list_of_mounts(known, path, kind):
    assert network_of(Path(path), MOUNTS, known) == kind


def test_without_a_list_of_mounts_a_share_is_told_by_its_path(known):
    assert network_of(Path("//server/desk/checks.workbench"), "", known) in ("", "network share")
    assert network_of(Path(r"\\server\desk\checks.workbench"), "", known) == "network share"
    assert network_of(Path("/home/mara/checks.workbench"), "", known) == ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/mara/Dropbox/checks.workbench", "Dropbox"),
        ("/home/mara/dropbox (the ledger)/deep/checks.workbench", "Dropbox"),
        ("/Users/mara/Library/CloudStorage/OneDrive-TheLedger/checks.workbench", "OneDrive"),
        ("/Users/mara/OneDrive - The Ledger/checks.workbench", "OneDrive"),
        ("/Users/mara/Library/CloudStorage/GoogleDrive-m@l.example/x.workbench", "Google Drive"),
        ("/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/x.workbench", "iCloud Drive"),
        ("/home/mara/Nextcloud/desk/checks.workbench", "Nextcloud"),
        ("/home/mara/Syncthing/checks.workbench", "Syncthing"),
        ("/home/mara/Documents/checks.workbench", ""),
        ("/home/mara/about Dropbox/checks.workbench", ""),
        ("/home/mara/Documents/Dropbox", ""),  # the file's own name says nothing
    ],
)
def test_a_folder_that_is_kept_in_step_is_told_by_its_name(known, path, name):
    assert synced_by(Path(path), known) == name


@pytest.mark.parametrize(
    ("mark", "name"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), ("._sync_12ab.db", "Nextcloud")],
)
def test_or_by_what_its_program_left_in_it(known, tmp_path, mark, name):
    folder = tmp_path / "papers" / "2026"
    folder.mkdir(parents=True)
    assert synced_by(folder / "checks.workbench", known) == ""
    (tmp_path / "papers" / mark).mkdir()
    assert synced_by(folder / "checks.workbench", known) == name


def test_the_warning_says_what_can_happen_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(unsafe_place, "_mounts", lambda: "")  # the tests' own disk may be far away
    assert place_warning(tmp_path / "checks.workbench") == ""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    link = tmp_path / "link"
    link.symlink_to(folder)
    for path in (folder / "checks.workbench", link / "checks.workbench"):
        told = place_warning(path)
        assert told.startswith("The workspace checks.workbench is in a folder that Dropbox keeps")
        assert told.endswith("and pass a check on as a case file.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("network = 3\n", "line 1: “network” must be names"),
        ('network = ["nfs", ""]\n', "line 1: “network” must be names"),
        ('network = ["nfs"]\nsynced = "x"\n', "line 2: “synced” must be one or more tables"),
        ('network = []\n[[synced]]\nname = ""\n', "line 3: “name” must not be empty"),
    ],
)
def test_a_mistake_in_the_data_is_told_with_its_line(tmp_path, text, told):
    file = tmp_path / "folders.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_unsafe_places(read_data_file(file, "folders.toml"))
    assert told in error.value.message
