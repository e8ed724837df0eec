"""F15: connections that tenants share carry nothing of one to the next, also when requests are cut off."""

import asyncio
import os
import random
import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from adapters.postgres.database import Database, Role
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from domain.shared.ids import DepartmentId, TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from tests.doubles import FrozenClock, RecordedWakeups
from tests.integration.postgres.conftest import driver
from tests.servers import APART

REQUESTS = 10_000 if os.environ.get("PYTAKE_SOAK") else 1_000
CONNECTIONS = 4
CUT_OFF = 0.2
"""Of the requests, somewhere on their way."""

LOOSE = re.compile(r"SET\s+(SESSION\s+)?app\.|set_config\([^)]*,\s*false\s*\)", re.IGNORECASE)
CODE = ("adapters", "application", "entrypoints", "migrations")


@pytest.fixture
async def narrow(login_url: str, app_database: Database) -> AsyncIterator[Database]:  # noqa: ARG001 - cleans up
    database = await Database.open(login_url, role=Role.APP, min_size=CONNECTIONS, max_size=CONNECTIONS)
    yield database
    await database.close()


@pytest.fixture
async def tenants(
    directory: PostgresDirectory, ids: SystemIds, frozen_clock: FrozenClock, uow: PostgresUnitOfWork
) -> list[TenantId]:
    """Two that share tables and one that has its own, each with one department."""
    found = [
        (TenantId(ids.new()), Isolation.SHARED),
        (TenantId(ids.new()), Isolation.SHARED),
        (APART, Isolation.SCHEMA),
    ]
    for tenant_id, isolation in found:
        await directory.add_tenant(
            Tenant(
                id=tenant_id,
                name="Aurora",
                slug=f"aurora-{tenant_id}",
                status=TenantStatus.ACTIVE,
                created_at=frozen_clock.now(),
                isolation=isolation,
            )
        )
        async with uow(tenant_id) as tx:
            await tx.departments.add(DepartmentId(tenant_id), name="suporte")
    return [tenant_id for tenant_id, _ in found]


async def test_every_answer_is_the_askers_own(
    narrow: Database, tenants: list[TenantId], ids: SystemIds, frozen_clock: FrozenClock
) -> None:
    uow = PostgresUnitOfWork(narrow, wakeups=RecordedWakeups(), ids=ids, clock=frozen_clock)
    chance = random.Random(15)
    seen: list[tuple[TenantId, list[UUID]]] = []

    async def ask(tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            await driver(tx).execute("SELECT pg_sleep(0.0005)")
            rows = await driver(tx).fetch("SELECT tenant_id FROM departments")
            seen.append((tenant_id, [row["tenant_id"] for row in rows]))

    async def ask_perhaps_cut_off(number: int) -> None:
        task = asyncio.create_task(ask(tenants[number % len(tenants)]))
        if chance.random() < CUT_OFF:
            await asyncio.sleep(chance.random() * 0.01)
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    for batch in range(0, REQUESTS, 50):
        await asyncio.gather(*(ask_perhaps_cut_off(number) for number in range(batch, batch + 50)))

    assert len(seen) > REQUESTS * (1 - CUT_OFF) * 0.9
    assert [answer for answer in seen if answer[1] != [answer[0]]] == []
    assert await left_behind(narrow) == {("", "public")}


async def left_behind(database: Database) -> set[tuple[str, str]]:
    """Look at what each connection carries when nobody has it."""

    async def look() -> tuple[str, str]:
        async with database.connection() as connection:
            await connection.execute("SELECT pg_sleep(0.05)")  # so that each of them is taken by one of us
            row = await connection.fetchrow(
                "SELECT coalesce(current_setting('app.tenant_id', true), ''), current_setting('search_path')"
            )
            return row[0], row[1]

    return set(await asyncio.gather(*(look() for _ in range(CONNECTIONS))))


def test_no_code_sets_a_tenant_for_longer_than_a_transaction() -> None:
    files = [path for folder in CODE for path in Path(folder).rglob("*") if path.suffix in {".py", ".sql"}]

    assert len(files) > 300
    assert [str(path) for path in files if LOOSE.search(path.read_text(encoding="utf-8"))] == []
