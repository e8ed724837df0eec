"""A stored file is brought to the provider, once, before the messages that name it."""

import asyncio
from functools import partial

import msgspec

from application.media.file_addresses import FileAddresses, Variant
from application.media.opened_file import opened
from application.ports.clock import Clock
from application.ports.file_store import FileMissingError, FileStore
from application.ports.provider_files import OutgoingFile, Placed
from application.ports.providers import Providers
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials
from domain.media.errors import MediaNotFoundError, MediaNotReadyError
from domain.media.media import Media
from domain.shared.content import Content, Document, File, file_of, media_id_of, with_file
from domain.shared.errors import UnavailableError
from domain.shared.ids import MediaId, TenantId, WhatsAppConfigId
from domain.whatsapp.failures import FailureKind, SendFailure

Key = tuple[TenantId, MediaId, WhatsAppConfigId]

BUCKET_SECONDS = 600
"""How long a provider that fetches a file itself may take."""


class PlaceTools(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing files to providers needs of the world."""

    providers: Providers
    store: FileStore
    addresses: FileAddresses
    clock: Clock


class PlaceMedia:
    """Implements MediaForProvider. Of many messages with the same file the first brings it, and the others wait.

    The provider's id is used again until it is about to be forgotten there. No transaction is open meanwhile.
    """

    def __init__(self, tools: PlaceTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow
        self._turns: dict[Key, asyncio.Lock] = {}

    async def place(
        self, content: Content, *, tenant_id: TenantId, config_id: WhatsAppConfigId, credentials: Credentials
    ) -> Content | SendFailure:
        """Give the content to send, which is the same where it holds no file of ours. A failure is a value."""
        file = file_of(content)
        if file is None or file.media_id is None:
            return content
        key = (tenant_id, file.media_id, config_id)
        turn = self._turns.setdefault(key, asyncio.Lock())
        try:
            async with turn:
                placed = await self._placed(file, key, credentials)
        except (MediaNotFoundError, MediaNotReadyError, FileMissingError) as error:
            return SendFailure(kind=FailureKind.REJECTED, code="MEDIA_NOT_READY", detail=type(error).__name__)
        except UnavailableError as error:
            return SendFailure(kind=FailureKind.UNAVAILABLE, code=error.code)
        finally:
            if not turn.locked():
                self._turns.pop(key, None)
        return placed if isinstance(placed, SendFailure) else with_file(content, placed)

    async def forget(self, content: Content, *, tenant_id: TenantId, config_id: WhatsAppConfigId) -> None:
        """Note that the provider lost the file, so that it is brought again."""
        media_id = media_id_of(content)
        if media_id is not None:
            async with self._uow(tenant_id) as tx:
                await tx.media.forget_upload(media_id, config_id=config_id)

    async def _placed(self, file: File, key: Key, credentials: Credentials) -> File | SendFailure:
        tenant_id, media_id, config_id = key
        now = self._tools.clock.now()
        async with self._uow(tenant_id) as tx:
            known = await tx.media.upload_of(media_id, config_id=config_id, now=now)
            media = await tx.media.get(media_id)
        if known is not None:
            return _named(file, media, Placed(provider_media_id=known))
        provider = self._tools.providers.of(credentials.api_type)
        placed = await provider.files.place(outgoing(self._tools, media, tenant_id), credentials=credentials)
        if isinstance(placed, SendFailure):
            return placed
        if placed.provider_media_id is not None and placed.keeps is not None:
            until = now + placed.keeps
            async with self._uow(tenant_id) as tx:
                await tx.media.keep_upload(
                    media_id, config_id=config_id, provider_media_id=placed.provider_media_id, expires_at=until
                )
        return _named(file, media, placed)


def outgoing(tools: PlaceTools, media: Media, tenant_id: TenantId) -> OutgoingFile:
    """Describe a stored file to a provider. Raises MediaNotReadyError."""
    stored = opened(media, variant=Variant.FILE)

    async def link() -> str:
        at_the_store = await tools.store.signed_url(stored.key, seconds=BUCKET_SECONDS)
        return at_the_store or tools.addresses.of(media, tenant_id)[0]

    return OutgoingFile(
        kind=media.kind,
        mime=stored.mime,
        size=stored.size or 0,
        filename=stored.name,
        open=partial(tools.store.read, stored.key),
        link=link,
    )


def _named(file: File, media: Media, placed: Placed) -> File:
    """Name the file as the provider knows it; ours is no word for it."""
    named = msgspec.structs.replace(
        file,
        media_id=None,
        provider_media_id=placed.provider_media_id,
        link=placed.link,
        mime_type=media.mime,
    )
    if isinstance(named, Document) and named.filename is None:
        return msgspec.structs.replace(named, filename=opened(media, variant=Variant.FILE).name)
    return named
