"""Puts a picture over a cell of a sheet that is being written, small enough to leave the rows in sight.

The library for workbooks opens pictures by another library only to learn their size, which is known here.
"""

import io

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.packaging.manifest import mimetypes as known_types
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.core.pictures import facts_of

WIDEST, HIGHEST = 200, 120
"""In pixels, as a picture is shown over its cell; in the file it is as large as it was."""
_EDGE = 3
_EMU_PER_PIXEL = 9_525


class _Placed(Image):
    """A picture of which everything is known already."""

    def __init__(self, content: bytes, *, kind: str, width: int, height: int) -> None:
        self.ref = io.BytesIO(content)
        self.format = kind
        self.width, self.height = width, height
        self._content = content

    def _data(self) -> bytes:
        return self._content


def place_picture(
    sheet: Worksheet, cell: str, content: bytes, *, widest: int = WIDEST, beside: int = 0, below: int = 0
) -> int:
    """Anchor a picture to a cell (C5); return the height it takes, in pixels. `beside`, `below`: from its corner."""
    facts = facts_of(content)
    scale = min(1.0, widest / facts.width, HIGHEST / facts.height)
    width, height = max(1, round(facts.width * scale)), max(1, round(facts.height * scale))
    kind = facts.media_type.removeprefix("image/")
    if f".{kind}" not in known_types.types_map[True]:
        known_types.add_type(facts.media_type, f".{kind}")
    picture = _Placed(content, kind=kind, width=width, height=height)
    row, column = coordinate_to_tuple(cell)
    across, down = (beside + _EDGE) * _EMU_PER_PIXEL, (below + _EDGE) * _EMU_PER_PIXEL
    corner = AnchorMarker(col=column - 1, row=row - 1, colOff=across, rowOff=down)
    size = XDRPositiveSize2D(width * _EMU_PER_PIXEL, height * _EMU_PER_PIXEL)
    picture.anchor = OneCellAnchor(_from=corner, ext=size)
    sheet.add_image(picture)
    return height + 2 * _EDGE
