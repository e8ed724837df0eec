"""Files that people send, and files that are made to harm: made anew, so that no test holds anybody's picture."""

import array
import io
import math
import struct
import zlib
from functools import cache

import av
from av.audio.resampler import AudioResampler
from PIL import Image
from PIL.PngImagePlugin import PngInfo

MAKER = "Maker of cameras"
_GPS, _ORIENTATION, _MAKE = 0x8825, 0x0112, 0x010F


def _exif(*, orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[_MAKE] = MAKER
    exif[_ORIENTATION] = orientation
    exif.get_ifd(_GPS).update({1: "S", 2: (23.0, 33.0, 41.0), 3: "W", 4: (46.0, 38.0, 10.0)})
    return exif


@cache
def jpeg(*, width: int = 640, height: int = 480, orientation: int = 1) -> bytes:
    """A photograph that tells where it was taken, and has a comment."""
    body = io.BytesIO()
    exif = _exif(orientation=orientation)
    Image.new("RGB", (width, height), "teal").save(body, "JPEG", exif=exif, comment=b"taken at home")
    return body.getvalue()


@cache
def png() -> bytes:
    """A drawing with a note."""
    body, note = io.BytesIO(), PngInfo()
    note.add_text("Author", MAKER)
    Image.new("RGBA", (300, 200), (0, 128, 128, 90)).save(body, "PNG", pnginfo=note, exif=_exif())
    return body.getvalue()


@cache
def webp(*, frames: int = 1) -> bytes:
    """A sticker, that moves where it has several frames."""
    body = io.BytesIO()
    pictures = [Image.new("RGBA", (512, 512), (40 * frame, 90, 90, 255)) for frame in range(frames)]
    pictures[0].save(body, "WEBP", save_all=frames > 1, append_images=pictures[1:], exif=_exif())
    return body.getvalue()


@cache
def png_bomb(*, side: int = 20_000) -> bytes:
    """Some fifty kilobytes that would be drawn as four hundred million pixels."""
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side // 8 + 1)) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@cache
def recording(*, container: str = "webm", codec: str = "libopus", rate: int = 48_000, layout: str = "mono") -> bytes:
    """Half a second of a tone, as a browser's recorder writes it."""
    body, samples = io.BytesIO(), rate // 2
    tone = array.array("h", [int(8_000 * math.sin(step * math.tau * 440 / rate)) for step in range(samples)])
    frame = av.AudioFrame(format="s16", layout="mono", samples=samples)
    frame.sample_rate = rate
    frame.planes[0].update(tone.tobytes())
    with av.open(body, "w", format=container) as written:
        stream = written.add_stream(codec, rate=rate, layout=layout)
        shaped = AudioResampler(format=stream.format, layout=layout, rate=rate, frame_size=stream.frame_size or 960)
        for part in (*shaped.resample(frame), *shaped.resample(None)):
            written.mux(stream.encode(part))
        written.mux(stream.encode(None))
    return body.getvalue()


@cache
def film() -> bytes:
    """A second of a film."""
    body = io.BytesIO()
    with av.open(body, "w", format="mp4") as written:
        stream = written.add_stream("mpeg4", rate=10, width=320, height=240, pix_fmt="yuv420p")
        for shade in range(10):
            frame = av.VideoFrame.from_image(Image.new("RGB", (320, 240), (shade * 20, 80, 80)))
            written.mux(stream.encode(frame))
        written.mux(stream.encode(None))
    return body.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
INVOICE = (
    '<?xml version="1.0" encoding="UTF-8"?><nfeProc xmlns="http://www.portalfiscal.inf.br/nfe">'
    "<natOp>Prestação</natOp></nfeProc>"
).encode()
HTML = b"  <!DOCTYPE html><html><script>alert(1)</script></html>"
HTML_LATE = b"ola " * 500 + b"<script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
XSLT = b'<?xml version="1.0"?><?xml-stylesheet href="x.xsl" type="text/xsl"?><a/>'
UTF16_HTML = "<script>alert(1)</script>".encode("utf-16")
SCRIPT = b"fetch('/api/v1/users').then(r => r.text())"
WINDOWS = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200)
LINUX = b"\x7fELF\x02\x01\x01" + bytes(200)
SHELL = b"#!/bin/sh\nrm -rf ~\n"
GIF_SCRIPT = b"GIF89a/*" + bytes(100) + b"*/=1;alert(1)"
"""A picture to whoever draws it, and a program to whoever runs it."""
