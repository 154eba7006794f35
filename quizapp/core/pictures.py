"""Pictures of questions: where each stands, under which digest its bytes are kept, and which files are pictures.

Questions name their pictures only, so that they stay light and can be compared; the bytes travel beside them.
"""

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.errors import UserError
from quizapp.i18n import _

MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 30_000_000
"""What the oldest Qt that is used unpacks without being told to: 128 MB at four bytes a pixel."""
MAX_SIDE = 30_000
MAX_STEM_PICTURES = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a question; `option` counts its options from 0, None: the stem. `digest`: SHA-256, in hex."""

    digest: str
    option: int | None = None


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where a picture stands on a sheet: the stem (None) or an option as shown, and its number there from 0."""

    option: int | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture's own bytes say of it; sides in pixels."""

    media_type: str
    width: int
    height: int


def digest_of(content: bytes) -> str:
    """The name under which a picture is kept: the same bytes, the same name."""
    return hashlib.sha256(content).hexdigest()


def in_order(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Pictures as a question keeps them: the stem's in their order, then those of the options; none twice."""
    found = dict.fromkeys(pictures)
    return tuple(sorted(found, key=lambda one: -1 if one.option is None else one.option))


def places_of(pictures: Iterable[Picture]) -> dict[PicturePlace, str]:
    """The place of each picture, with its digest."""
    counts: dict[int | None, int] = {}
    found = {}
    for picture in in_order(pictures):
        number = counts.get(picture.option, 0)
        counts[picture.option] = number + 1
        found[PicturePlace(picture.option, number)] = picture.digest
    return found


def facts_of(content: bytes) -> PictureFacts:
    """What a file says of itself by its first bytes; UserError, in words that help, where it cannot be shown."""
    if len(content) > MAX_BYTES:
        words = _("图片太大（{size} MB，最多 {limit} MB）：请压缩后再用。")
        raise UserError(words.format(size=round(len(content) / 1048576, 1), limit=MAX_BYTES // 1048576))
    found = _look(content)
    if found is None:
        words = _("不是 PNG、JPEG、GIF、BMP 或 WebP 图片，或者已损坏：请用画图等程序另存为 PNG 后再用。")
        raise UserError(words)
    if found.width * found.height > MAX_PIXELS or max(found.width, found.height) > MAX_SIDE:
        words = _("图片的尺寸太大（{width} × {height}）：请缩小后再用。")
        raise UserError(words.format(width=found.width, height=found.height))
    return found


def _look(content: bytes) -> PictureFacts | None:
    try:
        for start, look in _LOOKS:
            if content.startswith(start):
                media_type, width, height = look(content)
                return PictureFacts(media_type, width, height) if width > 0 and height > 0 else None
    except (struct.error, IndexError):  # cut off before its size is said
        return None
    return None


def _png(content: bytes) -> tuple[str, int, int]:
    return ("image/png", *struct.unpack_from(">II", content, 16))


def _gif(content: bytes) -> tuple[str, int, int]:
    return ("image/gif", *struct.unpack_from("<HH", content, 6))


def _bmp(content: bytes) -> tuple[str, int, int]:
    (header,) = struct.unpack_from("<I", content, 14)
    width, height = struct.unpack_from("<HH" if header == 12 else "<ii", content, 18)
    return "image/bmp", width, abs(height)


def _webp(content: bytes) -> tuple[str, int, int]:
    kind = content[12:16]
    if content[8:12] != b"WEBP" or len(content) < 30:
        return "", 0, 0
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
    elif kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    elif kind == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    else:
        width, height = 0, 0
    return "image/webp", width, height


_NO_SIZES = {0xC4, 0xC8, 0xCC}  # marks of a JPEG among those of its frames that say no size


def _jpeg(content: bytes) -> tuple[str, int, int]:
    at = 2
    while True:
        if content[at] != 0xFF:
            return "", 0, 0
        mark = content[at + 1]
        if mark == 0xFF:  # filling
            at += 1
        elif 0xC0 <= mark <= 0xCF and mark not in _NO_SIZES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return "image/jpeg", width, height
        else:
            at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])


_LOOKS = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF87a", _gif),
    (b"GIF89a", _gif),
    (b"BM", _bmp),
    (b"RIFF", _webp),
)
