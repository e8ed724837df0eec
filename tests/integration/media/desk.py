"""What tests do with files."""

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta

from dishka import AsyncContainer

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.media.expect_file import expect_file
from application.media.fetch_media import FetchMedia, FetchMediaHandler
from application.media.upload_media import UploadMedia, UploadMediaHandler
from application.ports.file_store import FileStore
from application.shared.actor import Actor
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.media.kinds import MediaKind
from domain.media.media import Media
from domain.shared.content import File, Image, file_of
from domain.shared.ids import MediaId, TenantId, UserId, WhatsAppConfigId
from tests.contract.repositories.stored import a_contact, a_conversation, a_message, new_id
from tests.doubles import FrozenClock

LATER = timedelta(days=30)


class FileDesk:
    """One tenant's files."""

    def __init__(
        self,
        uow: PostgresUnitOfWork,
        *,
        container: AsyncContainer,
        tenant_id: TenantId,
        config_id: WhatsAppConfigId,
        store: FileStore,
        clock: FrozenClock,
    ) -> None:
        self.uow, self.container, self.store, self.clock = uow, container, store, clock
        self.tenant_id, self.config_id = tenant_id, config_id
        self.agent = Actor(
            user_id=UserId(new_id()),
            tenant_id=tenant_id,
            session_id=None,
            permissions=ROLE_PERMISSIONS[Role.AGENT],
        )

    async def announce(self, body: bytes, *, file: File | None = None) -> MediaId:
        """Have a message come that speaks of a file; its hash is the body's."""
        file = file or Image(provider_media_id="1200456", sha256=hashlib.sha256(body).hexdigest())
        contact = a_contact()
        async with self.uow(self.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(self.config_id)
            conversation = a_conversation(contact, config)
            await tx.contacts.add(contact)
            await tx.conversations.add(conversation)
            content = await expect_file(tx, file, ids=_Ids(), config_id=self.config_id, now=self.clock.now())
            await tx.messages.add(a_message(conversation, content=content))
        named = file_of(content)
        assert named is not None
        assert named.media_id is not None
        return named.media_id

    async def fetch(self, media_id: MediaId) -> None:
        """Do the job, once."""
        handler = await self.container.get(FetchMediaHandler)
        await handler(FetchMedia(tenant_id=self.tenant_id, media_id=media_id))

    async def upload(self, body: bytes, *, kind: MediaKind, filename: str | None = None) -> Media:
        """Have the agent bring a file."""
        handler = await self.container.get(UploadMediaHandler)
        media: Media = await handler(self.agent, UploadMedia(kind=kind, chunks=_pieces(body), filename=filename))
        return media

    async def media(self, media_id: MediaId) -> Media:
        """Give what is known of a file."""
        async with self.uow(self.tenant_id) as tx:
            return await tx.media.get(media_id)

    async def bytes_of(self, key: str | None) -> bytes:
        """Give what is stored under a key."""
        return b"".join([chunk async for chunk in self.store.read(key or "")])

    async def keys(self) -> set[str]:
        """Give the keys of everything that is stored."""
        pages = self.store.pages(self.tenant_id, before=self.clock.now() + LATER * 100)
        return {key async for page in pages for key in page}


class _Ids:
    @staticmethod
    def new() -> MediaId:
        return MediaId(new_id())


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 1_000):
        yield body[start : start + 1_000]
