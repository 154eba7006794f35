"""What is missing is said in plain words, in both languages, before Qt could abort."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.requirements import check_machine, missing_chinese_font
from quizapp.paths import find_places

ROOT = Path(__file__).parent.parent.parent
TRANSLATIONS = find_places().translations
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


def run_without_display(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a real process that has no display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@needs_linux
@pytest.mark.parametrize("arguments", [["demo"], []])
def test_without_a_display_the_program_says_what_to_do(arguments: list[str], data_dir: Path) -> None:
    folder = [] if arguments else ["--data", str(data_dir)]
    done = run_without_display("main.py", *folder, *arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    for words in ("没有图形界面", "no graphical display", "ssh -X", "xvfb-run", "main.py"):
        assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not data_dir.exists()


@needs_linux
def test_the_display_is_missed_before_qt_is_imported() -> None:
    code = (
        "import sys; from quizapp.app import main; status = main(['demo']);"
        "print(status, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    assert run_without_display("-c", code).stdout.strip() == "1 []"


@needs_linux
def test_missing_libraries_are_named_with_one_line_that_installs_them(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        check_machine(TRANSLATIONS, environ={"DISPLAY": ":0"}, library_folder=tmp_path)
    chinese, english = str(raised.value).splitlines()
    for words in (chinese, english):
        assert "libEGL.so.1" in words
        assert "apt-get install libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0" in words
        assert "libxcb-cursor0" in words
    assert english.isascii()


@needs_linux
@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"DISPLAY": ":1"}, {"libxcb-cursor0"}),
        ({"DISPLAY": ":1", "WAYLAND_DISPLAY": "wayland-0"}, {"libxcb-cursor0"}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {"libwayland-cursor0"}),
        ({"QT_QPA_PLATFORM": "offscreen"}, set()),
    ],
)
def test_a_display_wants_its_own_libraries(tmp_path: Path, environ: dict[str, str], named: set[str]) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        check_machine(TRANSLATIONS, environ=environ, library_folder=tmp_path)
    assert {package for package in ("libxcb-cursor0", "libwayland-cursor0") if package in str(raised.value)} == named


@needs_linux
def test_a_platform_that_needs_a_display_is_believed_only_with_one() -> None:
    with pytest.raises(EnvironmentFault, match="没有图形界面"):
        check_machine(TRANSLATIONS, environ={"QT_QPA_PLATFORM": "xcb"})


@needs_linux
def test_this_machine_is_good_enough_for_the_tests() -> None:
    check_machine(TRANSLATIONS, environ={"QT_QPA_PLATFORM": "offscreen"})
    check_machine(TRANSLATIONS, needs_display=False, environ={})


@pytest.mark.parametrize(("build", "is_refused"), [(17134, True), (17763, False), (22631, False)])
def test_windows_must_be_new_enough_for_qt(monkeypatch: pytest.MonkeyPatch, build: int, is_refused: bool) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    version = SimpleNamespace(major=10, minor=0, build=build)
    monkeypatch.setattr(sys, "getwindowsversion", lambda: version, raising=False)
    if is_refused:
        with pytest.raises(EnvironmentFault, match=r"Windows 10 1809.*Windows 10\.0 \(17134\)"):
            check_machine(TRANSLATIONS)
    else:
        check_machine(TRANSLATIONS)


def test_a_chinese_font_is_here(qapp: object) -> None:
    assert missing_chinese_font() is None


@needs_linux
def test_a_machine_without_a_chinese_font_is_warned(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    code = (
        "from PySide6.QtWidgets import QApplication; from quizapp.gui.requirements import missing_chinese_font;"
        "application = QApplication([]); print(missing_chinese_font())"
    )
    done = run_without_display(
        "-c", code, QT_QPA_PLATFORM="offscreen", FONTCONFIG_FILE=str(fonts), PYTHONIOENCODING="utf-8"
    )
    assert "没有中文字体" in done.stdout
    assert "fonts-noto-cjk" in done.stdout
