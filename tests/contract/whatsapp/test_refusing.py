"""The gateway against the simulator, over real HTTP: what comes back when a message is not taken."""

import socket
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest

from adapters.whatsapp.cloud.client import CloudGateway
from application.ports.whatsapp import Credentials, OutboundMessage, Recipient
from domain.shared.content import (
    System,
    Text,
)
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure
from tests.contract.whatsapp.servers import Simulator

Build = Callable[..., OutboundMessage]


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ("131047", FailureKind.WINDOW_CLOSED, "131047"),
        ("130429", FailureKind.THROTTLED, "130429"),
        ("429", FailureKind.THROTTLED, "130429"),
        ("80007", FailureKind.THROTTLED, "80007"),
        ("131056", FailureKind.PAIR_THROTTLED, "131056"),
        ("131053", FailureKind.UNAVAILABLE, "131053"),
        ("131016", FailureKind.UNKNOWN, "131016"),
        ("133004", FailureKind.UNKNOWN, "133004"),
        ("132001", FailureKind.TEMPLATE_REJECTED, "132001"),
        ("132015", FailureKind.DEFERRED, "132015"),
        ("131031", FailureKind.SUSPENDED, "131031"),
        ("131048", FailureKind.SUSPENDED, "131048"),
        ("190", FailureKind.MISCONFIGURED, "190"),
        ("131009", FailureKind.REJECTED, "131009"),
        ("5xx_before", FailureKind.UNKNOWN, "131000"),
        ("drop_before", FailureKind.UNKNOWN, "NO_ANSWER"),
    ],
)
async def test_a_refusal_has_a_kind_and_nothing_goes_out(
    gateway: CloudGateway,
    credentials: Credentials,
    simulator: Simulator,
    message: Build,
    fault: str,
    kind: FailureKind,
    code: str,
):
    await simulator.strike(fault)

    result = await gateway.send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (kind, code)
    assert await simulator.sends() == []


@pytest.mark.parametrize("fault", ["drop_after", "5xx_after"])
async def test_what_was_accepted_without_an_answer_is_unknown(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build, fault: str
):
    await simulator.strike(fault)
    sending = message()

    result = await gateway.send(sending, credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.UNKNOWN
    [row] = await simulator.sends()
    assert row["biz_opaque_callback_data"] == str(sending.id)


async def test_the_connection_serves_again_after_one_that_dropped(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build
):
    await simulator.strike("drop_before")
    await gateway.send(message(), credentials=credentials)

    assert isinstance(await gateway.send(message(), credentials=credentials), SendAccepted)


@pytest.mark.parametrize("token", ["errado", "", "duas palavras", "com\nquebra", "çedilha"])
async def test_a_wrong_token_is_a_matter_of_settings_and_is_not_repeated(
    gateway: CloudGateway, credentials: Credentials, message: Build, token: str
):
    wrong = msgspec.structs.replace(credentials, access_token=token)

    result = await gateway.send(message(), credentials=wrong)

    assert isinstance(result, SendFailure)
    assert result.kind is FailureKind.MISCONFIGURED
    assert not token or token not in result.detail


@pytest.mark.parametrize("number", ["123", "../123", "123/x?fields=id#", ""])
async def test_a_number_that_is_not_ours_is_a_matter_of_settings(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build, number: str
):
    wrong = msgspec.structs.replace(credentials, phone_number_id=number)

    result = await gateway.send(message(), credentials=wrong)

    assert isinstance(result, SendFailure)
    assert result.kind in {FailureKind.MISCONFIGURED, FailureKind.REJECTED}
    assert await simulator.sends() == []


async def test_a_refused_connection_certainly_sent_nothing(
    http: httpx.AsyncClient, credentials: Credentials, message: Build
):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gateway = CloudGateway(http, f"http://127.0.0.1:{port}", "v26.0")

    result = await gateway.send(message(), credentials=credentials)

    assert result == SendFailure(kind=FailureKind.UNAVAILABLE, code="NEVER_SENT", detail="ConnectError")


@pytest.mark.parametrize("base_url", ["", "graph.facebook.com", "ftp://graph.example", "http://[", "http://x y"])
async def test_an_address_that_is_none_is_a_matter_of_settings(
    http: httpx.AsyncClient, credentials: Credentials, message: Build, base_url: str
):
    result = await CloudGateway(http, base_url, "v26.0").send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.kind in {FailureKind.MISCONFIGURED, FailureKind.UNAVAILABLE}


@pytest.mark.parametrize(
    "refused",
    [
        {"content": Text(body="a" * 4097)},
        {"content": System(kind="user_changed_number")},
        {"recipient": Recipient()},
        {"recipient": Recipient(wa_id="abc")},
    ],
)
async def test_what_meta_would_refuse_does_not_leave(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build, refused: dict[str, Any]
):
    result = await gateway.send(message(**refused), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (FailureKind.REJECTED, "CONTENT_REFUSED")
    assert await simulator.sends() == []
