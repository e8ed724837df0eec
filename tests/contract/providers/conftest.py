from collections.abc import AsyncIterator

import httpx
import pytest

from adapters.whatsapp.cloud.transport import new_http_client
from domain.whatsapp.config import ApiType
from simulator.app import create_app
from simulator.settings import Delivery, SimulatorSettings
from tests.contract.providers.lines import Line, Receiver, evolution, official
from tests.contract.whatsapp.servers import serving

SETTINGS = SimulatorSettings(status_delays_ms=(1, 2, 3), delivery=Delivery(batch_window_ms=1))


@pytest.fixture(scope="package")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with new_http_client() as client:
        yield client


@pytest.fixture(scope="package")
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    async with serving(receiver) as url:
        receiver.url = f"{url}/webhook"
        yield receiver


@pytest.fixture(scope="package")
async def simulator_url() -> AsyncIterator[str]:
    async with serving(create_app(SETTINGS)) as url:
        yield url


@pytest.fixture(params=list(ApiType))
def api_type(request: pytest.FixtureRequest) -> ApiType:
    return ApiType(request.param)


@pytest.fixture
async def line(api_type: ApiType, simulator_url: str, http: httpx.AsyncClient, receiver: Receiver) -> Line:
    (await http.post(f"{simulator_url}/_sim/reset", json={})).raise_for_status()
    while not receiver.received.empty():
        receiver.received.get_nowait()
    if api_type is ApiType.OFFICIAL:
        provider, credentials = official(simulator_url, http, settings=SETTINGS)
    else:
        provider, credentials = await evolution(simulator_url, http, settings=SETTINGS, receiver=receiver)
    return Line(provider, credentials, url=simulator_url, http=http, receiver=receiver)


@pytest.fixture
async def listening(line: Line, receiver: Receiver) -> Line:
    """A number whose webhooks come to us."""
    await line.gateway.subscribe(line.credentials, callback_url=receiver.url)
    return line
