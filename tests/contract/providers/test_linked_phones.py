"""Instances of an Evolution server: EvolutionPhones and EvolutionFiles against the server's own wire."""

import base64
from collections.abc import AsyncIterator
from typing import Any

import httpx
import msgspec
import pytest

from adapters.whatsapp.evolution.client import EVENTS
from adapters.whatsapp.evolution.files import EvolutionFiles
from adapters.whatsapp.evolution.phones import EvolutionPhones
from adapters.whatsapp.evolution.transport import EvolutionTransport
from application.ports.linked_phones import Connection, Pairing
from application.ports.provider_files import NotFetchedError, OutgoingFile, Placed
from application.ports.whatsapp import Credentials, ProviderRefusedError
from domain.media.kinds import MediaKind
from domain.shared.content import Image
from domain.whatsapp.config import ApiType, ConnectionState
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure
from domain.whatsapp.inbound import EchoReceived, MessageReceived, SendSeen
from simulator.evolution.instances import PIXEL
from tests.contract.providers.lines import INSTANCE, OUR_PHONE, Line, Receiver
from tests.contract.providers.test_gateway import CUSTOMER, MENU, message

PICTURE = base64.b64decode(PIXEL)


@pytest.fixture(params=[ApiType.EVOLUTION])
def api_type(request: pytest.FixtureRequest) -> ApiType:
    """Leave Meta's numbers out: they have no phone to link."""
    return ApiType(request.param)


@pytest.fixture
def transport(http: httpx.AsyncClient) -> EvolutionTransport:
    return EvolutionTransport(http, servers=("*",))


@pytest.fixture
def phones(transport: EvolutionTransport) -> EvolutionPhones:
    return EvolutionPhones(transport)


@pytest.fixture
def fresh(line: Line) -> Credentials:
    """A number whose instance is not made yet."""
    return msgspec.structs.replace(line.credentials, phone_number_id="nova loja@evo")


