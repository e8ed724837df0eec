"""`pytake demo`: everything on one machine, with nothing installed by hand."""

import asyncio
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from application.whatsapp.subscribe_config import SubscribeConfig
from entrypoints.cli.demo import company
from entrypoints.cli.demo.conversation import play
from entrypoints.cli.demo.processes import Processes, require_free_ports
from entrypoints.cli.demo.seed import Seeded, seed
from entrypoints.cli.environment import DATA_FOLDER, DEMO_ENVIRONMENT, write_demo_environment
from entrypoints.cli.keys import new_master_key
from entrypoints.embedded.errors import EmbeddedServiceError
from entrypoints.embedded.services import EmbeddedServices, start_services
from entrypoints.http.dashboard.files import BUILT, PAGE
from entrypoints.ioc.container import make_container
from entrypoints.ioc.migrations import Migrations
from entrypoints.settings import Settings, read_settings
from simulator.customer import Customer

HOST = "127.0.0.1"
LOGIN = "pytake"
"""The database login of the demo's processes: it may take the application's roles and owns nothing."""
PORT = click.IntRange(1, 65_535)
PAGE_FILE = BUILT / PAGE.removeprefix("/")
LOOK = 0.5
"""Seconds between looks at whether everything still runs."""


@click.command()
@click.option("--port", type=PORT, default=8000, show_default=True, help="Where the API listens.")
@click.option(
    "--simulator-port",
    type=PORT,
    default=8001,
    show_default=True,
    help="Where the phone page and the fake Meta are.",
)
@click.option("--once", is_flag=True, help="Stop after the conversation; 0 only if every expected answer came.")
def demo(port: int, simulator_port: int, once: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Start PostgreSQL, Redis, the API, a worker and a WhatsApp simulator, and play a conversation."""
    require_free_ports(HOST, port, simulator_port)
    signal.signal(signal.SIGTERM, _interrupt)
    with ExitStack() as undo:
        undo.callback(click.echo, "Everything is stopped.")
        try:
            all_came = _run(undo, port=port, simulator_port=simulator_port, once=once)
        except KeyboardInterrupt:
            click.echo("\nStopping…")
            return
    if not all_came:
        raise SystemExit(1)


def _run(undo: ExitStack, *, port: int, simulator_port: int, once: bool) -> bool:
    click.echo("Starting PostgreSQL and Redis…")
    services = _embedded(undo)
    environment = _environment(services, port=port, simulator_port=simulator_port)
    settings = read_settings(environment)
    write_demo_environment(environment)
    undo.callback(DEMO_ENVIRONMENT.unlink, missing_ok=True)
    click.echo("Migrating and seeding…")
    seeded = asyncio.run(_prepare(settings))
    click.echo("Starting the API, a worker and the WhatsApp simulator…")
    processes = Processes(logs=DATA_FOLDER / "logs", environment=environment)
    undo.callback(processes.stop)
    simulator_url = _start(processes, settings, simulator_port=simulator_port)
    asyncio.run(_connect(settings, seeded, simulator_url=simulator_url))
    click.secho(f"\nA customer writes to {company.NAME}:\n", bold=True)
    all_came = asyncio.run(_play(settings, seeded, simulator_url=simulator_url))
    if not once and all_came:
        _print_addresses(settings, simulator_url)
        _keep_serving(processes)
    return all_came


def _embedded(undo: ExitStack) -> EmbeddedServices:
    """Start the servers; a signal that comes meanwhile waits, so that none is left without an owner."""
    try:
        with _signals_held():
            return undo.enter_context(start_services(folder=DATA_FOLDER.resolve())).services
    except EmbeddedServiceError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _signals_held() -> Iterator[None]:
    held = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, held)


def _environment(services: EmbeddedServices, *, port: int, simulator_port: int) -> dict[str, str]:
    return {
        "DATABASE_URL": services.owner_url.replace("postgres@", f"{LOGIN}@", 1),
        "DATABASE_OWNER_URL": services.owner_url,
        "REDIS_URL": services.redis_url,
        "PYTAKE_MASTER_KEY": _master_key(DATA_FOLDER / "master.key"),
        "PYTAKE_HOST": HOST,
        "PYTAKE_PORT": str(port),
        "PYTAKE_PUBLIC_URL": f"http://{HOST}:{port}",
        "PYTAKE_ACCESS_TOKEN_MINUTES": "720",
        "PYTAKE_MAIL_URL": f"file:{(DATA_FOLDER / 'outbox').resolve()}",
        "PYTAKE_FILES": f"file:{(DATA_FOLDER / 'files').resolve()}",
        "WHATSAPP_BASE_URL": f"http://{HOST}:{simulator_port}",
        "WHATSAPP_APP_SECRETS": company.APP_SECRET,
        "WHATSAPP_VERIFY_TOKEN": company.VERIFY_TOKEN,
        "ERP_URL": f"http://{HOST}:{simulator_port}/isp/v1",
        "ERP_TOKEN": company.ERP_TOKEN,
        "ERP_COMPANY": company.SLUG,
    }


def _master_key(file: Path) -> str:
    """Read the key that seals the demo's secrets, or make it; only this user may read it."""
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(new_master_key(), encoding="ascii")
    return file.read_text(encoding="ascii")


async def _prepare(settings: Settings) -> Seeded:
    migrations = Migrations(settings.database_owner_url)
    await migrations.upgrade()
    await migrations.ensure_login(LOGIN)
    container = make_container(settings)
    try:
        return await seed(container)
    finally:
        await container.close()


def _start(processes: Processes, settings: Settings, *, simulator_port: int) -> str:
    """Start the three processes and wait until they answer."""
    simulator_url = f"http://{HOST}:{simulator_port}"
    shared_webhook = f"{settings.public_url}/api/v1/whatsapp/webhook"
    processes.start("simulator", "-m", "simulator", "--port", str(simulator_port), "--webhook-url", shared_webhook)
    processes.start("api", "-m", "entrypoints.cli.main", "serve")
    processes.start("worker", "-m", "entrypoints.cli.main", "work")
    processes.wait_for("simulator", f"{simulator_url}/_sim/health")
    processes.wait_for("api", f"{settings.public_url}/api/v1/health/ready")
    return simulator_url


async def _connect(settings: Settings, seeded: Seeded, *, simulator_url: str) -> None:
    """Have the simulator send the number's webhooks to the number's own address, and show it the known contacts."""
    container = make_container(settings)
    try:
        subscribe = await container.get(SubscribeConfig)
        callback = f"{settings.public_url}/api/v1/whatsapp/webhook/{seeded.config_id}"
        await subscribe.subscribe(seeded.tenant_id, seeded.config_id, callback_url=callback)
    finally:
        await container.close()
    for past in company.HISTORY:
        ago = past.ago.total_seconds()
        async with Customer(simulator_url, phone=past.phone, name=past.name, wrote_seconds_ago=ago):
            pass


async def _play(settings: Settings, seeded: Seeded, *, simulator_url: str) -> bool:
    container = make_container(settings)
    try:
        return await play(container, seeded, simulator_url=simulator_url)
    finally:
        await container.close()


def _print_addresses(settings: Settings, simulator_url: str) -> None:
    click.secho("\nIt keeps running until Ctrl-C:\n", bold=True)
    for what, where in (
        ("the dashboard", settings.public_url if PAGE_FILE.is_file() else "not built: `make dashboard`"),
        ("the phone page", simulator_url),
        ("customers' CPFs", f"{simulator_url}/_sim/isp"),
        ("API documentation", f"{settings.public_url}/docs"),
        ("the same, ReDoc", f"{settings.public_url}/redoc"),
        ("admin", f"{company.ADMIN.email}  {company.ADMIN.password}"),
        ("agent", f"{company.AGENT.email}  {company.AGENT.password}"),
        ("is all well?", ".venv/bin/pytake doctor"),
        ("logs", str(DATA_FOLDER / "logs")),
    ):
        click.echo(f"  {what:<18} {where}")
    click.echo()


def _keep_serving(processes: Processes) -> None:
    while (dead := processes.first_dead()) is None:
        time.sleep(LOOK)
    raise click.ClickException(f"A process has ended by itself. {dead}")


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt
