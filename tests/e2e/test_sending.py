"""What the provider does to us while we send: nothing is lost, nothing goes out twice, and what fails is told."""

import asyncio

from tests.e2e.stage import Stage, until, words_of

PHONE = "5511988887777"
ECHO: dict[str, object] = {
    "name": "Eco",
    "trigger": {"type": "message_received"},
    "variables": {},
    "settings": {"on_error": "transfer"},
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "message", "data": {"text": "Recebido: {{response}}"}},
        {"id": "n3", "type": "end", "data": {"outcome": "eco"}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}, {"id": "e2", "source": "n2", "target": "n3"}],
}


async def _answers(stage: Stage, phone: str = PHONE) -> list[str]:
    return [words_of(message) for message in await stage.phone_of(phone)]


async def _begin(stage: Stage) -> None:
    await stage.load_flow(ECHO)
    await stage.start_worker()
    await stage.log_in()


async def _last_sent(stage: Stage) -> dict[str, object]:
    return [message for message in await stage.thread(PHONE) if message["direction"] == "outbound"][-1]


async def test_answer_lost_after_acceptance_is_settled_by_its_status(stage: Stage) -> None:
    await _begin(stage)
    await stage.fault(next=[{"kind": "drop_after", "count": 1}])

    await stage.customer_says(PHONE, "oi")

    async def is_read() -> bool:
        return (await _last_sent(stage))["status"] == "read"

    await until(is_read)
    assert await _answers(stage) == ["Recebido: oi"]


async def test_throttled_number_waits_and_goes_on(stage: Stage) -> None:
    await _begin(stage)
    await stage.fault(next=[{"kind": "130429", "count": 2}])

    await stage.customer_says(PHONE, "oi")

    async def has_answer() -> bool:
        return await _answers(stage) == ["Recebido: oi"]

    await until(has_answer)


async def test_refused_message_fails_and_a_person_sees_the_conversation(stage: Stage) -> None:
    flow = {**ECHO, "nodes": [*ECHO["nodes"]]}  # type: ignore[misc]
    flow["nodes"][1] = {  # type: ignore[index]
        "id": "n2", "type": "message", "data": {"text": "Escolha", "buttons": ["A", "B"], "timeout_minutes": 5},
    }  # fmt: skip
    flow["edges"] = [
        {"id": "e1", "source": "n1", "target": "n2"},
        {"id": "e2", "source": "n2", "target": "n3"},
        {"id": "e3", "source": "n2", "source_handle": "timeout", "target": "n3"},
    ]
    await stage.load_flow(flow)
    await stage.start_worker()
    await stage.log_in()
    await stage.fault(next=[{"kind": "131026", "count": 1}])

    await stage.customer_says(PHONE, "oi")

    async def waits_for_a_person() -> bool:
        return (await stage.conversation(PHONE))["status"] == "waiting"

    await until(waits_for_a_person)
    failed = await _last_sent(stage)
    assert (failed["status"], failed["error_code"]) == ("failed", "131026")


async def test_webhooks_twice_and_shuffled_give_one_answer_each(stage: Stage) -> None:
    await _begin(stage)
    await stage.fault(webhooks={"duplicate": True, "shuffle": True})
    phones = [f"55119{number:08d}" for number in range(20)]

    await asyncio.gather(*(stage.customer_says(phone, "oi") for phone in phones))

    async def all_answered() -> bool:
        return all([await _answers(stage, phone) == ["Recebido: oi"] for phone in phones])

    await until(all_answered)
    await asyncio.sleep(0.3)
    assert len((await stage.ledger())["sends"]) == len(phones)


async def test_order_within_a_contact_is_kept(stage: Stage) -> None:
    await _begin(stage)
    said = [f"palavra {number}" for number in range(15)]

    for words in said:
        await stage.customer_says(PHONE, words)

    async def all_answered() -> bool:
        return len(await _answers(stage)) == len(said)

    await until(all_answered)
    assert await _answers(stage) == [f"Recebido: {words}" for words in said]


async def test_two_workers_share_the_work(stage: Stage) -> None:
    await stage.load_flow(ECHO)
    await stage.start_worker(name="worker-1", concurrency=2)
    await stage.start_worker(name="worker-2", concurrency=2)
    phones = [f"55119{number:08d}" for number in range(15)]

    await asyncio.gather(*(stage.customer_says(phone, f"oi {turn}") for turn in range(3) for phone in phones))

    async def all_answered() -> bool:
        return len((await stage.ledger())["sends"]) == 3 * len(phones)

    await until(all_answered)
    echoed = [send["biz_opaque_callback_data"] for send in (await stage.ledger())["sends"]]
    assert len(echoed) == len(set(echoed))


async def test_expired_token_pauses_the_number_and_keeps_the_queue(stage: Stage) -> None:
    await _begin(stage)
    await stage.fault(next=[{"kind": "190", "count": 1}])
    await stage.customer_says(PHONE, "oi")

    async def is_paused() -> bool:
        answer = await stage.api.get(f"/whatsapp-configs/{stage.config_id}")
        return bool(answer.json()["pause_reason"])

    await until(is_paused)
    tested = await stage.api.post(f"/whatsapp-configs/{stage.config_id}/test")

    assert tested.json()["ok"], tested.text

    async def has_answer() -> bool:
        return await _answers(stage) == ["Recebido: oi"]

    await until(has_answer)
