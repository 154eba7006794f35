"""import-bank as IT's scripts and checks use it: exit status, one JSON object, nothing written unless it says so."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from quizapp.app import main
from quizapp.core.column_mapping import MappedColumn, TableMapping
from quizapp.core.questions import Kind
from quizapp.db.engine import open_sqlite
from quizapp.paths import Places
from quizapp.services.banks import Banks
from quizapp.services.column_mappings import ColumnMappings

GOOD = """题型,题干,选项A,选项B,选项C,答案,解析,分类,难度
单选题,递送名片应当用,双手,单手,都可以,A,双手表示尊重,会面礼仪,易
多选题,下列哪些得体？,起立,插话,微笑,AC,,会面礼仪,
判断题,引导时走在客人正前方,,,,错,,接待,难
填空题,机关事务____与____相结合,,,,管理|服务,,,
简答题,什么是首问负责制？,,,,第一个被问到的人负责到底,,服务,
"""
FAULTY = GOOD + "单选题,没有答案的题,甲,乙,丙,,,,\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file with one question of each kind."""
    return written(tmp_path / "题库.csv", GOOD)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The same file with a row that has no answer."""
    return written(tmp_path / "有错.csv", FAULTY)


def written(file: Path, text: str) -> Path:
    """A file with this text."""
    file.write_text(text, encoding="utf-8-sig")
    return file


def run(data_dir: Path, file: Path, *options: str) -> int:
    """Run the command as the program would; its exit status."""
    return main(["--data", str(data_dir), "import-bank", str(file), "--bank", "礼仪", *options])


def report(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one object on standard output."""
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def questions(places: Places) -> int:
    """How many questions the data folder holds."""
    database = open_sqlite(places.database)
    try:
        return sum(bank.total for bank in Banks(database, lambda: None).banks())  # type: ignore[arg-type, return-value] - no time is asked for
    finally:
        database.close()


