"""Trials end on time, and their admins are told before."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.tenants.administration import Administration
from application.tenants.change_plan import ChangePlan, ChangePlanHandler
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.tenants.end_trials import EndTrials, EndTrialsHandler
from domain.audit.author import SYSTEM
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.ids import TenantId, UserId
from domain.tenants.plans import FREE_TRIAL
from domain.tenants.tenant import TenantStatus
from tests.doubles import FrozenClock
from tests.integration.tenants.conftest import Log, RecordedStandings

Hire = Callable[..., Awaitable[UserId]]
DAY = timedelta(days=1)


@pytest.fixture
async def trial(create_tenant: CreateTenantHandler) -> TenantId:
    return await create_tenant(CreateTenant(name="Aurora", slug="aurora", plan=FREE_TRIAL))


@pytest.fixture
def end_trials(
    administration: Administration, directory: PostgresDirectory, uow: PostgresUnitOfWork, frozen_clock: FrozenClock
) -> Callable[[], Awaitable[None]]:
    handler = EndTrialsHandler(administration, directory=directory, uow=uow, clock=frozen_clock)

    async def run() -> None:
        await handler(EndTrials())

    return run


@pytest.fixture
def hire(uow: PostgresUnitOfWork, ids: SystemIds, frozen_clock: FrozenClock) -> Hire:
    async def add(tenant_id: TenantId, role: str = Role.ADMIN, *, is_active: bool = True) -> UserId:
        user = User(
            id=UserId(ids.new()),
            tenant_id=tenant_id,
            email=f"{ids.new()}@aurora.example",
            name="Ana",
            role=role,
            password_hash="!",
            created_at=frozen_clock.now(),
            is_active=is_active,
        )
        async with uow(tenant_id) as tx:
            await tx.users.add(user)
        return user.id

    return add


async def mails(database: Database) -> list[str]:
    async with database.connection() as connection:
        rows = await connection.fetch(
            "SELECT convert_from(payload, 'UTF8') AS payload FROM platform.jobs WHERE entrypoint = 'mail_user'"
        )
    return [row["payload"] for row in rows]


async def status_of(directory: PostgresDirectory, tenant_id: TenantId) -> tuple[TenantStatus, str | None]:
    tenant = await directory.tenant(tenant_id)
    assert tenant is not None
    return tenant.status, tenant.status_reason


async def test_a_trial_that_is_over_is_suspended(
    trial: TenantId,
    end_trials: Callable[[], Awaitable[None]],
    frozen_clock: FrozenClock,
    directory: PostgresDirectory,
    standings: RecordedStandings,
    log: Log,
) -> None:
    frozen_clock.advance(14 * DAY)

    await end_trials()

    assert await status_of(directory, trial) == (TenantStatus.SUSPENDED, "trial_ended")
    assert standings.tenants == [trial]
    [entry] = await log.of(trial, "tenant.suspended")
    assert entry["actor_kind"] == "system"


async def test_it_is_ended_once(
    trial: TenantId, end_trials: Callable[[], Awaitable[None]], frozen_clock: FrozenClock, log: Log
) -> None:
    frozen_clock.advance(15 * DAY)

    await end_trials()
    await end_trials()

    assert len(await log.of(trial, "tenant.suspended")) == 1


async def test_a_trial_that_lasts_goes_on(
    trial: TenantId,
    end_trials: Callable[[], Awaitable[None]],
    frozen_clock: FrozenClock,
    directory: PostgresDirectory,
    platform_database: Database,
) -> None:
    frozen_clock.advance(10 * DAY)

    await end_trials()

    assert await status_of(directory, trial) == (TenantStatus.TRIAL, None)
    assert await mails(platform_database) == []


async def test_a_company_that_pays_is_left_alone(
    trial: TenantId,
    administration: Administration,
    end_trials: Callable[[], Awaitable[None]],
    frozen_clock: FrozenClock,
    directory: PostgresDirectory,
) -> None:
    await ChangePlanHandler(administration)(ChangePlan(tenant_id=trial, plan="growth"), by=SYSTEM)
    frozen_clock.advance(20 * DAY)

    await end_trials()

    assert await status_of(directory, trial) == (TenantStatus.ACTIVE, None)


async def test_three_days_before_its_active_admins_are_told_once(
    trial: TenantId,
    hire: Hire,
    end_trials: Callable[[], Awaitable[None]],
    frozen_clock: FrozenClock,
    platform_database: Database,
) -> None:
    admins = [await hire(trial), await hire(trial)]
    await hire(trial, is_active=False)
    await hire(trial, Role.AGENT)
    frozen_clock.advance(11 * DAY)

    await end_trials()
    frozen_clock.advance(timedelta(hours=1))
    await end_trials()

    ordered = await mails(platform_database)
    assert all("trial_ending" in payload for payload in ordered)
    assert sorted(str(admin) for admin in admins) == sorted(
        next(str(admin) for admin in admins if str(admin) in payload) for payload in ordered
    )
