"""Pictures come to the question and the option they stand at, and every other one is told with its cell."""

import pytest

from quizapp.core.pictures import Picture, digest_of
from quizapp.core.questions import Kind, Question
from quizapp.excel.read_bank import BankFile, parse_bank, read_bank
from tests.excel.made_books import BANK_HEADINGS, errors, read, warnings, with_part, xls, xlsx
from tests.excel.made_texts import docx, table
from tests.excel.pictured_books import embedded, floating, formula, with_parts
from tests.made_pictures import FIRST, SECOND, STEM, STEM_TOO

SEATS = ["单选题", "主宾坐哪里？", "左侧", "右侧", "", "", "B"]
MEDIA = {"image1.png": STEM, "image2.png": FIRST, "image3.png": SECOND}
IDS = {"ID_1": "image1.png", "ID_2": "image2.png", "ID_3": "image3.png"}


def shown(question: Question) -> list[tuple[bytes, int | None]]:
    """The pictures of a question and where they stand."""
    contents = {digest_of(one): one for one in (STEM, STEM_TOO, FIRST, SECOND)}
    return [(contents[picture.digest], picture.option) for picture in question.pictures]


def messages(found: BankFile) -> str:
    """All that is said."""
    return "\n".join(problem.message for problem in found.problems)


def test_the_columns_of_stem_and_options_say_where_a_picture_belongs() -> None:
    pictures = [("B2", STEM), ("H2", STEM_TOO), ("D2", SECOND), ("C2", FIRST)]
    found = read(floating([BANK_HEADINGS, SEATS, [*SEATS[:1], "别的题", *SEATS[2:]]], pictures))
    assert shown(found.items[0].question) == [(STEM, None), (STEM_TOO, None), (FIRST, 0), (SECOND, 1)]
    assert [option.text for option in found.items[0].question.options] == ["左侧", "右侧"]
    assert found.items[1].question.pictures == ()
    assert found.problems == []
    assert set(found.pictures.values()) == {STEM, STEM_TOO, FIRST, SECOND}


@pytest.mark.parametrize("is_embedded", [False, True])
def test_options_may_be_pictures_and_nothing_else(is_embedded: bool) -> None:
    blank = ["单选题", "主宾坐哪里？", "", "", "", "", "B"]
    if is_embedded:
        blank[2:4] = [formula("ID_2"), formula("ID_3")]
        found = read(embedded([BANK_HEADINGS, blank], IDS, MEDIA))
    else:
        found = read(floating([BANK_HEADINGS, blank], [("C2", FIRST), ("D2", SECOND)]))
    (item,) = found.items
    assert [option.text for option in item.question.options] == ["", ""]
    assert shown(item.question) == [(FIRST, 0), (SECOND, 1)]
    assert (item.question.key, found.problems) == ((1,), [])


def test_an_embedded_picture_beside_the_columns_is_the_stems() -> None:
    rows = [[*BANK_HEADINGS, "题目图片"], [*SEATS, formula("ID_1")]]
    (item,) = read(embedded(rows, IDS, MEDIA)).items
    assert shown(item.question) == [(STEM, None)]
    assert "DISPIMG" not in repr(item.question)


def test_columns_for_pictures_of_options_are_known_by_their_names() -> None:
    rows = [
        [*BANK_HEADINGS, "题干图片", "选项A图片", "选项二图片", "解析图片"],
        [*SEATS, formula("ID_1"), formula("ID_2"), formula("ID_3"), formula("ID_3")],
        ["单选题", "问二", "", "", "", "", "A", "", formula("ID_2"), formula("ID_3")],
    ]
    found = read(embedded(rows, IDS, MEDIA))
    assert shown(found.items[0].question) == [(STEM, None), (FIRST, 0), (SECOND, 1)]
    assert shown(found.items[1].question) == [(FIRST, 0), (SECOND, 1)]
    assert messages(found) == "工作表“Sheet”单元格 K2 的图片没有放进任何题目：请放到题干或选项的单元格里。"


@pytest.mark.parametrize("cell", ["G2", "H2"])
def test_a_picture_at_the_key_or_the_explanation_is_never_shown(cell: str) -> None:
    found = read(floating([[*BANK_HEADINGS, "解析"], [*SEATS, "以右为尊"]], [(cell, STEM)]))
    assert found.items[0].question.pictures == () and found.pictures == {}
    assert f"单元格 {cell} 的图片没有放进任何题目" in messages(found)


