"""export-bank from the outside: exit status, the file, and what is told about what is not in it."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from quizapp.app import main
from quizapp.db.engine import open_sqlite
from quizapp.excel.read_bank import parse_bank
from quizapp.paths import Places
from quizapp.services.banks import Banks
from tests.commands.test_bank import GOOD, written


@pytest.fixture
def run(data_dir: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run a command on data with one bank: status, output, messages."""

    def run_command(*arguments: object) -> tuple[int, str, str]:
        status = main(["--data", str(data_dir), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    assert run_command("import-bank", written(tmp_path / "题库.csv", GOOD), "--bank", "礼仪")[0] == 0
    return run_command


def test_our_template_comes_back(run: Any, data_dir: Path, places: Places, tmp_path: Path) -> None:
    out = tmp_path / "导出.xlsx"
    status, output, messages = run("export-bank", out, "--bank", "礼仪")
    assert (status, messages) == (0, "")
    assert "5 题" in output
    database = open_sqlite(places.database)
    banks = Banks(database, lambda: None)
    present = [row.question for row in banks.questions(banks.banks()[0].id)]
    database.close()
    assert [item.question for item in parse_bank(out.read_bytes(), out.name, lambda _d, _t: None).items] == present
    status, output, _messages = run("import-bank", out, "--bank", "礼仪", "--check")
    assert status == 0
    assert "相同 5" in output


def test_the_ending_decides_and_what_is_left_out_is_told(run: Any, tmp_path: Path) -> None:
    xml, gift = tmp_path / "导出.xml", tmp_path / "导出.gift"
    assert run("export-bank", xml, "--bank", "礼仪")[0] == 0
    assert ElementTree.parse(xml).getroot().tag == "quiz"
    status, output, messages = run("export-bank", gift, "--bank", "礼仪")
    assert status == 0
    assert "4 题" in output
    assert "“机关事务____与____相结合”：GIFT 没有几个空的填空题" in messages


@pytest.mark.parametrize(
    "arguments",
    [["导出.txt"], ["导出"], ["导出.csv"], ["导出.xlsx", "--format", "moodle"], ["导出.xml", "--format", "word"]],
)
def test_what_makes_no_sense_is_a_usage_error(run: Any, tmp_path: Path, arguments: list[str]) -> None:
    name, *options = arguments
    assert run("export-bank", tmp_path / name, "--bank", "礼仪", *options)[0] == 2
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("form", "suffix"), [("gift", ".txt"), ("kahoot", ".xlsx"), ("kaoshibao", ".xlsx"), ("review", ".docx")]
)
def test_a_named_format(run: Any, tmp_path: Path, form: str, suffix: str) -> None:
    out = tmp_path / f"导出{suffix}"
    assert run("export-bank", out, "--bank", "礼仪", "--format", form)[0] == 0
    assert out.stat().st_size > 100


def test_an_unknown_bank_is_refused_and_the_others_named(run: Any, tmp_path: Path) -> None:
    status, _output, messages = run("export-bank", tmp_path / "导出.xlsx", "--bank", "保密")
    assert status == 1
    assert "现有的题库：礼仪" in messages


def test_data_are_not_overwritten(run: Any, places: Places) -> None:
    before = places.database.read_bytes()[:16]
    place = places.database.with_suffix(".xlsx")
    place.write_bytes(b"SQLite format 3\0")
    status, _output, messages = run("export-bank", place, "--bank", "礼仪")
    assert status == 1
    assert "没有覆盖" in messages
    assert places.database.read_bytes()[:16] == before


def test_without_data_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "没有"
    assert main(["--data", str(folder), "export-bank", str(tmp_path / "导出.xlsx"), "--bank", "礼仪"]) == 1
    assert "没有可导出" in capsys.readouterr().err
    assert not folder.exists()


def test_questions_that_are_not_in_use_can_be_asked_for(run: Any, places: Places, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from quizapp.core.people import Actor
    from quizapp.services.banks import QuestionState

    database = open_sqlite(places.database)
    banks = Banks(database, lambda: datetime(2026, 3, 2, tzinfo=UTC))
    first, second, *_rest = banks.questions(banks.banks()[0].id)
    banks.set_state(Actor("张管理"), (first.id,), QuestionState.RETIRED)
    banks.set_state(Actor("张管理"), (second.id,), QuestionState.REVIEW)
    database.close()
    out = tmp_path / "导出.xml"
    status, output, messages = run("export-bank", out, "--bank", "礼仪")
    assert "3 题" in output
    assert "停用的 1 道题没有导出。\n待审核的 1 道题没有导出。" in messages
    status, output, messages = run("export-bank", out, "--bank", "礼仪", "--with-review", "--with-retired")
    assert (status, messages) == (0, "")
    assert "5 题" in output
