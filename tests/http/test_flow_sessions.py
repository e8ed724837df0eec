"""Sessions, their numbers and their replays, as callers meet them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import httpx
import msgspec
import pytest

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from application.ports.repositories.flow_sessions import SessionRecord, SprintRecord
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.conversation import Conversation
from domain.flows import engine
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Stimulus
from domain.flows.tools import Tools
from domain.identity.permissions import Role
from domain.shared.content import Text
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, MessageId, TenantId, UserId
from tests.contract.repositories.stored import a_config, a_contact, a_conversation, new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller

FLOWS, SESSIONS = "/api/v1/flows", "/api/v1/flow-sessions"
TOOLS = Tools(expressions=Cel(), templates=Liquid(), regex=Re2())
NODES = [
    {"id": "inicio", "type": "start", "data": {}},
    {"id": "sorte", "type": "random", "data": {"branches": [{"id": "a"}, {"id": "b", "weight": 0}]}},
    {"id": "menu", "type": "question", "data": {"text": "Plano?", "kind": "choice", "choices": ["Fibra", "Rádio"]}},
    {"id": "nome", "type": "question", "data": {"text": "Nome?", "kind": "text"}},
    {"id": "fim", "type": "message", "data": {"text": "Obrigado"}},
]
EDGES = [
    {"id": "e1", "source": "inicio", "target": "sorte"},
    {"id": "e2", "source": "sorte", "target": "menu", "source_handle": "a"},
    {"id": "e3", "source": "menu", "target": "nome"},
    {"id": "e4", "source": "menu", "target": "fim", "source_handle": "Rádio"},
    {"id": "e5", "source": "nome", "target": "fim"},
]
DOCUMENT = {"name": "Planos", "trigger": {"type": "manual"}, "nodes": NODES, "edges": EDGES}
SAID = (("Fibra", "Ana"), ("o quê?", "Rádio"), ("Fibra", "Bia"), ("Fibra",))
"""Three that end, one that rests on the last question."""


def with_words(words: str) -> dict[str, object]:
    return {**DOCUMENT, "nodes": [*NODES[:-1], {"id": "fim", "type": "message", "data": {"text": words}}]}


class Company:
    """A company whose published flow some went through."""

    def __init__(self, flow_id: str, conversation: Conversation, session_ids: list[FlowSessionId]) -> None:
        self.flow_id, self.conversation, self.session_ids = flow_id, conversation, session_ids

    @property
    def flow(self) -> str:
        return f"{FLOWS}/{self.flow_id}"


@pytest.fixture
async def company(admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId) -> Company:
    flow_id = (await admin.post(FLOWS, json={"document": DOCUMENT})).json()["id"]
    published = (await admin.post(f"{FLOWS}/{flow_id}/publish")).json()
    number, contact = a_config(), a_contact(name="Bia")
    conversation = a_conversation(contact, number)
    version = FlowVersion(
        id=FlowVersionId(UUID(published["version_id"])),
        flow_id=FlowId(UUID(flow_id)),
        number=1,
        name="Planos",
        document=decode_flow(msgspec.json.encode(DOCUMENT)),
    )
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(number)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        session_ids = [await play(tx, version, conversation, said) for said in SAID]
    return Company(flow_id, conversation, session_ids)


async def play(tx: object, version: FlowVersion, conversation: Conversation, said: tuple[str, ...]) -> FlowSessionId:
    """Do what a worker does with each message."""
    now = datetime.now(UTC)
    session = Session(
        id=FlowSessionId(new_id()), flow_id=version.flow_id, version_id=version.id, started_at=now, reply=reply("oi")
    )
    sprint = engine.start(version, session=session, at=now, tools=TOOLS)
    record = SessionRecord(
        session=sprint.session,
        contact_id=conversation.contact_id,
        conversation_id=conversation.id,
        config_id=conversation.whatsapp_config_id,
        lane_key="lane",
    )
    await tx.flow_sessions.add(record, sprint=kept(sprint, session.reply, now))  # type: ignore[attr-defined]
    for number, words in enumerate(said):
        told = reply(words)
        sprint = engine.resume(version, session=sprint.session, stimulus=told, at=now, tools=TOOLS)
        record = msgspec.structs.replace(record, session=sprint.session, version=number)
        await tx.flow_sessions.save(record, sprint=kept(sprint, told, now))  # type: ignore[attr-defined]
    return session.id


def reply(words: str) -> Reply:
    return Reply(message_id=MessageId(new_id()), content=Text(body=words), text=words)


def kept(sprint: Sprint, stimulus: Stimulus | None, at: datetime) -> SprintRecord:
    number = sprint.session.sprints
    return SprintRecord(number=number, stimulus=msgspec.json.encode(stimulus), trace=sprint.trace, at=at)


def counts(shown: object) -> Iterator[tuple[int, str]]:
    """Give every number with its query."""
    if isinstance(shown, dict):
        if shown.keys() == {"count", "sessions"}:
            yield shown["count"], shown["sessions"]
        for inner in shown.values():
            yield from counts(inner)
    elif isinstance(shown, list):
        for inner in shown:
            yield from counts(inner)


async def test_every_number_opens_its_sessions(admin: httpx.AsyncClient, company: Company) -> None:
    numbers = (await admin.get(f"{company.flow}/analytics")).json()

    by_query = {query: count for count, query in counts(numbers)}
    assert len(by_query) > 20
    for query, count in by_query.items():
        listed = (await admin.get(f"{company.flow}/sessions?{query}")).json()
        assert listed["total"] == count, query


async def test_numbers(admin: httpx.AsyncClient, company: Company) -> None:
    answer = await admin.get(f"{company.flow}/analytics", params={"version": 1})

    assert answer.status_code == 200, answer.text
    numbers = answer.json()
    total = {name: count["count"] for name, count in numbers["total"].items()}
    assert (total["started"], total["completed"], total["in_progress"], total["failed"]) == (4, 3, 1, 0)
    assert [version["version"] for version in numbers["versions"]] == [1]
    assert numbers["complete"] is True
    nodes = {node["node"]: (node["visits"], node["stopped"]["count"]) for node in numbers["nodes"]}
    assert nodes == {"inicio": (4, 0), "sorte": (4, 0), "menu": (4, 0), "nome": (3, 1), "fim": (3, 3)}
    assert {edge["edge"]: edge["times"] for edge in numbers["edges"]} == {"e1": 4, "e2": 4, "e3": 3, "e4": 1, "e5": 2}
    menu, name = sorted(numbers["questions"], key=lambda question: str(question["node"]))
    assert [(one["value"], one["times"]) for one in menu["answers"]] == [("Fibra", 3), ("Rádio", 1)]
    assert (menu["invalid"]["count"], menu["told"]) == (1, True)
    assert (name["answered"]["count"], name["answers"], name["told"]) == (2, [], False)
    [luck] = numbers["random"]
    assert [(one["value"], one["by_status"]) for one in luck["branches"]] == [("a", {"completed": 3, "waiting": 1})]


async def test_a_flow_that_nobody_went_through_has_zeros(admin: httpx.AsyncClient) -> None:
    flow = (await admin.post(FLOWS, json={"document": DOCUMENT})).json()

    numbers = (await admin.get(f"{FLOWS}/{flow['id']}/analytics")).json()

    assert {count for count, _ in counts(numbers)} == {0}
    assert [node["node"] for node in numbers["nodes"]] == [node["id"] for node in NODES]


@pytest.mark.parametrize("asked", [{"from": "2020-01-01T00:00:00Z"}, {"from": "2999-01-01T00:00:00Z"}])
async def test_a_time_that_is_too_long_or_none_is_400(
    admin: httpx.AsyncClient, company: Company, asked: dict[str, str]
) -> None:
    answer = await admin.get(f"{company.flow}/analytics", params=asked)

    assert answer.status_code == 400
    assert error_of(answer).fields == ["from"]


async def test_an_agent_sees_sessions_of_their_own_conversations(
    calling: Caller, company: Company, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    mine, session = UserId(new_id()), f"{SESSIONS}/{company.session_ids[0]}"
    me, other = calling(Role.AGENT, user=mine), calling(Role.AGENT)
    async with uow_of_app(tenant_id) as tx:
        held = await tx.conversations.get(company.conversation.id)
        held.assigned_to = mine
        await tx.conversations.save(held)
    asked = {"session_id": str(company.session_ids[0])}

    assert (await me.get(session)).status_code == 200
    assert (await me.get(f"{company.flow}/sessions")).json()["total"] == 4
    assert (await other.get(f"{company.flow}/sessions")).json()["items"] == []
    for answer in (await other.get(session), await other.post(f"{company.flow}/test", json=asked)):
        assert (answer.status_code, error_of(answer).code) == (404, "FLOW_SESSION_NOT_FOUND")


async def test_a_session_is_told_to_the_draft(admin: httpx.AsyncClient, company: Company) -> None:
    await admin.put(company.flow, json={"document": with_words("Valeu")})

    answer = await admin.post(f"{company.flow}/test", json={"session_id": str(company.session_ids[0])})

    assert answer.status_code == 200, answer.text
    told = answer.json()["session"]
    assert (answer.json()["tests"], told["exact"], told["comparison"]["same"]) == ([], True, False)
    assert told["comparison"]["first"]["kind"] == "message"
    assert (told["comparison"]["first"]["real"], told["comparison"]["first"]["draft"]) == ("Obrigado", "Valeu")
    assert [line["text"] for line in told["comparison"]["draft"]["transcript"]][-2:] == ["Ana", "Valeu"]


async def test_what_would_go_otherwise_is_listed_and_may_refuse_the_publish(
    admin: httpx.AsyncClient, company: Company
) -> None:
    same = (await admin.post(f"{company.flow}/regression", json={"last": 10})).json()
    await admin.put(company.flow, json={"document": with_words("Valeu")})

    other = (await admin.post(f"{company.flow}/regression", json={"last": 10})).json()
    refused = await admin.post(f"{company.flow}/publish", json={"regress": 10, "strict": True})
    published = await admin.post(f"{company.flow}/publish", json={"regress": 10})

    assert (same["version"], same["compared"], same["same"], same["sessions"]) == (1, 3, 3, [])
    assert (other["compared"], other["same"], other["kinds"]) == (3, 0, {"message": 3})
    assert (refused.status_code, error_of(refused).code) == (422, "FLOW_REGRESSED")
    assert {detail.field for detail in error_of(refused).details} == set(map(str, company.session_ids[:3]))
    assert (published.status_code, published.json()["number"]) == (200, 2)
    assert len(published.json()["regressions"]["sessions"]) == 3


async def test_a_session_of_which_nothing_was_kept_cannot_be_told(
    admin: httpx.AsyncClient, company: Company, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    async with uow_of_app(tenant_id) as tx:
        record = await tx.flow_sessions.get(company.session_ids[0])
        assert record is not None
        bare = msgspec.structs.replace(record.session, id=FlowSessionId(new_id()))
        await tx.flow_sessions.add(msgspec.structs.replace(record, session=bare))

    answer = await admin.post(f"{company.flow}/test", json={"session_id": str(bare.id)})

    assert (answer.status_code, error_of(answer).code) == (422, "SESSION_NOT_REPLAYABLE")


async def test_tests_beside_the_flow_are_played_too(admin: httpx.AsyncClient, company: Company) -> None:
    beside = {"name": "menu", "steps": [{"say": "oi"}, {"expect": {"text": "Plano?"}}]}
    kept = await admin.put(f"{company.flow}/tests", json={"tests": [beside]})
    assert kept.status_code == 200, kept.text
    ad_hoc = {"name": "nome", "from_node": "nome", "seed": 7, "steps": [{"expect": {"text": "Pois não?"}}]}

    answer = await admin.post(f"{company.flow}/test", json={"saved": True, "tests": [ad_hoc]})
    nothing = await admin.post(f"{company.flow}/test", json={})

    assert [(test["name"], test["passed"]) for test in answer.json()["tests"]] == [("nome", False), ("menu", True)]
    assert answer.json()["passed"] is False
    assert (nothing.status_code, error_of(nothing).fields) == (422, ["tests"])
