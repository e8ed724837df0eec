"""Pictures, through Pillow: measured before they are drawn, turned the right way up, stripped, made small."""

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from adapters.media.stripping import strip_jpeg, strip_png, strip_webp
from application.ports.media_tools import Looks
from domain.media.errors import MediaProblem, MediaRefusedError

MAX_PIXELS = 64_000_000
"""A phone's largest photograph has fifty million; drawn, these are 256 MB, which the helper's memory holds."""
MAX_FRAMES = 500
"""WhatsApp's own moving stickers have some hundred."""
THUMBNAIL_SIDE = 320
"""Pixels: twice the width of a bubble's picture on a small screen."""
QUALITY = 90
"""Of a photograph that must be turned, and so drawn anew."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_STRIP = {"JPEG": strip_jpeg, "PNG": strip_png, "WEBP": strip_webp}
_ORIENTATION = 0x0112
_DAMAGES = (OSError, ValueError, SyntaxError, EOFError, IndexError, Image.DecompressionBombError)
"""What Pillow and `struct` say of a damaged file; UnidentifiedImageError is an OSError."""


def clean_picture(path: Path) -> Looks:
    """Write a picture without notes in its own place. Raises MediaRefusedError."""
    body = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _clean(path, body)
    except _DAMAGES:
        raise MediaRefusedError("The picture is damaged.", problem=MediaProblem.DAMAGED) from None


def _clean(path: Path, body: bytes) -> Looks:
    Image.MAX_IMAGE_PIXELS = None  # measured below, before anything is drawn
    with Image.open(io.BytesIO(body), formats=_FORMATS) as picture:
        frames = getattr(picture, "n_frames", 1)
        if picture.width * picture.height > MAX_PIXELS or frames > MAX_FRAMES:
            raise MediaRefusedError("The picture is too large to be drawn.", problem=MediaProblem.TOO_MANY_PIXELS)
        kind = "JPEG" if picture.format in {"JPEG", "MPO"} else str(picture.format)
        is_turned = frames == 1 and picture.getexif().get(_ORIENTATION, 1) != 1
        clean = _turned(picture, kind) if is_turned else _STRIP[kind](body)
    with Image.open(io.BytesIO(clean), formats=_FORMATS) as picture:
        looks = Looks(
            width=picture.width, height=picture.height, is_animated=frames > 1, thumbnail=thumbnail_of(picture)
        )
    path.write_bytes(clean)
    return looks


def _turned(picture: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    upright.info.pop("exif", None)
    written = io.BytesIO()
    options = {"quality": QUALITY} if kind != "PNG" else {}
    upright.save(written, format=kind, exif=b"", icc_profile=picture.info.get("icc_profile"), **options)
    return _STRIP[kind](written.getvalue())


def thumbnail_of(picture: Image.Image) -> bytes:
    """Draw it small, as a JPEG on white."""
    picture.draft("RGB", (THUMBNAIL_SIDE * 2, THUMBNAIL_SIDE * 2))
    picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    small = picture.convert("RGBA")
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small)
    written = io.BytesIO()
    ground.save(written, format="JPEG", quality=80, optimize=True)
    return written.getvalue()
