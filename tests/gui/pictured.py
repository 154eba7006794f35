"""Pictures for tests of the window: sources that give them, and ones that are there already."""

from PySide6.QtGui import QImage

from quizapp.errors import Conflict
from quizapp.gui.picture_source import PictureSource, ShownPicture
from quizapp.gui.tasks import Tasks
from tests.made_pictures import png


def source_of(tasks: Tasks) -> PictureSource:
    """A source that has a picture for every key but "gone"."""
    return PictureSource(tasks, _load)


def _load(key: object) -> bytes:
    if key == "gone":
        raise Conflict("gone")
    return png(200, 100)


def shown(width: int = 200, height: int = 100) -> ShownPicture:
    """A picture that is there."""
    picture = ShownPicture()
    picture.on_loaded(QImage.fromData(png(width, height)))
    return picture
