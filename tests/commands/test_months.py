"""load-month and export-results from the outside: arguments in, exit status, files and JSON out."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from quizapp.app import main
from tests.services.month_json import content, month


@pytest.fixture
def run(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command on this test's data folder: status, output, messages."""

    def run_command(*arguments: object) -> tuple[int, str, str]:
        status = main(["--data", str(data_dir), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_command


def _file(tmp_path: Path, document: object, name: str = "三月.json") -> Path:
    file = tmp_path / name
    file.write_bytes(content(document))
    return file


def _settled() -> dict[str, Any]:
    document = month()
    document["people"][4] |= {"status": "exempt", "reason": "产假"}
    return document


def test_a_month_in_and_its_results_out(run: Any, tmp_path: Path) -> None:
    status, output, messages = run("load-month", _file(tmp_path, _settled()))
    assert (status, messages) == (0, "")
    assert "应考名单 5 人，作答 2 份" in output
    out = tmp_path / "成绩.xlsx"
    status, output, messages = run("export-results", "--month", "2026-03", "--json", out)
    assert (status, messages) == (0, "")
    figures = json.loads(output)
    assert {key: figures[key] for key in ("month", "title", "bureau", "state", "is_final", "full", "pass")} == {
        "month": "2026-03", "title": "三月业务知识测试", "bureau": "滨海市机关事务管理局", "state": "closed",
        "is_final": True, "full": 100, "pass": 60,
    }  # fmt: skip
    assert figures["whole"] == {
        "registered": 4, "due": 3, "sat": 2, "absent": 0, "deferred": 1, "unsettled": 0, "not_yet": 0, "exempt": 1,
        "participation": "66.67%", "mean": "56.25", "highest": 100, "lowest": 12.5,
        "passed": 1, "pass_rate": "50.00%", "excellent": 1, "excellent_rate": "50.00%",
    }  # fmt: skip
    assert [(one["department"], one["kind"], one["mean"], one["rank"]) for one in figures["departments"]] == [
        ("办公室", "section", "56.25", 1),
        ("机关服务中心", "unit", None, None),
        ("机关服务中心 / 车队", "unit", None, None),
    ]
    assert _as_figures(out) == [
        (one["department"], one["registered"], one["due"], one["sat"]) for one in figures["departments"]
    ]


def _as_figures(workbook: Path) -> list[tuple[object, ...]]:
    rows = load_workbook(workbook)["汇总"].iter_rows(values_only=True)
    return [row[1:5] for row in rows if isinstance(row[0], int)]


def test_every_person_in_the_json(run: Any, tmp_path: Path) -> None:
    run("load-month", _file(tmp_path, month()))
    _status, output, _messages = run("export-results", "--month", "2026-03", "--json", tmp_path / "成绩.xlsx")
    people = {person["number"]: person for person in json.loads(output)["people"]}
    zhang = people["001"]
    assert zhang.pop("submitted_at").startswith("2026-03-20T")
    assert zhang == {
        "number": "001", "name": "张三", "department": "办公室", "category": "公务员", "position": "科员",
        "counts": True, "is_ranked": True, "status": "sat", "reason": "", "score": 100, "grade": "excellent", "rank": 1,
        "used_s": 725, "make_up_score": None,
    }  # fmt: skip
    assert (people["002"]["score"], people["002"]["rank"]) == (12.5, 2)
    assert (people["003"]["status"], people["003"]["reason"], people["003"]["score"]) == ("deferred", "出车", None)


def test_what_is_not_final_is_said_among_the_messages(run: Any, tmp_path: Path) -> None:
    run("load-month", _file(tmp_path, month()))
    status, output, messages = run("export-results", "--month", "2026-03", tmp_path / "成绩.xlsx")
    assert status == 0
    assert "应考 4 人，实考 2 人" in output
    assert "不是最终成绩" in messages


def test_a_refused_file_writes_nothing(run: Any, data_dir: Path, tmp_path: Path) -> None:
    document = month()
    document["people"][0]["attempts"][0]["score"] = 50
    status, output, messages = run("load-month", _file(tmp_path, document))
    assert (status, output) == (1, "")
    assert "people[0].attempts[0].score" in messages
    assert not data_dir.exists()
    assert run("load-month", _file(tmp_path, month()))[0] == 0
    document["exam"]["title"] = "再来一次"
    assert run("load-month", _file(tmp_path, document))[0] == 1
    assert run("export-results", "--month", "2026-03", tmp_path / "成绩.xlsx")[0] == 0  # there is one test only
    status, _output, messages = run("export-results", "--month", "2026-04", tmp_path / "四月.xlsx")
    assert status == 1
    assert "没有已发布的考试" in messages
    assert not (tmp_path / "四月.xlsx").exists()


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("people", 0, "department"), "没有", "people[0].department"),
        (("questions", 0, "points"), -0.0, "exam"),
    ],
)
def test_what_the_load_itself_refuses_makes_no_folder(
    path: tuple[Any, ...], value: object, words: str, run: Any, data_dir: Path, tmp_path: Path
) -> None:
    document = month()
    del document["people"][0]["attempts"][0]["score"]
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    status, output, messages = run("load-month", _file(tmp_path, document))
    assert (status, output) == (1, "")
    assert words in messages
    assert not data_dir.exists()


