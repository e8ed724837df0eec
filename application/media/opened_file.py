"""A stored file that can be read."""

from collections.abc import AsyncIterator

import msgspec

from application.media.file_addresses import Variant
from application.ports.file_store import FileMissingError
from domain.media.errors import MediaNotFoundError, NoThumbnailError
from domain.media.kinds import JPEG, SHOWN
from domain.media.media import Media
from domain.media.naming import saved_name


class OpenedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that can be read. `tag` changes with its content; `is_shown` is what a page may show by itself."""

    mime: str
    size: int | None
    tag: str
    name: str
    is_shown: bool
    key: str


def opened(media: Media, *, variant: Variant) -> OpenedFile:
    """Say what there is of a stored file. Raises MediaNotReadyError, NoThumbnailError."""
    stored = media.require_stored()
    tag = stored.sha256.hex()[:32]
    name = saved_name(media.filename, kind=media.kind.value, mime=stored.mime)
    if variant is Variant.FILE:
        return OpenedFile(
            mime=stored.mime,
            size=stored.size,
            tag=tag,
            name=name,
            is_shown=stored.mime in SHOWN,
            key=stored.storage_key,
        )
    if stored.thumbnail_key is None:
        raise NoThumbnailError("The file has no small picture.")
    return OpenedFile(
        mime=JPEG, size=None, tag=f"{tag}-small", name=f"{name}.jpg", is_shown=True, key=stored.thumbnail_key
    )


async def begun(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Read the first piece, so that what is not there is told before an answer begins. Raises MediaNotFoundError."""
    try:
        first = await anext(chunks, b"")
    except FileMissingError as error:
        raise MediaNotFoundError("The file is not there any more.") from error
    return _with_first(first, chunks)


async def _with_first(first: bytes, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in chunks:
        yield chunk
