"""After an event, the flows that wait for it begin."""

from collections.abc import AsyncIterator

from application.conversations.recipient import address_of
from application.flows.flow_versions import FlowVersions
from application.ports.clock import Clock
from application.ports.repositories.flow_sessions import SessionCause
from application.ports.repositories.flows import PublishedFlow
from application.ports.serving import StartFlowsAfter
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.triggers.numbers import numbers_for
from application.triggers.order_flow import order_flow, sender_of, session_of
from domain.flows.triggers import EventHappened
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.inbound import FlowWanted


class StartFlowsAfterHandler:
    """Does StartFlowsAfter. Idempotent: the event and the flow make the id of the session that begins.

    It puts the wish into the contact's lane; there it is decided whether the flow may begin. In a conversation only
    flows of the chatbot that answers on its number begin, and those of none.
    """

    def __init__(self, *, uow: UnitOfWork, versions: FlowVersions, clock: Clock) -> None:
        self._uow, self._versions, self._clock = uow, versions, clock

    async def __call__(self, job: StartFlowsAfter) -> None:
        """Order them by priority; the first begins, and the next finds it running."""
        async with self._uow(job.tenant_id) as tx:
            async for flow, trigger in self._waiting(tx, job):
                number = await _number(tx, job, flow, chosen=trigger.whatsapp_config_id)
                if number is not None:
                    await self._order(tx, job, flow, number=number)

    async def _waiting(
        self, tx: Transaction, job: StartFlowsAfter
    ) -> AsyncIterator[tuple[PublishedFlow, EventHappened]]:
        wanted = set(await tx.flow_starts.waiting_for(job.event))
        running = [flow for flow in await tx.flows.published() if flow.flow_id in wanted] if wanted else []
        versions = await self._versions.load(tx, [flow.version_id for flow in running])
        for flow in running:
            trigger = versions[flow.version_id].document.trigger
            if isinstance(trigger, EventHappened) and trigger.event == job.event:
                yield flow, trigger

    async def _order(
        self, tx: Transaction, job: StartFlowsAfter, flow: PublishedFlow, *, number: WhatsAppConfig
    ) -> None:
        contact = await tx.contacts.get(job.contact_id)
        address = address_of(contact.phone, await tx.contacts.identities(contact.id), config=number)
        if address is None:
            return
        session_id = session_of(job.cause, flow.flow_id)
        wanted = FlowWanted(
            flow_id=flow.flow_id,
            recipient=sender_of(address),
            cause=SessionCause.EVENT,
            session_id=session_id,
            contact_id=contact.id,
            conversation_id=job.conversation_id,
            depth=job.depth + 1,
        )
        order_flow(tx, number.id, wanted, session_id=session_id, now=self._clock.now())


async def _number(
    tx: Transaction, job: StartFlowsAfter, flow: PublishedFlow, *, chosen: WhatsAppConfigId | None
) -> WhatsAppConfig | None:
    """Give the conversation's, if the flow is for it; of what happened to a contact alone, where they are talked to."""
    if job.conversation_id is not None:
        conversation = await tx.conversations.get(job.conversation_id)
        config = await tx.whatsapp_configs.recall(conversation.whatsapp_config_id)
        is_for_it = chosen in {None, config.id} and flow.chatbot_id in {None, config.chatbot_id}
        return config if is_for_it else None
    numbers = await numbers_for(tx, chosen=chosen, chatbot_id=flow.chatbot_id)
    for number in numbers if len(numbers) > 1 else ():
        if await tx.conversations.find_open(contact_id=job.contact_id, config_id=number.id) is not None:
            return number
    return numbers[0] if numbers else None
