import asyncio
from uuid import UUID, uuid4

import pytest
from websockets.exceptions import ConnectionClosed

from domain.identity.permissions import Role
from entrypoints.embedded.services import RunningServices
from entrypoints.websocket import gateway as gateway_module
from entrypoints.websocket import room as room_module
from tests.websocket.stage import Stage


async def test_a_token_in_the_first_frame_lets_in(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        assert await client.synchronise() == 0


async def test_a_ticket_lets_in_once(stage: Stage, tenant: UUID) -> None:
    ticket = await stage.tickets.issue(stage.claims(tenant))

    async with stage.connect(f"?ticket={ticket}") as client:
        await client.synchronise()
    async with stage.connect(f"?ticket={ticket}") as client:
        assert await client.close_code() == 4401


@pytest.mark.parametrize("query", ["?ticket=", "?ticket=unknown", "?ticket=%00"])
async def test_no_ticket_is_4401(stage: Stage, query: str) -> None:
    async with stage.connect(query) as client:
        assert await client.close_code() == 4401


@pytest.mark.parametrize("token", ["", "rubbish", "a.b.c"])
async def test_a_wrong_token_is_4401(stage: Stage, token: str) -> None:
    async with stage.connect() as client:
        await client.say("auth", token=token)

        assert await client.close_code() == 4401


async def test_a_token_in_the_address_is_not_looked_at(stage: Stage, tenant: UUID) -> None:
    async with stage.connect(f"?token={stage.token(stage.claims(tenant))}") as client:
        await client.say("ping")

        assert await client.close_code() == 4401


async def test_an_expired_token_is_4401(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant, seconds=-60) as client:
        assert await client.close_code() == 4401


async def test_who_says_nothing_is_4401(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway_module, "AUTHENTICATE_SECONDS", 0.1)
    async with stage.connect() as client:
        assert await client.close_code() == 4401


async def test_who_may_not_read_conversations_is_4403(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant, role=Role.SUPER_ADMIN) as client:
        assert await client.close_code() == 4403


async def test_a_session_ends_when_its_token_does(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant, seconds=1.5) as client:
        await client.synchronise()

        assert await client.close_code() == 4401


async def test_a_newer_token_prolongs_the_session(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant, seconds=1.5)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        longer = type(claims)(
            user_id=claims.user_id,
            email=claims.email,
            role=claims.role,
            tenant_id=tenant,
            session_id=claims.session_id,
            expires_at=stage.claims(tenant).expires_at,
        )
        await client.say("auth", token=stage.token(longer))
        await asyncio.sleep(2)

        assert await client.synchronise() == 0


async def test_another_users_token_ends_the_session(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.say("auth", token=stage.token(stage.claims(tenant)))

        assert await client.close_code() == 4401


async def test_without_redis_a_ticket_is_told_to_come_later(
    stage: Stage, killable_redis: RunningServices, tenant: UUID
) -> None:
    ticket = await stage.tickets.issue(stage.claims(tenant))
    killable_redis.redis.kill()

    async with stage.connect(f"?ticket={ticket}") as client:
        assert await client.close_code() == 1013


async def test_without_redis_a_token_still_lets_in(stage: Stage, killable_redis: RunningServices, tenant: UUID) -> None:
    killable_redis.redis.kill()

    async with stage.enter(tenant) as client:
        assert await client.synchronise() == 0


async def test_without_the_log_the_client_is_told_to_come_later(stage: Stage, tenant: UUID) -> None:
    stage.log.error = OSError("gone")
    async with stage.enter(tenant) as client:
        assert await client.close_code() == 1013


async def test_a_room_is_closed_after_its_last_socket(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.synchronise()
        assert stage.gateway.hub.stats.tenants == 1

    async with asyncio.timeout(60):
        while stage.gateway.hub.stats.tenants:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert (await stage.redis.pubsub_numsub(f"rt:{tenant}"))[0][1] == 0


async def test_one_user_does_not_take_all_sockets(stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "MAX_SOCKETS_OF_A_USER", 1)
    claims = stage.claims(tenant)
    async with stage.connect() as first, stage.connect() as second:
        await first.say("auth", token=stage.token(claims))
        await first.synchronise()
        await second.say("auth", token=stage.token(claims))

        assert await second.close_code() == 4429


async def test_a_draining_process_sends_all_elsewhere_and_lets_nobody_in(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client, stage.enter(uuid4()) as other:
        await client.synchronise()
        await other.synchronise()

        await stage.gateway.hub.drain(seconds=0.2)

        assert {await client.close_code(), await other.close_code()} == {1012}
    async with stage.enter(tenant) as late:
        assert await late.close_code() == 1012


async def test_a_closed_socket_says_no_more(stage: Stage) -> None:
    async with stage.connect("?ticket=unknown") as client:
        with pytest.raises(ConnectionClosed):
            await client.hear()


@pytest.mark.parametrize(
    ("origin", "lets_in"),
    [
        ("https://painel.example", True),
        ("https://pytake.example", True),
        ("https://inbox.aurora.example", True),
        ("https://evil.example", False),
        ("https://painel.example.evil.example", False),
        ("null", False),
        ("http://[", False),
    ],
)
async def test_a_browser_comes_from_a_page_that_may_call_or_is_4403(
    stage: Stage, tenant: UUID, origin: str, *, lets_in: bool
) -> None:
    stage.standings.origins = ("https://inbox.aurora.example",)
    async with stage.connect(origin=origin) as client:
        await client.say("auth", token=stage.token(stage.claims(tenant)))

        if lets_in:
            assert await client.synchronise() == 0
        else:
            assert await client.close_code() == 4403
    assert stage.access.notes == []


async def test_a_page_of_our_own_address_may_call(stage: Stage, tenant: UUID) -> None:
    async with stage.connect(origin=stage.url.replace("ws://", "http://").removesuffix("/ws")) as client:
        await client.say("auth", token=stage.token(stage.claims(tenant)))

        assert await client.synchronise() == 0
