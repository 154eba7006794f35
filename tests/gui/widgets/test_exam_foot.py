"""Whether a test can be published, and what stands in the way."""

import pytest

from quizapp.gui.widgets.exam_foot import ExamFoot


@pytest.fixture
def foot(theme, show) -> ExamFoot:
    return show(ExamFoot(theme))


def test_nothing_is_published_unchecked(foot):
    assert not foot.publish_button.isEnabled()
    foot.show_check([], "25 题")
    assert foot.publish_button.isEnabled()
    foot.show_waiting()
    assert not foot.publish_button.isEnabled()


def test_what_stands_in_the_way_is_said_in_words(foot):
    foot.show_check(["请填写考试名称。", "第 1 部分还缺 3 题"], "25 题")
    assert foot.faults.text() == "· 请填写考试名称。\n· 第 1 部分还缺 3 题"
    assert foot.state.text == "2 处要改"
    assert not foot.publish_button.isEnabled()
    foot.show_check([], "25 题")
    assert not foot.faults.isVisible()
    assert (foot.state.text, foot.state.tone) == ("可以发布", "good")


def test_of_many_faults_the_first_are_shown(foot):
    foot.show_check([f"第 {number} 处" for number in range(1, 7)], "")
    assert foot.faults.text().splitlines()[-2:] == ["· 第 3 处", "· 另有 3 处"]
