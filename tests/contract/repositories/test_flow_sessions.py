"""FlowSessionRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.postgres.constraints import FlowRunningError
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flow_sessions import SessionRecord, SprintRecord
from application.ports.repositories.flows import StoredVersion
from domain.conversations.conversation import Conversation
from domain.flows.session import Frame, Reply, SessionStatus
from domain.flows.sprint import Step
from domain.flows.stimuli import TimerFired
from domain.shared.content import Interactive, Text
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowSessionId, MessageId, TenantId
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_session,
    fetch,
    new_id,
)
from tests.contract.repositories.structs import json_values

RUNNING = [status for status in SessionStatus if not status.is_over]
OVER = [status for status in SessionStatus if status.is_over]


class TestKeeping:
    async def test_gives_back_every_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion, conversation: Conversation
    ) -> None:
        reply = Reply(message_id=MessageId(new_id()), content=Interactive(kind="button", id="a", title="A"), text="A")
        frame = Frame(
            flow_id=version.flow_id,
            version_id=version.id,
            node="jump",
            variables={"a": [1, {"b": None}]},
            outputs={"x": "y"},
        )
        record = a_session(
            version,
            conversation,
            status=SessionStatus.WAITING,
            node="ask",
            entered_at=NOW + MINUTE,
            attempts=2,
            awaiting="2.1",
            asked="2.2",
            expiry="2.3",
            variables={"nome": "Ana", "total": 12.5, "ok": True, "itens": [1, "dois", None]},
            last={"status": 200},
            reply=reply,
            pending=(reply, msgspec.structs.replace(reply, content=Text(body="oi"), text="oi")),
            stack=(frame,),
            sprints=4,
            outcome="done",
        )

        async with uow(tenant_id) as tx:
            await tx.flow_sessions.add(record)
        async with uow(tenant_id) as tx:
            loaded = await tx.flow_sessions.get(record.session.id)

        assert loaded == record

    @given(values=st.dictionaries(st.sampled_from("abc"), json_values))
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    async def test_gives_back_any_variables(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord, values: dict[str, object]
    ) -> None:
        async with uow(tenant_id) as tx:
            stored = await tx.flow_sessions.get(record.session.id)
            assert stored is not None
            session = msgspec.structs.replace(stored.session, variables=values)
            await tx.flow_sessions.save(msgspec.structs.replace(stored, session=session))
            loaded = await tx.flow_sessions.get(record.session.id)

        assert loaded is not None
        assert loaded.session.variables == values

    async def test_saves_state_and_counts_the_version(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        session = msgspec.structs.replace(record.session, status=SessionStatus.COMPLETED, sprints=2)
        changed = msgspec.structs.replace(record, session=session)

        async with uow(tenant_id) as tx:
            await tx.flow_sessions.save(changed)
            loaded = await tx.flow_sessions.get(record.session.id)

        assert loaded == msgspec.structs.replace(changed, version=1)

    async def test_knows_no_session_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, record: SessionRecord
    ) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.flow_sessions.get(record.session.id) is None
            assert await tx.flow_sessions.find_running(record.conversation_id) is None
            with pytest.raises(StaleVersionError):
                await tx.flow_sessions.save(record)

    async def test_knows_no_session_that_was_never_there(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.flow_sessions.get(FlowSessionId(new_id())) is None


class TestRunning:
    @pytest.mark.parametrize("status", RUNNING)
    async def test_is_one_that_is_not_over(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        version: StoredVersion,
        conversation: Conversation,
        status: SessionStatus,
    ) -> None:
        record = a_session(version, conversation, status=status)
        async with uow(tenant_id) as tx:
            for over in OVER:
                await tx.flow_sessions.add(a_session(version, conversation, status=over))
            assert await tx.flow_sessions.find_running(conversation.id) is None
            await tx.flow_sessions.add(record)
            assert await tx.flow_sessions.find_running(conversation.id) == record

    async def test_is_one_a_conversation(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion, conversation: Conversation
    ) -> None:
        async def start() -> None:
            async with uow(tenant_id) as tx:
                await tx.flow_sessions.add(a_session(version, conversation))
                await asyncio.sleep(0.05)

        results = await asyncio.gather(start(), start(), return_exceptions=True)

        assert sorted(map(type, results), key=str) == sorted([type(None), FlowRunningError], key=str)

    async def test_is_saved_by_one_of_two_at_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        async def save() -> None:
            async with uow(tenant_id) as tx:
                await tx.flow_sessions.save(record)
                await asyncio.sleep(0.05)

        results = await asyncio.gather(save(), save(), return_exceptions=True)

        assert sorted(map(type, results), key=str) == sorted([type(None), StaleVersionError], key=str)


class TestSprints:
    async def test_are_kept_as_they_happened(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord, database_url: str, home: str
    ) -> None:
        step = Step(node="ask", type="question", event="asked", at=NOW, values={"a": 1}, effects=("1.1",))
        stimulus = msgspec.json.encode(TimerFired(timer_id="1.2"))

        async with uow(tenant_id) as tx:
            sprint = SprintRecord(number=1, stimulus=stimulus, trace=(step,), at=NOW)
            await tx.flow_sessions.save(record, sprint=sprint)

        [row] = await fetch(database_url, "SELECT number, stimulus, trace, at FROM flow_sprints", home=home)
        assert (row["number"], row["at"]) == (1, NOW)
        assert msgspec.json.decode(row["stimulus"], type=TimerFired) == TimerFired(timer_id="1.2")
        assert msgspec.json.decode(row["trace"], type=tuple[Step, ...]) == (step,)
