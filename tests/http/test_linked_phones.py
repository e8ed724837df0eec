import httpx
import pytest

from adapters.postgres.database import Database
from entrypoints.http.webhooks.whatsapp import MAX_WEBHOOK_BYTES
from tests.http.calls import WEBHOOK, config, error_of, sign

CONFIGS = "/api/v1/whatsapp-configs"
BODY = b'{"event":"messages.upsert","instance":"loja-1","data":{}}'
HEADER = {"x-pytake-secret": "header-secret"}


async def connect(admin: httpx.AsyncClient) -> str:
    """Connect a number of an Evolution server that this installation does not speak to."""
    body = {
        "name": "Loja",
        "api_type": "evolution",
        "api_url": "https://evolution.example.com",
        "phone_number_id": "loja-1",
        "access_token": "evolution-key",
        "app_secret": "header-secret",
        "webhook_verify_token": "path-secret",
    }
    answer = await admin.post(CONFIGS, json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def kept(database: Database) -> list[bytes]:
    async with database.connection() as connection:
        return [row["body"] for row in await connection.fetch("SELECT body FROM platform.webhook_journal ORDER BY id")]


async def test_a_delivery_with_both_secrets_is_kept_as_it_came(
    http: httpx.AsyncClient, admin: httpx.AsyncClient, platform_database: Database
) -> None:
    config_id = await connect(admin)

    answer = await http.post(f"{WEBHOOK}/{config_id}/path-secret", content=BODY, headers=HEADER)

    assert (answer.status_code, answer.content) == (200, b"")
    assert await kept(platform_database) == [BODY]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("", HEADER),
        ("/wrong", HEADER),
        ("/path-secret", {}),
        ("/path-secret", {"x-pytake-secret": "wrong"}),
        ("/path-secret", {"x-pytake-secret": ""}),
        ("/path-secret", sign(BODY, "header-secret")),
        ("/%70ath-secret%00", HEADER),
    ],
)
async def test_a_delivery_without_one_of_them_is_refused_and_not_kept(
    http: httpx.AsyncClient,
    admin: httpx.AsyncClient,
    platform_database: Database,
    path: str,
    headers: dict[str, str],
) -> None:
    config_id = await connect(admin)

    answer = await http.post(f"{WEBHOOK}/{config_id}{path}", content=BODY, headers=headers)

    assert answer.status_code == 401
    assert error_of(answer).code == "SIGNATURE_INVALID"
    assert await kept(platform_database) == []


async def test_a_secret_in_the_path_of_one_of_metas_numbers_must_be_right_too(
    http: httpx.AsyncClient, admin: httpx.AsyncClient
) -> None:
    added = await admin.post(CONFIGS, json=config())
    path = f"{WEBHOOK}/{added.json()['id']}"
    signed = sign(BODY, "config-app-secret")

    answers = [
        await http.post(f"{path}{end}", content=BODY, headers=signed) for end in ("", "/config-verify-token", "/wrong")
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 401]


async def test_a_delivery_that_is_too_large_is_not_read(http: httpx.AsyncClient, admin: httpx.AsyncClient) -> None:
    config_id = await connect(admin)

    answer = await http.post(
        f"{WEBHOOK}/{config_id}/path-secret", content=b" " * (MAX_WEBHOOK_BYTES + 1), headers=HEADER
    )

    assert answer.status_code == 413


async def test_a_server_that_nobody_allowed_is_not_called(admin: httpx.AsyncClient) -> None:
    config_id = await connect(admin)

    pairing = await admin.get(f"{CONFIGS}/{config_id}/qr")
    shown = await admin.get(f"{CONFIGS}/{config_id}/connection")

    assert pairing.status_code == 409
    assert error_of(pairing).code == "PHONE_SERVER_REFUSED"
    assert shown.status_code == 200
    assert (shown.json()["state"], shown.json()["reason"], shown.json()["asked"]) == (
        "unknown",
        "server: WRONG_SETTINGS",
        False,
    )


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "qr"), ("GET", "connection"), ("POST", "connection/restart"), ("POST", "connection/logout")],
)
async def test_a_number_of_metas_has_no_phone_to_link(admin: httpx.AsyncClient, method: str, path: str) -> None:
    added = await admin.post(CONFIGS, json=config())

    answer = await admin.request(method, f"{CONFIGS}/{added.json()['id']}/{path}")

    assert answer.status_code == 409
    assert error_of(answer).code == "NO_LINKED_PHONE"
