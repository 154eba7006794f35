"""Which column is what: headings folded to one spelling, and the names by which products and offices call a column."""

# no _() in this module: names of columns in files that others wrote, in whatever language the program speaks

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from quizapp.i18n import N_, _, chosen_language


class Role(StrEnum):
    """What a column of a question bank or a roster holds; the numbered ones occur several times."""

    STEM = "stem"
    SUB_STEM = "sub_stem"
    KIND = "kind"
    OPTION = "option"  # numbered
    OPTIONS = "options"  # all in one cell
    KEY = "key"  # numbered where there are several
    ANSWER = "answer"  # numbered; an option or a key, as the other columns decide
    BLANK = "blank"  # numbered: the answer of one blank
    MARK = "mark"  # numbered: whether an option is right
    WRONG = "wrong"  # numbered: an option that is not right, beside one column with the right one
    RIGHT = "right"  # whether the option of this row is right
    ITEM = "item"  # the number that the rows of one question share
    EXPLANATION = "explanation"
    CATEGORY = "category"
    KNOWLEDGE_POINT = "knowledge_point"
    DIFFICULTY = "difficulty"
    SOURCE = "source"
    REVIEWED_ON = "reviewed_on"
    # rosters
    NUMBER = "number"
    NAME = "name"
    DEPARTMENT = "department"
    PARENT = "parent"
    UNIT = "unit"  # 单位: the department, or what stands above it where there is a 科室 too
    BODY_KIND = "body_kind"
    POSITION = "position"
    STAFF_CATEGORY = "staff_category"
    PHONE = "phone"
    REMARK = "remark"
    TAKES_TESTS = "takes_tests"
    COUNTS = "counts"
    IS_RANKED = "is_ranked"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading understood; `number` from 0 for the numbered roles, `rank` is smaller for the surer name."""

    role: Role
    number: int = 0
    rank: int = 0


_LONGEST = 200

_BANK_NAMES: dict[Role, str] = {
    Role.STEM: (
        "题干 题目 题目内容 试题内容 试题题干 试题 问题 问题内容 题目题干 大题题干 题目描述 问题描述 "
        "问题题干 考题 考题内容 题目名称 试题名称 试题描述 题干内容 试题正文 题面 考试题目 "
        "考核内容 題幹 題目 問題 "
        "标题 questiontext question stem questioncontent questiondescription content title "
        "pytanie frage hauptfrage pregunta pergunta вопрос domanda vraag soal"
    ),
    Role.SUB_STEM: "小题题干 子题题干",
    Role.KIND: (
        "题型 题目类型 试题类型 试题题型 题目题型 题目分型 题类 类型 题型名称 題型 類型 "
        "questiontype answertype kind type"
    ),
    Role.OPTIONS: (
        "选项 备选项 选项内容 全部选项 所有选项 题目选项 试题选项 候选项 备选答案 题目所有答案 "
        "所有答案 答案选项 選項 试题选择项 选择项 可选项 "
        "options choices optiontext answeroptions"
    ),
    Role.KEY: (
        "答案 正确答案 标准答案 参考答案 试题答案 题目答案 答案内容 正确选项 正确答案选项 答案字母 "
        "标答 正确项 选择答案 正解 题目正确答案 试题正确答案 正确选项字母 "
        "correctanswer correctanswers rightanswer correct key correctoption correctoptions answer "
        "answers answerkey solution wahr poprawnaodpowiedz poprawnaodpowiedź richtigeantwort respuestacorrecta "
        "правильныйответ odpowiedz odpowiedź antwort respuesta resposta ответ risposta antwoord jawaban"
    ),
    Role.EXPLANATION: (
        "解析 答案解析 题目解析 试题解析 整体解析 解析内容 答案说明 解释 讲解 explanation "
        "判断题解析 试题分析 答案分析 题目分析 备注解析 詳解 详解 answerexplanation analysis feedback"
    ),
    Role.CATEGORY: (
        "分类 章节 目录 科目 学科 所属题库 题目分类 试题分类 类别 所属分类 所属章节 章 一级纲要 "
        "二级纲要 一级分类 二级分类 themenblock category chapter subject section"
    ),
    Role.KNOWLEDGE_POINT: (
        "知识点 所属知识点 考点 标签 关键词 题目标签 知识点一级 知识点二级 知识点三级 一级知识点 "
        "二级知识点 三级知识点 knowledgepoint tags tag keywords topic"
    ),
    Role.DIFFICULTY: "难度 难易度 难易程度 难度系数 难度等级 试题难度 题目难度 difficulty level",
    Role.SOURCE: "依据 题目依据 出题依据 出处 来源 题目来源 试题来源 法规依据 source reference",
    Role.REVIEWED_ON: "复核日期 审核日期 复核时间 复审日期 reviewedon reviewdate",
    Role.RIGHT: "是否正确项 是否正确 是否答案 是否为答案 是否正确答案 是否为正确答案 isright iscorrect answerisright",
    Role.ITEM: "题目序号 题号 题目编号 试题编号 试题序号 questionid questionnumber question#",
}
_ROSTER_NAMES: dict[Role, str] = {
    Role.NUMBER: (
        "编号 工号 职工号 职工编号 人员编号 员工编号 员工号 员工工号 职员编号 人员工号 工作证号 胸牌号 "
        "个人编号 考号 准考证号 登录名 登录账号 employeenumber staffnumber staffno employeeno number "
        "no userid"
    ),
    Role.NAME: "姓名 真实姓名 人员姓名 职工姓名 员工姓名 考生姓名 名字 用户名 用户姓名 name fullname",
    Role.DEPARTMENT: (
        "科室 处室 部门 科室/单位 单位/科室 科室单位 单位科室 部门/单位 单位/部门 部门/科室 科室/部门 "
        "所在科室 所在部门 所属科室 所属部门 所在处室 所属处室 科室名称 部门名称 科室或单位 科室、单位 "
        "科室及单位 组织机构 所在科室/单位 股室 department section team"
    ),
    Role.UNIT: "单位 所在单位 所属单位 工作单位 单位名称 局属单位 直属单位 unit organization organisation",
    Role.PARENT: "上级单位 上级部门 上级科室 主管单位 上级 上级机构 parent parentdepartment parentunit",
    Role.BODY_KIND: (
        "性质 单位类别 单位性质 机构性质 部门性质 机构类别 部门类别 单位类型 部门类型 机构类型 "
        "departmentkind unitkind kind type"
    ),
    Role.POSITION: (
        "职务 职位 岗位 职务/岗位 岗位/职务 职务岗位 岗位名称 职务名称 工作岗位 现任职务 职务职位 "
        "position jobtitle post"
    ),
    Role.STAFF_CATEGORY: (
        "类别 人员类别 身份 人员身份 编制 人员性质 用工性质 编制类型 编制性质 人员类型 用工形式 "
        "用工类别 身份类别 category staffcategory"
    ),
    Role.PHONE: ("电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 移动电话 办公电话 phone mobile telephone tel"),
    Role.REMARK: "备注 说明 备注说明 remark remarks note notes",
    Role.TAKES_TESTS: "参加测试 是否参加测试 是否参加 参加考试 是否参加考试 是否参考 是否应考 takestests takestest",
    Role.COUNTS: ("计入统计 是否计入统计 纳入统计 是否纳入统计 是否统计 counts countsinfigures countsinthefigures"),
    Role.IS_RANKED: (
        "参与排名 是否参与排名 参加排名 是否参加排名 是否排名 计入排名 isranked ranked inranking "
        "intheranking appearsintheranking"
    ),
}

_OWN_BANK_NAMES = {
    Role.KIND: N_("题型"), Role.STEM: N_("题干"), Role.KEY: N_("答案"), Role.EXPLANATION: N_("解析"),
    Role.CATEGORY: N_("分类"), Role.KNOWLEDGE_POINT: N_("知识点"), Role.DIFFICULTY: N_("难度"),
    Role.SOURCE: N_("依据"), Role.REVIEWED_ON: N_("复核日期"),
}  # fmt: skip
_OWN_ROSTER_NAMES = {
    Role.NUMBER: N_("编号"), Role.NAME: N_("姓名"), Role.BODY_KIND: N_("性质"), Role.PARENT: N_("上级单位"),
    Role.DEPARTMENT: N_("科室/单位"), Role.POSITION: N_("职务"), Role.STAFF_CATEGORY: N_("类别"),
    Role.PHONE: N_("电话"), Role.REMARK: N_("备注"), Role.TAKES_TESTS: N_("参加测试"), Role.COUNTS: N_("计入统计"),
    Role.IS_RANKED: N_("参与排名"),
}  # fmt: skip
"""The headings of our own forms, which are written in the language of the program."""

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|〔[^〔〕]*〕|\{[^{}]*\}")
_HINT = re.compile(r"[-–—]+(?:max|choose|\d).*$")
_CHINESE_NUMBERS = "一二三四五六七八九十"
_COUNT = rf"([a-p]|1[0-6]|[1-9]|[{_CHINESE_NUMBERS}])"
_LETTER_IN_BRACKETS = re.compile(
    r"\s*(?:选项|选择项|备选项|备选答案|候选项|option|choice)\s*[(\[【]\s*([a-p]|1[0-6]|[1-9])\s*[)\]】]\s*$"
)
STEM_NAMES = frozenset(_BANK_NAMES[Role.STEM].split())
"""The names of the stem as they are mostly spelled: what a quick look for a row of headings goes by."""

_NUMBERED = (
    (
        Role.MARK,
        re.compile(
            rf"(?:选项|选择项|答案)?{_COUNT}(?:是否正确|是否答案|正误|是否为答案|是否为正确答案)|是否正确{_COUNT}"
            rf"|is(?:correct|right){_COUNT}|(?:option|answer|choice){_COUNT}(?:is)?correct"
        ),
    ),
    (Role.WRONG, re.compile(rf"(?:incorrect|wrong)(?:answer|option)?{_COUNT}|(?:错误答案|错误选项|干扰项){_COUNT}")),
    (
        Role.OPTION,
        re.compile(
            rf"(?:选项|選項|选择项|备选项|备选答案|候选项|选择|待选项|answeroption|option|choice|opt|op|aussage)"
            rf"[.:-]?{_COUNT}(?:内容|文本)?"
        ),
    ),
    (Role.BLANK, re.compile(rf"(?:第{_COUNT}空|空{_COUNT}|填空{_COUNT})(?:答案)?|blank{_COUNT}")),
    (Role.ANSWER, re.compile(rf"(?:答案|正确答案|answer){_COUNT}")),
    (Role.OPTION, re.compile(r"([a-p])(?:项|选项)?")),
)


def folded_heading(text: str) -> str:
    """One spelling for a heading: width, case, inner space, line breaks, stars and bracketed remarks do not count."""
    plain = re.sub(r"[\s*\u200b\ufeff_]+", "", unicodedata.normalize("NFKC", text[:_LONGEST])).casefold()
    bare = plain
    while (shorter := _BRACKETED.sub("", bare)) != bare:
        bare = shorter
    return _HINT.sub("", bare).strip(":;,.。、") or plain.strip("()[]【】:")


def bank_heading(text: str) -> Heading | None:
    """What a column of a question bank holds, by its heading; None: nothing that is known."""
    understood = _understood(text, _BANK_TABLE)
    if understood is not None and understood.role is Role.OPTIONS:
        return _numbered(text) or understood  # 选项（B） is one of several
    return understood or _numbered(text) or _own(text, _OWN_BANK_NAMES)


def roster_heading(text: str) -> Heading | None:
    """What a column of a roster holds, by its heading; None: nothing that is known."""
    return _own(text, _OWN_ROSTER_NAMES) or _understood(text, _ROSTER_TABLE)


def shown_heading(text: str) -> str:
    """A heading as messages quote it: as it stands in the file, on one line."""
    return " ".join(text.split())


def _table(names: dict[Role, str]) -> dict[str, Heading]:
    return {name: Heading(role, rank=rank) for role, words in names.items() for rank, name in enumerate(words.split())}


_BANK_TABLE = _table(_BANK_NAMES)
_ROSTER_TABLE = _table(_ROSTER_NAMES)


def _understood(text: str, table: dict[str, Heading]) -> Heading | None:
    if not text or len(text) > _LONGEST:
        return None
    return table.get(folded_heading(text))


def _numbered(text: str) -> Heading | None:
    if not text or len(text) > _LONGEST:
        return None
    if match := _LETTER_IN_BRACKETS.match(unicodedata.normalize("NFKC", text).casefold()):
        return Heading(Role.OPTION, _number(match[1]))
    folded = folded_heading(text)
    for role, pattern in _NUMBERED:
        if match := pattern.fullmatch(folded):
            return Heading(role, _number(next(filter(None, match.groups()))))
    return None


def _own(text: str, names: dict[Role, str]) -> Heading | None:
    """A heading of our own forms in another language than Chinese."""
    if chosen_language()[0] == "zh" or not text or len(text) > _LONGEST:
        return None
    folded = folded_heading(text)
    return next((Heading(role) for role, name in names.items() if folded_heading(_(name)) == folded), None)


def _number(count: str) -> int:
    """From 0: a, 1 and 一 are all the first."""
    if count.isdecimal():
        return int(count) - 1
    return _CHINESE_NUMBERS.index(count) if count in _CHINESE_NUMBERS else ord(count) - ord("a")
