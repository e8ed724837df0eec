"""FlowNumbers, on PostgreSQL: three sessions whose numbers one can count by hand."""

from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.flow_numbers import PostgresFlowNumbers
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.flow_numbers import Counted, StepKind, StepTally
from application.ports.repositories.flow_sessions import SprintRecord
from domain.conversations.conversation import Conversation
from domain.flows.definition import Flow
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.shared.ids import FlowVersionId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_flow, a_session, a_version, new_id

START = Step(node="start", type="start", event="passed", at=NOW, edge="e1")
CHOSEN = Step(node="luck", type="random", event="chosen", at=NOW, edge="e2", values={"branch": "a"})
ASKED = Step(node="ask", type="question", event="asked", at=NOW)
AGAIN = Step(node="ask", type="question", event="asked_again", at=NOW + MINUTE)
ANSWERED = Step(node="ask", type="question", event="answered", at=NOW + 3 * MINUTE, edge="e3", values={"answer": "Sim"})
BACK = Step(node="ask", type="question", event="answered", at=NOW + MINUTE, edge="loop", values={"answer": "Não"})
ELSEWHERE = Step(node="ask", type="question", event="asked", at=NOW, version=FlowVersionId(new_id()))
SAID = Step(node="bye", type="message", event="sent", at=NOW + 3 * MINUTE)


@pytest.fixture
async def flow(uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation) -> Flow:
    """One answers at the second try, one goes round once and answers, one rests on the question."""
    flow = a_flow()
    version = a_version(flow)
    over = {"status": SessionStatus.COMPLETED, "node": "bye", "outcome": "completed"}
    played = [
        (over, [(START, CHOSEN, ASKED), (AGAIN,), (ANSWERED, SAID)]),
        (over, [(START, CHOSEN, ASKED), (BACK, ASKED), (ELSEWHERE, ANSWERED, SAID)]),
        ({"status": SessionStatus.WAITING, "node": "ask"}, [(START, CHOSEN, ASKED)]),
    ]
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
        for fields, traces in played:
            record = a_session(version, conversation, **fields)
            await tx.flow_sessions.add(record, sprint=SprintRecord(number=1, stimulus=b"null", trace=traces[0], at=NOW))
            for version_of_row, trace in enumerate(traces[1:]):
                sprint = SprintRecord(number=version_of_row + 2, stimulus=b"null", trace=trace, at=NOW)
                await tx.flow_sessions.save(msgspec.structs.replace(record, version=version_of_row), sprint=sprint)
    return flow


def counted(flow: Flow, **changed: object) -> Counted:
    asked = {"flow_ids": [flow.id], "since": NOW, "until": NOW + timedelta(days=1), "most": 100, **changed}
    return Counted(**asked)  # type: ignore[arg-type]


def of(tallies: list[StepTally], kind: StepKind) -> dict[tuple[str, str | None, str | None], tuple[int, int]]:
    return {(one.node, one.name, one.value): (one.times, one.sessions) for one in tallies if one.kind is kind}


async def test_counts_sessions_steps_and_answers(tenant_id: TenantId, flow: Flow, app_database: Database) -> None:
    tallies = await PostgresFlowNumbers(app_database).all_of(tenant_id, counted(flow))

    steps = list(tallies.steps)
    assert {(one.number, one.status.value): one.sessions for one in tallies.versions} == {
        (1, "completed"): 2,
        (1, "waiting"): 1,
    }
    assert tallies.played == 3
    assert {(one.node, one.status.value): one.sessions for one in tallies.stops} == {
        ("bye", "completed"): 2,
        ("ask", "waiting"): 1,
    }
    assert of(steps, StepKind.NODE) == {
        ("start", None, None): (3, 3),
        ("luck", None, None): (3, 3),
        ("ask", None, None): (4, 3),
        ("bye", None, None): (2, 2),
    }
    assert of(steps, StepKind.EDGE) == {
        ("start", "e1", None): (3, 3),
        ("luck", "e2", None): (3, 3),
        ("ask", "e3", None): (2, 2),
        ("ask", "loop", None): (1, 1),
    }
    assert of(steps, StepKind.EVENT)["ask", "asked", None] == (4, 3)
    assert of(steps, StepKind.EVENT)["ask", "asked_again", None] == (1, 1)
    assert of(steps, StepKind.VALUE) == {
        ("ask", "answer", "Sim"): (2, 2),
        ("ask", "answer", "Não"): (1, 1),
        ("luck", "branch", "a"): (3, 3),
    }
    [branch] = [one for one in steps if one.name == "branch"]
    assert branch.statuses == {"completed": 2, "waiting": 1}
    medians = {one.node: one.median_ms for one in steps if one.kind is StepKind.NODE}
    assert medians == {"start": 0.0, "luck": 0.0, "ask": 180_000.0, "bye": None}


async def test_counts_nothing_of_another_time_version_or_flow(
    tenant_id: TenantId, other_tenant_id: TenantId, flow: Flow, app_database: Database
) -> None:
    numbers = PostgresFlowNumbers(app_database)

    for tenant, asked in [
        (tenant_id, counted(flow, since=NOW + MINUTE)),
        (tenant_id, counted(flow, version=2)),
        (tenant_id, counted(flow, flow_ids=[new_id()])),
        (other_tenant_id, counted(flow)),
    ]:
        tallies = await numbers.all_of(tenant, asked)
        assert (list(tallies.versions), list(tallies.steps), list(tallies.stops), tallies.played) == ([], [], [], 0)


async def test_counts_the_steps_of_the_newest_and_the_sessions_of_all(
    tenant_id: TenantId, flow: Flow, app_database: Database
) -> None:
    tallies = await PostgresFlowNumbers(app_database).all_of(tenant_id, counted(flow, most=1))

    assert tallies.played == 1
    assert sum(one.sessions for one in tallies.versions) == 3
    assert {one.node for one in tallies.stops} == {"ask"}
