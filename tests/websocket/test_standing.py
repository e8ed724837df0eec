"""A socket lives as long as its session, and may what its session may: F18."""

import asyncio
from uuid import UUID

import pytest

from application.identity.keep_standings import LOCAL_SECONDS
from domain.identity.permissions import Permission, Role
from domain.shared.errors import UnavailableError
from domain.tenants.tenant import PLATFORM
from entrypoints.websocket import sentry as sentry_module
from tests.websocket.stage import Stage, until

LOOK_SECONDS = sentry_module.LOOK_SECONDS


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets are looked after more often, before the stage begins to."""
    monkeypatch.setattr(sentry_module, "LOOK_SECONDS", 0.1)


async def test_a_session_that_is_over_lets_nobody_in(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    stage.standings.end(claims)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))

        assert await client.close_code() == 4401


async def test_nor_does_its_ticket(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    ticket = await stage.tickets.issue(claims)
    stage.standings.end(claims)

    async with stage.connect(f"?ticket={ticket}") as client:
        assert await client.close_code() == 4401


def test_sockets_are_looked_after_within_five_seconds() -> None:
    assert LOOK_SECONDS + LOCAL_SECONDS < 5


async def test_a_session_that_ends_closes_its_sockets(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as one, stage.connect() as other, stage.enter(tenant) as colleague:
        for client in (one, other):
            await client.say("auth", token=stage.token(claims))
            await client.follow("messages")
        await colleague.follow("messages")

        stage.standings.end(claims)

        assert [await one.close_code(), await other.close_code()] == [4401, 4401]
        await stage.happen(tenant)
        assert (await colleague.hear())["id"] == 1


async def test_a_right_that_is_taken_away_closes_it_too(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.synchronise()

        stage.standings.change(claims, permissions=frozenset({Permission.FLOWS_READ}))

        assert await client.close_code() == 4403


async def test_a_smaller_role_may_less_from_then_on(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.synchronise()
        [connection] = stage.gateway.hub.connections

        stage.standings.change(claims, permissions=frozenset({Permission.CONVERSATIONS_READ}))
        await until(lambda: len(connection.permissions) == 1)
        await client.say("typing", conversation_id=str(tenant), on=True)

        assert (await client.hear())["data"]["code"] == "PERMISSION_DENIED"


async def test_who_must_set_up_a_second_factor_first_follows_nothing(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    stage.standings.change(claims, needs_two_factor=True)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))

        assert await client.close_code() == 4403


async def test_an_operator_follows_nothing(stage: Stage) -> None:
    claims = stage.claims(PLATFORM, role=Role.SUPER_ADMIN)
    stage.standings.change(claims, permissions=frozenset(Permission))
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))

        assert await client.close_code() == 4403


async def test_another_address_than_the_company_allows_is_4403(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as inside:
        await inside.synchronise()

        stage.standings.networks = ("203.0.113.0/24",)

        async with stage.enter(tenant) as outside:
            assert await outside.close_code() == 4403
        assert await inside.close_code() == 4403


async def test_the_token_of_a_session_that_is_over_does_not_prolong(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.synchronise()
        stage.standings.end(claims)
        await client.say("auth", token=stage.token(claims))

        assert await client.close_code() == 4401


async def test_while_nobody_can_tell_who_counts_sockets_stay_and_none_are_added(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.synchronise()
        stage.standings.error = UnavailableError("away")

        async with stage.enter(tenant) as late:
            assert await late.close_code() == 1013
        await asyncio.sleep(sentry_module.LOOK_SECONDS + 0.2)
        assert await client.synchronise() == 0