async def instances(line: Line, http: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
    answer = await http.get(f"{line.url}/_sim/evolution")
    return {row["name"]: row for row in msgspec.json.decode(answer.content)}


async def test_an_instance_is_made_and_its_webhook_set(
    line: Line, fresh: Credentials, phones: EvolutionPhones, http: httpx.AsyncClient
):
    await phones.settle(fresh, callback_url="https://app.example/hook/secret")
    await phones.settle(fresh, callback_url="https://app.example/hook/secret")

    assert (await instances(line, http))["nova loja"]["webhook_url"] == "https://app.example/hook/secret"
    assert await phones.connection(fresh) == Connection(state=ConnectionState.CONNECTING, reason="not_paired")


async def test_an_instance_that_is_there_is_adopted_with_its_own_token(
    line: Line, phones: EvolutionPhones, http: httpx.AsyncClient
):
    rows = await http.get(f"{line.url}/instance/fetchInstances", headers={"apikey": line.credentials.access_token})
    token = msgspec.json.decode(rows.content)[0]["token"]
    mine = msgspec.structs.replace(line.credentials, access_token=token)

    await phones.settle(mine, callback_url="https://app.example/new")

    assert (await instances(line, http))[INSTANCE]["webhook_url"] == "https://app.example/new"


async def test_a_fresh_code_is_given_until_the_phone_is_linked(
    line: Line, fresh: Credentials, phones: EvolutionPhones, receiver: Receiver
):
    await phones.settle(fresh, callback_url=receiver.url)

    first, second = [await phones.pair(fresh, phone_number=None) for _ in range(2)]

    assert isinstance(first, Pairing)
    assert isinstance(second, Pairing)
    assert first.picture.startswith("data:image/png;base64,")
    assert first.code != second.code

    await line.tell("/_sim/evolution/nova loja/scan", {"phone": "5511955550199"})

    assert await phones.pair(fresh, phone_number=None) is None
    assert (await phones.connection(fresh)).phone_number == "5511955550199"


async def test_a_lost_phone_tells_its_reason_and_may_be_restarted_or_not(line: Line, phones: EvolutionPhones):
    assert await phones.connection(line.credentials) == Connection(
        state=ConnectionState.OPEN, phone_number=OUR_PHONE, profile_name="Provedor Aurora"
    )
    await phones.restart(line.credentials)

    await line.tell(f"/_sim/evolution/{INSTANCE}/lose", {"reason": 403})

    assert (await phones.connection(line.credentials)).reason == "banned"
    with pytest.raises(ProviderRefusedError, match="NOT_CONNECTED"):
        await phones.restart(line.credentials)


async def test_unlinking_twice_is_as_good_as_once(line: Line, phones: EvolutionPhones):
    await phones.log_out(line.credentials)
    await phones.log_out(line.credentials)

    assert (await phones.connection(line.credentials)).state is ConnectionState.CLOSED


async def test_a_wrong_key_and_a_strange_server_are_refused(line: Line, http: httpx.AsyncClient):
    wrong = msgspec.structs.replace(line.credentials, access_token="wrong")
    strict = EvolutionPhones(EvolutionTransport(http, servers=("https://evolution.example.com",)))

    with pytest.raises(ProviderRefusedError, match="HTTP_401"):
        await EvolutionPhones(EvolutionTransport(http, servers=("*",))).settle(wrong, callback_url="https://a.example")
    with pytest.raises(ProviderRefusedError, match="WRONG_SETTINGS"):
        await strict.connection(line.credentials)


async def test_a_send_over_a_closed_phone_may_be_tried_again(line: Line):
    await line.tell(f"/_sim/evolution/{INSTANCE}/lose", {"reason": None})

    result = await line.gateway.send(message(), credentials=line.credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (FailureKind.UNAVAILABLE, "CONNECTION_CLOSED")


async def test_who_is_not_on_whatsapp_is_unreachable(line: Line):
    await line.tell("/_sim/contacts", {"phone": CUSTOMER, "on_whatsapp": False})

    result = await line.gateway.send(message(), credentials=line.credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (FailureKind.UNREACHABLE, "NOT_ON_WHATSAPP")


async def test_what_was_sent_by_the_api_is_seen_with_its_words(line: Line):
    result = await line.gateway.send(message(MENU), credentials=line.credentials)

    seen = await line.next_item(SendSeen)

    assert isinstance(result, SendAccepted)
    assert isinstance(seen, SendSeen)
    assert seen.provider_message_id == result.provider_message_id
    assert seen.text == "Qual?\n\n1. Segunda via\n2. Técnico"


async def test_what_is_typed_on_the_phone_is_an_echo(line: Line):
    await line.tell(f"/_sim/evolution/{INSTANCE}/phone", {"to": CUSTOMER, "text": "Já verifico."})

    echo = await line.next_item(EchoReceived)

    assert isinstance(echo, EchoReceived)
    assert echo.recipient.wa_id == CUSTOMER


async def test_who_hides_the_phone_comes_with_a_hidden_id_and_can_be_answered(line: Line):
    await line.tell("/_sim/contacts", {"phone": CUSTOMER, "hides_phone": True})
    await line.customer_says("oi")

    item = await line.next_item(MessageReceived)

    assert isinstance(item, MessageReceived)
    assert item.sender.wa_id is None
    assert item.sender.lid is not None
    hidden = msgspec.structs.replace(
        message(), recipient=msgspec.structs.replace(message().recipient, wa_id=None, user_id=item.sender.lid)
    )
    assert isinstance(await line.gateway.send(hidden, credentials=line.credentials), SendAccepted)


async def test_a_customers_file_is_fetched_by_its_message(line: Line, transport: EvolutionTransport):
    given = await line.http.post(f"{line.url}/_sim/media", files={"file": ("a.png", PICTURE, "image/png")})
    media_id = msgspec.json.decode(given.content)["id"]
    await line.customer_writes({"type": "image", "image": {"id": media_id, "caption": "o roteador"}})
    item = await line.next_item(MessageReceived)
    assert isinstance(item, MessageReceived)
    name = str(item.content.provider_media_id)  # type: ignore[union-attr]  # an image has one

    async with EvolutionFiles(transport).fetch(name, credentials=line.credentials) as file:
        assert b"".join([chunk async for chunk in file.chunks]) == PICTURE
    with pytest.raises(NotFetchedError):
        async with EvolutionFiles(transport).fetch("3EB0NOBODY", credentials=line.credentials):
            pass


async def test_a_file_of_ours_goes_along_and_is_on_the_customers_phone(line: Line, transport: EvolutionTransport):
    placed = await EvolutionFiles(transport).place(_file(), credentials=line.credentials)
    assert isinstance(placed, Placed)

    result = await line.gateway.send(message(Image(link=placed.link)), credentials=line.credentials)

    assert isinstance(result, SendAccepted)
    media_id = (await line.shown())[-1]["content"]["id"]
    found = await line.http.get(f"{line.url}/_sim/media/{media_id}")
    assert found.content == PICTURE


def _file() -> OutgoingFile:
    async def read() -> AsyncIterator[bytes]:
        yield PICTURE

    async def link() -> str:
        return "https://app.example/file"

    return OutgoingFile(
        kind=MediaKind.IMAGE, mime="image/png", size=len(PICTURE), filename="a.png", open=read, link=link
    )


def test_the_code_is_told_to_nobody():
    assert "QRCODE_UPDATED" not in EVENTS
    assert "2@secret" not in repr(Pairing(picture="data:", code="2@secret"))
