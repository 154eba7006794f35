"""Which files are pictures, how large they are, and in which order a question keeps them."""

import struct

import pytest

from quizapp.core.pictures import (
    MAX_BYTES,
    Picture,
    PictureFacts,
    PicturePlace,
    digest_of,
    facts_of,
    in_order,
    places_of,
)
from quizapp.errors import UserError
from tests.made_pictures import png

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc4\x00\x02\xff\xc0\x00\x11\x08" + struct.pack(">HH", 30, 40) + b"\0" * 9
BMP = b"BM" + b"\0" * 12 + struct.pack("<Iii", 40, 40, -30)
OLD_BMP = b"BM" + b"\0" * 12 + struct.pack("<IHH", 12, 40, 30)


def webp(kind: bytes, rest: bytes) -> bytes:
    """A WebP file's first bytes."""
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + rest.ljust(10, b"\0")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (png(40, 30), "image/png"),
        (JPEG, "image/jpeg"),
        (b"GIF89a" + struct.pack("<HH", 40, 30), "image/gif"),
        (BMP, "image/bmp"),
        (OLD_BMP, "image/bmp"),
        (webp(b"VP8X", b"\0" * 4 + b"\x27\0\0\x1d\0\0"), "image/webp"),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 39 | 29 << 14)), "image/webp"),
        (webp(b"VP8 ", b"\0" * 3 + b"\x9d\x01\x2a" + struct.pack("<HH", 40, 30)), "image/webp"),
    ],
)
def test_each_kind_tells_its_size(content: bytes, media_type: str) -> None:
    assert facts_of(content) == PictureFacts(media_type, 40, 30)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x01\x00\x00\x00 a metafile", b"<svg/>", png(4, 4)[:18], JPEG[:14], webp(b"ALPH", b""), b"RIFF1234WAVE"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="PNG"):
        facts_of(content)


@pytest.mark.parametrize("cut", range(len(JPEG)))
def test_a_picture_cut_off_is_no_crash(cut: int) -> None:
    try:
        facts_of(JPEG[:cut])
    except UserError:
        return
    assert cut > JPEG.index(b"\xff\xc0")


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(UserError, match="8 MB"):
        facts_of(png(4, 4).ljust(MAX_BYTES + 1, b"\0"))
    for width, height in ((6000, 6000), (40_000, 2)):
        start = png(4, 4)[:16] + struct.pack(">II", width, height)
        with pytest.raises(UserError, match=f"{width} × {height}"):
            facts_of(start)


def test_pictures_have_an_order_and_none_stands_twice() -> None:
    stem, second, option = Picture("b"), Picture("a"), Picture("c", 1)
    assert in_order([option, stem, Picture("c", 0), second, stem]) == (stem, second, Picture("c", 0), option)
    assert places_of([option, stem, second]) == {
        PicturePlace(): "b", PicturePlace(None, 1): "a", PicturePlace(1): "c",
    }  # fmt: skip


def test_the_same_bytes_have_the_same_name() -> None:
    assert digest_of(png(4, 4)) == digest_of(png(4, 4)) != digest_of(png(4, 5))
    assert len(digest_of(b"")) == 64
