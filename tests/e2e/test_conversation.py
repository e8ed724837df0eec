"""A customer writes, a bot answers, a person takes over: all the way round, over real HTTP."""

from uuid import UUID

from domain.shared.ids import ConversationId
from tests.e2e.stage import Stage, until, words_of

PHONE = "5511988887777"
CPF = "529.982.247-25"


async def _hears(stage: Stage, words: str, *, phone: str = PHONE) -> dict[str, object]:
    found: list[dict[str, object]] = []

    async def heard() -> bool:
        found[:] = [message for message in await stage.phone_of(phone) if words in words_of(message)]
        return bool(found)

    await until(heard)
    return found[-1]


async def _press(stage: Stage, message: dict[str, object], choice: str, *, phone: str = PHONE) -> None:
    body = {"contact": phone, "message_id": message["id"], "id": choice}
    (await stage.simulator.post("/_sim/press", json=body)).raise_for_status()


async def _reach_a_person(stage: Stage) -> None:
    await stage.customer_says(PHONE, "oi")
    await _press(stage, await _hears(stage, "Como posso ajudar?"), "suporte")
    await _hears(stage, "qual é o CPF")
    await stage.customer_says(PHONE, "123")
    await _hears(stage, "não parece certo")
    await stage.customer_says(PHONE, CPF)
    await _press(stage, await _hears(stage, "reiniciou o roteador"), "sim")
    await _hears(stage, "Vou passar você para um técnico")


async def test_bot_leads_the_customer_to_a_person(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()

    await _reach_a_person(stage)

    conversation = await stage.conversation(PHONE)
    assert conversation["status"] == "waiting"
    assert conversation["department_id"] is not None


async def test_every_answer_is_sent_once_and_read(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()

    await _reach_a_person(stage)

    async def all_read() -> bool:
        ours = [message for message in await stage.thread(PHONE) if message["direction"] == "outbound"]
        return len(ours) == 5 and all(message["status"] == "read" for message in ours)

    await until(all_read)
    echoed = [send["biz_opaque_callback_data"] for send in (await stage.ledger())["sends"]]
    assert len(echoed) == len(set(echoed)) == 5


async def test_person_takes_over_and_the_bot_is_silent(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()
    await stage.customer_says(PHONE, "oi")
    await _hears(stage, "Como posso ajudar?")
    conversation = await stage.conversation(PHONE)

    taken = await stage.api.post(f"/conversations/{conversation['id']}/takeover")
    sent = await stage.api.post(
        f"/conversations/{conversation['id']}/messages", json={"content": {"type": "text", "body": "Sou o Bruno"}}
    )
    await _hears(stage, "Sou o Bruno")
    await stage.customer_says(PHONE, "que bom!")

    assert (taken.status_code, sent.status_code) == (200, 202), (taken.text, sent.text)

    async def kept() -> bool:
        return any(
            message["type"] == "text" and "que bom" in str(message["content"]) for message in await stage.thread(PHONE)
        )

    await until(kept)
    bots = [message for message in await stage.thread(PHONE) if message["sender"] == "bot"]
    assert len(bots) == 1


async def test_released_conversation_goes_back_to_the_bot(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()
    await stage.customer_says(PHONE, "oi")
    await _hears(stage, "Como posso ajudar?")
    conversation = await stage.conversation(PHONE)
    await stage.api.post(f"/conversations/{conversation['id']}/takeover")

    released = await stage.api.post(f"/conversations/{conversation['id']}/release")
    await stage.customer_says(PHONE, "oi de novo")

    assert released.status_code == 200

    async def greeted_twice() -> bool:
        greetings = [message for message in await stage.phone_of(PHONE) if "Como posso ajudar?" in words_of(message)]
        return len(greetings) == 2

    await until(greeted_twice)


async def test_resolved_conversation_is_followed_by_a_new_one(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()
    await stage.customer_says(PHONE, "oi")
    await _hears(stage, "Como posso ajudar?")
    first = await stage.conversation(PHONE)
    await stage.api.post(f"/conversations/{first['id']}/resolve", json={"resolution": "ok"})

    await stage.customer_says(PHONE, "oi")

    async def is_new() -> bool:
        return (await stage.conversation(PHONE))["id"] != first["id"]

    await until(is_new)


async def test_person_who_writes_has_the_conversation(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await stage.log_in()
    await stage.customer_says(PHONE, "oi")
    await _hears(stage, "Como posso ajudar?")
    conversation = await stage.conversation(PHONE)

    content = {"content": {"type": "text", "body": "Sou o Bruno"}}
    await stage.api.post(f"/conversations/{conversation['id']}/messages", json=content)
    await _hears(stage, "Sou o Bruno")
    wamid = await stage.customer_says(PHONE, "suporte")

    async def kept() -> bool:
        return any(message["provider_message_id"] == wamid for message in await stage.thread(PHONE))

    await until(kept)
    uow = await stage.uow
    async with uow(stage.tenant_id) as tx:
        running = await tx.flow_sessions.find_running(ConversationId(UUID(str(conversation["id"]))))
    assert running is None
    assert len(await stage.phone_of(PHONE)) == 2
