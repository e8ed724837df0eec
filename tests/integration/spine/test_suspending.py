"""A suspended company's bots and sends rest; what comes in is kept, and handled in its order when it works again."""

from datetime import timedelta
from uuid import UUID

import asyncpg

from application.messages.send_message import SendMessage, SendMessageHandler
from application.ports.lanes import LaneKind
from application.ports.operations import LaneBoard
from application.tenants.activate_tenant import ActivateTenant, ActivateTenantHandler
from application.tenants.delete_tenant import DeleteTenant, DeleteTenantHandler
from application.tenants.suspend_tenant import SuspendTenant, SuspendTenantHandler
from domain.audit.author import CONSOLE
from domain.shared.content import Text
from domain.shared.ids import ConversationId
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)


async def suspend(spine: Spine) -> None:
    handler = await spine.container.get(SuspendTenantHandler)
    await handler(SuspendTenant(tenant_id=spine.tenant_id, reason="unpaid"), by=CONSOLE)


async def activate(spine: Spine) -> None:
    handler = await spine.container.get(ActivateTenantHandler)
    await handler(ActivateTenant(tenant_id=spine.tenant_id), by=CONSOLE)


class TestWhileSuspended:
    async def test_what_comes_in_is_kept_and_nothing_is_sent(self, spine: Spine) -> None:
        await spine.run(flows.echo())
        await suspend(spine)

        await spine.says(PHONE, "oi")
        await spine.drain()

        assert await spine.one("SELECT count(*) FROM platform.webhook_journal") == 1
        assert await spine.column("SELECT id FROM messages") == []
        assert spine.sent() == []

    async def test_what_was_queued_before_is_not_sent(self, spine: Spine) -> None:
        await spine.run(flows.echo())
        await spine.says(PHONE, "oi")
        await spine.drain(kinds=INBOUND)
        await suspend(spine)

        await spine.drain()

        assert await spine.one("SELECT count(*) FROM outbound") == 1
        assert spine.sent() == []

    async def test_a_bot_that_waits_does_not_go_on(self, spine: Spine) -> None:
        await spine.run(flows.pauses(duration="2h"))
        await spine.says(PHONE, "oi")
        await spine.drain()
        await suspend(spine)

        await spine.advance(timedelta(hours=3))
        await spine.drain()

        assert spine.answers(PHONE) == ["Um momento"]

    async def test_workers_are_not_late(self, spine: Spine) -> None:
        await suspend(spine)
        await spine.says(PHONE, "oi")

        board: LaneBoard = await spine.container.get(LaneBoard)

        assert (await board.lag()).oldest_due == {}

    async def test_others_are_served(self, spine: Spine, owner: asyncpg.Pool) -> None:
        other = Spine(spine.container, clock=spine.clock, world=spine.world, owner=owner)
        await other.found_company(number_id=wire.OTHER_NUMBER_ID, account_id=wire.OTHER_ACCOUNT_ID)
        await suspend(spine)
        await spine.says(PHONE, "oi")
        message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)

        await other.sends(message, number_id=wire.OTHER_NUMBER_ID)
        await other.drain()

        assert await other.column("SELECT tenant_id FROM messages") == [other.tenant_id]


class TestOnceActive:
    async def test_what_came_in_is_answered(self, spine: Spine) -> None:
        await spine.run(flows.echo())
        await suspend(spine)
        await spine.says(PHONE, "oi")
        await spine.drain()

        await activate(spine)
        await spine.drain()

        assert spine.answers(PHONE) == ["Recebido: oi"]

    async def test_everything_is_handled_in_its_order(self, spine: Spine) -> None:
        await suspend(spine)
        words = [f"mensagem {number}" for number in range(8)]
        for line in words:
            await spine.says(PHONE, line)
        await spine.drain()

        await activate(spine)
        await spine.drain()

        texts = await spine.column("SELECT convert_from(jsonb_send(content), 'UTF8')::text FROM messages ORDER BY id")
        assert [line for text in texts for line in words if line in str(text)] == words

    async def test_what_was_queued_goes_out(self, spine: Spine) -> None:
        await spine.run(flows.echo())
        await spine.says(PHONE, "oi")
        await spine.drain(kinds=INBOUND)
        await suspend(spine)
        await spine.drain()

        await activate(spine)
        await spine.drain()

        assert spine.answers(PHONE) == ["Recebido: oi"]

    async def test_a_bot_that_waited_goes_on(self, spine: Spine) -> None:
        await spine.run(flows.pauses(duration="2h"))
        await spine.says(PHONE, "oi")
        await spine.drain()
        await suspend(spine)
        await spine.advance(timedelta(hours=3))
        await spine.drain()

        await activate(spine)
        await spine.drain()

        assert spine.answers(PHONE) == ["Um momento", "Voltei"]


async def test_a_deleted_company_rests_too_and_comes_back_whole(spine: Spine) -> None:
    await spine.run(flows.echo())
    delete = await spine.container.get(DeleteTenantHandler)
    await delete(DeleteTenant(tenant_id=spine.tenant_id), by=CONSOLE)
    await spine.says(PHONE, "oi")
    await spine.drain()
    assert spine.sent() == []

    await activate(spine)
    await spine.drain()

    assert spine.answers(PHONE) == ["Recebido: oi"]


async def test_a_lane_that_is_held_when_its_company_is_suspended_is_finished_by_its_holder(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    [journal] = await spine.claim(kinds=[LaneKind.JOURNAL])
    await suspend(spine)

    await spine.work(journal)
    await spine.drain()

    assert await spine.one("SELECT count(*) FROM platform.inbound_items") == 1
    assert await spine.claim() == []


async def test_a_persons_message_waits_too(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    conversation = ConversationId(UUID(str(await spine.conversation_id())))
    send = await spine.container.get(SendMessageHandler)
    await send(await spine.agent(), SendMessage(conversation_id=conversation, content=Text(body="Bom dia")))
    await suspend(spine)

    await spine.drain()
    assert spine.sent() == []

    await activate(spine)
    await spine.drain()
    assert spine.answers(PHONE) == ["Bom dia"]
