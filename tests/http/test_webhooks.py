import gzip
from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar
from prometheus_client import REGISTRY

from adapters.postgres.database import Database
from application.ports.journal import JournalUnavailableError
from application.whatsapp.receive_webhook import ReceiveWebhook
from domain.identity.permissions import Role
from entrypoints.http.webhooks.whatsapp import MAX_WEBHOOK_BYTES
from tests.http.calls import VERIFY_TOKEN, WEBHOOK, config, error_of, sign
from tests.http.conftest import Caller

BODY = b'{"object":"whatsapp_business_account","entry":[]}'
UNKNOWN = "0198a000-0000-7000-8000-000000000009"
OVERSIZED = MAX_WEBHOOK_BYTES + 1


async def journal(database: Database) -> list[bytes]:
    async with database.connection() as connection:
        return [row["body"] for row in await connection.fetch("SELECT body FROM platform.webhook_journal ORDER BY id")]


async def connect_number(calling: Caller) -> str:
    answer = await calling(Role.ADMIN).post("/api/v1/whatsapp-configs", json=config())
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_the_challenge_comes_back_as_plain_text(http: httpx.AsyncClient) -> None:
    answer = await http.get(
        WEBHOOK, params={"hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1158201444"}
    )

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text == "1158201444"


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"hub.mode": "subscribe", "hub.verify_token": "wrong", "hub.challenge": "1"},
        {"hub.mode": "unsubscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1"},
        {"hub.mode": "subscribe", "hub.verify_token": "", "hub.challenge": "1"},
    ],
)
async def test_a_wrong_verify_token_is_403(http: httpx.AsyncClient, params: dict[str, str]) -> None:
    answer = await http.get(WEBHOOK, params=params)

    assert answer.status_code == 403
    assert error_of(answer).code == "VERIFY_TOKEN_WRONG"


async def test_a_config_has_its_own_verify_token(http: httpx.AsyncClient, calling: Caller) -> None:
    config_id = await connect_number(calling)

    right, wrong = [
        await http.get(
            f"{WEBHOOK}/{config_id}",
            params={"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "42"},
        )
        for token in ("config-verify-token", VERIFY_TOKEN)
    ]

    assert (right.status_code, right.text) == (200, "42")
    assert wrong.status_code == 403


@pytest.mark.parametrize("config_id", [UNKNOWN, "not-a-uuid"])
async def test_an_unknown_config_is_404(http: httpx.AsyncClient, config_id: str) -> None:
    verified = await http.get(f"{WEBHOOK}/{config_id}", params={"hub.mode": "subscribe"})
    delivered = await http.post(f"{WEBHOOK}/{config_id}", content=BODY, headers=sign(BODY))

    assert (verified.status_code, delivered.status_code) == (404, 404)
    assert error_of(delivered).code in {"WHATSAPP_CONFIG_NOT_FOUND", "NOT_FOUND"}


async def test_a_signed_delivery_is_kept_and_answered(http: httpx.AsyncClient, platform_database: Database) -> None:
    answer = await http.post(WEBHOOK, content=BODY, headers=sign(BODY))

    assert (answer.status_code, answer.content) == (200, b"")
    assert await journal(platform_database) == [BODY]


async def test_a_delivery_to_a_config_is_signed_with_its_own_secret(
    http: httpx.AsyncClient, calling: Caller, platform_database: Database
) -> None:
    config_id = await connect_number(calling)

    own = await http.post(f"{WEBHOOK}/{config_id}", content=BODY, headers=sign(BODY, "config-app-secret"))
    platforms = await http.post(f"{WEBHOOK}/{config_id}", content=BODY, headers=sign(BODY))

    assert (own.status_code, platforms.status_code) == (200, 401)
    assert await journal(platform_database) == [BODY]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        sign(b"another body"),
        sign(BODY, "another secret"),
        {"x-hub-signature-256": "sha256=ü"},
        {"x-hub-signature-256": ""},
    ],
)
async def test_a_wrong_signature_is_401_and_kept_nowhere(
    http: httpx.AsyncClient, platform_database: Database, headers: dict[str, str]
) -> None:
    raw = {name: value.encode("latin-1") for name, value in headers.items()}

    answer = await http.post(WEBHOOK, content=BODY, headers=raw)

    assert answer.status_code == 401
    assert error_of(answer).code == "SIGNATURE_INVALID"
    assert answer.headers["www-authenticate"]
    assert await journal(platform_database) == []


