"""The whole of PyTake around the simulator, in one process: API, worker, relay, on real ports and real servers."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import asyncpg
import httpx
import uvicorn
from dishka import AsyncContainer

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.identity.create_user import CreateUser, CreateUserHandler
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from application.whatsapp.subscribe_config import SubscribeConfig
from domain.identity.permissions import Role
from domain.shared.ids import FlowId, TenantId, UserId, WhatsAppConfigId
from entrypoints.ioc.container import make_container
from entrypoints.ioc.web import make_web_app
from entrypoints.ioc.workers import Crew, make_crew
from entrypoints.settings import Settings, read_settings
from entrypoints.websocket.sockets import listening_socket
from simulator.server import SimulatorServer
from simulator.settings import SimNumber, SimulatorSettings

PHONE_NUMBER_ID = "700111222333444"
ACCOUNT_ID = "900100200300400"
PASSWORD = "correct horse battery"
FLOWS = Path(__file__).parents[2] / "tests" / "data" / "flows"
PATIENCE = 20.0


class Stage:
    """A company with a number, reachable at `api` and `simulator`."""

    def __init__(self, container: AsyncContainer, *, settings: Settings, simulator_url: str) -> None:
        self.container, self.settings, self.simulator_url = container, settings, simulator_url
        self.api = httpx.AsyncClient(base_url=f"{settings.public_url}/api/v1", timeout=20, trust_env=False)
        self.simulator = httpx.AsyncClient(base_url=simulator_url, timeout=20, trust_env=False)
        self.tenant_id: TenantId
        self.agent_id: UserId
        self.config_id: WhatsAppConfigId
        self._crews: list[tuple[Crew, asyncio.Task[None]]] = []

    @property
    async def uow(self) -> UnitOfWork:
        found: UnitOfWork = await self.container.get(UnitOfWork)
        return found

    async def found_company(self) -> None:
        """Make the company, an agent, the number, and have its webhooks sent to us."""
        ids: Ids = await self.container.get(Ids)
        create_tenant = await self.container.get(CreateTenantHandler)
        departments = ("suporte", "financeiro", "comercial")
        self.tenant_id = await create_tenant(
            CreateTenant(name="Aurora", slug=f"aurora-{ids.new().hex[-12:]}", departments=departments)
        )
        self.email = f"bruno-{ids.new().hex[-12:]}@aurora.example"
        create_user = await self.container.get(CreateUserHandler)
        self.agent_id = await create_user(
            CreateUser(tenant_id=self.tenant_id, email=self.email, name="Bruno", role=Role.ADMIN, password=PASSWORD)
        )
        add_config = await self.container.get(AddConfigHandler)
        self.config_id = await add_config.add(
            self.tenant_id,
            AddConfig(
                name="Aurora",
                phone_number="+55 11 95555-0100",
                phone_number_id=PHONE_NUMBER_ID,
                business_account_id=ACCOUNT_ID,
                access_token="sim-access-token",
                app_secret="sim-app-secret",
                webhook_verify_token="sim-verify-token",
                messages_per_second=500,
            ),
        )
        subscribe = await self.container.get(SubscribeConfig)
        callback = f"{self.settings.public_url}/api/v1/whatsapp/webhook/{self.config_id}"
        await subscribe.subscribe(self.tenant_id, self.config_id, callback_url=callback)

    async def load_flow(self, document: dict[str, object], *, priority: int = 0) -> FlowId:
        """Publish a flow."""
        create = await self.container.get(CreateFlowHandler)
        command = CreateFlow(document=json.dumps(document).encode(), priority=priority)
        flow_id = await create.create(self.tenant_id, command)
        publish = await self.container.get(PublishFlowHandler)
        await publish.publish(self.tenant_id, flow_id)
        return flow_id

    async def load_aurora(self) -> FlowId:
        """Publish the demo's flow."""
        return await self.load_flow(json.loads((FLOWS / "aurora.json").read_text())["flow"])

    async def log_in(self) -> str:
        """Give the agent's token, and use it from now on."""
        answer = await self.api.post("/auth/login", json={"email": self.email, "password": PASSWORD})
        answer.raise_for_status()
        token: str = answer.json()["access_token"]
        self.api.headers["Authorization"] = f"Bearer {token}"
        return token

    async def start_worker(self, *, name: str = "worker-1", concurrency: int = 16) -> Crew:
        """Start a worker and a relay."""
        crew = await make_crew(self.container, name=name, concurrency=concurrency)
        self._crews.append((crew, asyncio.create_task(crew.run())))
        return crew

    async def stop_workers(self) -> None:
        """End them gracefully."""
        for crew, _ in self._crews:
            crew.stop()
        await asyncio.gather(*(task for _, task in self._crews))
        self._crews.clear()

    async def customer_says(self, phone: str, text: str, *, name: str = "Marina") -> str:
        """Write a text; give its id."""
        body = {"from": phone, "name": name, "message": {"type": "text", "text": {"body": text}}}
        answer = await self.simulator.post("/_sim/inbound", json=body)
        answer.raise_for_status()
        wamid: str = answer.json()["id"]
        return wamid

    async def customer_sends(self, phone: str, message: dict[str, object], **more: object) -> str:
        """Send any of Meta's message objects; give its id."""
        answer = await self.simulator.post("/_sim/inbound", json={"from": phone, "message": message, **more})
        answer.raise_for_status()
        wamid: str = answer.json()["id"]
        return wamid

    async def phone_of(self, phone: str) -> list[dict[str, object]]:
        """Give what the business sent to this phone."""
        answer = await self.simulator.get(f"/_sim/conversations/{phone}")
        answer.raise_for_status()
        return [message for message in answer.json()["messages"] if not message["mine"]]

    async def ledger(self) -> dict[str, list[dict[str, object]]]:
        """Give the simulator's account of everything."""
        answer = await self.simulator.get("/_sim/ledger", params={"limit": 5000})
        answer.raise_for_status()
        found: dict[str, list[dict[str, object]]] = answer.json()
        return found

    async def fault(self, **faults: object) -> None:
        """Switch faults on."""
        (await self.simulator.post("/_sim/faults", json=faults)).raise_for_status()

    async def conversation(self, phone: str) -> dict[str, object]:
        """Give the newest conversation with this phone, from the API."""
        answer = await self.api.get("/conversations", params={"limit": 100})
        answer.raise_for_status()
        rows = [row for row in answer.json()["items"] if str(row["contact_phone"] or "").endswith(phone[-8:])]
        assert rows, answer.json()
        first: dict[str, object] = rows[0]
        return first

    async def thread(self, phone: str) -> list[dict[str, object]]:
        """Give the messages of the newest conversation with this phone, oldest first."""
        conversation = await self.conversation(phone)
        answer = await self.api.get(f"/conversations/{conversation['id']}/messages", params={"limit": 100})
        answer.raise_for_status()
        rows: list[dict[str, object]] = answer.json()["items"]
        return rows[::-1]

    async def close(self) -> None:
        """End everything."""
        await self.stop_workers()
        await self.api.aclose()
        await self.simulator.aclose()


