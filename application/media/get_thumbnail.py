"""Somebody looks at a file's small picture."""

from collections.abc import AsyncIterator

from application.media.file_addresses import Variant
from application.media.note_seen import note_seen
from application.media.opened_file import OpenedFile, begun, opened
from application.media.visible_media import visible_media
from application.ports.audit import AccessLog
from application.ports.file_store import FileStore
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import MediaId


class GetThumbnail:
    """Show a file's small picture. Needs the same as the file."""

    def __init__(self, uow: UnitOfWork, *, store: FileStore, access: AccessLog) -> None:
        self._uow, self._store, self._access = uow, store, access

    async def __call__(self, actor: Actor, media_id: MediaId) -> OpenedFile:
        """Open it. Raises MediaNotFoundError, MediaNotReadyError, NoThumbnailError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        async with self._uow(actor.tenant_id) as tx:
            media = await visible_media(tx, media_id, actor.viewer)
        small = opened(media, variant=Variant.THUMBNAIL)
        await note_seen(self._access, actor, media)
        return small

    async def read(self, file: OpenedFile) -> AsyncIterator[bytes]:
        """Begin to give its bytes. Raises MediaNotFoundError, StoreUnavailableError."""
        return await begun(self._store.read(file.key))
