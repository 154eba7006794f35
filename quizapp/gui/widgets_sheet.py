"""The sheet of all widgets, the first picture of the gallery: what a change of the theme does is seen here."""

from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from quizapp.gui.models.entries import Entry
from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.answer_grid import AnswerGrid
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.bar_chart import Bar, BarChart
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.countdown import Countdown
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.date_field import DateField
from quizapp.gui.widgets.drop_zone import DropZone
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.option_list import OptionList
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.password_field import PasswordField
from quizapp.gui.widgets.person_picker import PersonPicker
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.seal import Seal
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.steps import Steps
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile import TileRow
from quizapp.i18n import _


class WidgetsSheet(PageFrame):
    """Every widget once, in the states that matter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("控件"))
        self.set_state(_("程序里用到的每一种控件，各有代表性的状态。"))
        self.add_action(_("次要操作"), icon="download-simple")
        self.add_action(_("主要操作"), icon="upload-simple", kind="primary")
        self.banner.say("info", _("消息写在页面里。"), _("发生了什么，怎么办。"), action=_("去处理"))
        scroller = Scroller()
        for part in (self._buttons(), self._messages(), self._figures(), self._form(), self._question()):
            scroller.body.addWidget(part)
        for part in (self._table(), self._picking(), self._work()):
            scroller.body.addWidget(part)
        self.content.addWidget(scroller)

    def _buttons(self) -> QWidget:
        card = Card(_("按钮与状态"))
        row, marks = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(Seal(self.theme))
        words = {
            "primary": _("开始考试"), "secondary": _("上一题"), "quiet": _("稍后再说"),
            "danger": _("停用"), "danger_primary": _("作废"),
        }  # fmt: skip
        for kind, word in words.items():
            row.addWidget(Button(self.theme, word, kind=kind, icon="check"))
        disabled = Button(self.theme, _("不可用"))
        disabled.setEnabled(False)
        row.addWidget(disabled)
        row.addStretch(1)
        marks.setSpacing(SPACE.snug)
        states = {"good": _("合格"), "bad": _("不合格"), "warn": _("待核实"), "info": _("进行中"), "neutral": _("未考")}
        for tone, word in states.items():
            marks.addWidget(Badge(self.theme, word, tone))
        marks.addStretch(1)
        card.body.addLayout(row)
        card.body.addLayout(marks)
        return card

    def _messages(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        words = {"good": _("已导入 120 道题。"), "warn": _("有 3 道题需要核对。"), "bad": _("文件打不开。")}
        for tone, title in words.items():
            banner = Banner(self.theme)
            column.addWidget(banner)
            banner.say(tone, title, _("请先在表格软件里关闭该文件，再试一次。") if tone == "bad" else "")
        return box

    def _figures(self) -> QWidget:
        row = TileRow()
        row.add(_("新增"), "1,204", tone="good")
        row.add(_("有改动"), "12")
        row.add(_("相同"), "36")
        row.add(_("有错误"), "3", tone="bad")
        return row

    def _form(self) -> QWidget:
        card = Card(_("表单"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(SPACE.normal)
        choice = Choice([(_("办公室"), 1), (_("接待科"), 2)])
        minutes = NumberField(30, least=5, most=180, unit=_("分钟"))
        day = DateField(self.theme, date(2026, 10, 12))
        wrong = Field(_("编号"), QLineEdit("007"))
        wrong.set_error(_("编号 007 已有人使用。"))
        first.addWidget(Field(_("姓名"), QLineEdit(_("张三")), hint=_("与花名册一致"), required=True), 2)
        first.addWidget(Field(_("科室"), choice), 2)
        first.addWidget(Field(_("时长"), minutes), 1)
        first.addWidget(Field(_("日期"), day), 2)
        second.addWidget(wrong, 2)
        second.addWidget(Field(_("登录码"), PasswordField(self.theme, digits=6)), 2)
        for kind in (QCheckBox, QRadioButton):
            chosen = kind(_("打乱题目"))
            chosen.setChecked(True)
            second.addWidget(chosen)
            second.addWidget(kind(_("打乱选项")))
        second.addStretch(1)
        card.body.addLayout(first)
        card.body.addLayout(second)
        return card

    def _question(self) -> QWidget:
        card, row = Card(), QHBoxLayout()
        row.setSpacing(SPACE.wide)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(SPACE.normal)
        left.addWidget(Text(_("第 3 题 · 单选题 · 4 分"), "muted"))
        left.addWidget(Text(_("陪同客人乘坐轿车、由专职司机驾驶时，通常把哪个座位视为上座？"), "stem"))
        options = OptionList(self.theme)
        texts = [
            _("副驾驶座"),
            _("后排右侧座位"),
            _("后排左侧座位"),
            _("后排中间座位，两侧都有人时显得拥挤，一般不作安排"),
        ]
        options.set_options(texts, multiple=False, chosen=(1,))
        left.addWidget(options)
        left.addStretch(1)
        countdown = Countdown()
        countdown.show_left(4 * 60 + 37)
        grid = AnswerGrid(self.theme, 15)
        grid.show_states(answered={0, 1, 3, 4}, marked={3, 6}, current=2)
        right.addWidget(countdown)
        right.addWidget(grid)
        right.addStretch(1)
        row.addLayout(left, 3)
        row.addLayout(right, 1)
        card.body.addLayout(row)
        return card

    def _table(self) -> QWidget:
        model = RowsModel([
            Column(heading=_("科室"), value=lambda row: row[0]),
            Column(heading=_("应考"), value=lambda row: row[1], kind=ColumnKind.NUMBER, width=4),
            Column(
                heading=_("参考率"), value=lambda row: row[2], text=lambda row: f"{row[2]:.1%}", kind=ColumnKind.RATE,
            ),
            Column(
                heading=_("状态"), value=lambda row: row[3], kind=ColumnKind.BADGE, width=8,
                tone=lambda row: "good" if row[2] > 0.8 else "warn",
            ),
        ])  # fmt: skip
        rows = [
            (_("办公室"), 12, 0.917, _("已完成")),
            (_("接待科"), 8, 0.75, _("进行中")),
            (_("车队"), 31, 0.442, _("进行中")),
        ]
        model.set_rows(rows, totals=[_("合计"), "51", "58.8%", ""])
        table = DataTable(self.theme, model, name=_("科室"))
        table.select(lambda row: row[1] == 8)
        table.setMinimumHeight(6 * self.theme.sizes.row)
        return table

    def _picking(self) -> QWidget:
        card, row = Card(), QHBoxLayout()
        row.setSpacing(SPACE.wide)
        picker = PersonPicker(self.theme, placeholder=_("姓名、拼音首字母或编号"), empty_text=_("没有找到。"))
        names = [_("张三"), _("李四"), _("王五")]
        picker.set_entries([Entry(at, name, _("办公室")) for at, name in enumerate(names)])
        chart = BarChart(self.theme)
        scores = (76, 88, 54, None, 92)
        tones = ("accent", "accent", "bad", "accent", "good")
        chart.set_bars(
            [Bar(_("{number}月").format(number=at + 5), score, str(score or _("免考")), tone)
             for at, (score, tone) in enumerate(zip(scores, tones, strict=True))],
            mark=60, mark_word=_("合格线 60"),
        )  # fmt: skip
        row.addWidget(picker, 1)
        row.addWidget(chart, 1)
        card.body.addLayout(row)
        return card

    def _work(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        steps = Steps(self.theme, [_("选择文件"), _("核对内容"), _("完成")])
        steps.set_current(1)
        tabs = QTabBar()
        for word in (_("汇总"), _("成绩"), _("未参加名单")):
            tabs.addTab(word)
        progress = Progress(self.theme)
        search = SearchBox(self.theme, _("按姓名、拼音查找"))
        for part in (steps, tabs, search, progress, self._zone(), self._empty()):
            column.addWidget(part)
        progress.start(_("正在读取 题库.xlsx"))
        progress.step(420, 1204)
        return box

    def _zone(self) -> QWidget:
        words = {"title": _("把工作簿拖到这里"), "text": _("支持 .xlsx、.xls 和 .csv"), "button": _("选择文件")}
        return DropZone(self.theme, **words, suffixes=(".xlsx",))

    def _empty(self) -> QWidget:
        words = (_("本月还没有测试"), _("下一次测试预计在下月初。"))
        return EmptyState(self.theme, "calendar-blank", *words, action=_("新建测试"))
