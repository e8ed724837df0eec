"""What a file is by its bytes, whatever its sender says.

A table of our own, since the libraries for it answer another question: they guess the type of an honest file among
hundreds. Here a handful of types is taken, anything that a browser or a computer might run has to be seen as such, and
containers (ZIP, OLE, MP4, Matroska) have to be looked into.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path

import av

from application.ports.media_tools import Sniffed
from domain.media.kinds import (
    DOC,
    DOCX,
    JPEG,
    MP4,
    MP4_AUDIO,
    OGG,
    PDF,
    PNG,
    PPT,
    PPTX,
    TEXT,
    THREE_GP,
    WEBM,
    WEBP,
    XLS,
    XLSX,
    XML,
    ZIP,
)

HEAD = 256 * 1024
"""Bytes in which markup is looked for; browsers look at the first 1445 (WHATWG, MIME Sniffing)."""
MAX_ENTRIES = 10_000
"""Files in an archive; an office document has some hundreds."""
OLE_DIRECTORY = 4 * 1024 * 1024
"""Bytes in which the names of an OLE file's parts are looked for."""

_ACTIVE = Sniffed(mime=None, is_active=True)
_UNKNOWN = Sniffed(mime=None)

_RUNNABLE = (
    b"MZ",  # Windows
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",  # macOS, four spellings and the fat one
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # and Java's classes
    b"\x00asm",
    b"dex\n",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
)
_MARKUP = (
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<script",
    b"<svg",
    b"<iframe",
    b"<object",
    b"<embed",
    b"<link",
    b"<meta",
    b"<img",
    b"<style",
    b"<?php",
    b"<?xml-stylesheet",
    b"<xsl:",
    b"<!entity",
    b'xmlns="http://www.w3.org/1999/xhtml',
    b"http://www.w3.org/1999/xhtml",
    b"http://www.w3.org/2000/svg",
    b"javascript:",
)
"""Of what a browser runs, or reads other files by. A text that speaks of it is refused too."""

_HEADS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF8", "image/gif"),
    (b"%PDF-", PDF),
    (b"OggS", OGG),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"{\\rtf", "application/rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS), ("PowerPoint Document", PPT))
_OPEN_XML = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_PROGRAMS_IN_ZIP = frozenset({"AndroidManifest.xml", "META-INF/MANIFEST.MF", "extension.vsixmanifest"})
_MACROS = "vbaProject.bin"
_MPEG = {
    **dict.fromkeys((b"\xfb", b"\xfa", b"\xf3", b"\xf2", b"\xe3", b"\xe2"), "audio/mpeg"),
    **dict.fromkeys((b"\xf1", b"\xf0", b"\xf9", b"\xf8"), "audio/aac"),
}
"""The byte behind the first of a sound without a container: MPEG layer III (ISO 11172-3), AAC's ADTS (13818-7)."""


def sniff(path: Path) -> Sniffed:
    """Say what a file is."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(_RUNNABLE) and not head.startswith(b"#!AMR"):
        return _ACTIVE
    for start, mime in _HEADS:
        if head.startswith(start):
            return Sniffed(mime=mime)
    for holds, look in _CONTAINERS:
        if holds(head):
            return look(path, head)
    return _text(head)


def _riff(_: Path, head: bytes) -> Sniffed:
    return Sniffed(mime=WEBP) if head[8:12] == b"WEBP" else _UNKNOWN


def _mpeg(_: Path, head: bytes) -> Sniffed:
    return Sniffed(mime=_MPEG[head[1:2]])


def _iso_media(path: Path, head: bytes) -> Sniffed:
    """ISO 14496-12: a box `ftyp` with a brand; whether there is a picture in it only its tracks tell."""
    brand = head[8:12]
    if brand in {b"heic", b"heix", b"mif1", b"avif", b"avis", b"qt  "}:
        return _UNKNOWN
    if _has_video(path):
        return Sniffed(mime=THREE_GP if brand.startswith(b"3g") else MP4)
    return Sniffed(mime=MP4_AUDIO)


def _matroska(path: Path, head: bytes) -> Sniffed:
    if b"webm" not in head[:64]:
        return _UNKNOWN
    return _UNKNOWN if _has_video(path) else Sniffed(mime=WEBM)


def _ole(path: Path, _: bytes) -> Sniffed:
    """MS-CFB: an installer of Windows is one too, so that only those with a known part are documents."""
    with path.open("rb") as file:
        start = file.read(OLE_DIRECTORY)
        file.seek(max(0, path.stat().st_size - OLE_DIRECTORY))
        end = file.read()
    for part, mime in _OLE_PARTS:
        name = part.encode("utf-16-le") + b"\x00\x00"
        if name in start or name in end:
            return Sniffed(mime=mime)
    return _UNKNOWN


def _zip(path: Path, _: bytes) -> Sniffed:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries[:MAX_ENTRIES]}
            kept = archive.read("mimetype")[:100].decode("ascii", "replace") if _is_small(archive) else ""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return _UNKNOWN
    if names & _PROGRAMS_IN_ZIP:
        return _ACTIVE
    if any(name.endswith(_MACROS) for name in names):
        return _UNKNOWN
    if kept.startswith(_OPEN_DOCUMENT):
        return Sniffed(mime=kept.strip())
    if "[Content_Types].xml" in names:
        found = [mime for folder, mime in _OPEN_XML if any(name.startswith(folder) for name in names)]
        return Sniffed(mime=found[0]) if found else _UNKNOWN
    return Sniffed(mime=ZIP)


def _is_small(archive: zipfile.ZipFile) -> bool:
    return any(entry.filename == "mimetype" and entry.file_size <= 100 for entry in archive.infolist()[:1])  # noqa: PLR2004


_CONTAINERS: tuple[tuple[Callable[[bytes], bool], Callable[[Path, bytes], Sniffed]], ...] = (
    (lambda head: head.startswith(b"RIFF"), _riff),
    (lambda head: head[4:8] == b"ftyp", _iso_media),
    (lambda head: head.startswith(b"\x1a\x45\xdf\xa3"), _matroska),
    (lambda head: head.startswith(_OLE), _ole),
    (lambda head: head.startswith(b"PK\x03\x04"), _zip),
    (lambda head: head[:1] == b"\xff" and head[1:2] in _MPEG, _mpeg),
)


def _has_video(path: Path) -> bool:
    try:
        with av.open(str(path), mode="r") as container:
            return bool(container.streams.video)
    except (av.FFmpegError, ValueError):
        return False


def _text(head: bytes) -> Sniffed:
    """Take what reads as a text and holds no markup; other bytes are nobody knows what."""
    text = _decoded(head)
    if text is None:
        return _UNKNOWN
    flat = text.lower().encode()
    if any(mark in flat for mark in _MARKUP):
        return _ACTIVE
    return Sniffed(mime=XML if flat.lstrip().startswith(b"<?xml") else TEXT)


def _decoded(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if any(byte < 32 and byte not in b"\t\n\r\x0c\x1b" for byte in head):  # noqa: PLR2004 - control characters
        return None
    try:
        return head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        is_cut = error.start > len(head) - 4 and len(head) == HEAD
        return head.decode("utf-8-sig" if is_cut else "cp1252", "replace")
