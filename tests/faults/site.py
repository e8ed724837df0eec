"""PyTake as it runs in earnest: API, worker and provider are processes, and nothing is shared but the servers."""

import asyncio
import base64
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import asyncpg
import httpx

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.ports.ids import Ids
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from domain.shared.ids import TenantId, WhatsAppConfigId
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.faults.balancer import balanced
from tests.faults.machine import Machine
from tests.faults.processes import Process
from tests.faults.sizes import LEASE_SECONDS, UNKNOWN_SECONDS

FIRST_NUMBER = 700111222333444
"""The simulator's own; further companies have the next ones."""
ACCOUNT_ID = "900100200300400"
APP_SECRET = "sim-app-secret"
SEND_RATE = 500
"""Messages a second: the rate limit is not what is tested here."""
START_SECONDS = 40.0
LOOK = 0.1

ECHO: dict[str, object] = {
    "name": "Eco",
    "trigger": {"type": "message_received"},
    "variables": {},
    "settings": {"on_error": "transfer"},
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "message", "data": {"text": "Recebido: {{response}}"}},
        {"id": "n3", "type": "end", "data": {"outcome": "eco"}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}, {"id": "e2", "source": "n2", "target": "n3"}],
}


class Company:
    """A tenant with one number and the echo flow."""

    def __init__(self, tenant_id: TenantId, config_id: WhatsAppConfigId, phone_number_id: str) -> None:
        self.tenant_id, self.config_id, self.phone_number_id = tenant_id, config_id, phone_number_id


class Site:
    """One test's installation. Processes are started by name and found by it."""

    def __init__(self, machine: Machine, *, owner_url: str, login_url: str, ports: list[int], name: str) -> None:
        self.machine, self.owner_url, self.name = machine, owner_url, name
        self.simulator_port, self.front_port, *self.api_ports = ports
        self.simulator = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.simulator_port}",
            timeout=httpx.Timeout(30, pool=None),
            trust_env=False,
            limits=httpx.Limits(max_connections=20),
        )
        self.processes: dict[str, Process] = {}
        self.companies: list[Company] = []
        self.environment = {
            "DATABASE_URL": login_url,
            "DATABASE_OWNER_URL": owner_url,
            "REDIS_URL": machine.services.services.redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(b"k" * 32).decode(),
            "PYTAKE_PUBLIC_URL": f"http://127.0.0.1:{self.front_port}",
            "WHATSAPP_BASE_URL": f"http://127.0.0.1:{self.simulator_port}",
            "WHATSAPP_APP_SECRETS": APP_SECRET,
            "WHATSAPP_VERIFY_TOKEN": "sim-verify-token",
            "PYTAKE_REQUEST_RATE": "100000/100000",
            "PYTAKE_TENANT_REQUEST_RATE": "100000/100000",
        }

    # processes

    def start_simulator(self) -> None:
        """Start the provider; its webhooks go to the front port."""
        webhook = f"http://127.0.0.1:{self.front_port}/api/v1/whatsapp/webhook"
        self._start("simulator", "-m", "simulator", "--port", str(self.simulator_port), "--webhook-url", webhook)

    def start_api(self, name: str = "api", *, place: int = 0, **plan: object) -> Process:
        """Start `pytake serve`, after a plan of what goes wrong in it."""
        return self._pytake(name, plan, "serve", "--port", str(self.api_ports[place]))

    def start_worker(self, name: str = "worker", **plan: object) -> Process:
        """Start `pytake work`, after a plan of what goes wrong in it."""
        times = {"lease_seconds": LEASE_SECONDS, "unknown_seconds": UNKNOWN_SECONDS}
        return self._pytake(name, {**times, **plan}, "work")

    async def ready(self, *, place: int = 0) -> None:
        """Wait until the simulator and an API answer."""
        await until(lambda: self._answers(f"http://127.0.0.1:{self.simulator_port}/_sim/health"))
        await until(lambda: self._answers(f"http://127.0.0.1:{self.api_ports[place]}/api/v1/health/ready"))

    async def worker_ready(self, *, count: int = 1) -> None:
        """Wait until so many workers have been heard of."""

        async def is_heard() -> bool:
            return bool(await self.value("SELECT count(*) FROM platform.workers") >= count)

        await until(is_heard)

    def _pytake(self, name: str, plan: dict[str, object], *command: str) -> Process:
        return self._start(name, "-m", "tests.faults.launcher", json.dumps(plan), *command)

    def _start(self, name: str, *arguments: str) -> Process:
        log = self.machine.folder / f"{self.name}-{name}.log"
        process = self.processes[name] = Process(name, *arguments, log=log, environment=self.environment)
        return process

    async def _answers(self, url: str) -> bool:
        dead = [process for process in self.processes.values() if process.status not in (None, -9)]
        assert not dead, f"{dead[0].name} ended: {dead[0].tail()}"
        try:
            return (await self.simulator.get(url)).is_success
        except httpx.TransportError:
            return False

    # companies

    async def found_companies(self, count: int) -> None:
        """Make tenants, each with a number that the simulator knows and the echo flow."""
        container = make_container(read_settings(self.environment))
        try:
            for place in range(count):
                ids = await container.get(Ids)
                create = await container.get(CreateTenantHandler)
                tenant_id = await create(CreateTenant(name=f"Aurora {place}", slug=f"aurora-{ids.new().hex[-12:]}"))
                add = await container.get(AddConfigHandler)
                config_id = await add.add(tenant_id, _number(place))
                flow = await (await container.get(CreateFlowHandler)).create(
                    tenant_id, CreateFlow(document=json.dumps(ECHO).encode())
                )
                await (await container.get(PublishFlowHandler)).publish(tenant_id, flow)
                self.companies.append(Company(tenant_id, config_id, str(FIRST_NUMBER + place)))
        finally:
            await container.close()

    async def show_numbers(self) -> None:
        """Tell the simulator of the numbers that are not its own."""
        for place, company in enumerate(self.companies[1:], start=1):
            shown = {
                "phone_number_id": company.phone_number_id,
                "display_phone_number": f"+55 11 95555-{100 + place:04d}",
            }
            (await self.simulator.post("/_sim/numbers", json=shown)).raise_for_status()

    # the provider and the database

    async def fault(self, **faults: object) -> None:
        """Switch faults of the provider."""
        (await self.simulator.post("/_sim/faults", json=faults)).raise_for_status()

    async def ledger(self, section: str, *, after: int = 0) -> list[dict[str, object]]:
        """Give a section of the provider's account, whole."""
        rows: list[dict[str, object]] = []
        more = True
        while more:
            question: dict[str, str | int] = {"section": section, "after": after, "limit": 10_000}
            answer = await self.simulator.get("/_sim/ledger", params=question)
            page = answer.raise_for_status().json()
            rows += page[section]
            more = page["more"] and bool(page[section])
            after = int(str(rows[-1]["n"])) if rows else after
        return rows

    async def rows(self, sql: str, *values: object) -> list[asyncpg.Record]:
        """Ask the database as its owner, past all fences."""
        connection = await asyncpg.connect(self.owner_url)
        try:
            return list(await connection.fetch(sql, *values))
        finally:
            await connection.close()

    async def value(self, sql: str, *values: object) -> int:
        """Ask for one number."""
        [row] = await self.rows(sql, *values)
        return int(row[0] or 0)

    async def close(self) -> None:
        """End all processes, without ceremony."""
        for process in self.processes.values():
            process.kill()
        await self.simulator.aclose()


