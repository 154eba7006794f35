"""import-people as IT's scripts and checks use it: exit status, one JSON object, nothing written unless it says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.app import main, open_services
from quizapp.config import Settings
from quizapp.paths import Places

ROSTER = "编号,姓名,科室,职务\n007,张三,办公室,主任\n,李四,会议中心,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A roster of two."""
    return written(tmp_path / "名册.csv", ROSTER)


def written(file: Path, text: str) -> Path:
    """A file with this text."""
    file.write_text(text, encoding="utf-8-sig")
    return file


def run(places: Places, file: Path, *options: str) -> int:
    """Run the command as the program would; its exit status."""
    return main(["--data", str(places.data), "import-people", str(file), *options])


def report(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one object on standard output."""
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def who(places: Places) -> list[tuple[str, str, str]]:
    """Number, name and department of those on the roster."""
    with open_services(places, Settings()) as services:
        return [(one.number, one.name, one.department.full_name) for one in services.people.people()]


def test_checking_reports_and_makes_no_folder(places: Places, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(places, file, "--check", "--json") == 0
    assert report(capsys) == {
        "file": "名册.csv", "rows": 2, "new": 2, "same": 0, "moved": 0, "renamed": 0, "changed": 0, "left": 0,
        "problems": [], "questions": [],
    }  # fmt: skip
    assert not places.data.exists()


def test_a_roster_is_brought_in_and_the_same_once_more_is_the_same(
    places: Places, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(places, file, "--json") == 0
    assert report(capsys)["new"] == 2
    assert who(places) == [("007", "张三", "办公室"), ("G0001", "李四", "会议中心")]
    assert run(places, file, "--json") == 0
    assert report(capsys)["same"] == 2


def test_changes_are_counted_and_checking_does_not_make_them(
    places: Places, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(places, file)
    capsys.readouterr()
    before = places.database.read_bytes()
    later = written(tmp_path / "later.csv", "编号,姓名,科室\n007,张三,财务科\n,王五,办公室\n")
    assert run(places, later, "--check", "--json") == 0
    found = report(capsys)
    assert {name: found[name] for name in ("rows", "new", "same", "moved", "left")} == {
        "rows": 2, "new": 1, "same": 0, "moved": 1, "left": 1,
    }  # fmt: skip
    assert places.database.read_bytes() == before


def test_faulty_rows_are_reported_and_nothing_is_written(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = written(tmp_path / "faulty.csv", ROSTER + ",,办公室,\n")
    assert run(places, faulty, "--check", "--json") == 0
    (problem,) = report(capsys)["problems"]
    assert (problem["row"], problem["column"], problem["severity"]) == (4, "姓名", "error")
    assert run(places, faulty, "--json") == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["problems"]) == 1
    assert "1 处错误" in captured.err
    assert not places.data.exists()


def test_open_questions_are_asked_and_nothing_is_written(
    places: Places, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(places, file)
    before = who(places)
    capsys.readouterr()
    moved = written(tmp_path / "moved.csv", "姓名,科室\n张三,办公室\n李四,办公室\n")
    assert run(places, moved, "--json") == 1
    captured = capsys.readouterr()
    assert "编号" in captured.err
    (question,) = json.loads(captured.out)["questions"]
    assert question["candidates"] == [{"number": "G0001", "name": "李四", "department": ["会议中心"]}]
    assert (question["row"], question["doubt"]) == (3, "moved")
    assert who(places) == before
    assert run(places, moved, "--check", "--json") == 0


@pytest.mark.parametrize("content", ["", "今天天气很好\n", "题干,答案\n问题,A\n"])
def test_what_is_no_roster_is_refused(
    content: str, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "other.csv", content)
    for options in (("--check", "--json"), ("--json",)):
        assert run(places, file, *options) == 1
        captured = capsys.readouterr()
        found = json.loads(captured.out)
        assert found["rows"] == 0 and found["problems"]
        assert captured.err
    assert not places.data.exists()


def test_a_missing_file_is_one_object_as_well(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(places, tmp_path / "nothing.xlsx", "--json") == 1
    assert "没有找到文件" in report(capsys)["problems"][0]["message"]


def test_people_are_told_in_words(
    places: Places, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(places, file, "--check") == 0
    said = capsys.readouterr().out
    for words in ("2 人", "新增 2", "新的单位：会议中心", "没有写入"):
        assert words in said
    assert run(places, file) == 0
    assert "已导入名册" in capsys.readouterr().out
    moved = written(tmp_path / "moved.csv", "姓名,科室\n张三,办公室\n李四,办公室\n,办公室\n")
    assert run(places, moved, "--check") == 0
    captured = capsys.readouterr()
    assert "李四（G0001，会议中心）" in captured.err
    assert "错误" in captured.err
    assert "待定 1，错误 1" in captured.out
