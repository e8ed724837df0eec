"""What Meta accepts of a file that is sent, alone or above a text (reference 4.2)."""

import re
from collections.abc import Iterator

from adapters.whatsapp.shared.measures import optional_text, wrong
from domain.shared.content import (
    MEDIA,
    WITH_HEADER,
    Audio,
    Content,
    Document,
    HeaderMedia,
    Image,
    Sticker,
    Video,
    Voice,
)
from domain.shared.errors import ErrorDetail

Media = Image | Video | Audio | Voice | Document | Sticker

MAX_CAPTION = 1024
MAX_LINK = 2000
"""Of a template's button; Meta names no limit for other addresses."""
MAX_FILENAME = 240
"""What file systems take; Meta names none."""

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def check_file(content: Media, *, at: str = "") -> Iterator[ErrorDetail]:
    """Check which file it is and what is said of it; `at` goes before the names of the fields."""
    if not (content.media_id or content.provider_media_id or content.link):
        yield wrong(f"{at}media_id", "needs a media_id, a provider_media_id or a link")
    yield from optional_text(f"{at}provider_media_id", content.provider_media_id)
    yield from check_link(f"{at}link", content.link)
    if isinstance(content, Image | Video | Document):
        yield from optional_text(f"{at}caption", content.caption, at_most=MAX_CAPTION)
    if isinstance(content, Document):
        yield from optional_text(f"{at}filename", content.filename, at_most=MAX_FILENAME)


def check_header_file(content: HeaderMedia | None) -> Iterator[ErrorDetail]:
    """Check a file above a text; it has no caption there."""
    if content is None:
        return
    yield from check_file(content, at="header_media.")
    if content.caption:
        yield wrong("header_media.caption", "is not shown in a header: leave it out")


def check_given(content: Content) -> Iterator[ErrorDetail]:
    """Check, at the moment of sending, that Meta has each file, or an address to fetch it from."""
    file = content.header_media if isinstance(content, WITH_HEADER) else content
    if isinstance(file, MEDIA) and not (file.provider_media_id or file.link):
        yield wrong("media_id", "is not at the provider")


def check_link(field: str, address: str | None) -> Iterator[ErrorDetail]:
    """Check an address that Meta or the contact will open."""
    if address and not _LINK.fullmatch(address):
        yield wrong(field, "must be an http or https address without spaces")
    yield from optional_text(field, address, at_most=MAX_LINK)
