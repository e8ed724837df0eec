"""Whatever arrives at the webhook's address: what is signed is kept, what cannot be read is seen, nothing crashes."""

import hashlib
import hmac
import json

from application.ports.operations import BuriedLetter, DeadLetters
from tests.e2e.stage import ACCOUNT_ID, PHONE_NUMBER_ID, Stage, owner_connection, until

PHONE = "5511988887777"
SECRET = "sim-app-secret"

KINDS: dict[str, dict[str, object]] = {
    "text": {"type": "text", "text": {"body": "oi \u0000 a\u0301 😀"}},
    "image": {"type": "image", "image": {"id": "1", "mime_type": "image/jpeg", "sha256": "x", "caption": "veja"}},
    "video": {"type": "video", "video": {"id": "2", "mime_type": "video/mp4", "sha256": "x"}},
    "audio": {"type": "audio", "audio": {"id": "3", "mime_type": "audio/mpeg", "sha256": "x"}},
    "voice": {"type": "audio", "audio": {"id": "4", "mime_type": "audio/ogg; codecs=opus", "voice": True}},
    "sticker": {"type": "sticker", "sticker": {"id": "5", "mime_type": "image/webp", "animated": False}},
    "document": {"type": "document", "document": {"id": "6", "filename": "../../etc/passwd", "mime_type": "a/b"}},
    "location": {"type": "location", "location": {"latitude": -23.5, "longitude": -46.6, "name": "MASP"}},
    "contacts": {"type": "contacts", "contacts": [{"name": {"formatted_name": "Bia"}, "phones": [{"phone": "+1"}]}]},
    "interactive": {
        "type": "interactive",
        "interactive": {"type": "button_reply", "button_reply": {"id": "a", "title": "A"}},
    },
    "button": {"type": "button", "button": {"payload": "SIM", "text": "Sim"}},
    "order": {
        "type": "order",
        "order": {"catalog_id": "9", "product_items": [{"product_retailer_id": "S", "quantity": 2, "item_price": 1.5}]},
    },
    "unsupported": {"type": "unsupported", "errors": [{"code": 131051, "title": "unknown"}]},
    "poll_from_the_future": {"type": "poll_from_the_future", "poll_from_the_future": {"x": 1}},
}


def _value(**fields: object) -> dict[str, object]:
    metadata = {"display_phone_number": "5511955550100", "phone_number_id": PHONE_NUMBER_ID}
    return {"messaging_product": "whatsapp", "metadata": metadata, **fields}


def _body(*values: dict[str, object], field: str = "messages") -> dict[str, object]:
    changes = [{"field": field, "value": value} for value in values]
    return {"object": "whatsapp_business_account", "entry": [{"id": ACCOUNT_ID, "changes": changes}]}


def _text(wamid: str, words: str) -> dict[str, object]:
    return {"from": PHONE, "id": wamid, "timestamp": "1763812799", "type": "text", "text": {"body": words}}


async def _deliver(stage: Stage, body: bytes | dict[str, object], *, secret: str = SECRET) -> int:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    signature = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    answer = await stage.api.post(
        f"/whatsapp/webhook/{stage.config_id}",
        content=raw,
        headers={"X-Hub-Signature-256": f"sha256={signature}", "Content-Type": "application/json"},
    )
    return answer.status_code


async def _letters(stage: Stage) -> list[BuriedLetter]:
    letters: DeadLetters = await stage.container.get(DeadLetters)
    return await letters.page(tenant_id=stage.tenant_id, limit=100)


async def test_every_kind_of_message_is_kept(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    said = {"from": PHONE, "timestamp": "1763812799"}

    statuses = {
        kind: await _deliver(stage, _body(_value(messages=[{**said, "id": f"wamid.{kind}", **message}])))
        for kind, message in KINDS.items()
    }

    assert statuses == dict.fromkeys(KINDS, 200)

    async def are_there() -> bool:
        return {row["provider_message_id"] for row in await stage.thread(PHONE)} == {f"wamid.{kind}" for kind in KINDS}

    await until(are_there)
    assert await _letters(stage) == []


async def test_unreadable_item_goes_to_the_dead_letters_alone(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    broken = {"id": 17, "type": ["text"], "timestamp": {}}

    status = await _deliver(stage, _body(_value(messages=[_text("wamid.1", "um"), broken, _text("wamid.2", "dois")])))

    assert status == 200

    async def neighbours_live() -> bool:
        return [row["provider_message_id"] for row in await stage.thread(PHONE)] == ["wamid.1", "wamid.2"]

    await until(neighbours_live)
    [letter] = await _letters(stage)
    assert "unreadable" in letter.error


async def test_malformed_json_with_a_valid_signature_is_kept_and_dead_lettered(stage: Stage) -> None:
    await stage.start_worker()

    status = await _deliver(stage, b'{"object": "whatsapp_business_account", "entry": [')

    assert status == 200

    async def is_buried() -> bool:
        return ["malformed" in letter.error for letter in await _letters(stage)] == [True]

    await until(is_buried)


async def test_wrong_signature_is_refused_and_not_kept(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()

    status = await _deliver(stage, _body(_value(messages=[_text("wamid.1", "um")])), secret="another")

    assert status == 401
    await _deliver(stage, _body(_value(messages=[_text("wamid.2", "dois")])))

    async def only_the_second() -> bool:
        return [row["provider_message_id"] for row in await stage.thread(PHONE)] == ["wamid.2"]

    await until(only_the_second)


async def test_notices_and_unknown_fields_are_kept(stage: Stage, database_url: str) -> None:
    await stage.start_worker()

    status = await _deliver(stage, _body(_value(surprise=[1, 2]), field="field_of_2031"))

    assert status == 200

    async def is_kept() -> bool:
        async with owner_connection(database_url) as connection:
            rows = await connection.fetch("SELECT field FROM provider_notices")
        return [row["field"] for row in rows] == ["field_of_2031"]

    await until(is_kept)


async def test_other_spelling_of_a_brazilian_mobile_is_the_same_contact(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    old = {**_text("wamid.1", "um"), "from": "551188887777"}
    new = {**_text("wamid.2", "dois"), "from": "5511988887777"}

    await _deliver(stage, _body(_value(messages=[old])))
    await _deliver(stage, _body(_value(messages=[new])))

    async def in_one_thread() -> bool:
        return len(await stage.thread(PHONE)) == 2

    await until(in_one_thread)


async def test_replayed_letter_is_handled_again(stage: Stage) -> None:
    body = _body({**_value(messages=[_text("wamid.9", "oi")]), "metadata": {"phone_number_id": "a stranger's"}})
    await _deliver(stage, body)
    await stage.start_worker()
    letters: DeadLetters = await stage.container.get(DeadLetters)

    async def strays() -> list[BuriedLetter]:
        return await letters.page(limit=10)

    await until(strays)
    [letter] = await strays()

    assert "no WhatsApp config" in letter.error
    assert await letters.replay(letter.id)
    assert not await letters.replay(letter.id)
