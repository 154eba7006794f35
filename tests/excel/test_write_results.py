"""The workbook that is handed in, opened again and compared with figures worked out by hand."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.core.monthly import Status
from quizapp.errors import Cancelled, EnvironmentFault
from quizapp.excel.write_results import write_results
from tests.excel.sample_month import ROWS, SUBMITTED, book, due, table, written

COUNTS = "序号 科室(单位) 在册 应考 实考 缺考 缓考 待核实 免考"
RATES = "参考率 平均分 最高分 最低分 合格人数 合格率 优秀人数 优秀率 名次 备注"


def test_the_summary_by_hand() -> None:
    rows = table(written(book()), "汇总")
    assert " ".join(rows[0]) == f"{COUNTS} {RATES}"
    assert [list(row.values())[1:18] for row in rows] == [
        ["局领导", 2, 1, 1, 0, 0, 0, 1, 1, 97, 97, 97, 1, 1, 1, 1, "—"],
        ["办公室", 4, 4, 3, 0, 1, 0, 0, 0.75, 49.83, 90, 0, 1, 0.3333, 1, 0.3333, 2],
        ["机关幼儿园", 3, 3, 2, 1, 0, 0, 0, 0.6667, 75, 90, 60, 2, 1, 1, 0.5, 1],
        ["机关服务中心 / 车队", 2, 2, 0, 1, 0, 1, 0, 0, "—", "—", "—", 0, "—", 0, "—", "—"],
        ["合计", 11, 10, 6, 2, 1, 1, 1, 0.6, 66.08, 97, 0, 4, 0.6667, 3, 0.5, None],
    ]


def test_title_facts_notice_formulas_and_signatures() -> None:
    texts = [row[0] for row in written(book())["汇总"].iter_rows(values_only=True)]
    assert texts[0] == "滨海市机关事务管理局2026年3月份业务知识测试成绩汇总表"
    assert "测试时间：2026年3月20日 08:30 至 2026年3月25日 17:30" in texts[1]
    assert "满分：100　合格分：60　优秀分：90" in texts[1]
    assert "应考：10　实考：6　缺考：2　缓考：1　免考：1" in texts[1]
    assert texts[2] == "尚有 1 人待核实，核实后数字可能变化。"
    (note,) = [text for text in texts if isinstance(text, str) and text.startswith("统计口径")]
    assert "参考率 = 实考 ÷ 应考" in note
    assert texts[-1].startswith("制表人：")
    for word in ("审核人：", "制表日期：2026年3月26日", "盖章处"):
        assert word in texts[-1]


def test_people_by_hand() -> None:
    rows = {row["姓名"]: row for row in table(written(book()), "成绩")}
    took = timedelta(minutes=12, seconds=5)
    wanted = ("编号", "得分", "等次", "名次", "用时", "交卷时间", "状态", "补考成绩", "备注")
    assert {name: [row[column] for column in wanted] for name, row in rows.items()} == {
        "赵一": ["001", 97, "优秀", None, took, SUBMITTED, "实考", None, "不参与排名"],
        "钱二": ["002", None, None, None, None, None, "免考", None, "外出培训；不参与排名"],
        "孙三": ["003", 90, "优秀", 1, took, SUBMITTED, "实考", None, None],
        "李四": ["004", 59.5, "不合格", 4, took, SUBMITTED, "实考", None, None],
        "周五": ["005", 0, "不合格", 5, took, SUBMITTED, "实考", None, None],
        "吴六": ["006", None, None, None, None, None, "缓考", None, "出车"],
        "郑七": ["007", 90, "优秀", 1, took, SUBMITTED, "实考", None, None],
        "王八": ["008", 60, "合格", 3, took, SUBMITTED, "实考", 80.5, None],
        "冯九": ["009", None, None, None, None, None, "缺考", None, None],
        "陈十": ["010", 100, "优秀", None, took, SUBMITTED, "实考", None, "不计入统计；不参与排名"],
        "褚十一": ["011", None, None, None, None, None, "待核实", None, None],
        "卫十二": ["012", None, None, None, None, None, "缺考", None, None],
    }
    assert list(rows["孙三"])[-1] == "签名"


def test_who_did_not_sit() -> None:
    rows = table(written(book()), "未参加名单")
    assert [(row["姓名"], row["状态"], row["原因"]) for row in rows] == [
        ("钱二", "免考", "外出培训"),
        ("吴六", "缓考", "出车"),
        ("冯九", "缺考", None),
        ("褚十一", "待核实", None),
        ("卫十二", "缺考", None),
    ]


def test_nobody_missing_is_said() -> None:
    workbook = written(book([due(1, "赵一", 1, Status.SAT, 9_700)]))
    texts = [row[0] for row in workbook["未参加名单"].iter_rows(values_only=True)]
    assert "应考人员全部参加，没有未参加人员。" in texts


def test_a_test_that_goes_on_says_so_and_shows_who_is_not_done() -> None:
    workbook = written(book([*ROWS, due(13, "蒋十三", 2, Status.NOT_YET)], is_over=False, scope="办公室"))
    for sheet in workbook:
        texts = [row[0] for row in sheet.iter_rows(values_only=True)]
        assert texts[2] == "范围：办公室"
        assert texts[3] == "考试尚未结束，以下为 2026年3月26日 09:05 的情况，不是最终成绩。"
    total = table(workbook, "汇总")[-1]
    assert total["未考"] == 1
    parts = ("实考", "缺考", "缓考", "待核实", "未考")
    assert total["应考"] == sum(total[part] for part in parts) == total["在册"] - total["免考"]


def test_numbers_of_people_are_text_and_figures_are_numbers() -> None:
    workbook = written(book())
    people, summary = workbook["成绩"], workbook["汇总"]
    (row,) = [cells for cells in people.iter_rows() if cells[2].value == "孙三"]
    assert (row[3].value, row[3].data_type, row[3].number_format) == ("003", "s", "@")
    assert (row[4].value, row[4].data_type) == (90, "n")
    (row,) = [cells for cells in summary.iter_rows() if cells[1].value == "办公室"]
    assert (row[9].number_format, row[10].number_format) == ("0.00%", "0.00")


def test_every_sheet_is_set_up_for_a4() -> None:
    workbook = written(book())
    assert workbook.sheetnames == ["汇总", "成绩", "未参加名单"]
    for sheet in workbook:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "A5")
        assert "&P" in sheet.oddFooter.center.text
        assert f"A1:{sheet.dimensions.split(':')[1].rstrip('0123456789')}1" in {str(one) for one in sheet.merged_cells}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "＠", "#N/A"])
def test_a_name_that_looks_like_a_formula_is_only_a_name(start: str) -> None:
    name = f'{start}HYPERLINK("http://x","y")'
    rows = [due(1, name, 1, Status.SAT, 9_700), due(2, name, 1, Status.DEFERRED, reason=f"{start}1+1")]
    content = write_results(book(rows, title=f"{start}测试", bureau="=局"))
    with ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(part).decode() for part in parts.namelist() if part.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3
    assert not any("<f>" in sheet or 't="e"' in sheet for sheet in sheets)
    names = [row["姓名"] for row in table(written(book(rows)), "成绩")]
    assert names == [name, name]


def test_what_a_workbook_cannot_hold_does_not_stop_it() -> None:
    rows = [due(1, "张\x00\x0b\ud800三\uffff", 1, Status.SAT, 9_700), due(2, "𠮷野", 1, Status.ABSENT)]
    names = [row["姓名"] for row in table(written(book(rows, title="三月\x07测试")), "成绩")]
    assert names == ["张\ufffd\ufffd\ufffd三\ufffd", "𠮷野"]


def test_nobody_due_at_all_still_makes_a_workbook() -> None:
    assert table(written(book([])), "汇总")[-1]["应考"] == 0


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    write_results(book(), on_progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 21)  # 4 departments, 12 people, 5 of them once more as missing
    assert told[-1] == (21, 21)


def _after(calls: int) -> Callable[[], bool]:
    left = iter([False] * calls)
    return lambda: next(left, True)


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_cancelling_leaves_nothing_behind(calls: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    rows = [due(number, f"人{number}", 1, Status.SAT, 5_000) for number in range(1, 600)]
    with pytest.raises(Cancelled):
        write_results(book(rows), is_cancelled=_after(calls))
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_temporary_files_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(EnvironmentFault, match="写工作簿时出错"):
        write_results(book())