def test_what_cannot_be_placed_is_told_with_its_cell() -> None:
    found = read(floating([BANK_HEADINGS, SEATS], [("A1", STEM), ("C9", FIRST)]))
    assert warnings(found.problems) == [(1, ""), (9, "")]
    assert "单元格 A1" in messages(found) and "单元格 C9" in messages(found)


def test_of_very_many_only_the_number_is_told() -> None:
    found = read(floating([BANK_HEADINGS, SEATS], [(f"A{row}", STEM) for row in range(9, 40)]))
    assert len(found.problems) == 21
    assert "另有 11 张" in messages(found)


def test_a_lone_picture_over_an_empty_option_is_the_stems_and_told() -> None:
    found = read(floating([BANK_HEADINGS, ["判断题", "站姿正确", "", "", "", "", "对"]], [("D2", STEM)]))
    assert shown(found.items[0].question) == [(STEM, None)]
    assert "单元格 D2" in messages(found)


def test_a_picture_above_its_row_goes_with_the_row_under_its_middle() -> None:
    rows = [["一张表"], BANK_HEADINGS, [], SEATS]
    found = read(floating(rows, [("B3", STEM)], heights={3: 4, 4: 100}))
    assert shown(found.items[0].question) == [(STEM, None)]


def test_pictures_beyond_what_a_sheet_shows_are_told() -> None:
    found = read(floating([BANK_HEADINGS, SEATS], [("C2", FIRST), ("C2", SECOND), ("B2", STEM), ("B2", STEM_TOO)]))
    assert shown(found.items[0].question) == [(STEM, None), (STEM_TOO, None), (FIRST, 0)]
    assert "单元格 C2 的图片没有放进任何题目" in messages(found)


def test_a_metafile_is_told_with_its_cell_and_the_question_comes_without() -> None:
    book = with_parts(floating([BANK_HEADINGS, SEATS], [("B2", STEM)]), {"xl/media/image1.png": b"\x01\0\0\0 EMF"})
    found = read(book)
    assert found.items[0].question.pictures == ()
    assert messages(found).startswith("单元格 B2 的图片没有导入：不是 PNG")


def test_a_stem_or_option_whose_picture_is_missing_is_no_text() -> None:
    in_stem, in_option = ["单选题", formula("ID_9"), "甲", "乙"], ["单选题", "问", formula("ID_9"), "乙"]
    found = read(embedded([BANK_HEADINGS, [*in_stem, "", "", "A"], [*in_option, "", "", "B"]], IDS, MEDIA))
    assert found.items == [] and found.rows_faulty == 2
    assert {row for row, _column in errors(found.problems)} == {2, 3}
    assert "DISPIMG" not in messages(found)


def test_a_formula_in_a_text_table_is_told() -> None:
    found = read(f'题干,答案,图\n甲,对,"{formula("ID_1").replace(chr(34), chr(34) * 2)}"\n'.encode(), "x.csv")
    assert found.items[0].question == Question(Kind.TRUE_FALSE, "甲", True)
    assert "单元格 C2 的图片没有导入" in messages(found)


def test_names_of_files_in_a_column_are_told() -> None:
    rows = [[*BANK_HEADINGS, "题目图片"], [*SEATS, "images/seat.PNG"], [*SEATS[:1], "另一题", *SEATS[2:], ""]]
    assert "“题目图片”列写的是图片的文件名（1 行）" in messages(read(xlsx(rows)))


@pytest.mark.parametrize("name", ["x.xls", "x.ods"])
def test_pictures_of_other_formats_are_told(name: str) -> None:
    content = xls([BANK_HEADINGS, SEATS])
    assert "图片" not in messages(read(content, name))
    assert "另存为 .xlsx" in messages(read(content + STEM, name))


def test_repeats_are_told_by_text_and_picture() -> None:
    rows = [BANK_HEADINGS, SEATS, SEATS, SEATS]
    found = read(floating(rows, [("B2", STEM), ("B3", STEM), ("B4", FIRST)]))
    assert warnings(found.problems) == [(3, "")]


def test_pictures_cross_from_the_child() -> None:
    content = floating([BANK_HEADINGS, SEATS], [("B2", STEM)])
    assert read_bank(content, "x.xlsx") == parse_bank(content, "x.xlsx", lambda _done, _total: None)
    assert read_bank(content, "x.xlsx").items[0].question.pictures == (Picture(digest_of(STEM)),)


