"""`pytake doctor` on a whole PyTake: all is well, or the broken hop and its fix are named."""

import asyncpg
import msgspec
import pytest

from application.ports.directory import Directory
from application.ports.lanes import DeadLetter, LaneKind
from application.ports.operations import Workers
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.webhook_routes import WebhookRoutes
from application.whatsapp.credentials import place
from entrypoints.cli.doctor import loop_back
from entrypoints.settings import Settings
from tests.cli.commands import Commands
from tests.cli.conftest import MASTER_KEY
from tests.e2e.stage import ACCOUNT_ID, Stage, until
from tests.servers import Servers, address, drop_database

HOPS = {
    "settings", "disk", "database", "role", "migrations", "row-level security", "database writes", "clock", "redis",
    "keys", "workers", "lanes", "dead letters", "Aurora: token", "Aurora: app secret", "Aurora: subscription",
    "Aurora: webhook", "Aurora: verify token", "Aurora: body size", "Aurora: loop-back",
}  # fmt: skip


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


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message that does not arrive is not waited for."""
    monkeypatch.setattr(loop_back, "ROUND_TRIP", 1.0)


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


async def seal(stage: Stage, **columns: str) -> None:
    """Give the config other secrets, as somebody who mistyped them."""
    box: SecretBox = await stage.container.get(SecretBox)
    uow: UnitOfWork = await stage.container.get(UnitOfWork)
    async with uow(stage.tenant_id) as tx:
        config = await tx.whatsapp_configs.get(stage.config_id)
        for column, secret in columns.items():
            sealed = await box.seal(secret, tenant_id=stage.tenant_id, place=place(stage.config_id, column))
            setattr(config, f"{column}_sealed", sealed)
        await tx.whatsapp_configs.save(config)


async def change(stage: Stage, **fields: object) -> None:
    uow: UnitOfWork = await stage.container.get(UnitOfWork)
    async with uow(stage.tenant_id) as tx:
        config = await tx.whatsapp_configs.get(stage.config_id)
        for name, value in fields.items():
            setattr(config, name, value)
        await tx.whatsapp_configs.save(config)


async def test_all_is_well(stage: Stage, doctor: Commands) -> None:
    await start_worker(stage)

    told = hops(await doctor("doctor", "--json"))

    assert {line.hop for line in told} >= HOPS
    assert [line for line in told if line.state != "ok"] == []


async def test_people_are_told_in_lines_with_a_fix_each(doctor: Commands) -> None:
    told = await doctor.fails("doctor")

    assert "ok     database " in told
    assert "BROKEN workers " in told
    assert "       → " in told.partition("BROKEN workers")[2].splitlines()[1]


async def test_only_one_companys_numbers_are_asked_about_when_told_so(stage: Stage, doctor: Commands) -> None:
    await start_worker(stage)

    another = await doctor("tenant", "create", "Outra", "--slug", "outra")

    assert another
    assert "Aurora: token" not in await doctor("doctor", "--tenant", "outra")
    assert "'nobody'" in await doctor.fails("doctor", "--tenant", "nobody")


@pytest.mark.usefixtures("impatient")
class TestBroken:
    async def test_no_worker(self, doctor: Commands) -> None:
        found = await broken_hops(doctor)

        assert found.keys() == {"workers"}
        assert "`pytake work`" in found["workers"]

    async def test_redis_is_down(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)

        found = await broken_hops(doctor, REDIS_URL="unix:///nowhere/redis.sock")

        assert found.keys() == {"redis"}
        assert "REDIS_URL" in found["redis"]

    async def test_the_database_is_down(self, doctor: Commands) -> None:
        found = await broken_hops(doctor, DATABASE_URL="postgresql://pytake@/x?host=/nowhere")

        assert found.keys() == {"database"}
        assert "Start PostgreSQL, or mend DATABASE_URL" in found["database"]

    async def test_a_database_without_a_schema(self, doctor: Commands, servers: Servers, worker_name: str) -> None:
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

    async def test_another_master_key(self, stage: Stage, doctor: Commands) -> None:
        await stage.log_in()
        other = MASTER_KEY.swapcase()

        found = await broken_hops(doctor, PYTAKE_MASTER_KEY=other)

        assert "restore it" in found["keys"]
        assert "Aurora: token" not in found

    async def test_dead_letters(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)
        uow: UnitOfWork = await stage.container.get(UnitOfWork)
        letter = DeadLetter(
            kind=LaneKind.JOURNAL, key="k", tenant_id=stage.tenant_id, config_id=None, body=b"{", error="unreadable"
        )
        async with uow(stage.tenant_id) as tx:
            tx.lanes.bury(letter)

        found = await broken_hops(doctor)

        assert found.keys() == {"dead letters"}
        assert "pytake lanes dead" in found["dead letters"]

    async def test_a_wrong_token(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)
        await seal(stage, access_token="mistyped")

        found = await broken_hops(doctor)

        assert found.keys() == {"Aurora: token"}
        assert "190" in found["Aurora: token"]
        assert "access token" in found["Aurora: token"]

    async def test_a_wrong_number_id(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)
        await change(stage, phone_number_id="700999999999999")

        found = await broken_hops(doctor)

        assert found.keys() == {"Aurora: number"}
        assert "phone number id" in found["Aurora: number"]

    async def test_not_subscribed(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)
        answer = await stage.simulator.delete(
            f"/v25.0/{ACCOUNT_ID}/subscribed_apps", headers={"Authorization": "Bearer sim-access-token"}
        )
        answer.raise_for_status()

        found = await broken_hops(doctor)

        assert found.keys() == {"Aurora: subscription"}
        assert "pytake config subscribe" in found["Aurora: subscription"]

    async def test_a_wrong_app_secret(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)
        await seal(stage, app_secret="mistyped")
        await forget_routes(stage)

        found = await broken_hops(doctor)

        assert found.keys() == {"Aurora: app secret"}
        assert "--app-secret" in found["Aurora: app secret"]

    async def test_no_server(self, stage: Stage, doctor: Commands) -> None:
        await start_worker(stage)

        found = await broken_hops(doctor, PYTAKE_PUBLIC_URL="http://127.0.0.1:9")

        assert "public address" in found
        assert "`pytake serve`" in found["public address"]


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


async def forget_routes(stage: Stage) -> None:
    """Have the API read the secrets again, as it does after some seconds."""
    routes = await stage.container.get(WebhookRoutes)
    routes._cache.clear()


async def slug_of(stage: Stage) -> str:
    directory: Directory = await stage.container.get(Directory)
    return next(tenant.slug for tenant in await directory.tenants() if tenant.id == stage.tenant_id)


async def start_worker(stage: Stage) -> None:
    """Start one, and wait until it is known."""
    await stage.start_worker()
    workers: Workers = await stage.container.get(Workers)
    await until(workers.all)
