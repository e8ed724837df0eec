"""What a flow does to its contact and its conversation, and what people find when it hands over."""

from datetime import timedelta

from tests.integration.spine import flows
from tests.integration.spine.flows import Document
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
ACTIONS = [
    {"type": "set_name", "name": "{{response}} Sá"},
    {"type": "set_email", "email": "Ana@Exemplo.com.br"},
    {"type": "set_attribute", "name": "plano", "value": "ouro"},
    {"type": "set_lifecycle_stage", "stage": "prospect"},
    {"type": "change_lead_score", "points": 15},
    {"type": "add_tag", "tag": "Interessado"},
    {"type": "add_tag", "tag": "frio"},
    {"type": "grant_consent", "purpose": "marketing", "text": "Quero novidades"},
    {"type": "set_priority", "priority": "high"},
    {"type": "set_department", "department": "suporte"},
    {"type": "add_conversation_tag", "tag": "interessado"},
    {"type": "add_note", "text": "Prefere manhãs"},
    {"type": "notify", "text": "Novo lead: {{contact.name}}", "department": "suporte"},
]
NAME = {"id": "nome", "type": "question", "data": {"text": "Seu {{vars.o_que}}?", "save_as": "nome"}}


def _does(*actions: Document, node_id: str = "faz") -> Document:
    return {"id": node_id, "type": "action", "data": {"actions": list(actions)}}


async def _play(spine: Spine, document: Document, *said: str) -> None:
    await spine.run(document)
    for words in said:
        await spine.says(PHONE, words)
        await spine.drain()
    assert spine.errors == []


async def test_everything_that_an_action_orders_is_done(spine: Spine) -> None:
    first = _does(*ACTIONS)
    again = _does({"type": "remove_tag", "tag": "FRIO"}, {"type": "add_tag", "tag": "interessado"}, node_id="refaz")
    way = (("start", "faz", None), ("faz", "refaz", None), ("refaz", "say", None), ("say", "end", None))
    seen = flows.says(
        "{{contact.name}}: {{contact.tags | join: ','}} {{contact.lead_score}} {{contact.attributes.plano}}"
    )

    await _play(spine, flows.flow(first, again, seen, flows.ends(), edges=way), "Ana")

    assert spine.answers(PHONE) == ["Ana Sá: interessado 15 ouro"]
    [contact] = await spine.rows("SELECT name, email, lifecycle_stage, lead_score, attributes FROM contacts")
    assert tuple(contact) == ("Ana Sá", "ana@exemplo.com.br", "prospect", 15, '{"plano": "ouro"}')
    assert await spine.column(
        "SELECT name FROM contact_tags JOIN tags ON tags.id = contact_tags.tag_id UNION ALL "
        "SELECT name FROM conversation_tags JOIN tags ON tags.id = conversation_tags.tag_id"
    ) == ["Interessado", "Interessado"]
    [consent] = await spine.rows("SELECT purpose, granted, source, proof->>'text_shown' FROM consents")
    assert tuple(consent) == ("marketing", True, "flow", "Quero novidades")
    [conversation] = await spine.rows("SELECT priority, department_id IS NOT NULL FROM conversations")
    assert tuple(conversation) == ("high", True)
    notes = await spine.column("SELECT body FROM conversation_notes WHERE user_id IS NULL ORDER BY id")
    assert notes == ["Prefere manhãs", "Novo lead: Ana Sá"]
    told = await spine.column("SELECT data->>'reason' FROM platform.events WHERE type = 'contact_updated' ORDER BY 1")
    assert told == ["opted_in", "scored", "tagged", "tagged", "updated"]


async def test_whoever_takes_over_finds_what_was_answered(spine: Spine) -> None:
    person = {"id": "pessoa", "type": "transfer", "data": {"department": "suporte", "note": "Quer falar"}}
    way = (("start", "nome", None), ("nome", "pessoa", None))

    await _play(spine, flows.flow(NAME, person, edges=way, variables={"o_que": "nome"}), "oi", "Ana")

    assert await spine.column("SELECT body FROM conversation_notes") == [
        "Resumo do que o cliente respondeu ao bot:\n• Seu nome? → Ana"
    ]
    assert await spine.column("SELECT reason FROM conversation_transfers") == ["Quer falar"]


async def test_blocked_contact_hears_nothing_more(spine: Spine) -> None:
    way = (("start", "say", None), ("say", "faz", None), ("faz", "nome", None))
    document = flows.flow(
        flows.says("Até nunca"), _does({"type": "block"}), NAME, edges=way, variables={"o_que": "nome"}
    )

    await _play(spine, document, "oi", "alô?")

    assert spine.answers(PHONE) == []
    [session] = await spine.rows("SELECT status, outcome, ended_at IS NOT NULL FROM flow_sessions")
    assert tuple(session) == ("cancelled", "contact_blocked", True)


async def test_hours_are_the_companys_own(spine: Spine) -> None:
    hours = {"id": "h", "type": "business_hours", "data": {"calendar": "Suporte"}}
    way = (("start", "h", None), ("h", "say", "open"), ("h", "end", "closed"), ("say", "end", None))

    await _play(spine, flows.flow(hours, flows.says("Aberto"), flows.ends(), edges=way), "oi")

    assert spine.answers(PHONE) == ["Aberto"]


async def test_pieces_of_a_reply_are_one(spine: Spine) -> None:
    way = (("start", "nome", None), ("nome", "say", None), ("say", "end", None))
    document = flows.flow(
        NAME,
        flows.says("Olá {{vars.nome}}"),
        flows.ends(),
        edges=way,
        variables={"o_que": "nome"},
        settings={"join_seconds": 5},
    )
    await _play(spine, document, "oi", "Ana")
    await spine.advance(timedelta(seconds=4))
    await spine.says(PHONE, "de Sá")
    await spine.drain()
    await spine.advance(timedelta(seconds=4))
    await spine.drain()
    unheard = spine.answers(PHONE)

    await spine.advance(timedelta(seconds=2))
    await spine.drain()

    assert unheard == ["Seu nome?"]
    assert spine.answers(PHONE) == ["Seu nome?", "Olá Ana\nde Sá"]
    assert await spine.column("SELECT count(*) FROM flow_timers") == [0]
