"""What no simulator of Meta answers: broken, endless, foreign and missing answers."""

import asyncio
import traceback
from collections.abc import Callable

import httpx
import pytest

from adapters.whatsapp.cloud import transport
from adapters.whatsapp.cloud.client import CloudGateway
from application.ports.whatsapp import Credentials, OutboundMessage, ProviderRefusedError
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure
from tests.contract.whatsapp.servers import answering

Build = Callable[..., OutboundMessage]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"


def whole(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (whole("200 OK", b"<html>"), FailureKind.UNKNOWN, "HTTP_200"),
        (whole("200 OK", b""), FailureKind.UNKNOWN, "HTTP_200"),
        (whole("200 OK", b'{"messages":[]}'), FailureKind.UNKNOWN, "HTTP_200"),
        (whole("200 OK", b'{"messages":[{"id":null}]}'), FailureKind.UNKNOWN, "HTTP_200"),
        (whole("200 OK", b'{"error":{"code":131047}}'), FailureKind.WINDOW_CLOSED, "131047"),
        (whole("200 OK", b'{"messages":[{"id":"' + b"a" * 400_000 + b'"}]}'), FailureKind.UNKNOWN, "HTTP_200"),
        (whole("302 Found", b"", "Location: http://127.0.0.1:1/"), FailureKind.MISCONFIGURED, "HTTP_302"),
        (whole("502 Bad Gateway", b"<html>"), FailureKind.UNKNOWN, "HTTP_502"),
        (whole("429 Too Many Requests", b"", "Retry-After: 7"), FailureKind.THROTTLED, "HTTP_429"),
        (b"", FailureKind.UNKNOWN, "NO_ANSWER"),
        (b"SMTP ready\r\n", FailureKind.UNKNOWN, "NO_ANSWER"),
        (OK + b'Content-Length: 100\r\n\r\n{"messages"', FailureKind.UNKNOWN, "NO_ANSWER"),
        (OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope", FailureKind.UNKNOWN, "NO_ANSWER"),
    ],
)
async def test_a_strange_answer_has_a_kind(
    http: httpx.AsyncClient,
    credentials: Credentials,
    message: Build,
    answer: bytes,
    kind: FailureKind,
    code: str,
):
    async with answering(answer) as url:
        result = await CloudGateway(http, url, "v26.0").send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (kind, code)


async def test_retry_after_is_passed_on(http: httpx.AsyncClient, credentials: Credentials, message: Build):
    async with answering(whole("429 Too Many Requests", b"", "Retry-After: 7")) as url:
        result = await CloudGateway(http, url, "v26.0").send(message(), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert result.retry_after == 7


async def test_an_answer_without_contacts_is_accepted(
    http: httpx.AsyncClient, credentials: Credentials, message: Build
):
    async with answering(whole("200 OK", b'{"messages":[{"id":"wamid.9"}]}')) as url:
        result = await CloudGateway(http, url, "v26.0").send(message(), credentials=credentials)

    assert isinstance(result, SendAccepted)
    assert (result.provider_message_id, result.wa_id) == ("wamid.9", None)


async def test_silence_after_the_request_is_unknown(
    http: httpx.AsyncClient,
    credentials: Credentials,
    message: Build,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(transport, "TIMEOUT", httpx.Timeout(5, read=0.1))

    async with answering(hang=True) as url:
        result = await CloudGateway(http, url, "v26.0").send(message(), credentials=credentials)

    assert result == SendFailure(kind=FailureKind.UNKNOWN, code="NO_ANSWER", detail="ReadTimeout")


async def test_an_answer_that_drips_is_cut_at_the_deadline(
    http: httpx.AsyncClient,
    credentials: Credentials,
    message: Build,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(transport, "DEADLINE_SECONDS", 0.3)

    async with answering(OK + b"Content-Length: 1000\r\n\r\n", *[b" "] * 20, pause=0.05) as url:
        result = await CloudGateway(http, url, "v26.0").send(message(), credentials=credentials)

    assert result == SendFailure(kind=FailureKind.UNKNOWN, code="NO_ANSWER", detail="TimeoutError")


async def test_a_full_pool_certainly_sent_nothing(
    credentials: Credentials, message: Build, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(transport, "TIMEOUT", httpx.Timeout(5, read=0.5, pool=0.1))
    limits = httpx.Limits(max_connections=1)

    async with answering(hang=True) as url, httpx.AsyncClient(limits=limits) as narrow:
        gateway = CloudGateway(narrow, url, "v26.0")
        holding = asyncio.create_task(gateway.send(message(), credentials=credentials))
        await asyncio.sleep(0.05)
        result = await gateway.send(message(), credentials=credentials)
        await holding

    assert result == SendFailure(kind=FailureKind.UNAVAILABLE, code="NEVER_SENT", detail="PoolTimeout")


@pytest.mark.parametrize("said", ["Malformed access token {token}", "Error for EAABsbCS1iHgBAKZC and {token}"])
async def test_a_token_that_meta_repeats_is_hidden(
    http: httpx.AsyncClient, credentials: Credentials, message: Build, said: str
):
    text = said.format(token=credentials.access_token)
    body = b'{"error":{"code":190,"message":"' + text.encode() + b'"}}'

    async with answering(whole("401 Unauthorized", body)) as url:
        gateway = CloudGateway(http, url, "v26.0")
        result = await gateway.send(message(), credentials=credentials)
        with pytest.raises(ProviderRefusedError) as refused:
            await gateway.number(credentials)

    shown = f"{result!r} {''.join(traceback.format_exception(refused.value))}"
    assert credentials.access_token not in shown
    assert "EAAB" not in shown


async def test_no_token_is_in_the_trace_of_a_call_without_an_answer(http: httpx.AsyncClient, credentials: Credentials):
    async with answering(b"") as url:
        with pytest.raises(ProviderRefusedError) as refused:
            await CloudGateway(http, url, "v26.0").number(credentials)

    assert refused.value.code == "NO_ANSWER"
    assert credentials.access_token not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b'{"id":"1"}', b'{"success":false}'])
async def test_a_yes_that_cannot_be_read_is_refused(http: httpx.AsyncClient, credentials: Credentials, body: bytes):
    async with answering(whole("200 OK", body)) as url:
        gateway = CloudGateway(http, url, "v26.0")
        for ask in (gateway.number(credentials), gateway.subscribed(credentials)):
            with pytest.raises(ProviderRefusedError, match="UNREADABLE_ANSWER"):
                await ask
        with pytest.raises(ProviderRefusedError, match="UNREADABLE_ANSWER"):
            await gateway.subscribe(credentials, callback_url=None)
