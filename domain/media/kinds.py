"""What a file may be: its kind in a message, the types that each kind takes, how large it may be."""

from enum import StrEnum

from domain.shared.content import Audio, Content, Document, Image, Sticker, Video, Voice

MEGABYTE = 1024 * 1024


class MediaKind(StrEnum):
    """What it is sent as: the same words as in messages."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    DOCUMENT = "document"
    STICKER = "sticker"


JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
MP4, THREE_GP = "video/mp4", "video/3gpp"
OGG, WEBM, MP4_AUDIO = "audio/ogg", "audio/webm", "audio/mp4"
PDF, TEXT, XML, ZIP = "application/pdf", "text/plain", "application/xml", "application/zip"
DOC, XLS, PPT = "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX, PPTX = (
    f"{_OPEN_XML}wordprocessingml.document",
    f"{_OPEN_XML}spreadsheetml.sheet",
    (f"{_OPEN_XML}presentationml.presentation"),
)

PICTURES = frozenset({JPEG, PNG, WEBP})
"""What is shown as a picture, and therefore loses what it tells of its maker."""
FILMS = frozenset({MP4, THREE_GP})
SOUNDS = frozenset({"audio/aac", "audio/amr", "audio/mpeg", MP4_AUDIO, OGG})

_META_DOCUMENTS = frozenset({TEXT, PDF, DOC, XLS, PPT, DOCX, XLSX, PPTX})
_DOCUMENTS = _META_DOCUMENTS | {XML, ZIP, "application/vnd.oasis.opendocument.text", "application/rtf"}
_SHEETS = frozenset({"application/vnd.oasis.opendocument.spreadsheet"})

SENDABLE: dict[MediaKind, frozenset[str]] = {
    MediaKind.IMAGE: frozenset({JPEG, PNG}),
    MediaKind.VIDEO: FILMS,
    MediaKind.AUDIO: SOUNDS,
    MediaKind.VOICE: frozenset({OGG}),
    MediaKind.DOCUMENT: _META_DOCUMENTS,
    MediaKind.STICKER: frozenset({WEBP}),
}
"""Meta: cloud-api/reference/media, supported media types; a voice note is Ogg with Opus, mono."""

RECEIVABLE: dict[MediaKind, frozenset[str]] = {
    MediaKind.IMAGE: PICTURES,
    MediaKind.VIDEO: FILMS,
    MediaKind.AUDIO: SOUNDS,
    MediaKind.VOICE: SOUNDS,
    MediaKind.DOCUMENT: _DOCUMENTS | _SHEETS | PICTURES | FILMS | SOUNDS,
    MediaKind.STICKER: frozenset({WEBP}),
}
"""People send more as a document than Meta lets us send: invoices are XML in Brazil, and albums come as archives."""

RECORDED = SOUNDS | {WEBM}
"""What is made a voice note of: Chrome and Firefox record WebM or Ogg, Safari MP4; Meta takes Ogg with Opus only."""

LIMITS: dict[MediaKind, int] = {
    MediaKind.IMAGE: 5 * MEGABYTE,
    MediaKind.VIDEO: 16 * MEGABYTE,
    MediaKind.AUDIO: 16 * MEGABYTE,
    MediaKind.VOICE: 16 * MEGABYTE,
    MediaKind.DOCUMENT: 100 * MEGABYTE,
    MediaKind.STICKER: 500 * 1024,
}
"""Bytes. Meta: cloud-api/reference/media; a sticker that does not move has 100 KB at most."""

STILL_STICKER_LIMIT = 100 * 1024

SHOWN = PICTURES | FILMS | SOUNDS
"""What a browser may show in the page; anything else is only ever saved."""

_KINDS: dict[type, MediaKind] = {
    Image: MediaKind.IMAGE,
    Video: MediaKind.VIDEO,
    Audio: MediaKind.AUDIO,
    Voice: MediaKind.VOICE,
    Document: MediaKind.DOCUMENT,
    Sticker: MediaKind.STICKER,
}


def kind_of(content: Content) -> MediaKind | None:
    """Give the kind of file that a message holds; None for one that holds none."""
    return next((kind for holds, kind in _KINDS.items() if isinstance(content, holds)), None)
