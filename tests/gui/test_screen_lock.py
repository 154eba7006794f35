"""Whether the screen is locked is asked of the system; where nothing answers, it is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.gui.screen_lock import is_screen_locked

ROOT = Path(__file__).parents[2]
SAVER = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, ClassInfo, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(result=bool)
    def GetActive(self):
        return sys.argv[1] == "yes"

app = QCoreApplication([])
saver, bus = Saver(), QDBusConnection.sessionBus()
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.ScreenSaver")
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
@pytest.mark.parametrize("says", ["yes", "no"])
def test_the_screen_saver_of_the_desktop_is_believed(bus, says):
    serve = [sys.executable, "-c", SAVER, says]
    with subprocess.Popen(serve, env=bus, stdout=subprocess.PIPE, text=True) as saver:
        assert saver.stdout.readline() == "there\n"
        asked = subprocess.run([sys.executable, "-c", ASK], env=bus, capture_output=True, text=True, check=True)
        saver.terminate()
    assert asked.stdout.strip() == str(says == "yes")
