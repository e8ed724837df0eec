"""`pytake tenant`, once there are companies: how each stands, and what an operator does about it."""

import pytest

from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.tenants.plans import Metric
from domain.tenants.tenant import Tenant, TenantStatus
from tests.cli.commands import Commands


@pytest.fixture
async def aurora(pytake: Commands, directory: PostgresDirectory) -> Tenant:
    await pytake("tenant", "create", "Provedor Aurora", "--slug", "aurora", "--plan", "starter")
    found = await directory.tenant("aurora")
    assert found is not None
    return found


async def status_of(directory: PostgresDirectory, company: Tenant) -> TenantStatus | None:
    found = await directory.tenant(company.id)
    return None if found is None else found.status


@pytest.mark.usefixtures("aurora")
class TestLooking:
    async def test_list_shows_each_on_a_line(self, pytake: Commands) -> None:
        await pytake("tenant", "create", "Brisa", "--slug", "brisa", "--plan", "free_trial")

        assert (await pytake("tenant", "list")).splitlines() == [
            "aurora  active  starter  Provedor Aurora",
            "brisa  trial  free_trial  Brisa",
        ]

    async def test_show_says_how_it_stands(self, pytake: Commands) -> None:
        told = await pytake("tenant", "show", "aurora")

        assert "status: active" in told
        assert "plan: starter" in told

    async def test_usage_is_shown_against_limits(self, pytake: Commands) -> None:
        told = await pytake("tenant", "usage", "aurora")

        assert "flows: 0 of 10" in told.splitlines()

    async def test_an_unknown_company_is_told_with_the_fix(self, pytake: Commands) -> None:
        assert "pytake tenant create" in await pytake.fails("tenant", "show", "nobody")


class TestStanding:
    async def test_suspend_and_activate(self, pytake: Commands, aurora: Tenant, directory: PostgresDirectory) -> None:
        await pytake("tenant", "suspend", "aurora", "--reason", "unpaid")
        suspended = await status_of(directory, aurora)
        told = await pytake("tenant", "show", "aurora")
        await pytake("tenant", "activate", "aurora")

        assert suspended is TenantStatus.SUSPENDED
        assert "because: unpaid" in told
        assert await status_of(directory, aurora) is TenantStatus.ACTIVE

    @pytest.mark.usefixtures("aurora")
    async def test_what_is_not_possible_is_one_line(self, pytake: Commands) -> None:
        assert "TENANT_STATE" in await pytake.fails("tenant", "activate", "aurora")

    async def test_plan(self, pytake: Commands, aurora: Tenant, directory: PostgresDirectory) -> None:
        assert await pytake("tenant", "plan", "aurora", "growth") == "starter -> growth\n"

        found = await directory.tenant(aurora.id)
        assert found is not None
        assert found.plan == "growth"

    @pytest.mark.usefixtures("aurora")
    async def test_an_unknown_plan_names_its_field(self, pytake: Commands) -> None:
        assert "plan: " in await pytake.fails("tenant", "plan", "aurora", "platinum")

    async def test_recount_tells_what_was_wrong(
        self, pytake: Commands, aurora: Tenant, uow: PostgresUnitOfWork
    ) -> None:
        async with uow(aurora.id) as tx:
            await tx.usage.take(Metric.FLOWS, amount=3)

        told = await pytake("tenant", "recount")

        assert told.splitlines() == ["aurora: flows was 3, is 0", "recounted: 1"]
        assert (await pytake("tenant", "recount", "aurora")) == "recounted: 1\n"


class TestLeaving:
    async def test_a_deleted_company_can_come_back(
        self, pytake: Commands, aurora: Tenant, directory: PostgresDirectory
    ) -> None:
        told = await pytake("tenant", "delete", "aurora")
        await pytake("tenant", "activate", "aurora")

        assert "pytake tenant activate aurora" in told
        assert await status_of(directory, aurora) is TenantStatus.ACTIVE

    async def test_purge_erases_it(self, pytake: Commands, aurora: Tenant, directory: PostgresDirectory) -> None:
        await pytake("tenant", "delete", "aurora")

        told = await pytake("tenant", "purge", "--slug", "aurora", "--at-once", "--yes")

        assert "erased: " in told
        assert "audit_log: " in told
        assert await status_of(directory, aurora) is None

    async def test_purge_asks_first(self, pytake: Commands, aurora: Tenant, directory: PostgresDirectory) -> None:
        await pytake("tenant", "delete", "aurora")

        told = await pytake.fails("tenant", "purge", "--slug", "aurora", "--at-once", typed="n\n")

        assert "for ever?" in told
        assert await status_of(directory, aurora) is TenantStatus.CANCELLED

    @pytest.mark.parametrize("at_once", [(), ("--at-once",)])
    async def test_purge_refuses_a_company_that_works(
        self, at_once: tuple[str, ...], pytake: Commands, aurora: Tenant, directory: PostgresDirectory
    ) -> None:
        told = await pytake.fails("tenant", "purge", "--slug", "aurora", "--yes", *at_once)

        assert "TENANT_STATE" in told
        assert await status_of(directory, aurora) is TenantStatus.ACTIVE
