"""Somebody brings a file that is to be sent."""

from collections.abc import AsyncIterator

import msgspec

from application.media.keep_file import FileTools, KeepFile
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.scratch import ScratchFile, TooLongError
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.media.errors import FileTooLargeError
from domain.media.filenames import safe_filename
from domain.media.kinds import LIMITS, MediaKind
from domain.media.media import Media, StoredFile
from domain.shared.ids import MediaId, TenantId


class UploadMedia(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be sent as `kind`; its name is the sender's own word."""

    kind: MediaKind
    chunks: AsyncIterator[bytes]
    filename: str | None = None


class UploadTools(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing files needs of the world."""

    files: FileTools
    uow: UnitOfWork
    ids: Ids
    clock: Clock


class UploadMediaHandler:
    """Keep a file, its type told by its bytes; a browser's recording becomes a voice note. Needs media:upload."""

    def __init__(self, tools: UploadTools, *, keep: KeepFile) -> None:
        self._tools, self._keep = tools, keep

    async def __call__(self, actor: Actor, command: UploadMedia) -> Media:
        """Give the stored file. Raises MediaRefusedError, FileTooLargeError, StoreUnavailableError."""
        actor.require(Permission.MEDIA_UPLOAD)
        async with self._tools.files.scratch.file() as file:
            try:
                await file.fill(command.chunks, limit=LIMITS[command.kind])
            except TooLongError as error:
                raise FileTooLargeError(
                    f"A file that is sent as {command.kind.value} has at most {LIMITS[command.kind]} bytes."
                ) from error
            stored = await self._kept(file, command.kind, tenant_id=actor.tenant_id)
        media = Media.upload(
            stored,
            media_id=MediaId(self._tools.ids.new()),
            kind=command.kind,
            filename=safe_filename(command.filename),
            created_by=actor.user_id,
            now=self._tools.clock.now(),
        )
        async with self._tools.uow(actor.tenant_id) as tx:
            await tx.media.add(media)
        return media

    async def _kept(self, file: ScratchFile, kind: MediaKind, *, tenant_id: TenantId) -> StoredFile:
        if kind is MediaKind.VOICE:
            return await self._keep.as_voice(file, tenant_id=tenant_id)
        return await self._keep(file, tenant_id=tenant_id, kind=kind, is_sent=True)
