"""The simulator's webhooks, as it sends them, through the signature and the parser."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from adapters.whatsapp.cloud.client import CloudGateway
from adapters.whatsapp.cloud.inbound import CloudParser
from adapters.whatsapp.cloud.signature import CloudSignature
from application.ports.whatsapp import Credentials, OutboundMessage
from domain.shared.content import Text
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import ContactItem, MessageReceived, StatusChanged
from tests.contract.whatsapp.servers import CallbackServer, Simulator

Webhooks = asyncio.Queue[tuple[str | None, bytes]]

PATIENCE_SECONDS = 5.0


@pytest.fixture
async def webhooks(
    gateway: CloudGateway, credentials: Credentials, callback: CallbackServer
) -> AsyncIterator[Webhooks]:
    while not callback.received.empty():
        callback.received.get_nowait()
    await gateway.subscribe(credentials, callback_url=callback.url)
    yield callback.received
    await gateway.subscribe(credentials, callback_url=None)


def inbound(text: str) -> dict[str, object]:
    return {"from": "5511988887777", "message": {"type": "text", "text": {"body": text}}}


async def next_items(webhooks: Webhooks, credentials: Credentials) -> list[ContactItem]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        header, body = await webhooks.get()
    assert CloudSignature().is_valid(header=header, body=body, secrets=credentials.app_secrets)
    assert CloudParser().addressees(body).phone_number_ids == (credentials.phone_number_id,)
    changes = CloudParser().parse(body)
    assert [change.unreadable for change in changes] == [()] * len(changes)
    return [item for change in changes for item in change.items]


async def test_a_customers_message_arrives_signed_and_readable(
    webhooks: Webhooks, simulator: Simulator, credentials: Credentials
):
    await simulator.post("/_sim/inbound", inbound("Olá ção / 😀"))

    [item] = await next_items(webhooks, credentials)

    assert isinstance(item, MessageReceived)
    assert item.content == Text(body="Olá ção / 😀")
    assert item.sender.wa_id == "5511988887777"
    assert item.sender.user_id


async def test_the_statuses_of_a_message_bring_our_own_id_back(
    webhooks: Webhooks,
    simulator: Simulator,
    gateway: CloudGateway,
    credentials: Credentials,
    message: Callable[..., OutboundMessage],
):
    await simulator.post("/_sim/inbound", inbound("oi"))
    await next_items(webhooks, credentials)
    sending = message()

    await gateway.send(sending, credentials=credentials)

    seen: dict[MessageStatus, Any] = {}
    while MessageStatus.READ not in seen:
        for item in await next_items(webhooks, credentials):
            assert isinstance(item, StatusChanged)
            seen[item.status] = item.message_id
    assert seen == dict.fromkeys((MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ), sending.id)


async def test_a_message_outside_the_window_fails_later_with_metas_code(
    webhooks: Webhooks, gateway: CloudGateway, credentials: Credentials, message: Callable[..., OutboundMessage]
):
    sending = message()

    await gateway.send(sending, credentials=credentials)

    [item] = await next_items(webhooks, credentials)
    assert isinstance(item, StatusChanged)
    assert (item.status, item.message_id) == (MessageStatus.FAILED, sending.id)
    assert [error.code for error in item.errors] == [131047]
