"""The gallery writes every combination; words that are cut off are found."""

import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.errors import EnvironmentFault, UserError
from quizapp.gui.gallery import Look, Pictures, render, render_gallery
from quizapp.gui.page import Page
from quizapp.gui.screen import Screen
from quizapp.gui.widgets.text import Text


def make() -> QWidget:
    page = QWidget()
    Text("题干", "stem", parent=page)
    return page


def test_every_combination_is_written(theme, tmp_path):
    spoken = []
    looks = [Look(language, scheme, width=400, height=300) for language in ("zh", "en") for scheme in ("light", "dark")]
    drawn = render([Screen("one", make), Screen("two", make)], tmp_path / "out", Pictures(theme, spoken.append), looks)
    assert len(drawn) == 8
    assert drawn[0].file.name == "one-zh-light-standard-400x300.png"
    pictures = [QImage(str(one.file)) for one in drawn]
    assert all((picture.width(), picture.height()) == (400, 300) for picture in pictures)
    assert pictures[0] != pictures[1]
    assert spoken == ["zh", "zh", "en", "en"] * 2


def test_a_screen_is_rendered_in_every_look(theme, places, stage_data, tmp_path):
    assert render_gallery(tmp_path / "out", places, stage_data, only=["widg"]) == []
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert len(names) == 12
    for language in ("zh", "en"):
        looks = ("dark-extra-1366x768", "light-large-1366x768", "light-standard-1366x768", "light-standard-1920x1080")
        assert {f"widgets-{language}-{look}.png" for look in looks} <= names


def test_a_name_that_no_screen_has_is_refused(theme, places, stage_data, tmp_path):
    with pytest.raises(UserError, match="sign-in、"):
        render_gallery(tmp_path / "out", places, stage_data, only=["no-such"])
    assert not (tmp_path / "out").exists()


def test_a_picture_waits_for_what_the_page_looks_up(theme, tasks, tmp_path):
    shown = []

    class Slow(Page):
        def enter(self) -> None:
            tasks.run(lambda: "there", on_done=shown.append, owner=self)

    Pictures(theme, str, tasks).draw(Screen("slow", Slow), tmp_path, Look("zh"))
    assert shown == ["there"]


def test_steps_are_taken_before_the_picture_each_after_the_last_is_done(theme, tasks, tmp_path):
    seen = []

    def look_up(page: QWidget) -> None:
        tasks.run(lambda: "found", on_done=seen.append, owner=page)

    screen = Screen("stepped", make, (look_up, lambda _page: seen.append("after")))
    Pictures(theme, str, tasks).draw(screen, tmp_path, Look("zh"))
    assert seen == ["found", "after"]


def test_what_is_cut_off_is_told(theme, tmp_path):
    def narrow() -> QWidget:
        page = QWidget()
        QLabel("很长的一行字", page).setGeometry(0, 0, 20, 20)
        return page

    assert Pictures(theme, str).draw(Screen("narrow", narrow), tmp_path, Look("zh")).cut == ("很长的一行字",)


def test_it_stops_without_a_chinese_font(theme, tmp_path, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    with pytest.raises(EnvironmentFault, match="中文字体"):
        render([Screen("one", make)], tmp_path / "out", Pictures(theme, str))
    assert not (tmp_path / "out").exists()


def test_it_says_where_it_cannot_write(theme, tmp_path):
    (tmp_path / "one-zh-light-standard-1366x768.png").mkdir(parents=True)
    with pytest.raises(EnvironmentFault, match="one-zh"):
        Pictures(theme, str).draw(Screen("one", make), tmp_path, Look("zh"))
