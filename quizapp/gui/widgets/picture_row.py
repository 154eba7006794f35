"""The pictures of a stem side by side, none where it has none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.pictures import PicturePlace, places_of
from quizapp.core.questions import Question
from quizapp.gui.picture_source import PictureSource, ShownPicture
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.i18n import _

Placed = dict[PicturePlace, ShownPicture]


class PictureRow(QWidget):
    """Hidden while there is nothing to show."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.views: list[PictureView] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.snug)
        self._row.addStretch(1)
        self.hide()

    def show_pictures(self, pictures: Sequence[ShownPicture]) -> None:
        """Show other pictures; the same ones stay as they are."""
        if [view.shown for view in self.views] == list(pictures):
            return
        for view in self.views:
            self._row.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = []
        for number, shown in enumerate(pictures):
            name = _("题干的图片 {number}").format(number=number + 1) if len(pictures) > 1 else _("题干的图片")
            view = PictureView(self._theme, shown, name)
            self._row.insertWidget(number, view)
            view.show()
            self.views.append(view)
        self.setVisible(bool(self.views))


def of_stem(placed: Placed) -> list[ShownPicture]:
    """The pictures of the stem, in their order."""
    return [shown for place, shown in placed.items() if place.option is None]


def of_options(placed: Placed) -> dict[int, ShownPicture]:
    """The pictures of the options, by option."""
    return {place.option: shown for place, shown in placed.items() if place.option is not None}


def pictures_of(question: Question, source: PictureSource | None) -> Placed:
    """The pictures of a question of a bank, which are kept by their digests."""
    if source is None:
        return {}
    return {place: source.picture(digest) for place, digest in places_of(question.pictures).items()}


def pictures_at(position: int, places: Sequence[PicturePlace], source: PictureSource | None) -> Placed:
    """The pictures of a place of a sheet, which are known by position and place."""
    return {place: source.picture((position, place)) for place in places} if source is not None else {}
