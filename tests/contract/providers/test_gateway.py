"""What every WhatsAppGateway promises: CloudGateway and EvolutionGateway alike."""

import socket
from uuid import uuid4

import httpx
import msgspec
import pytest

from adapters.whatsapp.evolution.client import EvolutionGateway
from adapters.whatsapp.evolution.transport import EvolutionTransport
from application.ports.whatsapp import OutboundMessage, ProviderRefusedError, Recipient
from domain.shared.content import (
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Content,
    CtaUrl,
    Document,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Section,
    Sticker,
    Text,
    Video,
    Voice,
)
from domain.shared.ids import MessageId, ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.capabilities import Menus
from domain.whatsapp.config import ApiType
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure
from domain.whatsapp.inbound import MessageReceived, StatusChanged
from tests.contract.providers.lines import OUR_PHONE, Line

CUSTOMER = "5511988887777"
LINK = "https://aurora.example/a"
MENU = Buttons(body="Qual?", buttons=(Choice(id="a", title="Segunda via"), Choice(id="b", title="Técnico")))
CONTENTS: tuple[Content, ...] = (
    Text(body="Olá 😀"),
    Image(link=f"{LINK}.jpg", caption="veja"),
    Video(link=f"{LINK}.mp4"),
    Voice(link=f"{LINK}.ogg"),
    Document(link=f"{LINK}.pdf", filename="boleto.pdf"),
    Sticker(link=f"{LINK}.webp"),
    Location(latitude=-23.55, longitude=-46.63, name="Sé", address="Centro"),
    Contacts(cards=(ContactCard(formatted_name="Suporte", phones=("+551140000000",)),)),
    MENU,
    ListMenu(body="Qual?", button="Ver", sections=(Section(rows=(Choice(id="a", title="A"),)),)),
    CtaUrl(body="Fatura", display_text="Abrir", url=LINK),
    LocationRequest(body="Onde você está?"),
)


def message(content: Content = CONTENTS[0], *, to: str = CUSTOMER, reply_to: str | None = None) -> OutboundMessage:
    return OutboundMessage(
        id=MessageId(uuid4()),
        recipient=Recipient(wa_id=to),
        content=content,
        reply_to=ProviderMessageId(reply_to) if reply_to else None,
    )


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.__struct_config__.tag)
async def test_each_kind_that_both_can_send_is_taken_once(line: Line, content: Content):
    await line.customer_says("oi")
    assert line.provider.capabilities.can_send(content)
    assert line.provider.rules.check(content) == ()

    result = await line.gateway.send(message(content), credentials=line.credentials)

    assert isinstance(result, SendAccepted)
    assert [row["wamid"] for row in await line.sends()] == [result.provider_message_id]
    assert (await line.shown())[-1]["id"] == result.provider_message_id


async def test_a_menu_reaches_the_customer_with_its_choices(line: Line):
    await line.customer_says("oi")

    await line.gateway.send(message(MENU), credentials=line.credentials)

    shown = str((await line.shown())[-1]["content"])
    assert "Segunda via" in shown
    assert ("1. Segunda via" in shown) is (line.provider.capabilities.menus is Menus.NUMBERED)


async def test_a_quote_names_the_message_that_is_answered(line: Line):
    theirs = await line.customer_says("qual fatura?")

    await line.gateway.send(message(reply_to=theirs), credentials=line.credentials)

    assert (await line.shown())[-1]["quoted"] == theirs


async def test_what_a_customer_writes_comes_genuine_and_readable(listening: Line):
    their_id = await listening.customer_says("Olá ção / 😀")

    item = await listening.next_item(MessageReceived)

    assert isinstance(item, MessageReceived)
    assert (item.provider_message_id, item.content) == (their_id, Text(body="Olá ção / 😀"))
    assert item.sender.wa_id == CUSTOMER


