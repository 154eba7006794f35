"""What is read takes all of a small window and the middle of a large one."""

from quizapp.gui.gallery import cut_texts
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.reading_column import ReadingColumn
from quizapp.gui.widgets.text import Text


def card_in(theme, show, width: int) -> tuple[ReadingColumn, Card]:
    column, card = ReadingColumn(theme, letters=30), Card()
    card.body.addWidget(Text("很长的一句话，" * 30))
    column.body.addWidget(card)
    column.body.addStretch(1)
    show(column, width, 500)
    return column, card


def test_a_small_window_is_filled(theme, show):
    column, card = card_in(theme, show, theme.letters(20))
    assert card.width() == column.width()
    assert cut_texts(column) == []


def test_a_large_window_has_it_in_the_middle(theme, show):
    column, card = card_in(theme, show, 1200)
    assert card.width() == theme.letters(30)
    left = card.mapTo(column, card.rect().topLeft()).x()
    assert abs(left - (column.width() - card.width()) // 2) <= 1
    assert cut_texts(column) == []


def test_it_grows_with_the_text(theme, show):
    _column, card = card_in(theme, show, 1200)
    before = card.parentWidget().maximumWidth()
    theme.use(size="extra")
    assert card.parentWidget().maximumWidth() == theme.letters(30) > before
