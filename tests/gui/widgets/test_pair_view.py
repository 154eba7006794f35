"""Two questions side by side: what is asked always, the rest where it differs."""

from quizapp.gui.widgets.pair_view import PairView
from tests.gui.reading import words_of
from tests.services.bank_files import single


def test_fields_that_differ_are_shown(theme, show, qtbot):
    view = show(PairView(theme), 700, 700)
    view.show_pair(("文件", single(1, 1, category="会面", source="规范")), ("题库", single(1, category="会面")))
    qtbot.waitUntil(lambda: "规范" in words_of(view))
    words = words_of(view).splitlines()
    assert [word for word in words if word in ("题型", "题干", "选项", "答案", "分类", "依据")] == [
        "题干", "选项", "答案", "依据",
    ]  # fmt: skip
    assert words.count("第 1 题选哪一个？") == 2
    assert words[-3:] == ["规范", "题库", ""] or words[-1] == "题库"
    view.show_pair(("文件", single(2)), ("题库", single(1)))
    qtbot.waitUntil(lambda: "规范" not in words_of(view))
