"""PostgreSQL and Redis of our own, a migrated database, and a company with a number in it."""

import base64
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit, urlunsplit

import asyncpg
import msgspec
from dishka import AsyncContainer

from adapters.postgres import migrations
from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from benchmarks.harness.bodies import ACCOUNT_ID, APP_SECRET, PHONE_NUMBER_ID
from benchmarks.harness.machine import cpu_seconds
from domain.shared.ids import TenantId, WhatsAppConfigId
from entrypoints.embedded.binaries import POSTGRES_INSTALL, POSTGRES_WHEEL, wheel_root
from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import start_services
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

LOGIN = "pytake_bench"
REPLAYER = "pytake_replay"
"""May act as both roles at once, so that one connection can replay the statements of both."""
BASE = "pytake_base"
"""The migrated database that every benchmark's own is cloned from."""
ECHO_FLOW = Path(__file__).parents[2] / "entrypoints" / "cli" / "demo" / "echo.json"
MESSAGES_PER_SECOND = 1_000
"""What Meta allows a large number; at the usual 80 the limit, not the program, would be measured."""


class World(msgspec.Struct, frozen=True, kw_only=True):
    """The servers that all benchmarks share."""

    owner_url: str
    redis_url: str
    postgres_pid: int
    durability: str

    def cpu_seconds(self) -> float:
        """Give what PostgreSQL has used."""
        return cpu_seconds(self.postgres_pid)


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """A database with a company in it, and the environment that PyTake's processes need for it."""

    owner_url: str
    tenant_id: TenantId
    config_id: WhatsAppConfigId
    environment: dict[str, str]

    @property
    def webhook_path(self) -> str:
        """Where the number's webhooks go."""
        return f"/api/v1/whatsapp/webhook/{self.config_id}"


def pgbench() -> Path:
    """Find pgbench, beside the embedded PostgreSQL."""
    return wheel_root(POSTGRES_WHEEL) / POSTGRES_INSTALL / "bin" / "pgbench"


def address(url: str, *, name: str | None = None, user: str | None = None) -> str:
    """Give the address of another database on the same server, or for another login."""
    parts = urlsplit(url)
    place = parts.netloc if user is None else f"{user}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(path=parts.path if name is None else f"/{name}", netloc=place))


def socket_folder(url: str) -> str:
    """Give the folder of the server's socket."""
    return parse_qs(urlsplit(url).query)["host"][0]


@contextmanager
def own_servers(*, durable: bool) -> Iterator[World]:
    """Start servers in a folder of their own and erase it afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="pytake-bench-"))
    parent.chmod(0o711)  # the servers' account must be able to pass
    folder = parent / "data"
    try:
        with start_services(folder=folder, durable=durable) as running:
            yield World(
                owner_url=running.services.owner_url,
                redis_url=running.services.redis_url,
                postgres_pid=running.postgres.pid or 0,
                durability="fsync on" if durable else "fsync off",
            )
    finally:
        erase_folder(folder=folder)
        parent.rmdir()


async def prepare(world: World) -> str:
    """Make the database that others are cloned from, and the logins; give the server's name."""
    await ask(world.owner_url, f"CREATE DATABASE {BASE}")
    url = address(world.owner_url, name=BASE)
    await migrations.upgrade(url)
    await migrations.ensure_login(url, name=LOGIN)
    await ask(
        world.owner_url,
        f"CREATE ROLE {REPLAYER} LOGIN INHERIT NOSUPERUSER NOBYPASSRLS",
        f"GRANT pytake_app, pytake_platform TO {REPLAYER}",
    )
    version = await rows(world.owner_url, "SELECT current_setting('server_version') AS version")
    return f"embedded PostgreSQL {version[0]['version']}"


async def ask(url: str, *statements: str) -> None:
    """Run statements as the owner."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def rows(url: str, sql: str, *arguments: object) -> Sequence[asyncpg.Record]:
    """Read as the owner, past all fences."""
    connection = await asyncpg.connect(url)
    try:
        found: Sequence[asyncpg.Record] = await connection.fetch(sql, *arguments)
        return found
    finally:
        await connection.close()


async def clone(world: World, *, name: str, template: str = BASE) -> str:
    """Make a database from a template; give its owner's address."""
    await ask(
        world.owner_url,
        f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
        f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy",
    )
    return address(world.owner_url, name=name)


async def drop(world: World, name: str) -> None:
    """Drop a database, also while others are connected to it."""
    await ask(world.owner_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@asynccontextmanager
async def company(
    world: World, *, name: str, public_url: str, simulator_url: str = "http://127.0.0.1:9", flow: bool = False
) -> AsyncIterator[Company]:
    """Found a company in a database of its own."""
    url = await clone(world, name=name)
    environment = _environment(world, url, public_url=public_url, simulator_url=simulator_url)
    container = make_container(read_settings(environment))
    try:
        tenant_id = await _tenant(container)
        config_id = await _number(container, tenant_id)
        if flow:
            await _publish(container, tenant_id)
    finally:
        await container.close()
    yield Company(owner_url=url, tenant_id=tenant_id, config_id=config_id, environment=environment)
    await drop(world, name)


def _environment(world: World, url: str, *, public_url: str, simulator_url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": address(url, user=LOGIN),
        "REDIS_URL": world.redis_url,
        "PYTAKE_MASTER_KEY": base64.b64encode(b"k" * 32).decode(),
        "PYTAKE_PUBLIC_URL": public_url,
        "WHATSAPP_BASE_URL": simulator_url,
        "WHATSAPP_APP_SECRETS": APP_SECRET,
        "WHATSAPP_VERIFY_TOKEN": "sim-verify-token",
        "PYTAKE_REQUEST_RATE": "1000000/1000000",  # counted as ever, and never refused
        "PYTAKE_TENANT_REQUEST_RATE": "1000000/1000000",
    }


async def _tenant(container: AsyncContainer) -> TenantId:
    create = await container.get(CreateTenantHandler)
    return await create(CreateTenant(name="Aurora", slug="aurora", departments=("suporte",)))


async def _number(container: AsyncContainer, tenant_id: TenantId) -> WhatsAppConfigId:
    add = await container.get(AddConfigHandler)
    return await add.add(
        tenant_id,
        AddConfig(
            name="Aurora",
            phone_number="+55 11 95555-0100",
            phone_number_id=PHONE_NUMBER_ID,
            business_account_id=ACCOUNT_ID,
            access_token="sim-access-token",  # noqa: S106 - the simulator's
            app_secret=APP_SECRET,
            webhook_verify_token="sim-verify-token",  # noqa: S106 - the same
            messages_per_second=MESSAGES_PER_SECOND,
        ),
    )


async def _publish(container: AsyncContainer, tenant_id: TenantId) -> None:
    create = await container.get(CreateFlowHandler)
    flow_id = await create.create(tenant_id, CreateFlow(document=ECHO_FLOW.read_bytes()))
    publish = await container.get(PublishFlowHandler)
    await publish.publish(tenant_id, flow_id)
