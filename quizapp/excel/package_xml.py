"""Parts of a zipped workbook or document as XML: guarded against a stranger's file; names and places of their cells.

A part that declares a document type is refused before anything is expanded, in whatever encoding it is written.
"""

from contextlib import suppress
from posixpath import normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat


class DocumentType(ValueError):
    """A part declares a document type, where bombs of entities are built; no office program writes one."""


class _Begun(Exception):
    """The root's node begins: no document type can follow."""


def parsed(content: bytes) -> Element:
    """The tree of a part; raise DocumentType, or ParseError where it is damaged."""
    guard = expat.ParserCreate()
    guard.StartDoctypeDeclHandler = _refuse
    guard.StartElementHandler = _begin
    with suppress(_Begun, expat.ExpatError):  # what is damaged is told below
        guard.Parse(content, True)
    return ElementTree.fromstring(content)


def _refuse(name: str, _system: str | None, _public: str | None, _has_subset: bool) -> None:
    raise DocumentType(name)


def _begin(_name: str, _attributes: dict[str, str]) -> None:
    raise _Begun


def folded_name(name: str) -> str:
    """A part's name in one spelling."""
    return normpath(name.replace("\\", "/").lstrip("/")).casefold()


def local_name(tag: str) -> str:
    """A node's name without its namespace."""
    return tag.rpartition("}")[2]


def column_number(letters: str) -> int:
    """Number from 0 of a column: A, B, … XFD."""
    number = 0
    for char in letters.upper():
        number = number * 26 + ord(char) - 64
    return number - 1
