"""Case 5 (F03, F04, F05): every webhook twice, shuffled, in batches, with items among them that nobody can read."""

import asyncio
import json
import time

from tests.faults.account import settled
from tests.faults.crowd import Crowd
from tests.faults.site import ACCOUNT_ID, Site
from tests.faults.sizes import SIZES

POISONS: tuple[object, ...] = (
    {"from": "5511999990000", "id": 17, "timestamp": {}, "type": ["text"]},  # wrong types
    {"from": "5511999990000", "type": "text", "text": {"body": "sem id"}},  # fields are missing
    "não sou um objeto",
    None,
)


def _value(site: Site, messages: list[object]) -> dict[str, object]:
    metadata = {"display_phone_number": "5511955550100", "phone_number_id": site.companies[0].phone_number_id}
    return {"messaging_product": "whatsapp", "metadata": metadata, "messages": messages}


def _text(phone: str, wamid: str, words: str) -> dict[str, object]:
    return {"from": phone, "id": wamid, "timestamp": "1763812799", "type": "text", "text": {"body": words}}


def _body(site: Site, messages: list[object]) -> bytes:
    changes = [{"field": "messages", "value": _value(site, messages)}]
    return json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"id": ACCOUNT_ID, "changes": changes}]}
    ).encode()


async def test_doubled_shuffled_and_poisoned_batches_give_one_answer_each(site: Site) -> None:
    since = time.monotonic()
    site.start_worker()
    await site.fault(webhooks={"duplicate": True, "shuffle": True})
    crowd = Crowd(site, contacts=SIZES.contacts, messages=SIZES.messages, rate=SIZES.rate)

    writing = asyncio.create_task(crowd.write())
    for place, poison in enumerate(POISONS):
        phone = f"551197999{place:04d}"
        nul = _text(phone, f"wamid.nul.{place}", "com \0 dentro")
        body = _body(site, [_text(phone, f"wamid.before.{place}", "antes"), poison, nul])
        (await site.simulator.post("/_sim/webhook", content=body)).raise_for_status()
    await writing

    buried = 2 * len(POISONS)  # each body came twice
    await settled(site, crowd, since=since, dead_letters=buried)
    around = await site.rows(
        "SELECT provider_message_id FROM messages WHERE provider_message_id LIKE 'wamid.before.%'"
        " OR provider_message_id LIKE 'wamid.nul.%'"
    )
    assert len(around) == 2 * len(POISONS)
