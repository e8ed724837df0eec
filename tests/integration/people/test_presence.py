"""Who is there, with a clock that the test moves: on the real PostgreSQL and Redis."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import msgspec
import pytest
from redis.asyncio import Redis

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.presence import RedisPresence
from application.people.keep_presence import AT_MOST_EVERY, KeepPresence
from application.people.set_status import SetStatus
from application.people.settle_presence import SettlePresence
from application.people.sweep_presence import FORGET_AFTER, SweepPresence
from application.ports.realtime import LiveEvent
from application.shared.actor import Actor, SessionRequiredError
from domain.people.status import OFFLINE_AFTER, Status
from domain.shared.ids import ApiKeyId, SessionId, TenantId, UserId
from tests.contract.repositories.stored import a_user, new_id
from tests.doubles import FrozenClock
from tests.redis_server import patient_client

SECOND = timedelta(seconds=1)
AWAY_AFTER = timedelta(minutes=10)


class HeardSignals:
    """Remembers what the sockets of each tenant were told."""

    def __init__(self) -> None:
        self.told: list[tuple[TenantId, str, str]] = []

    async def send(self, tenant_id: TenantId, signal: LiveEvent) -> None:
        assert (signal.type, signal.number, signal.conversation_id) == ("agent_status", 0, None)
        data = msgspec.json.decode(signal.frame)["data"]
        self.told.append((tenant_id, data["user_id"], data["status"]))


class Office:
    """A company's people, as their programs and the workers treat them."""

    def __init__(self, uow: PostgresUnitOfWork, redis: Redis, clock: FrozenClock, tenant_id: TenantId) -> None:
        self.uow, self.clock, self.tenant_id = uow, clock, tenant_id
        self.presence, self.signals = RedisPresence(redis), HeardSignals()
        self.settle = SettlePresence(uow=uow, presence=self.presence, signals=self.signals, clock=clock)
        self.keep = KeepPresence(presence=self.presence, settle=self.settle, clock=clock)
        self.sweep = SweepPresence(settle=self.settle, presence=self.presence, clock=clock)
        self.set_status = SetStatus(uow=uow, presence=self.presence, settle=self.settle, clock=clock)

    async def note(self, user_id: UserId, *, is_active: bool = True) -> None:
        self.keep.note(self.tenant_id, user_id, is_active=is_active)
        await self.keep.close()

    async def stay(self, user_id: UserId, span: timedelta) -> None:
        """Let time pass, in which the person's socket pings and they do nothing."""
        for _ in range(int(span / timedelta(seconds=25))):
            self.clock.advance(timedelta(seconds=25))
            await self.note(user_id, is_active=False)

    async def choose(self, user_id: UserId, status: Status) -> Status:
        return (await self.set_status(person(user_id, self.tenant_id), status)).status

    async def statuses(self) -> dict[UserId, Status]:
        return {user_id: one.status for user_id, one in (await self.settle(self.tenant_id)).items()}

    def heard(self) -> list[str]:
        """Give what was told since the last time."""
        told, self.signals.told = self.signals.told, []
        assert {tenant_id for tenant_id, _, _ in told} <= {self.tenant_id}
        return [status for _, _, status in told]


def person(user_id: UserId, tenant_id: TenantId) -> Actor:
    return Actor(user_id=user_id, tenant_id=tenant_id, session_id=SessionId(new_id()), permissions=frozenset())


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with patient_client(redis_url) as client:
        yield client


@pytest.fixture
def office(uow: PostgresUnitOfWork, redis: Redis, frozen_clock: FrozenClock, tenant_id: TenantId) -> Office:
    return Office(uow, redis, frozen_clock, tenant_id)


@pytest.fixture
async def ana(uow: PostgresUnitOfWork, tenant_id: TenantId) -> UserId:
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user.id


async def test_somebody_who_stirs_is_online_at_once(office: Office, ana: UserId) -> None:
    await office.note(ana)

    assert office.heard() == ["online"]
    assert await office.statuses() == {ana: Status.ONLINE}


async def test_who_falls_silent_is_offline_and_the_others_are_told_once(office: Office, ana: UserId) -> None:
    await office.note(ana)
    office.clock.advance(OFFLINE_AFTER - SECOND)
    await office.sweep()
    assert office.heard() == ["online"]

    office.clock.advance(SECOND)
    await asyncio.gather(*(office.sweep() for _ in range(5)))

    assert office.heard() == ["offline"]
    assert await office.statuses() == {ana: Status.OFFLINE}


