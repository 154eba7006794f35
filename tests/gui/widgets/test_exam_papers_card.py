"""Papers for posts: added before the general one, copied, moved, removed."""

from dataclasses import replace

import pytest

from quizapp.core.exams import PRESETS, Audience
from quizapp.gui.widgets.exam_papers_card import ExamPapersCard
from tests.gui.exams import CHOICES, DEFINITION, GENERAL


@pytest.fixture
def card(theme, show) -> ExamPapersCard:
    return show(ExamPapersCard(theme, DEFINITION, CHOICES))


def names(card: ExamPapersCard) -> list[str]:
    held = [plan.name for plan in card.applied_to(DEFINITION).papers]
    assert [card.tabs.tabText(at) for at in range(card.tabs.count())] == held
    return held


def test_one_paper_shows_nothing_of_many(card):
    assert card.applied_to(DEFINITION) == DEFINITION
    assert not card.tabs.isVisible()
    assert not card.remove_button.isVisible()


def test_a_paper_for_a_post_goes_before_the_general_one(card, qtbot):
    with qtbot.waitSignal(card.changed):
        card.add_button.click()
    assert names(card) == ["岗位卷 1", "通用卷"]
    assert card.tabs.currentIndex() == 0
    assert card.editor.is_limited.isChecked()
    card.add_button.click()
    assert names(card) == ["岗位卷 1", "岗位卷 2", "通用卷"]


def test_each_paper_keeps_its_own(card):
    card.add_button.click()
    card.editor.name.setText("驾驶员卷")
    card.editor.audience.categories.model().toggle(1)
    card.editor.sections.rows[0].count.setValue(1)
    card.tabs.setCurrentIndex(1)
    card.editor.name.setText("机关卷")
    first, second = card.applied_to(DEFINITION).papers
    assert (first.name, first.audience, first.blueprint.sections[0].count) == ("驾驶员卷", Audience((), ("工勤",)), 1)
    assert second == replace(GENERAL, name="机关卷")


def test_papers_are_copied_moved_and_removed(card):
    card.add_button.click()
    card.copy_button.click()
    assert names(card) == ["岗位卷 1", "岗位卷 1（副本）", "通用卷"]
    card.backward_button.click()
    assert names(card) == ["岗位卷 1", "通用卷", "岗位卷 1（副本）"]
    assert not card.backward_button.isEnabled()
    card.forward_button.click()
    card.remove_button.click()
    assert names(card) == ["岗位卷 1", "通用卷"]
    card.remove_button.click()
    assert names(card) == ["岗位卷 1"]


def test_a_definition_without_papers_gets_one(card):
    card.show_definition(replace(DEFINITION, papers=()))
    assert not card.editor.isVisible()
    card.add_button.click()
    assert names(card) == ["通用卷"]
    assert card.editor.isVisible()


def test_a_preset_is_asked_for(card, qtbot):
    with qtbot.waitSignal(card.preset_chosen) as asked:
        card.presets.choose(PRESETS[1])
    assert asked.args == [PRESETS[1]]
    assert card.presets.chosen is None