@pytest.mark.parametrize("body", [b"{", b"", b"\x00\xff", b'{"entry": "\\u0000"}', b"[" * 5000])
async def test_what_cannot_be_understood_is_kept_too(
    http: httpx.AsyncClient, platform_database: Database, body: bytes
) -> None:
    answer = await http.post(WEBHOOK, content=body, headers=sign(body))

    assert answer.status_code == 200
    assert await journal(platform_database) == [body]


async def test_a_compressed_body_is_415(http: httpx.AsyncClient, platform_database: Database) -> None:
    packed = gzip.compress(BODY)

    answer = await http.post(WEBHOOK, content=packed, headers={**sign(packed), "content-encoding": "gzip"})

    assert answer.status_code == 415
    assert error_of(answer).code == "UNSUPPORTED_MEDIA_TYPE"
    assert await journal(platform_database) == []


async def test_identity_is_no_compression(http: httpx.AsyncClient) -> None:
    answer = await http.post(WEBHOOK, content=BODY, headers={**sign(BODY), "content-encoding": "identity"})

    assert answer.status_code == 200


async def test_an_announced_oversized_body_is_413(http: httpx.AsyncClient, platform_database: Database) -> None:
    body = b"x" * OVERSIZED

    answer = await http.post(WEBHOOK, content=body, headers=sign(body))

    assert answer.status_code == 413
    assert error_of(answer).code == "TOO_LARGE"
    assert await journal(platform_database) == []


async def test_the_largest_body_is_taken(http: httpx.AsyncClient) -> None:
    body = b"x" * MAX_WEBHOOK_BYTES

    answer = await http.post(WEBHOOK, content=body, headers=sign(body))

    assert answer.status_code == 200


async def test_an_unannounced_oversized_body_is_not_read_to_its_end(app: Litestar) -> None:
    sent, taken = _chunks(OVERSIZED * 3)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://pytake.test") as client:
        answer = await client.post(WEBHOOK, content=sent, headers=sign(b""))

    assert answer.status_code == 413
    assert sum(taken) <= OVERSIZED + CHUNK


async def test_without_a_database_meta_is_told_to_come_again(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise JournalUnavailableError

    monkeypatch.setattr(ReceiveWebhook, "__call__", refuse)

    answer = await http.post(WEBHOOK, content=BODY, headers=sign(BODY))

    assert answer.status_code == 503
    assert error_of(answer).code == "UNAVAILABLE"
    assert int(answer.headers["retry-after"]) > 0


CHUNK = 64 * 1024


def _chunks(size: int) -> tuple[AsyncIterator[bytes], list[int]]:
    taken: list[int] = []

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(0, size, CHUNK):
            taken.append(CHUNK)
            yield bytes(CHUNK)

    return chunks(), taken


@pytest.mark.parametrize("path", [WEBHOOK, f"{WEBHOOK}/"])
async def test_a_body_that_breaks_off_is_kept_nowhere(app: Litestar, platform_database: Database, path: str) -> None:
    messages = iter([{"type": "http.request", "body": BODY, "more_body": True}, {"type": "http.disconnect"}])
    statuses: list[object] = []

    async def receive() -> dict[str, object]:
        return next(messages, {"type": "http.disconnect"})

    async def send(message: dict[str, object]) -> None:
        statuses.append(message.get("status"))

    headers = [(name.encode(), value.encode()) for name, value in sign(BODY).items()]
    scope = {"type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b""}
    await app({**scope, "headers": headers, "root_path": "", "http_version": "1.1"}, receive, send)  # type: ignore[arg-type, typeddict-item]

    assert 200 not in statuses
    assert await journal(platform_database) == []


async def test_a_kept_delivery_is_measured_by_its_route(http: httpx.AsyncClient) -> None:
    def measured() -> float:
        labels = {"method": "POST", "route": WEBHOOK, "status": "200"}
        return REGISTRY.get_sample_value("pytake_http_request_seconds_count", labels) or 0.0

    before = measured()
    await http.post(WEBHOOK, content=BODY, headers=sign(BODY))

    assert measured() == before + 1
