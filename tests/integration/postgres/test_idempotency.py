"""Idempotency, on PostgreSQL."""

import asyncio
from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.idempotency import KEPT, PostgresIdempotency, _place
from adapters.postgres.running import execute
from adapters.postgres.statements import Statement
from application.identity.forget_idempotency_keys import ForgetIdempotencyKeys, ForgetIdempotencyKeysHandler
from application.ports.idempotency import Attempt, Begun, KeptAnswer, KeyReusedError, Running
from domain.shared.ids import TenantId
from tests.doubles import FrozenClock
from tests.unit.crypto.kept_keys import KeptKeys, box

LEASE = 60.0
COUNT = "SELECT count(*) FROM platform.idempotency_keys"
ANSWER = KeptAnswer(status=201, headers=[(b"content-type", b"application/json")], body=b'{"secret": "canary"}')
_TAMPER = Statement("UPDATE platform.idempotency_keys SET key_hash = CAST(:key_hash AS bytea)")


@pytest.fixture
def idempotency(platform_database: Database, frozen_clock: FrozenClock) -> PostgresIdempotency:
    return PostgresIdempotency(platform_database, box=box(KeptKeys()), clock=frozen_clock)


@pytest.fixture
def attempt(tenant_id: TenantId) -> Attempt:
    return Attempt(tenant_id=tenant_id, scope="user:1 POST /flows", key="order-7", fingerprint=b"asked")


async def begin(idempotency: PostgresIdempotency, attempt: Attempt) -> Begun:
    state = await idempotency.begin(attempt, lease_seconds=LEASE)
    assert isinstance(state, Begun)
    return state


async def test_the_first_begins_and_the_next_sees_it_running(
    idempotency: PostgresIdempotency, attempt: Attempt
) -> None:
    await begin(idempotency, attempt)

    assert await idempotency.begin(attempt, lease_seconds=LEASE) == Running()


async def test_of_many_at_once_one_begins(idempotency: PostgresIdempotency, attempt: Attempt) -> None:
    states = await asyncio.gather(*(idempotency.begin(attempt, lease_seconds=LEASE) for _ in range(20)))

    assert sum(isinstance(state, Begun) for state in states) == 1


async def test_what_was_answered_is_answered_again(idempotency: PostgresIdempotency, attempt: Attempt) -> None:
    begun = await begin(idempotency, attempt)

    await idempotency.finish(attempt, begun, ANSWER)

    assert await idempotency.begin(attempt, lease_seconds=LEASE) == ANSWER


async def test_the_answer_is_sealed_and_the_key_hashed(
    idempotency: PostgresIdempotency, attempt: Attempt, platform_database: Database
) -> None:
    await idempotency.finish(attempt, await begin(idempotency, attempt), ANSWER)

    async with platform_database.connection() as connection:
        row = await connection.fetchrow("SELECT * FROM platform.idempotency_keys")

    assert b"canary" not in row["answer_sealed"]
    assert b"order-7" not in row["key_hash"]
    assert "order-7" not in row["scope"]


@pytest.mark.parametrize("finished", [True, False])
async def test_another_request_with_the_key_is_refused(
    idempotency: PostgresIdempotency, attempt: Attempt, *, finished: bool
) -> None:
    begun = await begin(idempotency, attempt)
    if finished:
        await idempotency.finish(attempt, begun, ANSWER)

    with pytest.raises(KeyReusedError):
        await idempotency.begin(msgspec.structs.replace(attempt, fingerprint=b"other"), lease_seconds=LEASE)


@pytest.mark.parametrize("change", [{"scope": "user:2 POST /flows"}, {"scope": "user:1 POST /x"}, {"key": "order-8"}])
async def test_others_keys_do_not_meet(
    idempotency: PostgresIdempotency, attempt: Attempt, change: dict[str, str]
) -> None:
    await begin(idempotency, attempt)

    await begin(idempotency, msgspec.structs.replace(attempt, **change))


