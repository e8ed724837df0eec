"""A file is looked at, cleaned, and put where files are kept."""

from collections.abc import AsyncIterator

import msgspec

from application.ports.file_store import FileStore
from application.ports.media_tools import Looks, MediaTools
from application.ports.scratch import Measure, Scratch, ScratchFile
from domain.media.errors import FileTooLargeError, MediaProblem, MediaRefusedError
from domain.media.keys import storage_key, thumbnail_key
from domain.media.kinds import (
    FILMS,
    LIMITS,
    OGG,
    PICTURES,
    RECEIVABLE,
    RECORDED,
    SENDABLE,
    SOUNDS,
    STILL_STICKER_LIMIT,
    MediaKind,
)
from domain.media.media import StoredFile
from domain.shared.ids import TenantId


class FileTools(msgspec.Struct, frozen=True, kw_only=True):
    """What keeping files needs of the world."""

    tools: MediaTools
    scratch: Scratch
    store: FileStore


class KeepFile:
    """Take a file by its bytes, whatever was said of it. The same file of a tenant is kept once."""

    def __init__(self, tools: FileTools) -> None:
        self._tools, self._scratch, self._store = tools.tools, tools.scratch, tools.store

    async def __call__(self, file: ScratchFile, *, tenant_id: TenantId, kind: MediaKind, is_sent: bool) -> StoredFile:
        """Keep it; what is to be sent has narrower rules than what came.

        Raises MediaRefusedError, FileTooLargeError, StoreUnavailableError.
        """
        mime = await self._type_of(file, kind=kind, allowed=(SENDABLE if is_sent else RECEIVABLE)[kind])
        looks = await self._looks(file, mime)
        if is_sent and kind is MediaKind.STICKER and not looks.is_animated:
            _check_size(await file.measure(), kind, limit=STILL_STICKER_LIMIT)
        return await self._keep(file, looks, tenant_id=tenant_id, kind=kind, mime=mime)

    async def as_voice(self, file: ScratchFile, *, tenant_id: TenantId) -> StoredFile:
        """Make a recording a voice note, and keep that. Raises the same."""
        await self._type_of(file, kind=MediaKind.VOICE, allowed=RECORDED)
        async with self._scratch.file() as voice:
            looks = await self._tools.make_voice(file.path, target=voice.path)
            return await self._keep(voice, looks, tenant_id=tenant_id, kind=MediaKind.VOICE, mime=OGG)

    async def _type_of(self, file: ScratchFile, *, kind: MediaKind, allowed: frozenset[str]) -> str:
        sniffed = await self._tools.sniff(file.path)
        if sniffed.is_active:
            raise MediaRefusedError("The file holds a program.", problem=MediaProblem.ACTIVE_CONTENT)
        if sniffed.mime is None or sniffed.mime not in allowed:
            raise MediaRefusedError(
                f"By its content it is {sniffed.mime or 'of an unknown type'}, which cannot be taken as {kind.value}.",
                problem=MediaProblem.TYPE_NOT_ALLOWED,
            )
        return sniffed.mime

    async def _looks(self, file: ScratchFile, mime: str) -> Looks:
        """Measure what can be seen or heard; a picture is written anew, without its maker's notes."""
        if mime in PICTURES:
            return await self._tools.clean_picture(file.path)
        if mime in FILMS | SOUNDS:
            return await self._tools.watch(file.path)
        return Looks()

    async def _keep(
        self, file: ScratchFile, looks: Looks, *, tenant_id: TenantId, kind: MediaKind, mime: str
    ) -> StoredFile:
        measure = await file.measure()
        _check_size(measure, kind, limit=LIMITS[kind])
        key = storage_key(tenant_id, measure.sha256)
        await self._store.put(key, file.read())
        if looks.thumbnail is not None:
            await self._store.put(thumbnail_key(key), _once(looks.thumbnail))
        return StoredFile(
            mime=mime,
            size=measure.size,
            sha256=measure.sha256,
            storage_key=key,
            thumbnail_key=thumbnail_key(key) if looks.thumbnail is not None else None,
            width=looks.width,
            height=looks.height,
            duration_ms=looks.duration_ms,
        )


def _check_size(measure: Measure, kind: MediaKind, *, limit: int) -> None:
    if measure.size > limit:
        raise FileTooLargeError(f"A file that is sent as {kind.value} has at most {limit} bytes.")
    if not measure.size:
        raise MediaRefusedError("The file is empty.", problem=MediaProblem.DAMAGED)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
