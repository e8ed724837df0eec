import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity.avatar import JPEG, MAX_BYTES, MAX_SIDE, PNG, WEBP, read_avatar


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def jpeg(width: int, height: int, *, frame: int = 0xC0) -> bytes:
    application = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    tables = b"\xff\xff\xdb\x00\x05\x00\x00\x00"
    return b"\xff\xd8" + application + tables + bytes((0xFF, frame)) + struct.pack(">HBHHB", 17, 8, height, width, 3)


def webp_large(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + sides


def webp_lossless(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return b"RIFF\x16\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f" + bits.to_bytes(4, "little") + bytes(8)


def webp_lossy(width: int, height: int) -> bytes:
    return b"RIFF\x16\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)


Maker = Callable[[int, int], bytes]

MAKERS: list[tuple[Maker, str]] = [
    (png, PNG),
    (jpeg, JPEG),
    (webp_large, WEBP),
    (webp_lossless, WEBP),
    (webp_lossy, WEBP),
]


@pytest.mark.parametrize(("make", "mime"), MAKERS)
def test_a_picture_is_known_by_its_bytes(make: Maker, mime: str) -> None:
    avatar = read_avatar(make(512, 300))

    assert avatar is not None
    assert avatar.mime == mime
    assert repr(avatar) == f"Avatar(mime='{mime}', bytes={len(make(512, 300))})"


@pytest.mark.parametrize(("make", "_mime"), MAKERS)
@pytest.mark.parametrize("size", [(MAX_SIDE + 1, 10), (10, MAX_SIDE + 1)])
def test_a_picture_that_claims_too_many_pixels_is_refused(make: Maker, _mime: str, size: tuple[int, int]) -> None:
    assert read_avatar(make(*size)) is None


@pytest.mark.parametrize("make", [png, jpeg, webp_lossy])
def test_a_picture_without_a_side_is_refused(make: Maker) -> None:
    assert read_avatar(make(0, 10)) is None


def test_a_progressive_jpeg_is_one_too() -> None:
    assert read_avatar(jpeg(10, 10, frame=0xC2)) is not None


def test_the_largest_picture_is_taken_and_no_larger_one() -> None:
    small = png(10, 10)

    assert read_avatar(small + bytes(MAX_BYTES - len(small))) is not None
    assert read_avatar(small + bytes(MAX_BYTES - len(small) + 1)) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"GIF89a\x0a\x00\x0a\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html>",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        jpeg(10, 10)[:20],
        b"RIFF\x16\x00\x00\x00WEBPVP8?" + bytes(20),
        b"RIFF\x16\x00\x00\x00WAVEfmt " + bytes(20),
    ],
)
def test_anything_else_is_refused(body: bytes) -> None:
    assert read_avatar(body) is None


@given(st.sampled_from([make(9, 9) for make, _ in MAKERS]), st.data())
def test_a_broken_picture_never_breaks_the_reader(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    tail = data.draw(st.binary(max_size=64))

    read_avatar(whole[:place] + tail)
