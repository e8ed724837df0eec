"""Somebody looks at a file."""

from datetime import datetime

import msgspec

from application.media.file_addresses import FileAddresses, Variant
from application.media.note_seen import note_seen
from application.media.visible_media import visible_media
from application.ports.audit import AccessLog
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.media.errors import MediaProblem
from domain.media.kinds import MediaKind
from domain.media.media import Media, MediaDirection, MediaState
from domain.shared.ids import MediaId, TenantId


class MediaView(msgspec.Struct, frozen=True, kw_only=True):
    """A file as people see it. The addresses need no login and end at `urls_expire_at`; they are there once stored."""

    id: MediaId
    direction: MediaDirection
    kind: MediaKind
    state: MediaState
    reason: MediaProblem | None
    mime: str | None
    size: int | None
    filename: str | None
    width: int | None
    height: int | None
    duration_ms: int | None
    created_at: datetime
    url: str | None
    thumbnail_url: str | None
    urls_expire_at: datetime | None


class GetMedia:
    """Show what is known of a file, and where to have it. Needs conversations:read, and a conversation it is in."""

    def __init__(self, uow: UnitOfWork, *, addresses: FileAddresses, access: AccessLog) -> None:
        self._uow, self._addresses, self._access = uow, addresses, access

    async def __call__(self, actor: Actor, media_id: MediaId) -> MediaView:
        """Give it. Raises MediaNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        async with self._uow(actor.tenant_id) as tx:
            media = await visible_media(tx, media_id, actor.viewer)
        await note_seen(self._access, actor, media)
        return self.view(media, tenant_id=actor.tenant_id)

    def view(self, media: Media, *, tenant_id: TenantId) -> MediaView:
        """Show a file that is loaded."""
        url, until = self._addresses.of(media, tenant_id) if media.is_stored else (None, None)
        small = self._addresses.of(media, tenant_id, variant=Variant.THUMBNAIL) if media.thumbnail_key else None
        return MediaView(
            id=media.id,
            direction=media.direction,
            kind=media.kind,
            state=media.state,
            reason=media.reason,
            mime=media.mime,
            size=media.size,
            filename=media.filename,
            width=media.width,
            height=media.height,
            duration_ms=media.duration_ms,
            created_at=media.created_at,
            url=url,
            thumbnail_url=small[0] if small is not None else None,
            urls_expire_at=until,
        )
