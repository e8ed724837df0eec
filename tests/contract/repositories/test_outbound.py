"""OutboundRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.database import Database
from application.ports.repositories.outbound import Intent, IntentState, OutboundRepository, Priority
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.message import SenderKind
from domain.shared.ids import MessageId, TenantId, UserId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from tests.contract.repositories.send_queue import Queue
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_message,
    an_intent,
    event_types,
    facts,
    new_id,
)


class TestKeeping:
    async def test_gives_back_every_field(self, queue: Queue) -> None:
        intent = await queue.add(
            "Ana",
            wa_id="551155550001",
            user_id="BR.77",
            priority=Priority.BULK,
            state=IntentState.UNKNOWN,
            not_before=NOW + MINUTE,
            attempts=2,
            unknowns=1,
            submitted_at=NOW,
        )

        async with queue.uow(queue.tenant_id) as tx:
            loaded = await tx.outbound.get(intent.message_id)

        assert loaded == intent

    async def test_writes_the_message_and_tells_of_it(
        self, queue: Queue, conversation: Conversation, contact: Contact, platform_database: Database
    ) -> None:
        message = a_message(conversation, user_id=UserId(new_id()))
        message.tell_sent()

        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.queue(message, an_intent(message, contact, user_id="BR.1"))
        async with queue.uow(queue.tenant_id) as tx:
            loaded = await tx.messages.get(message.id)

        assert loaded is not None
        assert facts(loaded) == facts(message)
        assert await event_types(platform_database, queue.tenant_id) == ["message_sent"]

    async def test_saves_how_far_it_got(self, queue: Queue) -> None:
        intent = await queue.add("Ana")
        changed = msgspec.structs.replace(
            intent, state=IntentState.UNKNOWN, not_before=NOW + MINUTE, attempts=3, unknowns=2, submitted_at=NOW
        )

        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.save(changed)
            loaded = await tx.outbound.get(intent.message_id)

        assert loaded == changed

    async def test_settles_once(self, queue: Queue) -> None:
        intent = await queue.add("Ana")

        async with queue.uow(queue.tenant_id) as tx:
            settled = [await tx.outbound.settle(intent.message_id) for _ in range(2)]
            assert await tx.outbound.get(intent.message_id) is None

        assert settled == [True, False]

    async def test_settles_several_and_says_which(self, queue: Queue) -> None:
        intents = [await queue.add(name) for name in ("Ana", "Bia")]
        ids = [intent.message_id for intent in intents]

        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.settle(ids[0])
            settled = await tx.outbound.settle_all(ids)

        assert settled == {ids[1]}

    async def test_knows_no_intent_of_another_tenant(self, queue: Queue, other_tenant_id: TenantId) -> None:
        intent = await queue.add("Ana")

        async with queue.uow(other_tenant_id) as tx:
            assert await tx.outbound.get(intent.message_id) is None
            assert not await tx.outbound.settle(intent.message_id)
            assert await tx.outbound.mark_submitting([intent.message_id], now=NOW) == []
            assert await tx.outbound.next_sendable(queue.config.id, now=NOW, limit=10) == []
            assert await tx.outbound.cancel_queued(intent.conversation_id, sender="bot") == []
            assert await tx.outbound.orphans(queue.config.id) == []

    async def test_sends_nothing_of_another_number(self, queue: Queue) -> None:
        await queue.add("Ana")

        async with queue.uow(queue.tenant_id) as tx:
            assert await tx.outbound.next_sendable(WhatsAppConfigId(new_id()), now=NOW, limit=10) == []


class TestMarkingSubmitting:
    async def test_marks_those_that_are_queued_and_gives_them_in_the_order_asked(self, queue: Queue) -> None:
        first, second, gone = await queue.add("Ana"), await queue.add("Bia"), await queue.add("Caio")
        await queue.change(gone, state=IntentState.UNKNOWN, submitted_at=NOW)

        async with queue.uow(queue.tenant_id) as tx:
            asked = [second.message_id, gone.message_id, first.message_id]
            marked = await tx.outbound.mark_submitting(asked, now=NOW + MINUTE)
            loaded = await tx.outbound.get(first.message_id)

        assert marked == [second.message_id, first.message_id]
        assert loaded == msgspec.structs.replace(
            first, state=IntentState.SUBMITTING, submitted_at=NOW + MINUTE, attempts=1
        )

    async def test_marks_each_once(self, queue: Queue) -> None:
        intent = await queue.add("Ana")

        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.mark_submitting([intent.message_id], now=NOW)
            assert await tx.outbound.mark_submitting([intent.message_id], now=NOW) == []

    async def test_gives_those_under_way_as_orphans(self, queue: Queue) -> None:
        unknown, submitting, _ = await queue.add("Ana"), await queue.add("Bia"), await queue.add("Caio")
        await queue.change(unknown, state=IntentState.UNKNOWN, submitted_at=NOW)
        async with queue.uow(queue.tenant_id) as tx:
            await tx.outbound.mark_submitting([submitting.message_id], now=NOW)
            orphans = await tx.outbound.orphans(queue.config.id)

        assert [orphan.message_id for orphan in orphans] == [unknown.message_id, submitting.message_id]


class TestCancelling:
    async def test_cancels_what_this_sender_has_queued_and_nothing_else(self, queue: Queue) -> None:
        bots = await queue.add("Ana")
        agents = await queue.add("Ana", message=a_message(queue.conversation("Ana"), sender=SenderKind.AGENT))
        await queue.add("Bia")

        async with queue.uow(queue.tenant_id) as tx:
            cancelled = await tx.outbound.cancel_queued(queue.conversation("Ana").id, sender=SenderKind.BOT)
            message = await tx.messages.get(bots.message_id)
            kept = await tx.messages.get(agents.message_id)
            left = await _left(tx.outbound, [bots, agents])

        assert cancelled == [bots.message_id]
        assert left == [agents.message_id]
        assert message is not None
        assert kept is not None
        assert (message.status, list(message.status_at)) == (MessageStatus.CANCELLED, ["cancelled"])
        assert (message.version, kept.version, kept.status) == (1, 0, MessageStatus.QUEUED)

    @pytest.mark.parametrize("state", [IntentState.SUBMITTING, IntentState.UNKNOWN])
    async def test_leaves_what_may_have_gone_out(self, queue: Queue, state: IntentState) -> None:
        intent = await queue.add("Ana")
        await queue.change(intent, state=state, submitted_at=NOW)

        async with queue.uow(queue.tenant_id) as tx:
            assert await tx.outbound.cancel_queued(intent.conversation_id, sender=SenderKind.BOT) == []
            assert await _left(tx.outbound, [intent]) == [intent.message_id]


async def _left(outbound: OutboundRepository, intents: list[Intent]) -> list[MessageId]:
    return [intent.message_id for intent in intents if await outbound.get(intent.message_id) is not None]
