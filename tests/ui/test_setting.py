from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QByteArray, QSettings

from workbench.ui import setting
from workbench.ui.setting import SETTINGS, Setting, Settings

ANOTHER = {bool: True, int: 3, float: 1.25, str: "a, b; c", QByteArray: QByteArray(b"\0\xff")}


def test_every_setting_is_declared_and_named_once():
    declared = [value for value in vars(setting).values() if isinstance(value, Setting)]
    assert set(declared) == set(SETTINGS)
    for names in ([item.key for item in SETTINGS], [item.label for item in SETTINGS]):
        assert len(set(names)) == len(names)
        assert all(names)


@pytest.mark.parametrize("item", SETTINGS, ids=lambda item: item.key)
def test_a_setting_has_a_default_of_its_type(settings, item):
    assert isinstance(item.default, item.type)
    assert settings.get(item) == item.default
    assert type(settings.get(item)) is item.type


READER = """
import sys
from PySide6.QtCore import QSettings
from workbench.ui.setting import SETTINGS, Settings
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
for item in SETTINGS:
    value = settings.get(item)
    print(item.key, type(value).__name__, repr(value), sep="\\t")
"""


def test_every_setting_has_its_type_and_value_in_another_process(tmp_path):
    file = tmp_path / "settings.ini"
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    for item in SETTINGS:
        settings.set(item, ANOTHER[item.type])
    settings.flush()
    done = subprocess.run(
        [sys.executable, "-c", READER, str(file)], capture_output=True, text=True, check=True
    )
    read = [line.split("\t") for line in done.stdout.splitlines()]
    assert read == [[item.key, item.type.__name__, repr(ANOTHER[item.type])] for item in SETTINGS]


@pytest.mark.parametrize("wrong", [True, 1, None, ["a"]])
def test_a_value_of_another_type_is_refused(settings, wrong):
    with pytest.raises(TypeError):
        settings.set(setting.EXPORT_FOLDER, wrong)
    assert settings.get(setting.EXPORT_FOLDER) == ""
