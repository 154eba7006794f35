"""The people of the sample month: an invented bureau in an invented city; whoever has such a name has it by chance."""

from dataclasses import dataclass

from quizapp.core.people import DepartmentKind

# no _() in this module: names of invented people and departments, which are data in every language

BUREAU = "海滨市机关事务管理局"
UNIT_WORD = "局属"


@dataclass(frozen=True, slots=True)
class SampleDepartment:
    """A department with its people as (name, category, position); `parts` are the departments within it."""

    name: str
    kind: DepartmentKind
    people: tuple[tuple[str, str, str], ...] = ()
    parts: tuple["SampleDepartment", ...] = ()


_SECTION, _UNIT = DepartmentKind.SECTION, DepartmentKind.UNIT

LEADERS = "局领导"
"""The department whose members are tested and counted, and stand in no ranking."""

DEPARTMENTS = (
    SampleDepartment(
        LEADERS,
        _SECTION,
        (("宋怀远", "公务员", "局长"), ("沈亦文", "公务员", "副局长"), ("郭长河", "公务员", "副局长")),
    ),
    SampleDepartment(
        "办公室",
        _SECTION,
        (
            ("林知行", "公务员", "主任"), ("许小满", "公务员", "副主任"), ("曾庆和", "公务员", "科员"),
            ("陈晓楠", "公务员", "科员"), ("马秋实", "合同制", "文秘"), ("李娜", "合同制", "文秘"),
            ("郑国平", "工勤", "驾驶员"),
        ),
    ),
    SampleDepartment(
        "人事科",
        _SECTION,
        (
            ("周明慧", "公务员", "科长"), ("吴启航", "公务员", "副科长"), ("单文静", "公务员", "科员"),
            ("何雨桐", "借入", "科员"),
        ),
    ),
    SampleDepartment(
        "财务科",
        _SECTION,
        (
            ("赵立诚", "公务员", "科长"), ("孙佳怡", "公务员", "科员"), ("唐敏", "公务员", "科员"),
            ("冯静姝", "合同制", "出纳"),
        ),
    ),
    SampleDepartment(
        "资产管理科",
        _SECTION,
        (
            ("韩志远", "公务员", "科长"), ("董雪", "公务员", "科员"), ("徐海涛", "公务员", "科员"),
            ("高文博", "公务员", "科员"), ("蒋欣然", "合同制", "资产管理员"),
        ),
    ),
    SampleDepartment(
        "公务接待科",
        _SECTION,
        (
            ("梁婉清", "公务员", "科长"), ("谢子衿", "公务员", "副科长"), ("罗嘉禾", "公务员", "科员"),
            ("程雅楠", "劳务派遣", "讲解员"), ("丁一诺", "劳务派遣", "接待员"), ("苏苇", "借出", "科员"),
        ),
    ),
    SampleDepartment(
        "服务监督科",
        _SECTION,
        (
            ("潘正浩", "公务员", "科长"), ("田思源", "公务员", "科员"), ("石磊", "公务员", "科员"),
            ("范晓梅", "公务员", "科员"),
        ),
    ),
    SampleDepartment(
        "机关服务中心",
        _UNIT,
        (("姚振声", "事业", "主任"), ("方若兰", "事业", "副主任")),
        (
            SampleDepartment(
                "车队",
                _UNIT,
                (
                    ("贺大勇", "工勤", "队长"), ("郝建军", "工勤", "驾驶员"), ("邱顺利", "工勤", "驾驶员"),
                    ("史永强", "工勤", "驾驶员"), ("陆安", "合同制", "驾驶员"), ("龙海波", "合同制", "驾驶员"),
                    ("闫家平", "劳务派遣", "驾驶员"),
                ),
            ),
            SampleDepartment(
                "机关食堂",
                _UNIT,
                (
                    ("雷厚德", "工勤", "厨师长"), ("汤有福", "工勤", "厨师"), ("钱桂芳", "合同制", "面点师"),
                    ("黎翠英", "劳务派遣", "服务员"), ("白雪莲", "劳务派遣", "服务员"),
                ),
            ),
        ),
    ),
    SampleDepartment(
        "市级会议中心",
        _UNIT,
        (
            ("任书韵", "事业", "主任"), ("侯天宇", "事业", "音响师"), ("江若溪", "合同制", "会议服务员"),
            ("李娜", "合同制", "会议服务员"), ("秦可欣", "劳务派遣", "会议服务员"), ("崔志明", "工勤", "电工"),
        ),
    ),
    SampleDepartment(
        "机关幼儿园",
        _UNIT,
        (
            ("顾春晖", "事业", "园长"), ("孟小荷", "事业", "教师"), ("傅悦", "事业", "教师"),
            ("卢思颖", "合同制", "教师"), ("薛丽华", "合同制", "保健医"), ("毛金凤", "劳务派遣", "保育员"),
            ("尹志刚", "劳务派遣", "保安员"),
        ),
    ),
)  # fmt: skip
