"""sample fills an empty data folder once, and says how to sign in."""

from pathlib import Path

import pytest

from quizapp.app import main
from quizapp.paths import Places, find_places


def test_an_empty_folder_is_filled_once(data_dir: Path, places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data_dir), "sample"]) == 0
    said = capsys.readouterr().out
    for part in ("管理员", "demo2026", str(data_dir)):
        assert part in said
    before = places.database.stat().st_size
    assert main(["--data", str(data_dir), "sample"]) == 1
    assert "已有数据" in capsys.readouterr().err
    assert places.database.stat().st_size == before


def test_without_the_programs_banks_it_is_refused(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = find_places(data_dir)
    monkeypatch.setattr("quizapp.app.find_places", lambda _data: Places(there.data, there.resources, tmp_path))
    assert main(["--data", str(data_dir), "sample"]) == 1
    assert "重新安装" in capsys.readouterr().err
