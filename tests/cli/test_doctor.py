"""`pytake doctor` and `pytake config` as commands on a whole PyTake; what the doctor finds, `tests/doctor` proves."""

import asyncpg
import msgspec
import pytest

from application.ports.directory import Directory
from application.ports.operations import Workers
from application.ports.unit_of_work import UnitOfWork
from entrypoints.settings import Settings
from tests.cli.commands import Commands
from tests.e2e.stage import Stage, until
from tests.servers import Servers, address, drop_database


class _Line(msgspec.Struct):
    hop: str
    state: str
    seen: str
    fix: str


@pytest.fixture
def doctor(stage: Stage, pytake: Commands) -> Commands:
    """Asks about the stage."""
    pytake.environment |= environment_of(stage.settings)
    return pytake


def environment_of(settings: Settings) -> dict[str, str]:
    return {
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "PYTAKE_MASTER_KEY": settings.master_key,
        "PYTAKE_PUBLIC_URL": settings.public_url,
        "WHATSAPP_BASE_URL": settings.whatsapp_base_url,
        "WHATSAPP_APP_SECRETS": ",".join(settings.whatsapp_app_secrets),
    }


def hops(told: str) -> list[_Line]:
    """Read what `--json` printed; other lines are the stage's own logs."""
    return [msgspec.json.decode(line, type=_Line) for line in told.splitlines() if line.startswith("{")]


async def broken_hops(doctor: Commands, **variables: str) -> dict[str, str]:
    """Ask, and give what is broken: by hop, what was seen and the fix."""
    told = await doctor.fails("doctor", "--json", **variables)
    return {line.hop: f"{line.seen} {line.fix}" for line in hops(told) if line.state == "broken"}


async def change(stage: Stage, **fields: object) -> None:
    uow: UnitOfWork = await stage.container.get(UnitOfWork)
    async with uow(stage.tenant_id) as tx:
        config = await tx.whatsapp_configs.get(stage.config_id)
        for name, value in fields.items():
            setattr(config, name, value)
        await tx.whatsapp_configs.save(config)


async def test_only_one_companys_numbers_are_asked_about_when_told_so(stage: Stage, doctor: Commands) -> None:
    await start_worker(stage)

    another = await doctor("tenant", "create", "Outra", "--slug", "outra")

    assert another
    assert "Aurora: token" not in await doctor("doctor", "--tenant", "outra")


async def test_a_database_without_a_schema(doctor: Commands, servers: Servers, worker_name: str) -> None:
    name = f"bare_{servers.template}_{worker_name}"
    connection = await asyncpg.connect(dsn=servers.owner_url)
    await drop_database(servers, name=name)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    try:
        url = address(doctor.environment["DATABASE_URL"], name=name)
        found = await broken_hops(doctor, DATABASE_URL=url)
    finally:
        await drop_database(servers, name=name)

    assert found.keys() == {"migrations"}
    assert "`pytake migrate`" in found["migrations"]


class TestConfig:
    async def test_a_number_that_works(self, stage: Stage, doctor: Commands) -> None:
        told = await doctor("config", "test", str(stage.config_id), "--tenant", await slug_of(stage))

        assert {line.split()[1] for line in told.splitlines()} >= {"secrets", "token", "subscription"}
        assert "NO " not in told

    async def test_a_number_that_does_not(self, stage: Stage, doctor: Commands) -> None:
        await change(stage, phone_number_id="700999999999999")

        told = await doctor.fails("config", "test", str(stage.config_id), "--tenant", await slug_of(stage))

        assert "NO  number" in told
        assert "Copy the phone number id" in told

    async def test_webhooks_are_asked_for(self, stage: Stage, doctor: Commands) -> None:
        told = await doctor("config", "subscribe", str(stage.config_id), "--tenant", await slug_of(stage))

        assert f"{stage.settings.public_url}/api/v1/whatsapp/webhook/{stage.config_id}" in told

    async def test_a_refusal_is_one_line(self, stage: Stage, doctor: Commands) -> None:
        told = await doctor.fails(
            "config", "subscribe", str(stage.config_id), "--tenant", await slug_of(stage),
            PYTAKE_PUBLIC_URL="http://127.0.0.1:9",
        )  # fmt: skip

        assert "SUBSCRIPTION_REFUSED" in told


async def slug_of(stage: Stage) -> str:
    directory: Directory = await stage.container.get(Directory)
    return next(tenant.slug for tenant in await directory.tenants() if tenant.id == stage.tenant_id)


async def start_worker(stage: Stage) -> None:
    """Start one, and wait until it is known."""
    await stage.start_worker()
    workers: Workers = await stage.container.get(Workers)
    await until(workers.all)
