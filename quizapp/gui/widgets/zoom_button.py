"""A small button that shows a picture large, beside what shows it small."""

from quizapp.gui.picture_source import ShownPicture
from quizapp.gui.theme import Theme
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.picture_zoom import PictureZoom


class ZoomButton(IconButton):
    """Can be pressed as soon as the picture is there; `name` is what the picture is called when it is large."""

    def __init__(self, theme: Theme, picture: ShownPicture, *, action: str, name: str) -> None:
        super().__init__(theme, "magnifying-glass-plus", action)
        self._picture, self._name = picture, name
        self.clicked.connect(self._on_clicked)
        picture.changed.connect(self._on_picture_changed)
        self._on_picture_changed()

    def _on_picture_changed(self) -> None:
        self.setEnabled(self._picture.image is not None)
        if self._picture.has_failed:
            self.hide()

    def _on_clicked(self) -> None:
        if self._picture.image is not None:
            PictureZoom(self._theme, self, self._picture.image, self._name)
