"""One paper: shown, edited, summed up."""

import pytest

from quizapp.core.exams import PRESETS, Audience, PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.gui.widgets.paper_editor import PaperEditor, bank_words, copied
from tests.gui.exams import CHOICES, GENERAL, OFFICE

DRIVERS = PaperPlan(
    "驾驶员卷",
    Blueprint((1, 2), (Section(Kind.SINGLE, 20, 5 * POINT, "会面礼仪"),)),
    Audience((OFFICE.id,), ("工勤",)),
)


@pytest.fixture
def editor(theme, show) -> PaperEditor:
    made = PaperEditor(theme, CHOICES)
    made.show_plan(GENERAL, is_only=True)
    return show(made)


def test_a_paper_is_shown_and_read(editor, qtbot):
    with qtbot.assertNotEmitted(editor.changed):
        editor.show_plan(DRIVERS, is_only=False)
    assert editor.plan == DRIVERS


def test_the_only_paper_has_no_name_and_is_for_all(editor):
    assert not editor.name.isVisible()
    assert not editor.is_limited.isVisible()
    editor.show_plan(DRIVERS, is_only=False)
    assert editor.name.isVisible()
    assert editor.audience.isVisible()


def test_the_sum_follows_the_sections(editor, qtbot):
    assert editor.total.text() == "共 25 题，满分 100 分"
    with qtbot.waitSignal(editor.changed):
        editor.sections.rows[0].count.setValue(5)
    assert editor.total.text() == "共 20 题，满分 80 分"


def test_categories_are_those_of_the_banks(editor, qtbot):
    def offered():
        row = editor.sections.rows[0].category
        return [row.itemText(at) for at in range(row.count())]

    assert offered() == ["不限", "会面礼仪", "电话礼仪"]
    with qtbot.waitSignal(editor.changed):
        editor.banks.model().toggle(1)
    assert offered() == ["不限", "会面礼仪", "电话礼仪", "接待服务"]
    assert editor.plan.blueprint.bank_ids == (1, 2)


def test_a_paper_for_all_forgets_what_was_ticked(editor):
    editor.show_plan(DRIVERS, is_only=False)
    editor.is_limited.setChecked(False)
    assert editor.plan.audience == Audience()
    assert not editor.audience.isVisible()


def test_a_bank_says_what_can_be_drawn():
    assert bank_words(CHOICES.banks[0]) == "礼仪题库（单选题 30，多选题 10，判断题 20）"
    assert bank_words(CHOICES.banks[1]) == "服务规范（没有可抽的题目）"


def test_a_copy_has_a_name_of_its_own():
    assert copied(GENERAL).name == "通用卷（副本）"
    assert copied(GENERAL).blueprint.sections == PRESETS[0].sections
