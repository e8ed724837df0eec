"""Files that a customer sent: picture, film, sound, voice note, document, sticker (reference 2.3 to 2.6).

An object's `url` lasts five minutes and needs the token, so it is no public link and is left out: `id` is what counts.
"""

import msgspec

from adapters.whatsapp.cloud.fields import Id, text_of
from domain.shared.content import Audio, Document, Image, Sticker, Video, Voice


class _File(msgspec.Struct):
    id: Id = None
    mime_type: str | None = None
    sha256: str | None = None
    caption: str | None = None
    filename: str | None = None
    voice: bool | None = None
    animated: bool | None = None


_FILE = msgspec.json.Decoder(_File)


def image(raw: msgspec.Raw) -> Image:
    """Read a picture."""
    file = _FILE.decode(raw)
    return Image(provider_media_id=text_of(file.id), mime_type=file.mime_type, sha256=file.sha256, caption=file.caption)


def video(raw: msgspec.Raw) -> Video:
    """Read a film."""
    file = _FILE.decode(raw)
    return Video(provider_media_id=text_of(file.id), mime_type=file.mime_type, sha256=file.sha256, caption=file.caption)


def audio(raw: msgspec.Raw) -> Audio | Voice:
    """Read a sound file, or a voice note where Meta says `voice: true`."""
    file = _FILE.decode(raw)
    kind = Voice if file.voice else Audio
    return kind(provider_media_id=text_of(file.id), mime_type=file.mime_type, sha256=file.sha256)


def voice(raw: msgspec.Raw) -> Voice:
    """Read the on-premises API's type of a voice note, still about (courier: testdata/wac/voice.json)."""
    file = _FILE.decode(raw)
    return Voice(provider_media_id=text_of(file.id), mime_type=file.mime_type, sha256=file.sha256)


def document(raw: msgspec.Raw) -> Document:
    """Read a file; its name is the sender's own."""
    file = _FILE.decode(raw)
    return Document(
        provider_media_id=text_of(file.id),
        mime_type=file.mime_type,
        sha256=file.sha256,
        caption=file.caption,
        filename=file.filename,
    )


def sticker(raw: msgspec.Raw) -> Sticker:
    """Read a sticker."""
    file = _FILE.decode(raw)
    return Sticker(
        provider_media_id=text_of(file.id),
        mime_type=file.mime_type,
        sha256=file.sha256,
        animated=bool(file.animated),
    )