def test_where_there_are_no_data_none_are_made(run: Any, data_dir: Path, tmp_path: Path) -> None:
    status, output, messages = run("export-results", "--month", "2026-03", tmp_path / "成绩.xlsx")
    assert (status, output) == (1, "")
    assert "还没有数据" in messages
    assert not data_dir.exists()


def test_a_missing_file_is_told(run: Any, tmp_path: Path) -> None:
    status, _output, messages = run("load-month", tmp_path / "没有.json")
    assert status == 1
    assert "没有找到文件" in messages


def test_several_tests_of_a_month_must_be_told_apart(run: Any, tmp_path: Path) -> None:
    run("load-month", _file(tmp_path, _settled()))
    second = _settled()
    second["exam"]["title"] = "幼儿园自测"
    run("load-month", _file(tmp_path, second))
    out = tmp_path / "成绩.xlsx"
    status, output, messages = run("export-results", "--month", "2026-03", out)
    assert (status, output) == (1, "")
    assert "--exam 1　三月业务知识测试" in messages
    assert "--exam 2　幼儿园自测" in messages
    assert not out.exists()
    assert run("export-results", "--month", "2026-03", "--exam", 2, out)[0] == 0
    assert "幼儿园自测" in load_workbook(out)["汇总"]["A1"].value
    status, _output, messages = run("export-results", "--month", "2026-03", "--exam", 7, out)
    assert status == 1
    assert "没有编号为 7 的考试" in messages


def test_a_workbook_that_cannot_be_written_is_told(run: Any, tmp_path: Path) -> None:
    run("load-month", _file(tmp_path, _settled()))
    status, _output, messages = run("export-results", "--month", "2026-03", tmp_path / "none" / "成绩.xlsx")
    assert status == 1
    assert "没有保存" in messages


def test_no_month_is_a_mistake_in_the_arguments(run: Any, tmp_path: Path) -> None:
    assert run("export-results", "--month", "2026-3", tmp_path / "成绩.xlsx")[0] == 2


def test_answers_that_nobody_has_marked_are_counted_and_keep_it_from_being_final(run: Any, tmp_path: Path) -> None:
    document = _settled()
    document["questions"].append(
        {"id": "q5", "kind": "short_answer", "stem": "怎样接待来访？", "key": "先听完；后答复", "points": 10}
    )
    sat = document["people"][0]["attempts"][0]
    sat["responses"]["q5"] = "先听完。"
    del sat["score"]
    run("load-month", _file(tmp_path, document))
    status, output, messages = run("export-results", "--month", "2026-03", "--json", tmp_path / "成绩.xlsx")
    figures = json.loads(output)
    assert (status, figures["is_final"], figures["whole"]["unmarked"]) == (0, False, 1)
    assert "待阅卷" in messages
