"""A number at each provider, beside the simulator that plays the provider: what the contract is tried on."""

import asyncio
from typing import Any
from urllib.parse import parse_qs

import httpx
import msgspec

from adapters.fetching.downloads import HttpDownloads
from adapters.whatsapp.cloud.client import CloudGateway
from adapters.whatsapp.cloud.files import CloudFiles
from adapters.whatsapp.cloud.inbound import CloudParser
from adapters.whatsapp.cloud.limits import CloudContentRules
from adapters.whatsapp.cloud.signature import CloudSignature
from adapters.whatsapp.cloud.transport import GraphTransport
from adapters.whatsapp.evolution.client import EvolutionGateway
from adapters.whatsapp.evolution.files import EvolutionFiles
from adapters.whatsapp.evolution.inbound import EvolutionParser
from adapters.whatsapp.evolution.limits import EvolutionContentRules
from adapters.whatsapp.evolution.phones import EvolutionPhones
from adapters.whatsapp.evolution.signature import EvolutionSignature
from adapters.whatsapp.evolution.transport import EvolutionTransport
from application.ports.providers import Provider
from application.ports.whatsapp import Credentials
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.config import ApiType
from domain.whatsapp.inbound import ContactItem
from simulator.settings import SimulatorSettings

API_VERSION = "v26.0"
INSTANCE = "aurora-1"
OUR_PHONE = "5511955550100"
PATIENCE_SECONDS = 5.0
PROOFS = (b"x-hub-signature-256", b"x-pytake-secret")


class Receiver:
    """Our side of the webhooks: answers Meta's challenge, keeps each POST with what proves it."""

    def __init__(self) -> None:
        self.received: asyncio.Queue[tuple[str | None, bytes]] = asyncio.Queue()
        self.url = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        if scope["type"] != "http":
            return
        body = b""
        while (event := await receive())["type"] == "http.request":
            body += event.get("body", b"")
            if not event.get("more_body"):
                break
        query = parse_qs(scope["query_string"].decode())
        if scope["method"] == "POST":
            headers = dict(scope["headers"])
            proof = next((headers[name].decode() for name in PROOFS if name in headers), None)
            self.received.put_nowait((proof, body))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": query.get("hub.challenge", [""])[0].encode()})


class Line:
    """One provider's number: its gateway and the rest, and hands on the simulator behind it."""

    def __init__(
        self, provider: Provider, credentials: Credentials, *, url: str, http: httpx.AsyncClient, receiver: Receiver
    ) -> None:
        self.provider, self.credentials, self.url = provider, credentials, url
        self.http, self._receiver = http, receiver
        self._items: list[ContactItem] = []

    @property
    def gateway(self) -> Any:  # noqa: ANN401 - tests patch what is inside
        return self.provider.gateway

    async def tell(self, path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        answer = await self.http.post(f"{self.url}{path}", json=body)
        answer.raise_for_status()
        return msgspec.json.decode(answer.content) if answer.content else None

    async def strike(self, kind: str) -> None:
        await self.tell("/_sim/faults", {"next": [{"kind": kind}]})

    async def customer_writes(self, message: dict[str, object], *, phone: str = "5511988887777") -> str:
        number = self.phone_number_id
        said = await self.tell("/_sim/inbound", {"from": phone, "phone_number_id": number, "message": message})
        return str(said["id"])

    async def customer_says(self, text: str, *, phone: str = "5511988887777") -> str:
        return await self.customer_writes({"type": "text", "text": {"body": text}}, phone=phone)

    async def sends(self) -> list[dict[str, Any]]:
        answer = await self.http.get(f"{self.url}/_sim/ledger", params={"section": "sends"})
        return list(msgspec.json.decode(answer.content)["sends"])

    async def shown(self, *, phone: str = "5511988887777") -> list[dict[str, Any]]:
        """Give what is on a customer's phone."""
        query = {"phone_number_id": self.phone_number_id}
        answer = await self.http.get(f"{self.url}/_sim/conversations/{phone}", params=query)
        return list(msgspec.json.decode(answer.content)["messages"])

    @property
    def phone_number_id(self) -> str:
        is_official = self.credentials.api_type is ApiType.OFFICIAL
        return self.credentials.phone_number_id if is_official else f"evolution:{INSTANCE}"

    async def next_item(self, kind: type[ContactItem]) -> ContactItem:
        """Give the next item of a kind that a webhook brings; each must be genuine and readable."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                found = next((item for item in self._items if isinstance(item, kind)), None)
                if found is not None:
                    self._items.remove(found)
                    return found
                proof, body = await self._receiver.received.get()
                secrets = self.credentials.app_secrets
                assert self.provider.signature.is_valid(header=proof, body=body, secrets=secrets)
                for change in self.provider.parser.parse(body):
                    assert change.unreadable == ()
                    self._items += change.items


def official(url: str, http: httpx.AsyncClient, *, settings: SimulatorSettings) -> tuple[Provider, Credentials]:
    graph = GraphTransport(http, base_url=url, api_version=API_VERSION)
    provider = Provider(
        gateway=CloudGateway(http, url, API_VERSION),
        parser=CloudParser(),
        signature=CloudSignature(),
        rules=CloudContentRules(),
        capabilities=capabilities_of(ApiType.OFFICIAL),
        files=CloudFiles(graph, downloads=HttpDownloads(http, trusted=[url]), hosts=frozenset({"127.0.0.1"})),
    )
    credentials = Credentials(
        phone_number_id=settings.phone_numbers[0].phone_number_id,
        business_account_id=settings.waba_id,
        access_token=settings.access_token,
        app_secrets=(settings.app_secret,),
        verify_token=settings.verify_token,
    )
    return provider, credentials


async def evolution(
    url: str, http: httpx.AsyncClient, *, settings: SimulatorSettings, receiver: Receiver
) -> tuple[Provider, Credentials]:
    transport = EvolutionTransport(http, servers=("*",))
    provider = Provider(
        gateway=EvolutionGateway(transport),
        parser=EvolutionParser(),
        signature=EvolutionSignature(),
        rules=EvolutionContentRules(),
        capabilities=capabilities_of(ApiType.EVOLUTION),
        files=EvolutionFiles(transport),
    )
    credentials = Credentials(
        phone_number_id=f"{INSTANCE}@{url.removeprefix('http://')}",
        business_account_id=INSTANCE,
        access_token=settings.evolution_key,
        app_secrets=("header-secret",),
        verify_token="path-secret",
        api_type=ApiType.EVOLUTION,
        api_url=url,
    )
    await EvolutionPhones(transport).settle(credentials, callback_url=receiver.url)
    (await http.post(f"{url}/_sim/evolution/{INSTANCE}/scan", json={"phone": OUR_PHONE})).raise_for_status()
    return provider, credentials
