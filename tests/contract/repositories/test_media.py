"""MediaRepository, on PostgreSQL."""

import hashlib
from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.media.errors import MediaNotFoundError, MediaProblem
from domain.media.keys import storage_key
from domain.media.kinds import MediaKind
from domain.media.media import Announced, Media, StoredFile
from domain.shared.content import Buttons, Choice, Image
from domain.shared.errors import StaleVersionError
from domain.shared.ids import MediaId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_message, facts, new_id

HASH = hashlib.sha256(b"a file").digest()
DAY = timedelta(days=1)


def expected(config: WhatsAppConfig) -> Media:
    announced = Announced(
        kind=MediaKind.IMAGE, provider_media_id="1200456", mime="image/jpeg", sha256=HASH, filename="a.jpg"
    )
    return Media.expect(announced, media_id=MediaId(new_id()), config_id=config.id, now=NOW)


def uploaded(tenant_id: TenantId, *, body: bytes = b"a file") -> Media:
    digest = hashlib.sha256(body).digest()
    key = storage_key(tenant_id, digest)
    file = StoredFile(mime="image/png", size=6, sha256=digest, storage_key=key, width=3, height=2, duration_ms=4)
    return Media.upload(
        file,
        media_id=MediaId(new_id()),
        kind=MediaKind.IMAGE,
        filename=None,
        created_by=UserId(new_id()),
        now=NOW,
    )


async def keep(uow: PostgresUnitOfWork, tenant_id: TenantId, *files: Media) -> None:
    async with uow(tenant_id) as tx:
        for file in files:
            await tx.media.add(file)


async def test_file_comes_back_as_it_was(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> None:
    files = [expected(config), uploaded(tenant_id)]
    await keep(uow, tenant_id, *files)

    async with uow(tenant_id) as tx:
        found = [await tx.media.get(file.id) for file in files]

    assert [facts(file) for file in found] == [facts(file) for file in files]


async def test_change_is_kept_once(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> None:
    media = expected(config)
    await keep(uow, tenant_id, media)
    stale = msgspec.structs.replace(media)
    media.give_up(MediaProblem.GONE)

    async with uow(tenant_id) as tx:
        await tx.media.save(media)

    async with uow(tenant_id) as tx:
        found = await tx.media.get(media.id)
        assert (found.state, found.reason, found.version) == (media.state, MediaProblem.GONE, 1)
        with pytest.raises(StaleVersionError):
            await tx.media.save(stale)


async def test_nobody_sees_that_of_another_tenant(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    media = uploaded(tenant_id)
    await keep(uow, tenant_id, media)

    async with uow(other_tenant_id) as tx:
        with pytest.raises(MediaNotFoundError):
            await tx.media.get(media.id)
        assert await tx.media.hashes_in_use([HASH]) == set()


async def test_places_are_the_messages_that_hold_it(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
) -> None:
    media = uploaded(tenant_id)
    picture = Image(media_id=media.id)
    below = Buttons(body="Qual?", buttons=(Choice(id="1", title="Esta"),), header_media=picture)
    messages = [a_message(conversation, content=content) for content in (picture, below, Image(link="https://x.co/a"))]
    await keep(uow, tenant_id, media)
    async with uow(tenant_id) as tx:
        for message in messages:
            await tx.messages.add(message)
        places = await tx.media.places_of(media.id)

    assert {(place.message_id, place.content) for place in places} == {
        (messages[0].id, picture),
        (messages[1].id, below),
    }
    assert {place.conversation_id for place in places} == {conversation.id}


async def test_upload_is_used_until_it_is_over_or_lost(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    media = uploaded(tenant_id)
    await keep(uow, tenant_id, media)
    async with uow(tenant_id) as tx:
        for name in ("first", "second"):
            await tx.media.keep_upload(media.id, config_id=config.id, provider_media_id=name, expires_at=NOW + MINUTE)

        assert await tx.media.upload_of(media.id, config_id=config.id, now=NOW) == "second"
        assert await tx.media.upload_of(media.id, config_id=config.id, now=NOW + MINUTE) is None
        await tx.media.forget_upload(media.id, config_id=config.id)
        assert await tx.media.upload_of(media.id, config_id=config.id, now=NOW) is None


async def test_only_what_nothing_holds_is_forgotten(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, config: WhatsAppConfig
) -> None:
    sent, unsent, awaited = uploaded(tenant_id), uploaded(tenant_id), expected(config)
    await keep(uow, tenant_id, sent, unsent, awaited)
    async with uow(tenant_id) as tx:
        await tx.messages.add(a_message(conversation, content=Image(media_id=sent.id)))
        await tx.media.keep_upload(unsent.id, config_id=config.id, provider_media_id="1", expires_at=NOW)

        assert await tx.media.forget_unused(before=NOW - DAY, limit=10) == 0
        assert await tx.media.forget_unused(before=NOW + DAY, limit=10) == 1
        assert [await tx.media.get(kept.id) for kept in (sent, awaited)]
        with pytest.raises(MediaNotFoundError):
            await tx.media.get(unsent.id)


async def test_hashes_in_use_are_those_of_stored_files(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    other = hashlib.sha256(b"another").digest()
    pending = expected(config)
    pending.sha256 = other
    await keep(uow, tenant_id, uploaded(tenant_id), pending)

    async with uow(tenant_id) as tx:
        assert await tx.media.hashes_in_use([HASH, other]) == {HASH}
        assert not await tx.media.is_common(pending.id)
