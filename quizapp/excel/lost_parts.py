"""What openpyxl does not write back of a workbook that it has read: told to the user, never lost in silence."""

import io
import re
import zipfile
from collections.abc import Iterable
from importlib.util import find_spec

from quizapp.i18n import _

_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_PICTURE = re.compile(r"xl/media/[^/]+", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DRAWING = re.compile(r"xl/drawings/drawing\d*\.xml", re.IGNORECASE)
_SHAPE = re.compile(rb"<xdr:(?:sp|grpSp|cxnSp)[ >]")
_CONTROL = re.compile(r"xl/(?:ctrlProps|activeX|embeddings|slicers|threadedComments|diagrams)/", re.IGNORECASE)


def lost_parts(content: bytes, warned: Iterable[str]) -> list[str]:
    """What will not be in the copy, in words. `warned`: what openpyxl said while it read the workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        has_shapes = any(_SHAPE.search(archive.read(name)) for name in names if _DRAWING.fullmatch(name))
        has_formulas = any(_FORMULA.search(archive.read(name)) for name in names if _SHEET.fullmatch(name))
    cell_pictures = any(name.casefold() == "xl/cellimages.xml" for name in names)
    keeps_pictures = find_spec("PIL") is not None
    told = list(warned)
    found = []
    if any(map(_PICTURE.fullmatch, names)) and (cell_pictures or not keeps_pictures):
        found.append(_("图片不会保留在批注文件里。"))
    if any(name.casefold().startswith("xl/charts/") for name in names):
        found.append(_("图表保留在批注文件里，但样子可能与原来不同。"))
    if has_shapes:
        found.append(_("文本框和图形不会保留在批注文件里。"))
    if any(map(_CONTROL.match, names)):
        found.append(_("控件、嵌入的对象和讨论式批注不会原样保留在批注文件里。"))
    if any("Data Validation extension" in words for words in told):
        found.append(_("引用其他工作表的下拉列表不会保留在批注文件里。"))
    if any("Conditional Formatting extension" in words for words in told):
        found.append(_("数据条、图标等新式条件格式不会保留在批注文件里。"))
    if has_formulas:
        found.append(_("公式照旧，但结果要用 Excel 或 WPS 打开并保存一次才会重新算出：请保存后再导入。"))
    return found
