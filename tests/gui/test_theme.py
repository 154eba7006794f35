"""The tokens can be read, and switching them restyles what is already on the screen."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from quizapp.gui.contrast import contrast
from quizapp.gui.theme import FAINT_PAIRS, SCHEMES, SIZES, TEXT_PAIRS, chosen_family, has_cjk_font, shades_of
from tests.gui.conftest import RESOURCES


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_text_pair_is_readable(scheme, ink, ground):
    shades = shades_of(SCHEMES[scheme])
    assert contrast(shades[ink], shades[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), FAINT_PAIRS)
def test_what_is_faint_can_still_be_seen(scheme, ink, ground):
    shades = shades_of(SCHEMES[scheme])
    assert contrast(shades[ink], shades[ground]) >= 3


def test_an_empty_field_asks_in_letters_that_can_be_read(theme, qapp):
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colour("muted")
    assert ("muted", "surface") in TEXT_PAIRS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_icons_of_a_scheme_use_its_tokens_only(scheme):
    tokens = {getattr(SCHEMES[scheme], name) for name in SCHEMES[scheme].__slots__}
    files = sorted((RESOURCES / "icons" / scheme).glob("*.svg"))
    assert files
    for file in files:
        assert set(re.findall("#[0-9A-Fa-f]{6}", file.read_text(encoding="utf-8"))) <= tokens


def test_both_schemes_have_the_same_icons():
    names = [{file.name for file in (RESOURCES / "icons" / scheme).iterdir()} for scheme in SCHEMES]
    assert names[0] == names[1]


def test_style_names_no_colour():
    style = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    assert not re.findall("#[0-9A-Fa-f]{3,6}|rgb", style)


def test_icons_named_in_the_style_exist():
    style = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    names = re.findall(r"@icons/([\w-]+\.svg)", style)
    assert names
    assert all((RESOURCES / "icons" / "light" / name).is_file() for name in names)


def test_a_chinese_font_is_chosen_where_there_is_one(qapp):
    assert has_cjk_font()
    assert chosen_family()


def test_dark_scheme_restyles_the_application(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.use(scheme="dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == SCHEMES["dark"].ground
    assert theme.is_dark


def test_same_choice_changes_nothing(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(scheme="light", size="standard")


def test_larger_size_restyles_roles_and_targets(theme, show):
    page = QWidget()
    label, button = QLabel("题干", page), QPushButton("下一题", page)
    label.setProperty("role", "stem")
    show(page)
    theme.use(size="extra")
    assert label.font().pointSizeF() == SIZES["extra"].stem
    assert button.sizeHint().height() >= SIZES["extra"].target
    assert button.font().pointSizeF() == SIZES["extra"].body


@pytest.mark.parametrize("role", ["body", "stem", "small", "heading", "title", "figure"])
def test_font_of_a_role_has_its_size(theme, role):
    assert theme.font(role).pointSizeF() == getattr(SIZES["standard"], role)


def test_tone_info_is_the_accent(theme):
    assert theme.tone("info") == (theme.colour("accent"), theme.colour("accent_soft"))
    assert theme.tone("neutral")[0] == theme.colour("muted")


def test_icon_can_be_painted(theme):
    assert not theme.icon("house", "accent").pixmap(16, 16).isNull()


def test_nothing_moves_where_the_user_or_the_system_asks_for_calm(theme, monkeypatch):
    assert theme.moves
    theme.is_moving_wanted = False
    assert not theme.moves
    theme.is_moving_wanted = True
    monkeypatch.setattr("quizapp.gui.theme.system_moves", lambda _hints: False)
    assert not theme.moves
