"""HttpWebhookProbe, against a server on a real port."""

import hashlib
import hmac

import httpx
import pytest

from adapters.whatsapp.probe import EMPTY, HttpWebhookProbe
from application.ports.whatsapp import Credentials
from tests.contract.whatsapp.servers import CallbackServer


async def test_delivers_a_signed_webhook_that_changes_nothing(
    http: httpx.AsyncClient, callback: CallbackServer, credentials: Credentials
) -> None:
    seen = await HttpWebhookProbe(http).deliver(callback.url, credentials=credentials)

    signature, body = callback.received.get_nowait()
    expected = hmac.new(credentials.app_secrets[0].encode(), EMPTY, hashlib.sha256).hexdigest()
    assert seen is None
    assert (signature, body) == (f"sha256={expected}", EMPTY)


async def test_says_that_nobody_answers(http: httpx.AsyncClient, credentials: Credentials) -> None:
    seen = await HttpWebhookProbe(http).deliver("http://127.0.0.1:9/webhook", credentials=credentials)

    assert seen is not None
    assert seen.startswith("no answer")


@pytest.mark.parametrize("path", ["/_sim/nothing-is-here"])
async def test_says_what_was_answered_instead(
    http: httpx.AsyncClient, simulator: object, credentials: Credentials, path: str
) -> None:
    address = f"{simulator.url}{path}"  # type: ignore[attr-defined]

    assert await HttpWebhookProbe(http).deliver(address, credentials=credentials) == "answered 404"