async def test_who_is_idle_is_away_and_back_with_their_next_act(office: Office, ana: UserId) -> None:
    await office.note(ana)
    await office.stay(ana, AWAY_AFTER + timedelta(minutes=1))
    await office.sweep()
    assert office.heard() == ["online", "away"]

    office.clock.advance(AT_MOST_EVERY)
    await office.note(ana, is_active=False)
    assert office.heard() == []
    await office.note(ana)

    assert office.heard() == ["online"]


async def test_the_company_says_how_long_one_may_be_idle(office: Office, ana: UserId) -> None:
    async with office.uow(office.tenant_id) as tx:
        tenant = await tx.tenants.get()
        settings = msgspec.structs.replace(tenant.settings, away_after_minutes=2)
        await tx.tenants.save(msgspec.structs.replace(tenant, settings=settings))
    await office.note(ana)

    await office.stay(ana, timedelta(minutes=3))

    assert await office.statuses() == {ana: Status.AWAY}


async def test_a_choice_is_kept_and_told_and_outlives_an_absence(office: Office, ana: UserId) -> None:
    assert await office.choose(ana, Status.BUSY) is Status.BUSY
    assert await office.choose(ana, Status.BUSY) is Status.BUSY
    office.clock.advance(timedelta(hours=8))
    await office.sweep()
    await office.note(ana)

    assert office.heard() == ["busy", "offline", "busy"]


async def test_who_chose_to_be_offline_stays_so_whatever_they_do(office: Office, ana: UserId) -> None:
    await office.note(ana)
    await office.choose(ana, Status.OFFLINE)
    office.clock.advance(AT_MOST_EVERY)
    await office.note(ana)

    assert office.heard() == ["online", "offline"]


async def test_a_program_chooses_nothing(office: Office, ana: UserId) -> None:
    key = msgspec.structs.replace(person(ana, office.tenant_id), session_id=None, api_key_id=ApiKeyId(new_id()))

    with pytest.raises(SessionRequiredError):
        await office.set_status(key, Status.BUSY)


async def test_signs_are_kept_at_most_every_twenty_seconds(office: Office, ana: UserId) -> None:
    began = office.clock.now()
    await office.note(ana)
    office.clock.advance(AT_MOST_EVERY - SECOND)
    await office.note(ana)
    assert (await office.presence.marks(office.tenant_id))[ana].seen_at == began

    office.clock.advance(SECOND)
    await office.note(ana)

    assert (await office.presence.marks(office.tenant_id))[ana].seen_at == office.clock.now()


async def test_an_act_is_not_lost_behind_a_ping(office: Office, ana: UserId) -> None:
    await office.note(ana)
    office.clock.advance(AT_MOST_EVERY)
    await office.note(ana, is_active=False)
    office.clock.advance(SECOND)
    await office.note(ana)

    assert (await office.presence.marks(office.tenant_id))[ana].active_at == office.clock.now()


async def test_when_everything_is_forgotten_people_are_offline_until_they_stir(
    office: Office, redis: Redis, ana: UserId
) -> None:
    await office.choose(ana, Status.BUSY)
    await redis.flushdb()

    assert await office.statuses() == {}
    office.clock.advance(AT_MOST_EVERY)
    await office.note(ana, is_active=False)

    assert await office.statuses() == {ana: Status.BUSY}
    assert office.heard() == ["busy", "busy"]


async def test_a_company_that_everybody_left_is_not_looked_at_any_more(office: Office, ana: UserId) -> None:
    await office.note(ana)
    office.clock.advance(FORGET_AFTER + SECOND)

    await office.sweep()

    assert await office.presence.tenants() == []
    assert await office.presence.marks(office.tenant_id) == {}


async def test_a_company_that_is_gone_stops_nobody(office: Office, ana: UserId) -> None:
    await office.presence.beat(TenantId(new_id()), ana, at=office.clock.now(), is_active=True)
    await office.note(ana)
    office.clock.advance(OFFLINE_AFTER)

    await office.sweep()

    assert office.heard() == ["online", "offline"]
