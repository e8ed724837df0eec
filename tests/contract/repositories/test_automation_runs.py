"""AutomationRunRepository, on PostgreSQL."""

import msgspec

from adapters.postgres.database import Database
from adapters.postgres.readers.automation_rules import PostgresAutomationRuleList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.automation_runs import AutomationRun
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import RULE
from domain.shared.ids import AutomationRunId, TenantId
from domain.support.rules import RuleEvent, RunOutcome
from tests.contract.repositories.stored import MINUTE, NOW, new_id
from tests.contract.repositories.test_automation_rules import a_rule


async def test_a_rule_runs_once_an_event(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, conversation: Conversation
) -> None:
    rule = a_rule()
    run = AutomationRun(
        id=AutomationRunId(new_id()),
        rule_id=rule.id,
        cause=new_id(),
        conversation_id=conversation.id,
        outcome=RunOutcome.DONE,
        depth=1,
        details={"actions": ["notify"]},
        at=NOW,
    )
    async with uow(tenant_id) as tx:
        await tx.automation_rules.add(rule)
        assert await tx.automation_runs.begin(run)
        assert not await tx.automation_runs.begin(msgspec.structs.replace(run, id=AutomationRunId(new_id())))
        assert await tx.automation_runs.count_done(conversation.id, since=NOW - MINUTE) == 1
        assert await tx.automation_runs.count_done(conversation.id, since=NOW) == 0
    reader = PostgresAutomationRuleList(app_database)

    page = await reader.runs(tenant_id, rule_id=rule.id, outcome=RunOutcome.DONE, page=PageRequest(cursor=""))

    assert [(row.id, row.cause, row.depth) for row in page.items] == [(run.id, run.cause, 1)]
    async with uow(tenant_id) as tx:
        assert await tx.automation_runs.forget(before=NOW, limit=9) == 0
        assert await tx.automation_runs.forget(before=NOW + MINUTE, limit=9) == 1


async def test_it_is_known_where_an_event_happened_last(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, conversation: Conversation
) -> None:
    async with uow(tenant_id) as tx:
        conversation.resolve(resolution=None, by=RULE, now=NOW)
        await tx.conversations.save(conversation)
    async with uow(tenant_id) as tx:
        assert await tx.automation_runs.recent(RuleEvent.CONVERSATION_RESOLVED, limit=5) == [(conversation.id, None)]
        assert await tx.automation_runs.recent(RuleEvent.TAG_ADDED, limit=5) == []
        assert await tx.automation_runs.recent(RuleEvent.MESSAGE_RECEIVED, limit=5) == []
    async with uow(other_tenant_id) as tx:
        assert await tx.automation_runs.recent(RuleEvent.CONVERSATION_RESOLVED, limit=5) == []
