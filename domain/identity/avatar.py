"""A person's picture: small, and one of three kinds, told from its bytes and never from what is said of it."""

from collections.abc import Callable

import msgspec

MAX_BYTES = 256 * 1024
"""A picture of 512 × 512 has some 60 KB; browsers make them small before they send them."""
MAX_SIDE = 2_048
"""Pixels. A file of a few bytes can claim a picture that fills a reader's memory."""
PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"

_PNG_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_JPEG_HEAD = b"\xff\xd8\xff"
_MARK = 0xFF
_JPEG_FRAME = 9
"""Bytes of a frame's head up to its two sides."""
_WEBP_HEAD = 30
"""Bytes up to the last of the sides, in all three forms."""
_LOSSLESS = 0x2F
_SIZES_OF_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""ITU T.81, table B.1: markers of frames, which hold the size; the three are tables."""
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})

Size = tuple[int, int]


class Avatar(msgspec.Struct, frozen=True, kw_only=True):
    """A picture that may be shown as it is."""

    mime: str
    body: bytes

    def __repr__(self) -> str:
        """Show no picture."""
        return f"Avatar(mime={self.mime!r}, bytes={len(self.body)})"


def read_avatar(body: bytes) -> Avatar | None:
    """Accept a picture; None for one that is too large, of another kind, or whose head says nothing good."""
    for mime, size_of in _KINDS:
        size = size_of(body) if len(body) <= MAX_BYTES else None
        if size is not None:
            return Avatar(mime=mime, body=body) if all(0 < side <= MAX_SIDE for side in size) else None
    return None


def _png_size(body: bytes) -> Size | None:
    """W3C PNG, 11.2.1: the first chunk begins with the two sides."""
    if not body.startswith(_PNG_HEAD) or len(body) < len(_PNG_HEAD) + 8:
        return None
    return int.from_bytes(body[16:20], "big"), int.from_bytes(body[20:24], "big")


def _jpeg_size(body: bytes) -> Size | None:
    """Walk the segments up to the frame (ITU T.81, B.1)."""
    if not body.startswith(_JPEG_HEAD):
        return None
    place = len(_JPEG_HEAD) - 1
    while place + _JPEG_FRAME <= len(body) and body[place] == _MARK:
        marker = body[place + 1]
        if marker in _SIZES_OF_JPEG:
            return int.from_bytes(body[place + 7 : place + 9], "big"), int.from_bytes(
                body[place + 5 : place + 7], "big"
            )
        if marker == _MARK:
            place += 1  # a mark may be padded with others
        elif marker in _WITHOUT_LENGTH:
            place += 2
        else:
            place += 2 + int.from_bytes(body[place + 2 : place + 4], "big")
    return None


def _webp_size(body: bytes) -> Size | None:
    """RFC 9649: three forms, by the name of the first chunk."""
    if body[:4] != b"RIFF" or body[8:12] != b"WEBP" or len(body) < _WEBP_HEAD:
        return None
    match body[12:16]:
        case b"VP8X":
            return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
        case b"VP8L" if body[20] == _LOSSLESS:
            bits = int.from_bytes(body[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if body[23:26] == b"\x9d\x01\x2a":
            sides = body[26:28], body[28:30]
            width, height = (int.from_bytes(side, "little") & 0x3FFF for side in sides)
            return width, height
        case _:
            return None


_KINDS: tuple[tuple[str, Callable[[bytes], Size | None]], ...] = (
    (PNG, _png_size),
    (JPEG, _jpeg_size),
    (WEBP, _webp_size),
)
