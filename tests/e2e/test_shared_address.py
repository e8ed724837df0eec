"""The address that all numbers of the platform's own app share: each change finds its number, or its account."""

import hashlib
import hmac
import json

from tests.e2e.stage import ACCOUNT_ID, PHONE_NUMBER_ID, Stage, owner_connection, until

SECRET = "sim-app-secret"
PHONE = "5511988887777"


async def _deliver(stage: Stage, *changes: dict[str, object], account: str = ACCOUNT_ID) -> int:
    body = {"object": "whatsapp_business_account", "entry": [{"id": account, "changes": list(changes)}]}
    raw = json.dumps(body).encode()
    signature = hmac.new(SECRET.encode(), raw, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}"}
    answer = await stage.api.post("/whatsapp/webhook", content=raw, headers=headers)
    return answer.status_code


async def test_message_finds_its_number(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    message = {"from": PHONE, "id": "wamid.1", "timestamp": "1763812799", "type": "text", "text": {"body": "oi"}}
    value = {"metadata": {"phone_number_id": PHONE_NUMBER_ID}, "messages": [message]}

    assert await _deliver(stage, {"field": "messages", "value": value}) == 200

    async def is_there() -> bool:
        return len(await stage.thread(PHONE)) == 1

    await until(is_there)


async def test_change_of_the_account_is_kept_with_one_of_its_numbers(stage: Stage, database_url: str) -> None:
    await stage.start_worker()
    change = {"field": "message_template_status_update", "value": {"event": "APPROVED", "message_template_id": 1}}

    assert await _deliver(stage, change) == 200

    async def is_kept() -> bool:
        async with owner_connection(database_url) as connection:
            rows = await connection.fetch("SELECT whatsapp_config_id, field FROM provider_notices")
        return [tuple(row) for row in rows] == [(stage.config_id, "message_template_status_update")]

    await until(is_kept)


async def test_change_of_a_strange_account_is_a_dead_letter(stage: Stage, database_url: str) -> None:
    await stage.start_worker()

    assert await _deliver(stage, {"field": "account_update", "value": {}}, account="1") == 200

    async def is_buried() -> bool:
        async with owner_connection(database_url) as connection:
            return bool(await connection.fetchval("SELECT count(*) = 1 FROM platform.dead_letters"))

    await until(is_buried)
