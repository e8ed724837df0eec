from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from adapters.whatsapp.cloud.client import CloudGateway
from adapters.whatsapp.cloud.transport import new_http_client
from application.ports.whatsapp import Credentials, OutboundMessage, Recipient
from domain.shared.content import Content, Text
from domain.shared.ids import MessageId
from simulator.app import create_app
from simulator.settings import Delivery, SimulatorSettings
from tests.contract.whatsapp.servers import CallbackServer, Simulator, serving

API_VERSION = "v26.0"
SETTINGS = SimulatorSettings(status_delays_ms=(1, 2, 3), delivery=Delivery(batch_window_ms=1))


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with new_http_client() as client:
        yield client


@pytest.fixture(scope="session")
async def callback() -> AsyncIterator[CallbackServer]:
    server = CallbackServer()
    async with serving(server) as url:
        server.url = f"{url}/webhook"
        yield server


@pytest.fixture(scope="session")
async def running_simulator(http: httpx.AsyncClient) -> AsyncIterator[Simulator]:
    async with serving(create_app(SETTINGS)) as url:
        yield Simulator(url, http)


@pytest.fixture
async def simulator(running_simulator: Simulator) -> Simulator:
    await running_simulator.post("/_sim/reset", {})
    return running_simulator


@pytest.fixture
def gateway(simulator: Simulator, http: httpx.AsyncClient) -> CloudGateway:
    return CloudGateway(http, simulator.url, API_VERSION)


@pytest.fixture
def credentials() -> Credentials:
    return Credentials(
        phone_number_id=SETTINGS.phone_numbers[0].phone_number_id,
        business_account_id=SETTINGS.waba_id,
        access_token=SETTINGS.access_token,
        app_secrets=(SETTINGS.app_secret,),
        verify_token=SETTINGS.verify_token,
    )


@pytest.fixture
def message() -> Callable[..., OutboundMessage]:
    def build(content: Content | None = None, **fields: Any) -> OutboundMessage:  # noqa: ANN401 - the struct's own
        whole = {"recipient": Recipient(wa_id="5511988887777"), **fields}
        return OutboundMessage(id=MessageId(uuid4()), content=content or Text(body="oi"), **whole)

    return build
