"""Facts are seen side by side and read out as one."""

from quizapp.gui.widgets.fact_list import FactList
from quizapp.gui.widgets.text import Text
from tests.gui.reading import words_of


def test_each_fact_is_read_out_with_its_name(show):
    facts = show(FactList([("用时", "12 分 5 秒"), ("作答", "已答 24 题")]))
    assert words_of(facts) == "用时\n12 分 5 秒\n作答\n已答 24 题"
    names = [one.accessibleName() for one in facts.findChildren(Text)]
    assert names == ["用时", "用时 12 分 5 秒", "作答", "作答 已答 24 题"]


def test_names_and_words_stand_in_columns(show):
    facts = show(FactList([("用时", "12 分 5 秒"), ("答卷和解析", "现在可以查看")]))
    texts = facts.findChildren(Text)
    assert texts[0].x() == texts[2].x()
    assert texts[1].x() == texts[3].x() > texts[2].geometry().right()
