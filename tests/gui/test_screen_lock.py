"""Whether the screen is locked is asked of the system; where nothing answers, it is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.gui.screen_lock import is_screen_locked, reads_properties

ROOT = Path(__file__).parents[2]
SAVER = """
import sys
from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

says, name, path = sys.argv[1] == "yes", sys.argv[2], sys.argv[3]

@ClassInfo({"D-Bus Interface": name})
class Desktop(QObject):
    @Slot(result=bool)
    def GetActive(self):
        return says

    @Slot(result=bool)
    def GetLockState(self):
        return says

    Locked = Property(bool, lambda self: says)

app = QCoreApplication([])
desktop, bus = Desktop(), QDBusConnection.sessionBus()
options = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllProperties
assert bus.registerObject(path, desktop, options)
assert bus.registerService(name)
print("there", flush=True)
app.exec()
"""
ASK = """
from PySide6.QtCore import QCoreApplication
from quizapp.gui.screen_lock import is_screen_locked
app = QCoreApplication([])
print(is_screen_locked())
"""


def test_where_nothing_answers_it_is_not_locked(qapp):
    assert is_screen_locked() is False


@pytest.fixture
def bus():
    """The environment of a session bus of this test's own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        yield os.environ | {"DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip(), "PYTHONPATH": str(ROOT)}
        daemon.terminate()


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs a D-Bus of its own")
@pytest.mark.parametrize(
    ("says", "name", "path"),
    [
        ("yes", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("no", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("yes", "org.ukui.ScreenSaver", "/"),
        ("yes", "org.deepin.dde.SessionManager1", "/org/deepin/dde/SessionManager1"),
        ("no", "org.deepin.dde.SessionManager1", "/org/deepin/dde/SessionManager1"),
        ("yes", "com.deepin.SessionManager", "/com/deepin/SessionManager"),
    ],
)
def test_the_desktop_is_believed(bus, says, name, path):
    serve = [sys.executable, "-c", SAVER, says, name, path]
    with subprocess.Popen(serve, env=bus, stdout=subprocess.PIPE, text=True) as saver:
        is_there = saver.stdout.readline() == "there\n"
        asked = subprocess.run([sys.executable, "-c", ASK], env=bus, capture_output=True, text=True, check=False)
        saver.terminate()
    assert is_there
    can_be_told = reads_properties() or not name.endswith(("SessionManager", "SessionManager1"))
    assert asked.stdout.strip() == str(says == "yes" and can_be_told), asked.stderr
