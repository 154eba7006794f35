"""What keeps people from using a screen is found, named plainly, and nothing is found where nothing is wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from quizapp.gui.access import controls, cut_texts, nameless, out_of_reach, place_of, small_letters, small_targets
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.option_card import MultipleOptionCard, SingleOptionCard
from quizapp.gui.widgets.text import Text


@pytest.fixture
def page(theme) -> QWidget:
    return QWidget()


def test_a_control_without_a_name_is_told(page, show):
    QPushButton("", page).setGeometry(0, 0, 60, 60)
    QPushButton("保存", page).setGeometry(0, 80, 60, 60)
    show(page)
    assert [words.partition(":")[0] for words in nameless(page)] == ["no accessible name"]
    assert "QPushButton" in nameless(page)[0]


def test_what_only_the_mouse_reaches_is_told(page, show):
    button = QPushButton("保存", page)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    other = QPushButton("取消", page)
    other.setEnabled(False)
    other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    show(page)
    assert len(out_of_reach(page)) == 1
    assert "'保存'" in out_of_reach(page)[0]


def test_a_small_target_is_told_with_its_size(theme, page, show):
    Button(theme, "保存", compact=True, parent=page).resize(100, 36)
    QPushButton("取消", page).setGeometry(0, 40, 44, 44)
    show(page)
    assert [words.partition(":")[0] for words in small_targets(page, 44)] == ["100×36, less than 44"]


def test_small_letters_are_told(page, show):
    Text("小字", "small", parent=page)
    Text("题干", "stem", parent=page)
    show(page)
    assert small_letters(page, 9.5) == []
    (found,) = small_letters(page, 11)
    assert found.startswith("9.5 pt, less than 11") and "小字" in found


def test_the_parts_of_a_control_are_not_controls(page, show):
    QSpinBox(page).setGeometry(0, 0, 100, 44)
    choice = QComboBox(page)
    choice.setEditable(True)
    choice.setGeometry(0, 60, 100, 44)
    show(page)
    assert {type(one) for one in controls(page)} == {QSpinBox, QComboBox}


def test_where_a_control_stands_is_said(theme, show):
    card = Card("登录")
    button = Button(theme, "进入")
    card.body.addWidget(button)
    show(card)
    assert place_of(button) == "Button '进入' in Card"


@pytest.mark.parametrize("kind", [SingleOptionCard, MultipleOptionCard])
def test_an_option_tells_letter_words_and_state(theme, show, kind):
    card = kind(theme, "B", "两寸")
    show(card)
    told = QAccessible.queryAccessibleInterface(card)
    roles = {SingleOptionCard: QAccessible.Role.RadioButton, MultipleOptionCard: QAccessible.Role.CheckBox}
    assert told.role() is roles[kind]
    assert told.text(QAccessible.Text.Name) == "选项 B：两寸"
    assert not told.state().checked
    card.setChecked(True)
    assert told.state().checked


def test_cut_words_are_found(theme, show):
    page = QWidget()
    label, button, wrapped = (
        QLabel("很长的一行字", page),
        QPushButton("导入题库", page),
        Text("字" * 40, parent=page),
    )
    label.setGeometry(0, 0, 30, 30)
    button.setGeometry(0, 40, 20, 44)
    wrapped.setGeometry(0, 100, 120, 20)
    show(page)
    assert cut_texts(page) == [label.text(), wrapped.text(), button.text()]


def test_words_with_room_are_not_found(theme, show):
    page = QWidget()
    label, button, wrapped = QLabel("一行字", page), QPushButton("导入题库", page), Text("字" * 40, parent=page)
    label.setGeometry(0, 0, 300, 30)
    button.setGeometry(0, 40, 200, 44)
    wrapped.setGeometry(0, 100, 120, 300)
    hidden = QLabel("看不见的很长的一行字", page)
    hidden.setGeometry(0, 0, 5, 5)
    show(page)
    hidden.hide()
    assert cut_texts(page) == []


def test_a_placeholder_and_a_choice_without_room_are_found(theme, show):
    page = QWidget()
    field, choice = QLineEdit(page), QComboBox(page)
    field.setPlaceholderText("输入姓名、拼音首字母或编号")
    choice.addItem("机关服务中心机关食堂服务班")
    field.setGeometry(0, 0, 80, 44)
    choice.setGeometry(0, 60, 120, 44)
    show(page)
    assert cut_texts(page) == [field.placeholderText(), choice.currentText()]
    choice.setToolTip(choice.currentText())
    field.resize(600, 44)
    assert cut_texts(page) == []


def test_one_of_a_group_stands_for_all_which_the_arrows_reach(theme, show):
    page, group = QWidget(), QButtonGroup()
    for number in range(3):
        button = QPushButton(f"第 {number} 页", page)
        button.setCheckable(True)
        group.addButton(button)
    group.buttons()[0].setChecked(True)
    show(page)
    assert out_of_reach(page) == []
    group.setExclusive(False)
    for button in group.buttons():
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert len(out_of_reach(page)) == 3
