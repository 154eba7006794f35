"""Small pictures for the tests, made on the spot."""

import struct
import zlib

Colour = tuple[int, int, int]


def png(width: int = 40, height: int = 30, colour: Colour = (29, 90, 150)) -> bytes:
    """A picture of one colour, as a PNG file."""
    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = _part(b"IHDR", head) + _part(b"IDAT", zlib.compress(rows)) + _part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


STEM, STEM_TOO, FIRST, SECOND = (png(40, 30, (shade, 90, 150)) for shade in (10, 60, 110, 160))
