"""A form row says what is wanted, and what is wrong beside it."""

from PySide6.QtWidgets import QLineEdit

from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.text import Text


def words(field: Field) -> list[str]:
    return [text.text() for text in field.findChildren(Text) if text.isVisible()]


def test_label_and_hint_are_shown(theme, show):
    field = show(Field("姓名", QLineEdit(), hint="与花名册一致", required=True))
    assert words(field) == ["姓名（必填）", "与花名册一致"]
    assert field.control.accessibleName() == "姓名"
    assert field.control.accessibleDescription() == "与花名册一致"


def test_an_error_takes_the_place_of_the_hint_and_goes(theme, show):
    field = show(Field("编号", QLineEdit(), hint="可以不填"))
    field.set_error("编号已有人使用。")
    assert field.error == "编号已有人使用。"
    assert words(field)[-1] == "编号已有人使用。"
    assert field.control.property("wrong") is True
    field.set_error("")
    assert field.error == ""
    assert words(field)[-1] == "可以不填"
    assert field.control.property("wrong") is False


def test_without_a_hint_an_error_still_shows(theme, show):
    field = show(Field("编号", QLineEdit()))
    assert words(field) == ["编号"]
    field.set_error("请填写。")
    assert words(field) == ["编号", "请填写。"]


def test_a_name_the_control_has_is_kept(theme, show):
    control = QLineEdit()
    control.setAccessibleName("人员编号")
    assert show(Field("编号", control)).control.accessibleName() == "人员编号"


def test_a_doubt_is_said_without_calling_the_entry_wrong(theme, show):
    field = show(Field("答案", QLineEdit()))
    field.set_error("只有一个正确选项：请核对。", tone="warn")
    assert field.note == "只有一个正确选项：请核对。"
    assert field.error == ""
    assert not field.control.property("wrong")
