"""What the standard library raises at the damaged parts of a zipped file: there is no base class of all that."""

import struct
import zipfile
import zlib
from lzma import LZMAError
from xml.etree.ElementTree import ParseError

PACKAGE_ERRORS = (
    LookupError,  # a part that is missing, an encoding that nobody knows
    ValueError,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,  # a password, a nesting without end, a method of packing that nobody knows
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    ParseError,
)
"""Of zipfile and ElementTree. Too little memory is not among them: the child has to end."""
