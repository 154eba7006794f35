"""Steps ticked off one after another; the next one stands out, by more than its colour."""

from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.todo_card import TodoCard


def said(card: TodoCard) -> list[str]:
    return [text.accessibleName() for text in card.findChildren(Text) if text.text() and "：" in text.accessibleName()]


def test_what_is_done_what_is_next_and_what_is_later(theme, show):
    card = show(TodoCard(theme, "这个月还要做什么", [(True, "设置"), (False, "发布"), (False, "导出")]))
    assert said(card) == ["已完成：设置", "下一步：发布", "以后：导出"]
    assert next(text for text in card.findChildren(Text) if text.text() == "发布").property("role") == "label"


def test_where_all_is_done_nothing_is_next(theme, show):
    assert said(show(TodoCard(theme, "", [(True, "设置"), (True, "发布")]))) == ["已完成：设置", "已完成：发布"]


def test_the_marks_follow_the_theme(theme, show):
    card = show(TodoCard(theme, "", [(True, "设置")]))
    before = card._marks[0][0].pixmap().toImage()
    theme.use(scheme="dark")
    assert card._marks[0][0].pixmap().toImage() != before
