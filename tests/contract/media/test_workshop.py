"""MediaTools in processes of their own (reference F25): types by their bytes, pictures cleaned, recordings remade."""

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import av
import pytest
from PIL import Image

from adapters.media.pictures import THUMBNAIL_SIDE
from adapters.media.workshop import MediaWorkshop
from domain.media import kinds
from domain.media.errors import MediaProblem, MediaRefusedError
from tests import sample_files as samples


@pytest.fixture(scope="module")
async def workshop() -> AsyncIterator[MediaWorkshop]:
    """One, whose helpers live as long as this module."""
    workshop = MediaWorkshop(helpers=1)
    yield workshop
    await workshop.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a file, whose name lies."""
    return tmp_path / "foto.jpg"


def put(file: Path, body: bytes) -> None:
    file.write_bytes(body)


def taken(file: Path) -> bytes:
    return file.read_bytes()


def archive(*names: str, first: tuple[str, bytes] | None = None) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as written:
        for name, content in (*([first] if first else []), *((name, b"x") for name in names)):
            written.writestr(name, content)
    return body.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = {
    "jpeg": (samples.jpeg, kinds.JPEG),
    "png": (samples.png, kinds.PNG),
    "webp": (samples.webp, kinds.WEBP),
    "webm": (samples.recording, kinds.WEBM),
    "ogg": (lambda: samples.recording(container="ogg"), kinds.OGG),
    "sound in mp4": (lambda: samples.recording(container="mp4", codec="aac", rate=44_100), kinds.MP4_AUDIO),
    "adts": (lambda: samples.recording(container="adts", codec="aac", rate=44_100), "audio/aac"),
    "film": (samples.film, kinds.MP4),
    "pdf": (lambda: samples.PDF, kinds.PDF),
    "text": (lambda: "data;valor\n1;R$ 2,00 ação".encode("cp1252"), kinds.TEXT),
    "invoice": (lambda: samples.INVOICE, kinds.XML),
    "zip": (lambda: archive("boleto.pdf"), kinds.ZIP),
    "docx": (lambda: archive("[Content_Types].xml", "word/document.xml"), kinds.DOCX),
    "xlsx": (lambda: archive("[Content_Types].xml", "xl/workbook.xml"), kinds.XLSX),
    "odt": (
        lambda: archive("content.xml", first=("mimetype", b"application/vnd.oasis.opendocument.text")),
        "application/vnd.oasis.opendocument.text",
    ),
    "doc": (lambda: OLE + "WordDocument".encode("utf-16-le") + bytes(4), kinds.DOC),
    "script": (lambda: samples.SCRIPT, kinds.TEXT),
    "gif": (lambda: samples.GIF_SCRIPT, "image/gif"),
    "macros": (lambda: archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), None),
    "installer": (lambda: OLE, None),
    "noise": (lambda: bytes(range(256)), None),
}
"""What a type is named that nobody lets through is no matter, as long as it is named right."""


@pytest.mark.parametrize("name", TYPES)
async def test_type_is_told_by_the_bytes(workshop: MediaWorkshop, file: Path, name: str) -> None:
    make, mime = TYPES[name]
    put(file, make())

    sniffed = await workshop.sniff(file)

    assert (sniffed.mime, sniffed.is_active) == (mime, False)


ACTIVE = {
    "html": samples.HTML,
    "html behind a text": samples.HTML_LATE,
    "html in utf-16": samples.UTF16_HTML,
    "svg": samples.SVG,
    "style sheet": samples.XSLT,
    "windows": samples.WINDOWS,
    "linux": samples.LINUX,
    "shell": samples.SHELL,
    "android": archive("AndroidManifest.xml", "classes.dex"),
    "java": archive("META-INF/MANIFEST.MF"),
}


@pytest.mark.parametrize("name", ACTIVE)
async def test_what_would_be_run_is_seen_as_such(workshop: MediaWorkshop, file: Path, name: str) -> None:
    put(file, ACTIVE[name])

    assert (await workshop.sniff(file)).is_active


@pytest.mark.parametrize("make", [samples.jpeg, samples.png, samples.webp, lambda: samples.webp(frames=3)])
async def test_picture_loses_its_makers_notes_and_nothing_else(
    workshop: MediaWorkshop, file: Path, make: object
) -> None:
    body = make()  # type: ignore[operator]  # one of the above
    put(file, body + b"<script>alert(1)</script>")

    looks = await workshop.clean_picture(file)

    clean = taken(file)
    with Image.open(io.BytesIO(body)) as before, Image.open(io.BytesIO(clean)) as after:
        assert not after.getexif()
        assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
        assert getattr(before, "n_frames", 1) == getattr(after, "n_frames", 1)
        assert (looks.width, looks.height) == after.size
    assert not any(note in clean for note in (b"Exif", samples.MAKER.encode(), b"taken at home", b"script"))


async def test_picture_is_turned_the_right_way_up(workshop: MediaWorkshop, file: Path) -> None:
    put(file, samples.jpeg(width=600, height=300, orientation=6))

    looks = await workshop.clean_picture(file)

    assert (looks.width, looks.height) == (300, 600)
    with Image.open(file) as picture:
        assert (picture.size, dict(picture.getexif())) == ((300, 600), {})


async def test_thumbnail_is_small(workshop: MediaWorkshop, file: Path) -> None:
    put(file, samples.jpeg())

    looks = await workshop.clean_picture(file)

    assert looks.thumbnail is not None
    with Image.open(io.BytesIO(looks.thumbnail)) as small:
        assert (small.format, max(small.size)) == ("JPEG", THUMBNAIL_SIDE)


REFUSED = {
    "bomb": (samples.png_bomb, MediaProblem.TOO_MANY_PIXELS),
    "cut jpeg": (lambda: samples.jpeg()[:600], MediaProblem.DAMAGED),
    "cut png": (lambda: samples.png()[:-20], MediaProblem.DAMAGED),
    "cut webp": (lambda: samples.webp()[:100], MediaProblem.DAMAGED),
    "gif": (lambda: samples.GIF_SCRIPT, MediaProblem.DAMAGED),
    "nothing": (lambda: b"", MediaProblem.DAMAGED),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_picture_that_cannot_be_drawn_is_refused(workshop: MediaWorkshop, file: Path, name: str) -> None:
    make, problem = REFUSED[name]
    put(file, make())

    with pytest.raises(MediaRefusedError) as refused:
        await workshop.clean_picture(file)

    assert refused.value.problem is problem


async def test_film_is_measured_and_has_a_picture(workshop: MediaWorkshop, file: Path) -> None:
    put(file, samples.film())

    looks = await workshop.watch(file)

    assert (looks.width, looks.height, looks.duration_ms, looks.thumbnail is not None) == (320, 240, 1_000, True)


RECORDINGS = {
    "chrome": samples.recording,
    "firefox": lambda: samples.recording(container="ogg", layout="stereo"),
    "safari": lambda: samples.recording(container="mp4", codec="aac", rate=44_100),
}


@pytest.mark.parametrize("browser", RECORDINGS)
async def test_recording_becomes_a_voice_note(
    workshop: MediaWorkshop, file: Path, tmp_path: Path, browser: str
) -> None:
    put(file, RECORDINGS[browser]())
    target = tmp_path / "voice"

    looks = await workshop.make_voice(file, target=target)

    assert looks.duration_ms == pytest.approx(500, abs=60)
    with av.open(str(target)) as voice:
        stream = voice.streams.audio[0]
        name = stream.codec_context.codec.canonical_name
        assert (voice.format.name, name, stream.layout.name) == ("ogg", "opus", "mono")


async def test_noise_is_no_recording(workshop: MediaWorkshop, file: Path, tmp_path: Path) -> None:
    put(file, bytes(range(256)) * 20)

    with pytest.raises(MediaRefusedError) as refused:
        await workshop.make_voice(file, target=tmp_path / "voice")

    assert refused.value.problem is MediaProblem.DAMAGED


async def test_file_that_takes_too_long_is_refused_and_the_next_is_not(file: Path) -> None:
    workshop = MediaWorkshop(helpers=1, seconds=0.001)
    put(file, samples.jpeg())
    try:
        with pytest.raises(MediaRefusedError) as refused:
            await workshop.clean_picture(file)
        workshop._seconds = 20

        assert refused.value.problem is MediaProblem.TOO_SLOW
        assert (await workshop.sniff(file)).mime == kinds.JPEG
    finally:
        await workshop.close()
