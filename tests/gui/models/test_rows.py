"""The model sorts by values, filters by words and tests, and keeps indexes while it sorts."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.gui.models.rows import KIND_ROLE, ROW_ROLE, TONE_ROLE, VALUE_ROLE, Column, ColumnKind, RowsModel

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Line:
    name: str
    due: int
    rate: float | None
    pinyin: str = ""


LINES = [Line("办公室", 12, 0.5, "bangongshi"), Line("接待科", 8, None, "jiedaike"), Line("车队", 100, 0.25, "chedui")]
NAME, DUE, RATE = range(3)


def columns() -> list[Column]:
    return [
        Column(heading="科室", value=lambda line: line.name),
        Column(heading="应考", value=lambda line: line.due, kind=ColumnKind.NUMBER, tip="应参加的人数"),
        Column(
            heading="参考率",
            value=lambda line: line.rate,
            text=lambda line: "—" if line.rate is None else f"{line.rate:.0%}",
            kind=ColumnKind.RATE,
            tone=lambda line: "good" if line.rate else "bad",
        ),
    ]


@pytest.fixture
def model(qapp) -> RowsModel:
    made = RowsModel(columns(), key=lambda line: line.name, finds=lambda line: line.pinyin)
    made.set_rows(LINES)
    return made


def names(model: RowsModel) -> list[str]:
    return [line.name for line in model.shown]


def test_it_is_a_model_as_qt_wants_one(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(DUE, FALLING)
    model.filter_words("科")
    model.set_rows(LINES[:1], totals=["合计", "12", ""])
    assert tester.model() is model


def test_cells_show_texts_and_keep_values(model):
    cell = model.index(0, RATE)
    assert cell.data() == "50%"
    assert cell.data(VALUE_ROLE) == 0.5
    assert cell.data(ROW_ROLE) is LINES[0]
    assert cell.data(TONE_ROLE) == "good"
    assert cell.data(KIND_ROLE) == "rate"
    assert model.index(0, NAME).data(TONE_ROLE) == ""
    assert model.cell(LINES[1], RATE) == "—"


def test_numbers_stand_at_the_right(model):
    right = Qt.AlignmentFlag.AlignRight
    assert model.index(0, DUE).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert not model.index(0, NAME).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert model.headerData(DUE, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & right


def test_headings_have_words_and_tips(model):
    assert model.headerData(DUE, Qt.Orientation.Horizontal) == "应考"
    assert model.headerData(DUE, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "应参加的人数"
    assert model.headerData(NAME, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_none_value_without_text_is_blank(model):
    assert Column(heading="x", value=lambda _row: None).shown(object()) == ""


def test_it_sorts_by_value_not_by_text(model):
    model.sort(DUE, RISING)
    assert names(model) == ["接待科", "办公室", "车队"]
    model.sort(DUE, FALLING)
    assert names(model) == ["车队", "办公室", "接待科"]


@pytest.mark.parametrize("order", [RISING, FALLING])
def test_what_has_no_value_comes_last(model, order):
    model.sort(RATE, order)
    assert names(model)[-1] == "接待科"


def test_sorting_by_nothing_gives_the_first_order_back(model):
    model.sort(DUE, RISING)
    model.sort(-1, RISING)
    assert names(model) == [line.name for line in LINES]


def test_indexes_follow_their_rows(model):
    kept = QPersistentModelIndex(model.index(0, NAME))
    model.sort(DUE, FALLING)
    assert kept.data() == "办公室"
    assert kept.row() == 1


def test_every_word_must_occur(model):
    model.filter_words("12 办")
    assert names(model) == ["办公室"]
    model.filter_words("12 车")
    assert names(model) == []
    model.filter_words("")
    assert len(names(model)) == 3


def test_rows_are_found_by_words_they_do_not_show(model):
    model.filter_words("CHEDUI")
    assert names(model) == ["车队"]


def test_words_and_test_work_together_and_keep_the_order(model):
    model.sort(DUE, FALLING)
    model.filter_rows(lambda line: line.rate is not None)
    assert names(model) == ["车队", "办公室"]
    model.filter_words("室")
    assert names(model) == ["办公室"]
    model.filter_rows(None)
    model.filter_words("")
    assert names(model) == ["车队", "办公室", "接待科"]


def test_new_rows_keep_filter_order_and_take_totals(model):
    model.sort(DUE, RISING)
    model.filter_words("队")
    model.set_rows([Line("二队", 3, None), Line("一队", 1, None), Line("食堂", 2, None)], totals=["合计", "6", ""])
    assert names(model) == ["一队", "二队"]
    assert model.totals == ["合计", "6", ""]
    assert [line.name for line in model.rows] == ["二队", "一队", "食堂"]
    model.set_rows([])
    assert model.totals is None


def test_ten_thousand_rows_are_sorted_and_filtered(model):
    model.set_rows([Line(f"人员{number}", number % 97, None) for number in range(10_000)])
    model.sort(DUE, FALLING)
    model.filter_words("人员99")
    assert len(model.shown) == 111
    assert model.shown[0].due == 96


def ticked_model(wanted: set[str]) -> RowsModel:
    def tick(rows, on):
        names = {row.name for row in rows}
        wanted.update(names) if on else wanted.difference_update(names)

    column = Column(
        heading="导入", value=lambda line: None if line.rate is None else line.name in wanted,
        kind=ColumnKind.TICK, on_ticked=tick,
    )  # fmt: skip
    made = RowsModel([column, *columns()])
    made.set_rows(LINES)
    return made


def test_ticks_are_turned_together_but_for_what_cannot_be_ticked(qtbot):
    wanted = {"办公室"}
    model = ticked_model(wanted)
    state = [model.index(at, 0).data(Qt.ItemDataRole.CheckStateRole) for at in range(3)]
    assert state == [Qt.CheckState.Checked, None, Qt.CheckState.Unchecked]
    with qtbot.waitSignal(model.dataChanged):
        model.tick(LINES)
    assert wanted == set()
    model.tick(LINES)
    assert wanted == {"办公室", "车队"}
    model.tick([LINES[1]])
    assert wanted == {"办公室", "车队"}
    assert model.cell(LINES[0], 0) == "√"


def test_a_model_without_ticks_takes_none(model):
    model.tick(model.shown)
    model.set_rows([])
    model.touch()


def test_the_same_rows_renewed_change_only_what_they_show(qtbot) -> None:
    model = RowsModel([Column(heading="名", value=lambda row: row[1])], key=lambda row: row[0])
    model.set_rows([(1, "甲"), (2, "乙")])
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_places: changes.append(1))
    model.renew([(1, "甲"), (2, "丙")])
    assert model.shown == [(1, "甲"), (2, "丙")] and (len(resets), len(changes)) == (0, 1)
    model.renew([(2, "丙"), (1, "甲")])
    assert model.shown == [(2, "丙"), (1, "甲")] and len(resets) == 1
    model.renew([(2, "丙")], totals=["1"])
    assert model.totals == ["1"] and len(resets) == 2
