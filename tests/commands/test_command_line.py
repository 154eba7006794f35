"""The command line is understood as the README promises it."""

from pathlib import Path

import pytest

from quizapp.commands.command_line import UsageError, data_folder, parse


def test_no_command_means_the_window() -> None:
    assert parse([]).command == "window"
    assert parse(["--data", "here"]).data == Path("here")


def test_import_bank() -> None:
    plain = parse(["import-bank", "题库.xlsx", "--bank", "礼仪"])
    assert (plain.command, plain.file, plain.bank) == ("import-bank", Path("题库.xlsx"), "礼仪")
    assert not (plain.check or plain.skip_faulty or plain.items or plain.json)
    full = parse(["import-bank", "a.xls", "--bank", "b", "--check", "--skip-faulty", "--items", "--json"])
    assert full.check and full.skip_faulty and full.items and full.json


def test_import_people() -> None:
    found = parse(["import-people", "名册.xlsx", "--check", "--json"])
    assert (found.command, found.file, found.check, found.json) == ("import-people", Path("名册.xlsx"), True, True)


def test_the_month_goes_in_and_out() -> None:
    assert parse(["load-month", "march.json"]).file == Path("march.json")
    found = parse(["export-results", "--month", "2026-03", "--exam", "7", "--json", "out.xlsx"])
    assert (found.month, found.exam, found.json, found.out) == ("2026-03", 7, True, Path("out.xlsx"))
    assert parse(["export-results", "--month", "2026-12", "out.xlsx"]).exam is None


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026-3", "26-03", "2026/03", "２０２６-03", ""])
def test_a_month_has_one_spelling(month: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse(["export-results", "--month", month, "out.xlsx"])
    assert raised.value.status == 2


def test_keeping() -> None:
    assert parse(["reset-password", "张三"]).name == "张三"
    assert parse(["backup", "out"]).out == Path("out")
    assert parse(["restore", "file"]).file == Path("file")
    assert parse(["gallery", "out"]).out == Path("out")
    assert parse(["gallery", "out"]).only == []
    assert parse(["gallery", "out", "--only", "review", "--only", "month"]).only == ["review", "month"]


@pytest.mark.parametrize("arguments", [["--data", "x", "demo"], ["--dat", "x"], ["import-bank", "f", "--ban", "b"]])
def test_nothing_is_guessed(arguments: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(arguments)


def test_the_data_folder_is_found_before_the_rest_is_understood() -> None:
    assert data_folder(["--data", "here", "nonsense", "--more"]) == Path("here")
    assert data_folder(["--data=here", "--help"]) == Path("here")
    assert data_folder(["sample"]) is None
    assert data_folder(["--data"]) is None
