"""The blank forms handed to users: a question bank and a roster, each with examples, choices and instructions."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from quizapp.core.people import CATEGORIES, DepartmentKind
from quizapp.core.question_facts import any_order_kind
from quizapp.core.questions import LETTERS, MAX_OPTIONS, Difficulty, Kind
from quizapp.excel.styles import TEXT, Look, text_width
from quizapp.excel.table_sheet import Column, TableSheet
from quizapp.i18n import _

_ROWS = 5000
"""Down to this row the cells of a form offer their choices, or as far as they are filled."""
ENTRY = Look(align="left", number_format=TEXT, wraps=True)
_EXAMPLE = replace(ENTRY, color="5B6470")
_INSTRUCTION = Look(align="left", wraps=True)


def bank_template() -> bytes:
    """The form for a question bank: one example of each kind, to be overwritten or deleted."""
    workbook = Workbook(write_only=True)
    form = bank_form(workbook, _EXAMPLE)
    for example in _bank_examples():
        form.values([text or None for text in example], height=36)
    about_examples = (_("示例"), _("“题库”表中灰色的五行是示例，导入前请删去或改写。同一题目不会重复导入。"))
    write_instructions(workbook, [*bank_instructions(), about_examples])
    return _content(workbook)


def bank_form(workbook: Workbook, look: Look, *, rows: int = 0) -> TableSheet:
    """The sheet for questions with its headings, for so many rows of this look and more to come."""
    kinds = [name for kind in Kind for name in _kind_names(kind)]
    difficulties = [difficulty.label for difficulty in Difficulty if difficulty]
    choices = {_("题型"): kinds, _("难度"): difficulties}
    return _form(workbook, _("题库"), _bank_columns(look), choices, rows=rows)


def _kind_names(kind: Kind) -> list[str]:
    return [kind.label, any_order_kind()] if kind is Kind.FILL_BLANK else [kind.label]


def roster_template() -> bytes:
    """The form for a roster: a member of a section, of a unit, and of a part of a unit as examples."""
    workbook = Workbook(write_only=True)
    switch = [_("是"), _("否")]
    choices = {
        _("性质"): [kind.label for kind in DepartmentKind],
        _("类别"): [_(category) for category in CATEGORIES],
        _("参加测试"): switch,
        _("计入统计"): switch,
        _("参与排名"): switch,
    }
    form = _form(workbook, _("人员"), _roster_columns(), choices)
    for example in _roster_examples():
        form.values([text or None for text in example], height=36)
    write_instructions(workbook, _roster_instructions())
    return _content(workbook)


def _form(
    workbook: Workbook, name: str, columns: Sequence[Column], choices: dict[str, list[str]], *, rows: int = 0
) -> TableSheet:
    form = TableSheet(workbook, name, columns, rows_above=0)
    form.sheet.sheet_format.customHeight = False  # rows grow with what is typed
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        form.sheet.column_dimensions[letter].number_format = TEXT  # 0012 and 3-5 stay what was typed
        form.sheet.column_dimensions[letter].alignment = Alignment(wrap_text=True, vertical="center")
        if column.heading in choices:
            offered = DataValidation("list", formula1=f'"{",".join(choices[column.heading])}"', allow_blank=True)
            offered.errorTitle = column.heading
            offered.error = _("请从下拉列表中选择。")
            offered.errorStyle = "warning"  # another word is allowed: the import will say what it makes of it
            offered.add(f"{letter}2:{letter}{max(_ROWS, rows + 1)}")
            form.sheet.data_validations.append(offered)
    form.headings()
    return form


def write_instructions(workbook: Workbook, instructions: Sequence[tuple[str, str]]) -> None:
    """The sheet that says how to fill in the form."""
    columns = [Column(_("列名"), 18, Look(align="left", is_bold=True)), Column(_("怎样填写"), 100, _INSTRUCTION)]
    sheet = TableSheet(workbook, _("填写说明"), columns, rows_above=0)
    sheet.headings()
    for name, words in instructions:
        sheet.values([name, words], height=20.0 * max(1, -(-text_width(words) // 96)))


def _content(workbook: Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _bank_columns(look: Look) -> list[Column]:
    options = [Column(_("选项{letter}").format(letter=letter), 16, look) for letter in LETTERS[:MAX_OPTIONS]]
    return [
        Column(_("题型"), 10, look),
        Column(_("题干"), 46, look),
        *options,
        Column(_("答案"), 18, look),
        Column(_("解析"), 34, look),
        Column(_("分类"), 14, look),
        Column(_("知识点"), 14, look),
        Column(_("难度"), 8, look),
        Column(_("依据"), 22, look),
        Column(_("复核日期"), 13, look),
    ]


def _bank_examples() -> list[list[str]]:
    category, source = _("服务礼仪"), _("通行礼仪惯例")
    true = _("正确")
    return [
        _bank_example(
            Kind.SINGLE, _("接听办公电话，一般应在铃响几声之内接起？"), "A",
            options=(_("三声"), _("五声"), _("七声"), _("铃声停了再回拨")),
            rest=(_("三声之内接起，对方不必久等。"), category, _("电话礼仪"), Difficulty.EASY.label, source),
        ),
        _bank_example(
            Kind.MULTIPLE, _("为来宾引路时，恰当的做法有："), "ABC",
            options=(_("走在来宾侧前方两三步"), _("转弯、上下楼梯时出声提示"), _("照顾来宾的步速"), _("边走边看手机")),
            rest=(_("引路要让来宾看得见、跟得上。"), category, _("引导礼仪"), Difficulty.MEDIUM.label, source),
        ),
        _bank_example(
            Kind.TRUE_FALSE, _("递送名片时，名片上的文字应正对着对方。"), true,
            rest=(_("对方接过来就能读。"), category, _("名片礼仪"), Difficulty.EASY.label, source),
        ),
        _bank_example(
            Kind.FILL_BLANK, _("握手一般由____先伸手，时间以____秒左右为宜。"), _("位尊者;尊者|3;三"),
            rest=(_("两空用 | 隔开，不同写法用 ; 隔开。"), category, _("见面礼仪"), Difficulty.HARD.label, source),
        ),
        _bank_example(
            Kind.SHORT_ANSWER, _("来访群众情绪激动时，接待人员应当怎样做？"),
            _("请坐倒水，耐心听完，记下要点，说明办理的人和时限。"),
            rest=("", category, _("来访接待"), Difficulty.MEDIUM.label, source),
        ),
    ]  # fmt: skip


def _bank_example(
    kind: Kind, stem: str, key: str, *, options: tuple[str, ...] = (), rest: tuple[str, ...]
) -> list[str]:
    return [kind.label, stem, *options, *[""] * (MAX_OPTIONS - len(options)), key, *rest, ""]


def bank_instructions() -> list[tuple[str, str]]:
    """What each column of the form wants."""
    return [
        (_("题型"), _("从下拉列表中选：单选题、多选题、判断题、填空题、简答题。")),
        (_("题干"), _("必填。填空题的每处空格写成四个下划线 ____。")),
        (_("选项A 至 选项H"), _("单选题、多选题填写，至少两个，中间不要空着；选项前不必写字母。")),
        (_("答案（单选、多选）"), _("正确选项的字母，多选题连着写，如 ABD。")),
        (_("答案（判断）"), _("正确 或 错误。")),
        (_("答案（填空）"), _("各空之间用 | 隔开；同一空的不同写法用 ; 隔开，如：位尊者;尊者|3;三。")),
        (_("答案（填空）"), _("文字里本来就有 | 或 ; 的，在它前面加 \\，如：A\\|B 型。")),
        (_("填空题（顺序不限）"), _("几个空可以互换的选这个题型：填的内容对就得分，不论填在哪一空。")),
        (_("答案（简答）"), _("参考答案，供人工评分。")),
        (_("答案（简答）"), _("要点之间用 ； 隔开，阅卷时会在作答里逐条标出来。")),
        (_("解析、依据"), _("选填。考试结束后让人看懂为什么；依据写清出自哪份规定或标准。")),
        (_("分类、知识点"), _("选填。组卷时可以按分类抽题。")),
        (_("难度"), _("选填：易、中、难。")),
        (_("复核日期"), _("选填，如 2026-03-01：哪一天由人核对过。")),
        (_("图片"), _("选填。插入图片，左上角放在题干或选项的单元格里；选项可以只有图片，没有文字。")),
    ]


def _roster_columns() -> list[Column]:
    return [
        Column(_("编号"), 14, _EXAMPLE),
        Column(_("姓名"), 12, _EXAMPLE),
        Column(_("性质"), 10, _EXAMPLE),
        Column(_("上级单位"), 20, _EXAMPLE),
        Column(_("科室/单位"), 22, _EXAMPLE),
        Column(_("职务"), 16, _EXAMPLE),
        Column(_("类别"), 12, _EXAMPLE),
        Column(_("电话"), 16, _EXAMPLE),
        Column(_("备注"), 20, _EXAMPLE),
        Column(_("参加测试"), 11, _EXAMPLE),
        Column(_("计入统计"), 11, _EXAMPLE),
        Column(_("参与排名"), 11, _EXAMPLE),
        Column(_("延时（分钟）"), 13, _EXAMPLE),
    ]


def _roster_examples() -> list[list[str]]:
    section, unit, yes, no = DepartmentKind.SECTION.label, DepartmentKind.UNIT.label, _("是"), _("否")
    centre = _("机关服务中心")
    return [
        ["001", _("张示例"), section, "", _("局领导"), _("副局长"), _(CATEGORIES[0]), "", "", yes, yes, no, ""],
        ["002", _("李示例"), section, "", _("办公室"), _("科员"), _(CATEGORIES[0]), "", "", yes, yes, yes, ""],
        ["003", _("王示例"), unit, centre, _("车队"), _("驾驶员"), _(CATEGORIES[2]), "", "", yes, yes, yes, "10"],
    ]


def _roster_instructions() -> list[tuple[str, str]]:
    return [
        (_("编号"), _("选填，单位自己的工号，前面的 0 会保留；没有就空着，程序会编一个。不需要身份证号。")),
        (_("姓名"), _("必填。")),
        (_("性质"), _("选填：科室 或 单位（局属、直属单位）。同一科室（单位）填一次即可。")),
        (_("上级单位"), _("选填：这个科室（单位）属于哪个单位，如车队属于机关服务中心。")),
        (_("科室/单位"), _("必填。")),
        (_("职务"), _("选填。")),
        (_("类别"), _("选填：公务员、事业、工勤、合同制、劳务派遣、借入、借出，也可以写别的。组卷时可以按类别分卷。")),
        (_("电话"), _("选填。用“电话后四位”登录时需要。")),
        (_("备注"), _("选填。同一科室有同名的人时，用备注区分。")),
        (_("参加测试"), _("是 或 否，空着为是：不参加测试的人不进应考名单。")),
        (_("计入统计"), _("是 或 否，空着为是：为否时参加测试，但不计入科室和全局的统计。")),
        (_("参与排名"), _("是 或 否，空着为是：为否时有成绩，不排名次，如局领导。")),
        (_("延时（分钟）"), _("选填：因年龄、身体等原因每次测试多给的分钟数，如 10；空着为不延时。")),
        (_("示例"), _("“人员”表中灰色的三行是示例，导入前请删去。")),
    ]