def _number(place: int) -> AddConfig:
    return AddConfig(
        name=f"Aurora {place}",
        phone_number=f"+55 11 95555-{100 + place:04d}",
        phone_number_id=str(FIRST_NUMBER + place),
        business_account_id=ACCOUNT_ID,
        access_token="sim-access-token",
        app_secret=APP_SECRET,
        webhook_verify_token="sim-verify-token",
        messages_per_second=SEND_RATE,
    )


async def until(condition: Callable[[], Awaitable[object]], *, seconds: float = START_SECONDS) -> None:
    """Wait until the condition gives something true; what it raised or gave last is the failure."""
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        last: object
        try:
            last = await condition()
        except (AssertionError, httpx.HTTPError, asyncpg.PostgresError, OSError) as error:
            last = error
            if asyncio.get_running_loop().time() > deadline:
                raise
        if last and not isinstance(last, Exception):
            return
        if asyncio.get_running_loop().time() > deadline:
            raise AssertionError(f"did not come true in {seconds} s: {last!r}")
        await asyncio.sleep(LOOK)


def free_ports(count: int) -> list[int]:
    """Find ports that nobody has."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@asynccontextmanager
async def open_site(machine: Machine, *, name: str, apis: int = 1, companies: int = 1) -> AsyncIterator[Site]:
    """Open everything but the workers; with two APIs, a balancer stands before them."""
    await machine.mend()
    await machine.do(_flush(machine))
    owner_url, login_url = await machine.new_database()
    simulator, front, *others = free_ports(2 + apis)
    ports = [simulator, front, *(others if apis > 1 else [front])]
    site = Site(machine, owner_url=owner_url, login_url=login_url, ports=ports, name=name)
    async with AsyncExitStack() as undo:
        undo.push_async_callback(site.close)
        site.start_simulator()
        for place in range(apis):
            site.start_api("api" if place == 0 else f"api-{place + 1}", place=place)
        if apis > 1:
            await undo.enter_async_context(balanced(front, behind=others))
        await site.found_companies(companies)
        for place in range(apis):
            await site.ready(place=place)
        await site.show_numbers()
        yield site


def _flush(machine: Machine) -> Callable[[], None]:
    def restart() -> None:
        machine.services.redis.kill()
        machine.services.redis.start()

    return restart
