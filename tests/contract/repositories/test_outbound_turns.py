"""OutboundRepository, on PostgreSQL: whose turn it is, and when somebody's comes."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.outbound import IntentState, Priority
from domain.shared.content import Text
from domain.shared.ids import ProviderMessageId
from domain.whatsapp.retry import UNKNOWN_DECIDED_AFTER
from tests.contract.repositories.send_queue import Queue
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_message,
)


class TestNextSendable:
    async def test_comes_with_what_sending_needs(self, queue: Queue, uow: PostgresUnitOfWork) -> None:
        intent = await queue.add("Ana")
        conversation = queue.conversation("Ana")
        conversation.receive(Text(body="oi"), sent_at=NOW, opens_window=True)
        answer = a_message(conversation, content=Text(body="Sim"), reply_to=ProviderMessageId("wamid.asked"))
        async with uow(queue.tenant_id) as tx:
            await tx.conversations.save(conversation)
            await tx.outbound.settle(intent.message_id)
        answering = await queue.add("Ana", message=answer)

        async with uow(queue.tenant_id) as tx:
            [sendable] = await tx.outbound.next_sendable(queue.config.id, now=NOW, limit=10)

        assert sendable.intent == answering
        assert sendable.content == Text(body="Sim")
        assert sendable.reply_to == "wamid.asked"
        assert sendable.window_expires_at == conversation.window_expires_at

    async def test_takes_replies_before_bulk_and_the_oldest_first(self, queue: Queue) -> None:
        early_bulk = await queue.add("Ana", priority=Priority.BULK)
        late_bulk = await queue.add("Bia", priority=Priority.BULK)
        early_reply = await queue.add("Caio")
        late_reply = await queue.add("Davi")

        turn = await queue.turn()

        assert turn == [intent.message_id for intent in (early_reply, late_reply, early_bulk, late_bulk)]

    async def test_takes_no_more_than_asked(self, queue: Queue) -> None:
        first = await queue.add("Ana")
        await queue.add("Bia")

        assert await queue.turn(limit=1) == [first.message_id]

    async def test_takes_one_a_contact_in_their_order(self, queue: Queue) -> None:
        first, second = await queue.add("Ana"), await queue.add("Ana")

        assert await queue.turn() == [first.message_id]
        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.settle(first.message_id)
        assert await queue.turn() == [second.message_id]

    async def test_takes_a_contacts_reply_before_their_earlier_bulk(self, queue: Queue) -> None:
        await queue.add("Ana", priority=Priority.BULK)
        reply = await queue.add("Ana")

        assert await queue.turn() == [reply.message_id]

    async def test_waits_for_its_time(self, queue: Queue) -> None:
        later = await queue.add("Ana", not_before=NOW + MINUTE)

        assert await queue.turn() == []
        assert await queue.turn(minute=1) == [later.message_id]

    async def test_lets_no_message_overtake_one_that_waits_for_its_time(self, queue: Queue) -> None:
        await queue.add("Ana", not_before=NOW + MINUTE)
        await queue.add("Ana")

        assert await queue.turn() == []

    @pytest.mark.parametrize("state", [IntentState.SUBMITTING, IntentState.UNKNOWN])
    async def test_leaves_out_a_contact_with_one_under_way(self, queue: Queue, state: IntentState) -> None:
        under_way = await queue.add("Ana")
        await queue.add("Ana")
        other = await queue.add("Bia")
        await queue.change(under_way, state=state, submitted_at=NOW)

        assert await queue.turn() == [other.message_id]

    async def test_leaves_a_reply_behind_a_bulk_that_is_under_way(self, queue: Queue) -> None:
        under_way = await queue.add("Ana", priority=Priority.BULK)
        await queue.change(under_way, state=IntentState.SUBMITTING, submitted_at=NOW)
        await queue.add("Ana")

        assert await queue.turn() == []


class TestNextDue:
    async def test_is_never_for_an_empty_queue(self, queue: Queue) -> None:
        assert await queue.due() is None

    async def test_is_now_when_one_could_go(self, queue: Queue) -> None:
        await queue.add("Ana")
        await queue.add("Bia", not_before=NOW + MINUTE)

        assert await queue.due(minute=2) == 2

    async def test_is_the_earliest_time_that_is_waited_for(self, queue: Queue) -> None:
        await queue.add("Ana", not_before=NOW + 3 * MINUTE)
        await queue.add("Bia", not_before=NOW + 2 * MINUTE, priority=Priority.BULK)

        assert await queue.due() == 2

    async def test_is_the_decision_about_an_unknown_one(self, queue: Queue) -> None:
        unknown = await queue.add("Ana")
        await queue.change(unknown, state=IntentState.UNKNOWN, submitted_at=NOW)
        await queue.add("Ana")

        assert await queue.due() == UNKNOWN_DECIDED_AFTER / MINUTE

    async def test_is_never_before_now(self, queue: Queue) -> None:
        unknown = await queue.add("Ana")
        await queue.change(unknown, state=IntentState.UNKNOWN, submitted_at=NOW)

        assert await queue.due(minute=30) == 30

    async def test_looks_not_at_what_waits_behind_another(self, queue: Queue) -> None:
        await queue.add("Ana", not_before=NOW + 5 * MINUTE)
        await queue.add("Ana", not_before=NOW)

        assert await queue.due(minute=1) == 5