async def test_a_status_names_the_message_by_the_answers_id(listening: Line):
    await listening.customer_says("oi")
    result = await listening.gateway.send(message(), credentials=listening.credentials)
    assert isinstance(result, SendAccepted)

    seen = set()
    while MessageStatus.READ not in seen:
        item = await listening.next_item(StatusChanged)
        assert isinstance(item, StatusChanged)
        assert item.provider_message_id == result.provider_message_id
        assert (item.message_id is not None) is listening.provider.capabilities.has_own_ids
        seen.add(item.status)


@pytest.mark.parametrize(
    ("fault", "kind", "sent"),
    [
        ("drop_before", FailureKind.UNKNOWN, 0),
        ("drop_after", FailureKind.UNKNOWN, 1),
        ("5xx_after", FailureKind.UNKNOWN, 1),
        ("429", FailureKind.THROTTLED, 0),
    ],
)
async def test_what_may_have_gone_out_is_unknown(line: Line, fault: str, kind: FailureKind, sent: int):
    await line.customer_says("oi")
    await line.strike(fault)

    result = await line.gateway.send(message(), credentials=line.credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, len(await line.sends())) == (kind, sent)


async def test_a_wrong_key_is_misconfigured_and_its_text_is_nowhere(line: Line):
    credentials = msgspec.structs.replace(line.credentials, access_token="EAAwrongwrongwrong")

    result = await line.gateway.send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.MISCONFIGURED
    assert credentials.access_token not in result.detail


@pytest.mark.parametrize("key", ["", "çã", "a b\n"])
async def test_a_key_that_no_header_holds_is_misconfigured(line: Line, key: str):
    credentials = msgspec.structs.replace(line.credentials, access_token=key)

    result = await line.gateway.send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.MISCONFIGURED


@pytest.mark.parametrize("content", [Text(body=""), Image(), Text(body="a\0b")])
async def test_what_would_surely_be_refused_does_not_leave(line: Line, content: Content):
    result = await line.gateway.send(message(content), credentials=line.credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.REJECTED
    assert await line.sends() == []


async def test_nobody_gets_nothing(line: Line):
    result = await line.gateway.send(message(to=""), credentials=line.credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.REJECTED


async def test_a_customers_message_can_be_marked_read_and_typing_shown(line: Line):
    theirs = ProviderMessageId(await line.customer_says("oi"))
    sender = Recipient(wa_id=CUSTOMER)

    await line.gateway.show_typing(theirs, sender=sender, credentials=line.credentials)
    await line.gateway.mark_read(theirs, sender=sender, credentials=line.credentials)

    assert (await line.shown())[-1]["status"] == "read"


async def test_the_number_tells_its_phone_and_where_its_webhooks_go(listening: Line):
    info = await listening.gateway.number(listening.credentials)

    assert info.display_phone_number.replace("+", "").replace(" ", "").replace("-", "") == OUR_PHONE
    assert info.verified_name == "Provedor Aurora"
    assert info.callback_url is not None
    assert await listening.gateway.subscribed(listening.credentials)
    assert await listening.gateway.has_app_secret(listening.credentials)


async def test_another_secret_is_told(listening: Line):
    credentials = msgspec.structs.replace(listening.credentials, app_secrets=("another",))

    assert not await listening.gateway.has_app_secret(credentials)


async def test_a_number_that_is_not_there_is_refused(line: Line):
    credentials = msgspec.structs.replace(line.credentials, phone_number_id="nobody@nowhere")

    with pytest.raises(ProviderRefusedError):
        await line.gateway.number(credentials)


async def test_a_server_that_nobody_runs_is_unavailable(line: Line, http: httpx.AsyncClient):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    if line.credentials.api_type is ApiType.OFFICIAL:
        pytest.skip("tests/contract/whatsapp/test_refusing.py has it for Meta")
    gateway = EvolutionGateway(EvolutionTransport(http, servers=("*",)))
    credentials = msgspec.structs.replace(line.credentials, api_url=url)

    result = await gateway.send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.UNAVAILABLE
