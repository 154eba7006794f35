"""Pictures on their way to the screen: fetched and unpacked by a worker, shown by whoever asked when they are there."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from quizapp.errors import UserError
from quizapp.gui.tasks import Tasks
from quizapp.i18n import _

_SIDE = 2_400
"""Pixels that a picture keeps on its longer side: more than any screen shows, less than a camera takes."""
_KEPT = 40


class ShownPicture(QObject):
    """One picture: `image` once it is there, `words` while it is not, `changed` when that changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.has_failed = False

    @property
    def words(self) -> str:
        """What is said in the picture's place."""
        if self.image is not None:
            return ""
        return _("图片无法显示") if self.has_failed else _("正在载入图片……")

    def on_loaded(self, image: QImage) -> None:
        """Take the picture."""
        self.image = image
        self.changed.emit()

    def on_failed(self, _error: Exception) -> None:
        """Say that there will be none."""
        self.has_failed = True
        self.changed.emit()


class PictureSource(QObject):
    """Gives pictures by whatever key names them; `load` fetches the bytes, in a worker. The latest are kept."""

    def __init__(self, tasks: Tasks, load: Callable[[Any], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._load = tasks, load
        self._kept: OrderedDict[Hashable, ShownPicture] = OrderedDict()

    def picture(self, key: Hashable) -> ShownPicture:
        """The picture of a key, on its way or there."""
        found = self._kept.get(key)
        if found is None or found.has_failed:
            found = self._kept[key] = ShownPicture()
            fetch = partial(fetch_image, partial(self._load, key))
            self._tasks.run(fetch, on_done=found.on_loaded, on_failed=found.on_failed)
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def fetch_image(load: Callable[[], bytes]) -> QImage:
    """Fetch and unpack a picture, turned upright, no larger than a screen needs; UserError where it cannot be."""
    buffer = QBuffer()
    buffer.setData(QByteArray(load()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError(_("图片无法显示"))
    return image


def fitted(image: QImage, width: float, height: float, *, most: float = 1.0) -> QSizeF:
    """The size of a picture within a room, at most `most` times as large as it is."""
    scale = min(width / image.width(), height / image.height(), most)
    return QSizeF(max(1.0, image.width() * scale), max(1.0, image.height() * scale))
