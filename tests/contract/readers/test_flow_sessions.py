"""FlowSessionList and PlayedSessions, on PostgreSQL."""

from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.flow_sessions import PostgresFlowSessionList
from adapters.postgres.readers.played_sessions import PostgresPlayedSessions
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.flow_sessions import (
    FlowSessionFilters,
    FlowSessionNotFoundError,
    FlowSessionRow,
    StepAsked,
)
from application.ports.repositories.flow_sessions import SessionCause, SessionRecord, SprintRecord
from application.shared.page import Page, PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.visibility import Viewer
from domain.flows.definition import Flow, FlowNotFoundError
from domain.flows.seen import Seen
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.flows.stimuli import TimerFired
from domain.shared.ids import DepartmentId, FlowSessionId, FlowVersionId, TenantId, UserId
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_flow,
    a_message,
    a_session,
    a_timer,
    a_version,
    new_id,
)
from tests.contract.repositories.structs import as_json

EVERYBODY = Viewer(user_id=UserId(new_id()), sees_all=True)
ASKED = Step(node="ask", type="question", event="asked", at=NOW, effects=("1.1",))
ANSWERED = Step(
    node="ask",
    type="question",
    event="answered",
    at=NOW + MINUTE,
    edge="e2",
    values={"answer": "Sim"},
    effects=("2.1",),
)
ELSEWHERE = Step(node="far", type="message", event="sent", at=NOW + MINUTE, edge="e9", version=FlowVersionId(new_id()))
TOLD = b'{"stimulus":"timer_fired","timer_id":"1.2"}'


@pytest.fixture
def session_list(app_database: Database) -> PostgresFlowSessionList:
    return PostgresFlowSessionList(app_database)


