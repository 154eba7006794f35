"""What a .docx says, in its order: lines of its paragraphs and cells of its tables, numbers written out.

Deleted and hidden text is left out, what somebody inserted is in; boxes of text follow the paragraph they hang on.
"""

# no _() in this module: signs in documents that others wrote

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from quizapp.excel.docx_numbering import Numbering
from quizapp.excel.docx_package import DocxPackage, W, value_of

_DEEPEST = 6
_WIDEST = 200
_SYMBOLS = {"F0FC": "√", "F050": "√", "F0FE": "☑", "F052": "☑", "F0FB": "×", "F04F": "×", "F0FD": "☒", "F054": "☒",
            "F0A8": "□", "F06F": "□", "F0A3": "□"}  # fmt: skip
_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "rt", "fldData"))
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_PICTURES = frozenset(["blip", "imagedata", "OLEObject", "chart"])


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph, its number before it; `boxes`: the paragraphs of boxes that hang on it."""

    text: str
    pictures: int = 0
    boxes: list["Paragraph"] = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    """A cell of a table: its blocks; `span`: how many columns it takes; `goes_on`: the lower part of a merged one."""

    blocks: list["Block"]
    span: int = 1
    goes_on: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in it."""
        yield from paragraphs_of(self.blocks)


TableRows = list[list[Cell]]
Block = Paragraph | TableRows


def paragraphs_of(blocks: list[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those in cells and boxes too, in their order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from block.boxes
        else:
            for row in block:
                for cell in row:
                    yield from cell.paragraphs()


def read_blocks(content: bytes) -> list[Block]:
    """Paragraphs and tables of the document; raise NotReadable where it is damaged."""
    package = DocxPackage(content)
    body = package.document.find(W + "body")
    if body is None:
        return []
    return list(_Reader(Numbering(package.beside("numbering.xml"), package.beside("styles.xml"))).blocks(body))


class _Reader:
    """Reads blocks in order, because automatic numbers count along."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables of a body, a cell or a box."""
        for node in _unwrapped(parent):
            if node.tag == W + "p":
                yield self._paragraph(node, depth)
            elif node.tag == W + "tbl":
                if depth < _DEEPEST:
                    yield self._table(node, depth)
                else:  # nobody nests so deep
                    yield from (self._paragraph(inner, depth) for inner in node.iter(W + "p"))

    def _table(self, node: Element, depth: int) -> TableRows:
        rows = []
        for row in _unwrapped(node):
            if row.tag == W + "tr" and row.find(f"{W}trPr/{W}del") is None:
                rows.append([self._cell(cell, depth) for cell in _unwrapped(row) if cell.tag == W + "tc"])
        return rows

    def _cell(self, node: Element, depth: int) -> Cell:
        span = value_of(node.find(f"{W}tcPr/{W}gridSpan"))
        merged = node.find(f"{W}tcPr/{W}vMerge")
        return Cell(
            list(self.blocks(node, depth + 1)),
            min(int(span[:9]), _WIDEST) or 1 if span.isdecimal() else 1,
            merged is not None and value_of(merged) != "restart",
        )

    def _paragraph(self, node: Element, depth: int) -> Paragraph:
        properties = node.find(W + "pPr")
        paragraph = Paragraph("")
        text = "".join(self._texts(node, paragraph, depth))
        has_content = bool(text.strip()) or paragraph.pictures
        label = self._numbering.label(properties) if has_content else ""
        paragraph.text = label + text
        return paragraph

    def _texts(self, node: Element, paragraph: Paragraph, depth: int) -> Iterator[str]:
        """The text within a node; pictures and boxes are noted in the paragraph."""
        pending = [iter(node)]
        while pending:
            child = next(pending[-1], None)
            if child is None:
                pending.pop()
                continue
            name = child.tag.rpartition("}")[2]
            if child.tag in _SKIPPED or _is_hidden(child):
                continue
            if child.tag == W + "t" or name == "t":
                yield child.text or ""
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag] if value_of(child, "type") != "page" else "\n"
            elif child.tag == W + "sym":
                yield _SYMBOLS.get(value_of(child, "char").upper(), "")
            elif name == "txbxContent":
                self._add_box(child, paragraph, depth)
            elif name == "AlternateContent":
                pending.append(iter(child[:1]))  # the choice; the fallback says the same again
            elif name in _PICTURES:
                paragraph.pictures += 1
            elif child.tag == W + "r" and _is_blank_line(child):
                yield "____"
            else:
                pending.append(iter(child))

    def _add_box(self, node: Element, paragraph: Paragraph, depth: int) -> None:
        if depth < _DEEPEST:
            paragraph.boxes += paragraphs_of(list(self.blocks(node, depth + 1)))


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children, those within content controls and insertions too; what was deleted or moved away is left out."""
    pending = [iter(parent)]
    while pending:
        child = next(pending[-1], None)
        if child is None:
            pending.pop()
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
            pending.append(iter(child))
        elif child.tag.endswith("}AlternateContent"):
            pending.append(iter(child[:1]))
        elif child.tag.endswith("}Choice"):
            pending.append(iter(child))
        else:
            yield child


def _is_hidden(node: Element) -> bool:
    if node.tag != W + "r":
        return False
    hidden = node.find(f"{W}rPr/{W}vanish")
    return hidden is not None and value_of(hidden) not in ("0", "false")


def _is_blank_line(run: Element) -> bool:
    """Whether a run is underlined white space: a blank to be filled in."""
    line = run.find(f"{W}rPr/{W}u")
    if line is None or value_of(line) in ("none", ""):
        return False
    texts = "".join(child.text or "" for child in run.iter(W + "t"))
    return not texts.strip() and (len(texts) > 1 or run.find(W + "tab") is not None)