async def test_tenants_keys_do_not_meet(
    idempotency: PostgresIdempotency, attempt: Attempt, other_tenant: TenantId
) -> None:
    await begin(idempotency, attempt)

    await begin(idempotency, msgspec.structs.replace(attempt, tenant_id=other_tenant))


async def test_a_given_up_attempt_may_be_made_again_at_once(idempotency: PostgresIdempotency, attempt: Attempt) -> None:
    await idempotency.give_up(attempt, await begin(idempotency, attempt))

    await begin(idempotency, attempt)


async def test_an_attempt_that_died_frees_its_key_after_its_lease(
    idempotency: PostgresIdempotency, attempt: Attempt, frozen_clock: FrozenClock
) -> None:
    await begin(idempotency, attempt)

    frozen_clock.advance(timedelta(seconds=LEASE - 1))
    before = await idempotency.begin(attempt, lease_seconds=LEASE)
    frozen_clock.advance(timedelta(seconds=1))

    assert before == Running()
    await begin(idempotency, attempt)


async def test_who_comes_back_from_the_dead_changes_nothing(
    idempotency: PostgresIdempotency, attempt: Attempt, frozen_clock: FrozenClock
) -> None:
    dead = await begin(idempotency, attempt)
    frozen_clock.advance(timedelta(seconds=LEASE))
    alive = await begin(idempotency, attempt)

    await idempotency.finish(attempt, dead, msgspec.structs.replace(ANSWER, status=202))
    await idempotency.give_up(attempt, dead)
    still = await idempotency.begin(attempt, lease_seconds=LEASE)
    await idempotency.finish(attempt, alive, ANSWER)

    assert still == Running()
    assert await idempotency.begin(attempt, lease_seconds=LEASE) == ANSWER


async def test_an_answer_is_kept_for_a_day(
    idempotency: PostgresIdempotency, attempt: Attempt, frozen_clock: FrozenClock
) -> None:
    await idempotency.finish(attempt, await begin(idempotency, attempt), ANSWER)

    frozen_clock.advance(KEPT - timedelta(seconds=1))
    last = await idempotency.begin(attempt, lease_seconds=LEASE)
    frozen_clock.advance(timedelta(seconds=1))

    assert last == ANSWER
    await begin(idempotency, attempt)


async def test_what_is_over_is_forgotten_and_nothing_else(
    idempotency: PostgresIdempotency, attempt: Attempt, frozen_clock: FrozenClock, platform_database: Database
) -> None:
    for number in range(3):
        old = msgspec.structs.replace(attempt, key=f"old-{number}")
        await idempotency.finish(old, await begin(idempotency, old), ANSWER)
    frozen_clock.advance(KEPT)
    await idempotency.finish(attempt, await begin(idempotency, attempt), ANSWER)

    async with platform_database.connection() as connection:
        before = await connection.fetchval(COUNT)
        await ForgetIdempotencyKeysHandler(idempotency)(ForgetIdempotencyKeys())
        after = await connection.fetchval(COUNT)

    assert (before, after) == (4, 1)
    assert await idempotency.forget_expired() == 0
    assert await idempotency.begin(attempt, lease_seconds=LEASE) == ANSWER


async def test_an_answer_opens_for_its_own_request_only(
    idempotency: PostgresIdempotency, attempt: Attempt, platform_database: Database
) -> None:
    """Its place is sealed with it: a row that is moved is refused, and nothing is done a second time."""
    await idempotency.finish(attempt, await begin(idempotency, attempt), ANSWER)
    other = msgspec.structs.replace(attempt, key="order-8")
    async with platform_database.connection() as connection:
        await execute(connection, _TAMPER, key_hash=_hash_of(other))

    with pytest.raises(KeyReusedError):
        await idempotency.begin(other, lease_seconds=LEASE)


def _hash_of(attempt: Attempt) -> bytes:
    found = _place(attempt)["key_hash"]
    assert isinstance(found, bytes)
    return found
