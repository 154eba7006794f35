"""The pictures of a stem to add, to look at and to take away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.pictures import MAX_STEM_PICTURES
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.i18n import _

_TARGETS_HIGH = 2.0


class PicturesEditor(QWidget):
    """`digests` as they stand; `changed` after one is taken away, `picture_wanted` when another is to be chosen."""

    changed = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme, source: PictureSource | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._source = theme, source
        self.digests: tuple[str, ...] = ()
        self.remove_buttons: list[IconButton] = []
        self._shown: list[QWidget] = []
        self.add_button = Button(theme, _("添加图片"), kind="quiet", icon="image", compact=True)
        self.add_button.clicked.connect(self.picture_wanted)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.tight)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addLayout(self._row)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.setVisible(source is not None)

    def show_pictures(self, digests: Sequence[str]) -> None:
        """Show other pictures."""
        self.digests = tuple(digests)
        for widget in self._shown:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self.remove_buttons = [], []
        for number, digest in enumerate(self.digests if self._source else ()):
            self._add(number, digest)
        self.add_button.setEnabled(len(self.digests) < MAX_STEM_PICTURES)

    def _add(self, number: int, digest: str) -> None:
        assert self._source is not None
        name = _("题干的图片 {number}").format(number=number + 1)
        view = PictureView(self._theme, self._source.picture(digest), name, targets_high=_TARGETS_HIGH)
        button = IconButton(self._theme, "trash", _("删去题干的图片 {number}").format(number=number + 1))
        button.clicked.connect(lambda: self._on_remove_clicked(number))
        self.remove_buttons.append(button)
        for widget in (view, button):
            self._row.insertWidget(len(self._shown), widget)
            widget.show()
            self._shown.append(widget)

    def _on_remove_clicked(self, number: int) -> None:
        self.show_pictures([digest for at, digest in enumerate(self.digests) if at != number])
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