@pytest.fixture
async def flow(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Flow:
    flow = a_flow()
    version = a_version(flow)
    flow.published_version_id, flow.published_number = version.id, 1
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
    return flow


@pytest.fixture
async def records(
    uow: PostgresUnitOfWork, tenant_id: TenantId, flow: Flow, conversation: Conversation
) -> list[SessionRecord]:
    """Three sessions, the first of which has had two sprints, sent a message and set a timer."""
    assert flow.published_version_id is not None
    over = {"status": SessionStatus.COMPLETED, "node": "end", "outcome": "done", "ended_at": NOW + MINUTE}
    async with uow(tenant_id) as tx:
        [version] = await tx.flows.versions([flow.published_version_id])
        records = [a_session(version, conversation, **over) for _ in range(3)]
        records[1] = msgspec.structs.replace(records[1], cause=SessionCause.SCHEDULE)
        for record in records:
            await tx.flow_sessions.add(record)
        first = records[0]
        seen = Seen(contact={"name": "Ana"}, variables={"x": 1})
        begun = SprintRecord(number=1, stimulus=b"null", trace=(ASKED,), at=NOW, seen=seen)
        told = SprintRecord(number=2, stimulus=TOLD, trace=(ANSWERED, ELSEWHERE), at=NOW + MINUTE)
        for version, sprint in enumerate((begun, told)):
            await tx.flow_sessions.save(msgspec.structs.replace(first, version=version), sprint=sprint)
        await tx.flow_sessions.add_timer(a_timer(first, effect_id="2.2"))
        sent = {"flow_session_id": first.session.id, "effect_id": "1.1"}
        await tx.messages.add(a_message(conversation, **sent))
    return records


class TestFlowSessionList:
    async def test_gives_the_newest_first_each_once(
        self, tenant_id: TenantId, flow: Flow, records: list[SessionRecord], session_list: PostgresFlowSessionList
    ) -> None:
        async def read(page: PageRequest) -> Page[FlowSessionRow]:
            return await session_list.page(
                tenant_id, viewer=EVERYBODY, flow_id=flow.id, filters=FlowSessionFilters(), page=page
            )

        pages = await walk(read, limit=2)

        newest_first = [record.session.id for record in reversed(records)]
        assert [row.id for rows in pages for row in rows] == newest_first
        assert (await read(PageRequest())).total == 3

    async def test_shows_a_session_step_by_step(
        self, tenant_id: TenantId, records: list[SessionRecord], session_list: PostgresFlowSessionList
    ) -> None:
        detail = await session_list.one(tenant_id, viewer=EVERYBODY, session_id=records[0].session.id)

        assert (detail.status, detail.node, detail.outcome) == (SessionStatus.COMPLETED, "end", "done")
        assert (detail.flow_number, detail.contact_name, detail.started_at) == (1, "Ana", NOW)
        assert as_json(detail.variables) == {}
        assert [(sprint.number, as_json(sprint.stimulus)) for sprint in detail.sprints] == [
            (1, None),
            (2, {"stimulus": "timer_fired", "timer_id": "1.2"}),
        ]
        assert [(step.sprint, step.node, step.event, step.after_ms) for step in detail.steps] == [
            (1, "ask", "asked", 0),
            (2, "ask", "answered", 60_000),
            (2, "far", "sent", 0),
        ]
        message = detail.steps[0].effects[0].message
        assert message is not None
        assert message.status == "queued"
        assert [timer.effect_id for timer in detail.timers] == ["2.2"]

    @pytest.mark.parametrize(
        ("filters", "count"),
        [
            (FlowSessionFilters(status=SessionStatus.COMPLETED, outcome="done", running=False), 3),
            (FlowSessionFilters(running=True), 0),
            (FlowSessionFilters(cause=SessionCause.SCHEDULE), 1),
            (FlowSessionFilters(version=1, stopped_at="end", since=NOW, until=NOW + timedelta(seconds=1)), 3),
            (FlowSessionFilters(version=2), 0),
            (FlowSessionFilters(since=NOW + MINUTE), 0),
            (FlowSessionFilters(stopped_at="ask"), 0),
            (FlowSessionFilters(step=StepAsked(node="ask", event="answered")), 1),
            (FlowSessionFilters(step=StepAsked(edge="e2", values={"answer": "Sim"})), 1),
            (FlowSessionFilters(step=StepAsked(node="ask", values={"answer": "Não"})), 0),
            (FlowSessionFilters(step=StepAsked(node="far")), 0),
        ],
    )
    @pytest.mark.usefixtures("records")
    async def test_filters(
        self,
        tenant_id: TenantId,
        flow: Flow,
        session_list: PostgresFlowSessionList,
        filters: FlowSessionFilters,
        count: int,
    ) -> None:
        page = await session_list.page(
            tenant_id, viewer=EVERYBODY, flow_id=flow.id, filters=filters, page=PageRequest()
        )

        assert (len(page.items), page.total) == (count, count)

    async def test_hides_what_was_said_in_a_conversation_that_one_may_not_see(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        flow: Flow,
        records: list[SessionRecord],
        conversation: Conversation,
        session_list: PostgresFlowSessionList,
        app_database: Database,
    ) -> None:
        department, played = DepartmentId(new_id()), PostgresPlayedSessions(app_database)
        async with uow(tenant_id) as tx:
            await tx.departments.add(department, name="Financeiro")
            held = await tx.conversations.get(conversation.id)
            held.department_id = department
            await tx.conversations.save(held)
        colleague = Viewer(user_id=UserId(new_id()), departments=frozenset({department}))
        stranger = Viewer(user_id=UserId(new_id()))
        everything = {"flow_id": flow.id, "filters": FlowSessionFilters(), "page": PageRequest()}
        [session_id] = {records[0].session.id}

        assert (await session_list.page(tenant_id, viewer=colleague, **everything)).total == 3
        assert (await session_list.page(tenant_id, viewer=stranger, **everything)).items == []
        for reader in (session_list, played):
            with pytest.raises(FlowSessionNotFoundError):
                await reader.one(tenant_id, viewer=stranger, session_id=session_id)

    async def test_shows_nothing_to_another_tenant(
        self,
        other_tenant_id: TenantId,
        flow: Flow,
        records: list[SessionRecord],
        session_list: PostgresFlowSessionList,
    ) -> None:
        with pytest.raises(FlowNotFoundError):
            await session_list.page(
                other_tenant_id,
                viewer=EVERYBODY,
                flow_id=flow.id,
                filters=FlowSessionFilters(),
                page=PageRequest(),
            )
        with pytest.raises(FlowSessionNotFoundError):
            await session_list.one(other_tenant_id, viewer=EVERYBODY, session_id=records[0].session.id)


class TestPlayedSessions:
    async def test_gives_what_a_session_was_told_and_saw(
        self, tenant_id: TenantId, records: list[SessionRecord], app_database: Database
    ) -> None:
        session_id = records[0].session.id

        played = await PostgresPlayedSessions(app_database).one(tenant_id, viewer=EVERYBODY, session_id=session_id)

        begun, told = played.recording.heard
        assert (begun.stimulus, begun.at, begun.seen) == (None, NOW, Seen(contact={"name": "Ana"}, variables={"x": 1}))
        assert (told.stimulus, told.seen) == (TimerFired(timer_id="1.2"), Seen())
        assert played.traces == ((ASKED,), (ANSWERED, ELSEWHERE))
        assert played.facts.contact["name"] == "Ana"
        assert (played.recording.session_id, played.recording.flow_id) == (session_id, records[0].session.flow_id)

    async def test_gives_those_of_a_version_that_are_over_the_newest_first(
        self, tenant_id: TenantId, flow: Flow, records: list[SessionRecord], app_database: Database
    ) -> None:
        assert flow.published_version_id is not None
        reader = PostgresPlayedSessions(app_database)

        async def last(version_id: FlowVersionId) -> list[FlowSessionId]:
            asked = {"viewer": EVERYBODY, "flow_id": flow.id, "version_id": version_id, "limit": 2}
            return [played.recording.session_id for played in await reader.last(tenant_id, **asked)]

        assert await last(flow.published_version_id) == [record.session.id for record in (records[2], records[1])]
        assert await last(FlowVersionId(new_id())) == []
