"""Which flow a message starts, and which version of it a conversation keeps."""

import json
from datetime import datetime

from application.flows.delete_flow import DeleteFlowHandler
from application.flows.update_flow import UpdateFlow, UpdateFlowHandler
from application.ports.ids import Ids
from domain.flows.definition import Chatbot
from domain.shared.ids import ChatbotId, FlowId
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


async def _chatbot(spine: Spine) -> ChatbotId:
    """Give the number a chatbot."""
    ids = await spine.container.get(Ids)
    chatbot_id = ChatbotId(ids.new())
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        await tx.chatbots.add(Chatbot(id=chatbot_id, name="Aurora", created_at=_of(spine), updated_at=_of(spine)))
    await spine.rows("UPDATE whatsapp_configs SET chatbot_id = $1", chatbot_id)
    return chatbot_id


def _of(spine: Spine) -> datetime:
    return spine.now


async def _make_main(spine: Spine, chatbot_id: ChatbotId, flow_id: FlowId) -> None:
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        chatbot = await tx.chatbots.get(chatbot_id)
        chatbot.main_flow_id = flow_id
        await tx.chatbots.save(chatbot)


async def _answer_to(spine: Spine, words: str) -> list[str]:
    await spine.says(PHONE, words)
    await spine.drain()
    return spine.answers(PHONE)


async def _three_flows(spine: Spine) -> ChatbotId:
    chatbot_id = await _chatbot(spine)
    await spine.run(flows.echo("qualquer"), chatbot_id=chatbot_id)
    main = await spine.run(flows.echo("principal", trigger={"type": "manual"}), chatbot_id=chatbot_id)
    await _make_main(spine, chatbot_id, main)
    await spine.run(flows.echo("boleto", **flows.keyword("boleto")), chatbot_id=chatbot_id)
    return chatbot_id


async def test_keyword_goes_before_the_main_flow(spine: Spine) -> None:
    await _three_flows(spine)

    assert await _answer_to(spine, "Boleto") == ["boleto"]


async def test_main_flow_goes_before_the_catch_all(spine: Spine) -> None:
    await _three_flows(spine)

    assert await _answer_to(spine, "oi") == ["principal"]


async def test_catch_all_takes_what_nothing_else_wants(spine: Spine) -> None:
    await spine.run(flows.echo("boleto", **flows.keyword("boleto")))
    await spine.run(flows.echo("qualquer"))

    assert await _answer_to(spine, "oi") == ["qualquer"]


async def test_higher_priority_goes_first(spine: Spine) -> None:
    await spine.run(flows.echo("um", **flows.keyword("oi")), priority=1)
    await spine.run(flows.echo("dois", **flows.keyword("oi")), priority=2)

    assert await _answer_to(spine, "oi") == ["dois"]


async def test_disabled_chatbot_says_nothing(spine: Spine) -> None:
    await _three_flows(spine)
    await spine.rows("UPDATE chatbots SET is_active = false")

    assert await _answer_to(spine, "boleto") == []


async def test_message_that_no_flow_wants_goes_to_people(spine: Spine) -> None:
    await _answer_to(spine, "oi")

    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_draft_starts_nothing(spine: Spine) -> None:
    await spine.draft(flows.echo())

    assert await _answer_to(spine, "oi") == []


async def _publish_another_answer(spine: Spine, flow_id: FlowId) -> None:
    document = flows.asks()
    document["nodes"][2]["data"]["text"] = "Nova resposta"
    document["nodes"][1]["data"]["text"] = "Nova pergunta?"
    update = await spine.container.get(UpdateFlowHandler)
    await update(await spine.agent(), UpdateFlow(flow_id=flow_id, document=json.dumps(document).encode()))
    await spine.publish(flow_id)


async def test_session_keeps_the_version_it_began_with(spine: Spine) -> None:
    flow_id = await spine.run(flows.asks())
    await _answer_to(spine, "oi")

    await _publish_another_answer(spine, flow_id)

    assert await _answer_to(spine, "Sim") == ["Sim?", "Obrigado"]


async def test_next_session_begins_with_the_new_version(spine: Spine) -> None:
    flow_id = await spine.run(flows.asks())
    await _publish_another_answer(spine, flow_id)

    assert await _answer_to(spine, "oi") == ["Nova pergunta?"]


async def test_a_flow_begins_with_its_chatbots_variables_below_its_own(spine: Spine) -> None:
    chatbot_id = await _chatbot(spine)
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        chatbot = await tx.chatbots.get(chatbot_id)
        chatbot.variables = {"cidade": "Recife", "plano": "fibra"}
        await tx.chatbots.save(chatbot)
    words = "{{vars.cidade}}, {{vars.plano}}"
    await spine.run(flows.echo(words, variables={"plano": "rádio"}), chatbot_id=chatbot_id)

    assert await _answer_to(spine, "oi") == ["Recife, rádio"]


async def test_a_deleted_flow_starts_nothing(spine: Spine) -> None:
    flow_id = await spine.run(flows.echo())
    delete = await spine.container.get(DeleteFlowHandler)
    await delete(await spine.agent(), flow_id)

    assert await _answer_to(spine, "oi") == []


async def test_an_advertisement_starts_its_own_flow_and_another_ad_does_not(spine: Spine) -> None:
    ad = {"source_type": "ad", "source_id": "12021", "source_url": "https://fb.me/x", "headline": "500 Mega"}
    await spine.run(flows.echo("Do anúncio", trigger={"type": "referral", "source_id": "12021"}))
    await spine.run(flows.echo())
    spine.open_window(PHONE)

    for source in ("12021", "999"):
        message = wire.text(spine.wamid(), "vi", phone=PHONE, at=spine.now)
        await spine.sends({**message, "referral": {**ad, "source_id": source}})
        await spine.drain()

    assert spine.answers(PHONE) == ["Do anúncio", "Recebido: vi"]
