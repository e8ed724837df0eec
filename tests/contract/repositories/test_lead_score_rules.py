"""LeadScoreRuleRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.contacts.errors import LeadScoreRuleNotFoundError
from domain.contacts.filter_codec import read_filter
from domain.contacts.lead_score import MAX_SCORE, LeadScoreRule, ScoredEvent
from domain.shared.ids import LeadScoreRuleId, TenantId
from tests.contract.repositories.stored import NOW, facts, new_id


def a_rule(**changed: object) -> LeadScoreRule:
    fields = {"name": "Escreveu", "event": ScoredEvent.MESSAGE_RECEIVED, "points": 5, **changed}
    return LeadScoreRule(id=LeadScoreRuleId(new_id()), created_at=NOW, **fields)


async def test_are_kept_with_and_without_conditions(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    plain, meant = a_rule(), a_rule(conditions=read_filter(b'{"type": "blocked"}'), is_active=False)
    async with uow(tenant_id) as tx:
        await tx.lead_score_rules.add(plain)
        await tx.lead_score_rules.add(meant)
        plain.points = -7
        await tx.lead_score_rules.save(plain)
        kept, active = await tx.lead_score_rules.all(), await tx.lead_score_rules.active()
        await tx.lead_score_rules.delete(meant.id)
        with pytest.raises(LeadScoreRuleNotFoundError):
            await tx.lead_score_rules.get(meant.id)
    async with uow(other_tenant_id) as tx:
        assert await tx.lead_score_rules.all() == []

    assert [facts(rule) for rule in kept] == [facts(plain), facts(meant)]
    assert [rule.id for rule in active] == [plain.id]


async def test_have_a_mark_that_moves(uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        at_first = await tx.lead_score_rules.mark()
        await tx.lead_score_rules.move_mark(7)
        await tx.lead_score_rules.move_mark(12)
    async with uow(tenant_id) as tx:
        later = await tx.lead_score_rules.mark()
    async with uow(other_tenant_id) as tx:
        theirs = await tx.lead_score_rules.mark()

    assert (at_first, later, theirs) == (None, 12, None)


async def test_add_points_that_no_save_of_the_contact_loses(
    uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
) -> None:
    async with uow(tenant_id) as tx:
        first = await tx.contacts.add_points(contact.id, 5)
        contact.name, contact.lead_score = "Ana Lima", 99
        await tx.contacts.save(contact)
        second = await tx.contacts.add_points(contact.id, -8)
        most = await tx.contacts.add_points(contact.id, 2 * MAX_SCORE)

    assert (first, second, most) == (5, -3, MAX_SCORE)
