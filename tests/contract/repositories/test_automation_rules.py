"""AutomationRuleRepository and AutomationRuleList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.automation_rules import PostgresAutomationRuleList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.shared.page import PageRequest
from domain.shared.errors import StaleVersionError
from domain.shared.ids import AutomationRuleId, TenantId
from domain.support.actions import Notify, SetPriority
from domain.support.conditions import All, Not, OpenNow, Says
from domain.support.errors import AutomationRuleNotFoundError, AutomationRuleTakenError
from domain.support.rules import AutomationRule, RuleEvent
from tests.contract.repositories.stored import NOW, facts, new_id


def a_rule(name: str = "Boletos", *, place: int = 0) -> AutomationRule:
    return AutomationRule(
        id=AutomationRuleId(new_id()),
        name=name,
        event=RuleEvent.MESSAGE_RECEIVED,
        created_at=NOW,
        conditions=All(conditions=(Says(words=("boleto",)), Not(condition=OpenNow()))),
        actions=(SetPriority(priority="high"), Notify(words="Boleto")),
        place=place,
        version=1,
    )


async def test_one_is_kept_changed_and_removed(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    rule, second = a_rule(place=1), a_rule("Antes")
    async with uow(tenant_id) as tx:
        await tx.automation_rules.add(rule)
        await tx.automation_rules.add(second)
    async with uow(other_tenant_id) as tx:
        assert (await tx.automation_rules.count(), await tx.automation_rules.active(rule.event)) == (0, [])
        with pytest.raises(AutomationRuleNotFoundError):
            await tx.automation_rules.get(rule.id)
    async with uow(tenant_id) as tx:
        found = await tx.automation_rules.get(rule.id)
        assert facts(found) == facts(rule)
        assert [one.id for one in await tx.automation_rules.active(rule.event)] == [second.id, rule.id]
        assert await tx.automation_rules.active(RuleEvent.TAG_ADDED) == []
        found.is_active = False
        await tx.automation_rules.save(found)
        assert [one.id for one in await tx.automation_rules.active(rule.event)] == [second.id]
    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.automation_rules.save(rule)
    async with uow(tenant_id) as tx:
        await tx.automation_rules.delete(rule.id)
        assert await tx.automation_rules.count() == 1


async def test_a_name_is_one_rules(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        await tx.automation_rules.add(a_rule())
    with pytest.raises(AutomationRuleTakenError):
        async with uow(tenant_id) as tx:
            await tx.automation_rules.add(a_rule())


async def test_they_are_listed_by_place(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        await tx.automation_rules.add(a_rule("Depois", place=9))
        await tx.automation_rules.add(a_rule())
    reader = PostgresAutomationRuleList(app_database)

    page = await reader.page(tenant_id, event=RuleEvent.MESSAGE_RECEIVED, page=PageRequest())
    none = await reader.page(tenant_id, event=RuleEvent.TAG_ADDED, page=PageRequest())

    assert [row.name for row in page.items] == ["Boletos", "Depois"]
    assert none.items == []
    assert await reader.one(tenant_id, rule_id=page.items[0].id) == page.items[0]
    with pytest.raises(AutomationRuleNotFoundError):
        await reader.runs(other_tenant_id, rule_id=page.items[0].id, outcome=None, page=PageRequest())