async def until(condition: Callable[[], Awaitable[object]], *, seconds: float = PATIENCE) -> None:
    """Wait until the condition gives something true; its last exception or value is the failure."""
    deadline = asyncio.get_running_loop().time() + seconds
    last: object = None
    while asyncio.get_running_loop().time() < deadline:
        try:
            last = await condition()
        except (AssertionError, httpx.HTTPStatusError) as error:
            last = error
        else:
            if last:
                return
        await asyncio.sleep(0.02)
    raise AssertionError(f"did not come true in {seconds} s: {last!r}")


@asynccontextmanager
async def owner_connection(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Look past all fences, to see what is really there."""
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


def words_of(message: dict[str, object]) -> str:
    """Give the words of a message on the phone."""
    content = message["content"]
    assert isinstance(content, dict)
    body = content.get("body", "")
    return str(body["text"] if isinstance(body, dict) else body)


@asynccontextmanager
async def _serving(server: uvicorn.Server, **options: object) -> AsyncIterator[None]:
    task = asyncio.create_task(server.serve(**options))  # type: ignore[arg-type]
    try:
        while not server.started:
            assert not task.done(), "the server ended at once"
            await asyncio.sleep(0.01)
        yield
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def open_stage(*, database_url: str, redis_url: str, **more: str) -> AsyncIterator[Stage]:
    """Open everything but the worker; `more` are further settings."""
    files = mkdtemp(prefix="pytake-files-")
    simulator_socket = listening_socket(host="127.0.0.1", port=0)
    simulator_port = int(simulator_socket.getsockname()[1])
    simulator_url = f"http://127.0.0.1:{simulator_port}"
    number = SimNumber(phone_number_id=PHONE_NUMBER_ID)
    simulator = SimulatorServer(
        SimulatorSettings(
            port=simulator_port, public_url=simulator_url, phone_numbers=(number,), status_delays_ms=(5, 10, 15)
        )
    )
    socket = listening_socket(host="127.0.0.1", port=0)
    settings = read_settings(
        {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(b"k" * 32).decode(),
            "PYTAKE_PUBLIC_URL": f"http://127.0.0.1:{socket.getsockname()[1]}",
            "WHATSAPP_BASE_URL": simulator_url,
            "WHATSAPP_APP_SECRETS": "sim-app-secret",
            "WHATSAPP_VERIFY_TOKEN": "sim-verify-token",
            "PYTAKE_REQUEST_RATE": "100000/100000",
            "PYTAKE_TENANT_REQUEST_RATE": "100000/100000",
            "PYTAKE_FILES": f"file:{files}",
            **more,
        }
    )
    container = make_container(settings)
    api = uvicorn.Server(
        uvicorn.Config(
            (await make_web_app(container, settings)).asgi,
            log_level="warning",
            access_log=False,
            ws="websockets-sansio",
            timeout_graceful_shutdown=3,
        )
    )
    stage = Stage(container, settings=settings, simulator_url=simulator_url)
    try:
        async with _serving(simulator, sockets=[simulator_socket]), _serving(api, sockets=[socket]):
            await stage.found_company()
            with suppress(asyncio.CancelledError):
                yield stage
            await stage.close()
    finally:
        await container.close()
        rmtree(files, ignore_errors=True)
