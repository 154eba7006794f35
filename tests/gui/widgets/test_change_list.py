"""Before and after stand side by side, in large letters one below the other."""

from quizapp.core.question_facts import FieldChange
from quizapp.gui.widgets.change_list import ChangeList
from tests.gui.reading import words_of

CHANGES = [FieldChange("答案", "B. 五声", "A. 三声"), FieldChange("分类", "", "电话礼仪")]


def side(changes: ChangeList, name: str):
    return next(one for one in changes.findChildren(object) if getattr(one, "accessibleName", str)() == name)


def test_each_field_with_both_sides(theme, show, qtbot):
    changes = show(ChangeList(theme, "题库里", "文件里"))
    changes.show_changes(CHANGES)
    expected = ["答案", "题库里", "B. 五声", "文件里", "A. 三声", "分类", "题库里", "（空）", "文件里", "电话礼仪"]
    qtbot.waitUntil(lambda: words_of(changes).splitlines() == expected)
    changes.show_changes(CHANGES[:1])
    qtbot.waitUntil(lambda: words_of(changes).splitlines() == expected[:5])


def test_large_letters_put_one_below_the_other(theme, show, qtbot):
    changes = show(ChangeList(theme, "原来", "现在"))
    changes.show_changes(CHANGES)
    before, after = side(changes, "原来：B. 五声"), side(changes, "现在：A. 三声")
    qtbot.waitUntil(lambda: after.x() > before.x() + before.width())
    theme.use(size="extra")
    qtbot.waitUntil(lambda: after.y() > before.y() + before.height())
