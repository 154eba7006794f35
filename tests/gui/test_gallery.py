"""The gallery writes every combination; words that are cut off are found."""

import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from quizapp.errors import EnvironmentFault
from quizapp.gui.gallery import cut_texts, render, render_gallery
from quizapp.gui.page import Page
from quizapp.gui.screens import Screen
from quizapp.gui.widgets.text import Text


def make() -> QWidget:
    page = QWidget()
    Text("题干", "stem", parent=page)
    return page


def test_every_combination_is_written(theme, tmp_path):
    spoken = []
    files = render(
        [Screen("one", make), Screen("two", make)],
        tmp_path / "out",
        theme,
        languages=["zh", "en"],
        use_language=spoken.append,
        schemes=["light", "dark"],
        sizes=["standard"],
        pixels=[(400, 300)],
    )
    assert len(files) == 8
    assert files[0].name == "one-zh-light-standard-400x300.png"
    pictures = [QImage(str(file)) for file in files]
    assert all((picture.width(), picture.height()) == (400, 300) for picture in pictures)
    assert pictures[0] != pictures[1]
    assert spoken == ["zh", "en", "zh", "en"]


def test_a_screen_is_rendered_in_every_look(theme, places, tmp_path):
    assert render_gallery(tmp_path / "out", places, only=["widgets"]) == 0
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert len(names) == 8
    assert {f"widgets-{language}-dark-extra-1366x768.png" for language in ("zh", "en")} <= names


def test_a_picture_waits_for_what_the_page_looks_up(theme, tasks, tmp_path):
    shown = []

    class Slow(Page):
        def enter(self) -> None:
            tasks.run(lambda: "there", on_done=shown.append, owner=self)

    render(
        [Screen("slow", Slow)], tmp_path, theme, languages=["zh"], use_language=str,
        schemes=["light"], sizes=["standard"], tasks=tasks,
    )  # fmt: skip
    assert shown == ["there"]


def test_it_stops_without_a_chinese_font(theme, tmp_path, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    with pytest.raises(EnvironmentFault, match="中文字体"):
        render([Screen("one", make)], tmp_path / "out", theme, languages=["zh"], use_language=str)
    assert not (tmp_path / "out").exists()


def test_it_says_where_it_cannot_write(theme, tmp_path):
    folder = tmp_path / "out"
    (folder / "one-zh-light-standard-1366x768.png").mkdir(parents=True)
    with pytest.raises(EnvironmentFault, match="one-zh"):
        render([Screen("one", make)], folder, theme, languages=["zh"], use_language=str, schemes=["light"])


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
