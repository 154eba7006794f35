"""The parts of a .docx as XML trees, guarded against a stranger's file.

The standard library reads it: python-docx would bring lxml (another native parser, and its start, into a child that has
to be light) and knows nothing of the text of automatic numbers, which is what matters here. A part that declares a
document type is refused before anything is expanded; sizes were checked by file_kinds, and the child has its limits.
"""

import io
import zipfile
from xml.etree.ElementTree import Element

from quizapp.errors import NotReadable
from quizapp.excel.package_errors import PACKAGE_ERRORS
from quizapp.excel.package_xml import DocumentType, folded_name, parsed
from quizapp.i18n import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "word/document.xml"
_RELATION = "/officeDocument"


class DocxPackage:
    """Opens the file; raises NotReadable where its main part is missing or damaged."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._names = {folded_name(name): name for name in self._archive.namelist()}
            main = self._main()
            document = self._part(main)
        except DocumentType as error:
            raise _is_hostile() from error
        except PACKAGE_ERRORS as error:
            raise _is_damaged() from error
        self.document = document
        self._folder = main.rpartition("/")[0]

    def beside(self, name: str) -> Element | None:
        """A part beside the main one (numbering.xml, styles.xml); None where it is missing or damaged."""
        try:
            return self._part(f"{self._folder}/{name}")
        except DocumentType as error:
            raise _is_hostile() from error
        except PACKAGE_ERRORS:
            return None

    def _main(self) -> str:
        """The name of the part that holds the text."""
        if folded_name("_rels/.rels") in self._names:
            for node in self._part("_rels/.rels"):
                target = node.get("Target", "").lstrip("/")
                if node.get("Type", "").endswith(_RELATION) and folded_name(target) in self._names:
                    return target
        return _MAIN

    def _part(self, name: str) -> Element:
        content = self._archive.read(self._names[folded_name(name)])
        return parsed(content.replace(_STRICT, _USUAL))


def value_of(node: Element | None, name: str = "val") -> str:
    """An attribute of a node, empty where either is missing."""
    return "" if node is None else node.get(W + name, "")


def _is_damaged() -> NotReadable:
    return NotReadable(
        _("这个 Word 文档读不出来，可能已损坏。请用 Word 或 WPS 打开它，“另存为”Word 文档（.docx）后再导入。")
    )


def _is_hostile() -> NotReadable:
    return NotReadable(
        _("这个 Word 文档里有不该有的内容（文档类型声明），没有打开。请用 Word 或 WPS 另存为新的 .docx 后再导入。")
    )
