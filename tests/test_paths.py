"""Where things are in the source tree, in a wheel and in a frozen program; what is said when nothing can be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import quizapp.paths
from quizapp.errors import EnvironmentFault
from quizapp.paths import Places, find_places, make_data_folder, own_command

ROOT = Path(__file__).parent.parent


def test_everything_of_the_user_is_in_the_data_folder(data_dir: Path) -> None:
    places = find_places(data_dir)
    assert places.data == data_dir
    for place in (places.database, places.settings, places.logs, places.backups):
        assert place.parent == data_dir
    assert not data_dir.exists()


def test_without_a_folder_it_is_the_users_own() -> None:
    home = Path(os.environ["HOME"])
    assert find_places().data.is_relative_to(home)
    assert find_places().data.name == "QuizApp"


def test_a_relative_folder_is_fixed_at_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places(Path("here")).data == tmp_path / "here"
    assert find_places(Path("~/there")).data == Path(os.environ["HOME"]) / "there"


def test_the_source_tree_has_resources_and_questions_beside_the_package(places: Places) -> None:
    assert places.resources == ROOT / "resources"
    assert places.questions == ROOT / "questions"
    assert places.translations.is_dir()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "quizapp"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(quizapp.paths, "__file__", str(package / "paths.py"))
    assert find_places().resources == package / "resources"
    assert find_places().questions == package / "questions"


def test_a_frozen_program_has_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_places().resources == tmp_path / "resources"


def test_the_data_folder_is_made_once_and_left_clean(places: Places) -> None:
    make_data_folder(places)
    make_data_folder(places)
    assert list(places.data.iterdir()) == []
    if os.name == "posix":
        assert places.data.stat().st_mode & 0o077 == 0


def test_a_file_in_the_way_is_said_in_plain_words(places: Places) -> None:
    places.data.parent.mkdir(parents=True, exist_ok=True)
    places.data.write_text("I was here first", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="不能在数据文件夹里写入") as raised:
        make_data_folder(places)
    assert str(places.data) in str(raised.value)
    assert places.data.read_text(encoding="utf-8") == "I was here first"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which not even root may write")
def test_a_read_only_folder_is_said_in_plain_words() -> None:
    with pytest.raises(EnvironmentFault, match="--data"):
        make_data_folder(find_places(Path("/proc/self")))


def test_the_program_can_start_itself_once_more() -> None:
    command = [*own_command("--help")]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert run.returncode == 0
    assert "import-bank" in run.stdout


def test_a_folder_out_of_reach_is_told_before_anything_else() -> None:
    with pytest.raises(EnvironmentFault, match="--data"):
        find_places(Path("长" * 300))
