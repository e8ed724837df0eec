"""Pictures without their maker's notes: the bytes of the picture itself are copied, all else is left behind.

Nothing is drawn anew, so nothing is lost, animations stay, and what was hidden behind the picture's end is gone too.
Each function raises ValueError for a file that is not built as its format says.
"""

import struct
from collections.abc import Iterator

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"acTL"}
    | {b"fcTL", b"fdAT", b"cICP", b"iCCP"}
)
"""W3C PNG, third edition: what is drawn, moved or coloured. Texts, times and Exif are left out."""

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APP0, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_RESTARTS = frozenset(range(0xD0, 0xD8))
_MARK = 0xFF
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_NOTES = 0b0000_1100
"""RFC 9649, 2.7.1: the bits that announce Exif and XMP."""


def strip_png(body: bytes) -> bytes:
    """Keep a PNG's own chunks, up to its end."""
    return PNG_HEAD + b"".join(_png_chunks(body))


def _png_chunks(body: bytes) -> Iterator[bytes]:
    place = len(PNG_HEAD)
    while place + 12 <= len(body):
        length = int.from_bytes(body[place : place + 4], "big")
        name, after = body[place + 4 : place + 8], place + 12 + length
        if after > len(body):
            break
        if name in _PNG_KEPT:
            yield body[place:after]
        if name == b"IEND":
            return
        place = after
    raise ValueError("the PNG ends before its end")


def strip_jpeg(body: bytes) -> bytes:
    """Keep a JPEG's tables and scans, its JFIF and Adobe marks and its colours (ITU T.81, B.1)."""
    return b"\xff\xd8" + b"".join(_jpeg_parts(body))


def _jpeg_parts(body: bytes) -> Iterator[bytes]:
    place = 2
    while place + 2 <= len(body):
        if body[place] != _MARK:
            raise ValueError("the JPEG has no mark where one should be")
        marker = body[place + 1]
        if marker == _MARK:
            place += 1
            continue
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        after = _after_segment(body, place)
        if _is_kept(marker, body[place + 4 : after]):
            yield body[place:after]
        if marker == _SOS:
            end = _after_scan(body, after)
            yield body[after:end]
            after = end
        place = after
    raise ValueError("the JPEG ends before its end")


def _after_segment(body: bytes, place: int) -> int:
    length = int.from_bytes(body[place + 2 : place + 4], "big")
    after = place + 2 + length
    if length < 2 or after > len(body):  # noqa: PLR2004 - a length counts itself
        raise ValueError("a part of the JPEG is longer than the file")
    return after


def _is_kept(marker: int, content: bytes) -> bool:
    if _APP0 <= marker <= _APP15:
        return (
            (marker == _APP0 and content.startswith(b"JFIF\x00"))
            or (marker == _APP2 and content.startswith(b"ICC_PROFILE\x00"))
            or (marker == _APP14 and content.startswith(b"Adobe"))
        )
    return marker != _COM


def _after_scan(body: bytes, place: int) -> int:
    """Find the next mark that is no part of the coded picture."""
    while (place := body.find(b"\xff", place)) >= 0 and place + 1 < len(body):
        if body[place + 1] not in _RESTARTS and body[place + 1] not in {0, _MARK}:
            return place
        place += 1 if body[place + 1] == _MARK else 2
    raise ValueError("the JPEG's picture does not end")


def strip_webp(body: bytes) -> bytes:
    """Keep a WebP's pictures and colours (RFC 9649)."""
    kept = b"".join(_webp_chunks(body))
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + kept


def _webp_chunks(body: bytes) -> Iterator[bytes]:
    place = 12
    end = min(len(body), int.from_bytes(body[4:8], "little") + 8)
    while place + 8 <= end:
        name = body[place : place + 4]
        length = int.from_bytes(body[place + 4 : place + 8], "little")
        after = place + 8 + length + length % 2
        if place + 8 + length > end:
            raise ValueError("a part of the WebP is longer than the file")
        if name == b"VP8X":
            yield body[place : place + 8] + bytes([body[place + 8] & ~_WEBP_NOTES & 0xFF]) + body[place + 9 : after]
        elif name in _WEBP_KEPT:
            yield body[place:after] + b"\x00" * (after - len(body[:after]))
        place = after
