"""CsatRepository and CsatReport, on PostgreSQL."""

from datetime import timedelta

import msgspec

from adapters.postgres.database import Database
from adapters.postgres.readers.csat import PostgresCsatReport
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.csat import CsatFilters, CsatSummary
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import RULE
from domain.shared.ids import CsatAnswerId, TenantId, UserId
from domain.support.csat import ANSWERED_WITHIN, CsatAnswer, Score
from tests.contract.repositories.stored import MINUTE, NOW, new_id


def a_question(conversation: Conversation) -> CsatAnswer:
    return CsatAnswer(
        id=CsatAnswerId(new_id()),
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        user_id=UserId(new_id()),
        department_id=None,
        asked_at=NOW,
        expires_at=NOW + ANSWERED_WITHIN,
    )


async def ask(uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation) -> CsatAnswer:
    asked = a_question(conversation)
    async with uow(tenant_id) as tx:
        conversation.resolve(resolution=None, by=RULE, now=NOW)
        await tx.conversations.save(conversation)
        await tx.csat.ask(asked)
    return asked


async def test_a_question_is_open_until_it_is_answered_or_too_old(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, conversation: Conversation
) -> None:
    asked = await ask(uow, tenant_id, conversation)
    of = {"contact_id": conversation.contact_id, "config_id": conversation.whatsapp_config_id}

    async with uow(other_tenant_id) as tx:
        assert await tx.csat.lock_open(**of, now=NOW) is None
        assert not await tx.csat.was_asked(conversation.id)
    async with uow(tenant_id) as tx:
        assert await tx.csat.was_asked(conversation.id)
        assert await tx.csat.lock_open(**of, now=asked.expires_at) is None
        assert await tx.csat.lock_open(**of, now=NOW) == asked
        await tx.csat.answer(asked.answered(Score(value=4, comment="bom"), now=NOW + MINUTE))
        assert await tx.csat.lock_open(**of, now=NOW) is None


async def test_a_report_lists_and_sums_up(
    uow: PostgresUnitOfWork,
    app_database: Database,
    tenant_id: TenantId,
    other_tenant_id: TenantId,
    conversation: Conversation,
) -> None:
    asked = await ask(uow, tenant_id, conversation)
    async with uow(tenant_id) as tx:
        await tx.csat.answer(asked.answered(Score(value=4, comment="bom"), now=NOW + MINUTE))
    report, of = PostgresCsatReport(app_database), CsatFilters(user_id=asked.user_id, since=NOW, is_answered=True)

    page = await report.page(tenant_id, filters=of, page=PageRequest(cursor=""))
    late = await report.page(tenant_id, filters=CsatFilters(since=NOW + timedelta(days=1)), page=PageRequest())
    summary = await report.summary(tenant_id, filters=of)

    assert [(row.id, row.score, row.comment) for row in page.items] == [(asked.id, 4, "bom")]
    assert late.items == []
    assert summary == CsatSummary(
        asked=1, answered=1, average=4.0, distribution={"1": 0, "2": 0, "3": 0, "4": 1, "5": 0}
    )
    nothing = await report.summary(other_tenant_id, filters=CsatFilters())
    assert nothing == msgspec.structs.replace(
        summary, asked=0, answered=0, average=None, distribution=dict.fromkeys(summary.distribution, 0)
    )