@pytest.mark.parametrize("is_embedded", [False, True])
def test_a_refused_row_keeps_its_pictures_for_whoever_mends_it(is_embedded: bool) -> None:
    row = ["单选题", "主宾坐哪里？", "", "", "", "", ""]
    if is_embedded:
        found = read(embedded([BANK_HEADINGS, [*row[:2], *map(formula, ("ID_2", "ID_3"))]], IDS, MEDIA))
        expected = [(FIRST, 0), (SECOND, 1)]
    else:
        found = read(floating([BANK_HEADINGS, row], [("B2", STEM), ("C2", FIRST), ("D2", SECOND)]))
        expected = [(STEM, None), (FIRST, 0), (SECOND, 1)]
    (refused,) = found.faulty_rows
    assert shown(refused.draft) == expected
    assert [option.text for option in refused.draft.options] == ["", ""]
    assert set(found.pictures.values()) == {content for content, _option in expected}
    assert found.rows_faulty == 1


def test_a_picture_where_an_answer_is_written_is_no_answer() -> None:
    row = ["填空题", "铃响____声内接听。", formula("ID_2")]
    found = read(embedded([BANK_HEADINGS, row], IDS, MEDIA))
    assert found.items == []
    (refused,) = found.faulty_rows
    assert (refused.row, refused.draft.key, refused.draft.pictures) == (2, (("",),), ())
    assert [row for row, _column in errors(found.problems)] == [2]


def test_the_text_of_a_cell_stays_beside_a_picture_of_another_format() -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
    body = table(["题型", "题干", "答案"], ["判断题", "站姿正确", "对"]).replace("站姿正确", "站姿端正", 1)
    at = body.index("</w:p>", body.index("站姿端正"))
    found = read(docx(body[:at] + picture + body[at + len("</w:p>") :]), "x.docx")
    assert [item.question.stem for item in found.items] == ["站姿端正"]
    page = "<table><tr><td>题干<td>答案<td>解析<tr><td><img src=a.png>站姿端正<td>对<td>如图<img src=b.png></table>"
    other = read(page.encode(), "x.xls")
    assert [item.question.stem for item in other.items] == ["站姿端正"]
    assert other.items[0].question.explanation == "如图"
    for file, cell in ((found, "B2"), (other, "A2"), (other, "C2")):
        assert f"单元格 {cell} 的图片没有导入：这种格式" in messages(file)
        assert "不在这个文件里" not in messages(file)


def test_the_text_behind_a_formula_of_a_text_table_stays() -> None:
    text = f'题干,答案\n"{formula("ID_1").replace(chr(34), chr(34) * 2)} 站姿端正",对\n'
    found = read(text.encode(), "x.csv")
    assert [item.question.stem for item in found.items] == ["站姿端正"]
    assert "单元格 A2 的图片没有导入：这种格式" in messages(found)


@pytest.mark.parametrize(
    "heading", ["正确选项示意图", "依据", "答题说明", "参考", "选项B是否正确", "干扰项1", "是否正确", "分类", "解析图"]
)
def test_a_picture_that_may_show_the_key_is_told_and_not_placed(heading: str) -> None:
    found = read(floating([[*BANK_HEADINGS, heading], SEATS], [("H2", STEM)]))
    assert [item.question.pictures for item in found.items] == [()]
    assert "单元格 H2 的图片没有放进任何题目" in messages(found)


@pytest.mark.parametrize(
    "heading", ["题干图片", "题目图片", "图片", "配图", "附图", "插图", "Image", "图片2", "题图", "图片（可选）", ""]
)
def test_a_column_for_pictures_or_without_a_heading_is_the_stems(heading: str) -> None:
    found = read(floating([[*BANK_HEADINGS, heading], SEATS], [("H2", STEM)]))
    assert [shown(item.question) for item in found.items] == [[(STEM, None)]]
    assert found.problems == []


def test_a_heading_over_several_columns_is_that_of_each() -> None:
    book = floating([BANK_HEADINGS, SEATS], [("H2", STEM)])
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="G1:H1"/></mergeCells>'
    found = read(with_part(book, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", merged)))
    assert [item.question.pictures for item in found.items] == [()]
    assert "单元格 H2 的图片没有放进任何题目" in messages(found)


def test_without_headings_the_letters_of_columns_are_no_options() -> None:
    rows = [[f"第{at}个问题说的是什么内容？", "左侧", "右侧", "中间", "后面", "ABCD"[at % 4]] for at in range(12)]
    found = read(floating(rows, [("A2", STEM), ("C2", FIRST)]))
    assert shown(found.items[1].question) == [(STEM, None), (FIRST, 1)]
