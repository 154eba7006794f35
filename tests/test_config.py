"""Settings come back as they were saved; what is not understood is kept, what is damaged is moved aside."""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.config import (
    Appearance,
    Folders,
    Kiosk,
    ReadingLimits,
    Settings,
    Window,
    load_settings,
    save_settings,
    set_aside,
)
from quizapp.errors import EnvironmentFault, NotReadable

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.toml"


def test_no_file_means_the_defaults_and_makes_none(file: Path) -> None:
    settings = load_settings(file)
    assert settings == Settings()
    assert (settings.appearance.language, settings.appearance.theme, settings.appearance.text_size) == (
        "zh",
        "system",
        "standard",
    )
    assert not file.parent.exists()


def test_what_is_saved_comes_back(file: Path) -> None:
    settings = Settings(
        appearance=Appearance(language="en", theme="dark", text_size="extra", reduced_motion=True),
        window=Window(geometry="AdnQywADAAA=", page="results"),
        kiosk=Kiosk(is_on=True),
        folders=Folders(opened="D:\\题库\\三月", saved="/media/U盘"),
        reading=ReadingLimits(seconds=30.5, megabytes=512, file_megabytes=20),
    )
    save_settings(file, settings)
    assert load_settings(file) == settings
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_only_what_differs_is_written_and_a_default_can_be_chosen_again(file: Path) -> None:
    save_settings(file, Settings(appearance=Appearance(theme="dark")))
    assert file.read_text(encoding="utf-8").strip() == '[appearance]\ntheme = "dark"'
    save_settings(file, Settings())
    assert load_settings(file) == Settings()


def test_unknown_keys_and_comments_are_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        '# IT wrote this\n[appearance]\ntheme = "light"  # by order\nsparkle = 3\n\n[network]\nhost = "10.1.2.3"\n',
        encoding="utf-8",
    )
    save_settings(file, replace(load_settings(file), appearance=Appearance(theme="dark")))
    text = file.read_text(encoding="utf-8")
    for kept in ("# IT wrote this", "# by order", "sparkle = 3", 'host = "10.1.2.3"', 'theme = "dark"'):
        assert kept in text


@pytest.mark.parametrize(
    "line",
    [
        'appearance.theme = "pink"',
        "appearance.language = 3",
        "appearance = 5",
        "reading.seconds = -1",
        "reading.megabytes = true",
        "reading.megabytes = 10.5",
        "reading.seconds = inf",
        "reading.seconds = nan",
        "reading.seconds = 3601",
        f"reading.seconds = 1{'0' * 400}",
        f"reading.megabytes = 0x{'f' * 5000}",
        "reading.megabytes = 9223372036854775807",
        "reading.file_megabytes = 65537",
        "window.geometry = []",
    ],
)
def test_a_value_without_sense_gives_the_default(file: Path, line: str) -> None:
    file.parent.mkdir()
    file.write_text(line + "\n", encoding="utf-8")
    assert load_settings(file) == Settings()
    save_settings(file, Settings(appearance=Appearance(theme="dark")))
    assert load_settings(file) == Settings(appearance=Appearance(theme="dark"))


def test_a_value_without_sense_is_told_in_plain_words(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    file.write_text(f"reading.seconds = 1{'0' * 400}\n", encoding="utf-8")
    load_settings(file)
    assert caplog.messages == [f"设置文件里“seconds”的值不合适，这次用默认值 120.0：1{'0' * 39}…"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_what_is_no_file_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(NotReadable, match=r"设置文件读不出来.*不是文件"):
        load_settings(file)
    with pytest.raises(NotReadable, match="不是文件"):
        save_settings(file, Settings())
    set_aside(file, NOW)
    assert load_settings(file) == Settings()


def test_whole_seconds_are_fine_and_so_is_a_byte_order_mark(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("reading.seconds = 20\n", encoding="utf-8-sig")
    assert load_settings(file).reading.seconds == 20


@pytest.mark.parametrize("content", [b"appearance = [", b"\xff\xfe\x00theme", b"a = 1\na = 2"])
def test_a_damaged_file_is_moved_aside_in_plain_words(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(NotReadable, match="设置文件读不出来"):
        load_settings(file)
    with pytest.raises(NotReadable):
        save_settings(file, Settings())
    assert file.read_bytes() == content

    words = set_aside(file, NOW)

    kept = file.with_name("settings-damaged-20260305-083000.toml")
    assert kept.read_bytes() == content
    assert str(kept) in words
    assert load_settings(file) == Settings()


def test_a_file_that_cannot_be_moved_is_said_too(file: Path) -> None:
    assert "无法移开" in set_aside(file, NOW)


def test_a_place_that_cannot_be_written_is_said_in_plain_words(file: Path) -> None:
    file.parent.write_text("in the way", encoding="utf-8")
    with pytest.raises((EnvironmentFault, NotReadable), match="设置"):
        save_settings(file, Settings())


def test_a_failed_write_leaves_the_old_settings(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(file, Settings(appearance=Appearance(theme="dark")))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EnvironmentFault, match="设置没有保存"):
        save_settings(file, Settings(appearance=Appearance(theme="light")))
    assert load_settings(file).appearance.theme == "dark"