def everything_in(folder: Path) -> dict[Path, bytes]:
    """All files below a folder with what they hold."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_checking_reports_and_makes_no_folder(data_dir: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data_dir, good, "--check", "--json", "--items") == 0
    found = report(capsys)
    assert {name: found[name] for name in ("file", "questions", "new", "same", "changed", "problems")} == {
        "file": "题库.csv", "questions": 5, "new": 5, "same": 0, "changed": 0, "problems": [],
    }  # fmt: skip
    assert found["by_kind"] == {kind.value: 1 for kind in Kind}
    assert [item["key"] for item in found["items"]] == [
        ["A"], ["A", "C"], False, [["管理"], ["服务"]], "第一个被问到的人负责到底",
    ]  # fmt: skip
    assert found["items"][0] == {
        "sheet": found["items"][0]["sheet"], "row": 2, "kind": "single", "stem": "递送名片应当用",
        "options": ["双手", "单手", "都可以"], "key": ["A"], "explanation": "双手表示尊重", "category": "会面礼仪",
        "difficulty": "easy",
    }  # fmt: skip
    assert not data_dir.exists()


def test_items_are_listed_only_when_asked_for(data_dir: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data_dir, good, "--check", "--json") == 0
    assert "items" not in report(capsys)


def test_importing_again_finds_all_the_same(
    data_dir: Path, places: Places, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data_dir, good, "--json") == 0
    assert report(capsys)["new"] == 5
    assert questions(places) == 5
    changed = written(tmp_path / "改.csv", GOOD.replace("都可以,A", "都可以,C") + "判断题,新的一题,,,,对,,,\n")
    assert run(data_dir, changed, "--json") == 0
    found = report(capsys)
    assert [found[name] for name in ("questions", "new", "same", "changed")] == [6, 1, 4, 1]
    assert questions(places) == 6


def test_checking_against_a_bank_writes_nothing(
    data_dir: Path, good: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data_dir, good) == 0
    capsys.readouterr()
    before = everything_in(data_dir)
    assert run(data_dir, faulty, "--check", "--json") == 0
    found = report(capsys)
    assert [found[name] for name in ("questions", "new", "same", "changed")] == [5, 0, 5, 0]
    assert everything_in(data_dir) == before


def test_a_faulty_row_stops_the_import(data_dir: Path, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data_dir, faulty, "--json") == 1
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    (problem,) = found["problems"]
    assert (problem["row"], problem["severity"], found["questions"]) == (7, "error", 5)
    assert set(problem) == {"sheet", "row", "column", "severity", "message"}
    assert "没有写入" in shown.err
    assert not data_dir.exists()


def test_a_faulty_row_leaves_a_bank_as_it_was(
    data_dir: Path, places: Places, good: Path, faulty: Path, tmp_path: Path
) -> None:
    assert run(data_dir, good) == 0
    more = written(tmp_path / "又错.csv", FAULTY + "判断题,新的一题,,,,对,,,\n")
    assert run(data_dir, more) == 1
    assert questions(places) == 5


def test_a_faulty_row_is_skipped_when_told_to(
    data_dir: Path, places: Places, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data_dir, faulty, "--skip-faulty", "--json") == 0
    assert len(report(capsys)["problems"]) == 1
    assert questions(places) == 5


def test_with_nothing_to_import_nothing_is_made(data_dir: Path, tmp_path: Path) -> None:
    only_faulty = written(tmp_path / "全错.csv", "题型,题干,选项A,选项B,答案\n单选题,没有答案,甲,乙,\n")
    assert run(data_dir, only_faulty, "--skip-faulty") == 1
    assert not data_dir.exists()


@pytest.mark.parametrize("options", [["--json"], ["--json", "--check", "--items"]])
@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 damaged", b"\x00\x01\x02\x03" * 50])
def test_an_unreadable_file_is_one_object_as_well(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], content: bytes | None
) -> None:
    file = tmp_path / "坏.xlsx"
    if content is not None:
        file.write_bytes(content)
    assert run(data_dir, file, *options) == 1
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    (problem,) = found["problems"]
    assert (found["questions"], found["new"], problem["row"], problem["severity"]) == (0, 0, None, "error")
    assert found["by_kind"] == {kind.value: 0 for kind in Kind}
    assert found.get("items", []) == []
    assert problem["message"] in shown.err
    assert not data_dir.exists()


def test_a_folder_is_no_file(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data_dir, tmp_path) == 1
    assert "文件夹" in capsys.readouterr().err


def test_a_huge_file_is_refused_by_its_size(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    huge = tmp_path / "大.xlsx"
    with huge.open("wb") as stream:
        stream.truncate(101 * 1024 * 1024)
    assert run(data_dir, huge, "--json") == 1
    assert "100 MB" in report(capsys)["problems"][0]["message"]


def test_people_are_told_in_words(data_dir: Path, good: Path, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data_dir, faulty, "--check") == 0
    shown = capsys.readouterr()
    assert "可导入 5 题" in shown.out
    assert "没有写入" in shown.out
    assert "第 7 行" in shown.err
    assert run(data_dir, good) == 0
    assert "已导入题库“礼仪”" in capsys.readouterr().out


def test_without_a_bank_name_it_is_a_mistake_in_use(data_dir: Path, good: Path) -> None:
    assert main(["--data", str(data_dir), "import-bank", str(good)]) == 2
    assert run(data_dir, good, "--bank", " ") == 1
    assert not data_dir.exists()


def test_the_file_comes_back_with_its_problems_marked(
    data_dir: Path, faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "标注.xlsx"
    assert run(data_dir, faulty, "--check", "--json", "--annotated", str(out)) == 0
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["problems"]) == 1
    assert f"标注文件：{out}\n这种文件不能原样写回" in captured.err
    book = load_workbook(out)
    assert book.sheetnames == ["导入问题", "有错"]
    assert "没有答案" in book["有错"]["F7"].comment.text
    assert not data_dir.exists()


def test_a_marked_file_has_the_ending_of_what_it_is(
    data_dir: Path, faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data_dir, faulty, "--check", "--annotated", str(tmp_path / "标注.csv")) == 1
    assert "标注文件是 .xlsx" in capsys.readouterr().err
    assert not (tmp_path / "标注.csv").exists()


def test_only_what_is_checked_is_marked(data_dir: Path, faulty: Path, tmp_path: Path) -> None:
    assert run(data_dir, faulty, "--annotated", str(tmp_path / "标注.xlsx")) == 2


def test_what_was_said_of_the_columns_is_used_here_too(
    data_dir: Path, places: Places, tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data_dir, good) == 0
    roles = [(0, "内容", "stem"), (1, "结果", "key")]
    columns = tuple(MappedColumn(at, heading, role) for at, heading, role in roles)
    ColumnMappings(places.column_mappings).remember([TableMapping("表", 1, columns)])
    odd = written(tmp_path / "新.csv", "内容,结果\n何谓首问负责？,第一个被问到的人负责到底。\n")
    assert run(data_dir, odd, "--check") == 0
    assert "按上次对同样标题的设置读取。" in capsys.readouterr().out
