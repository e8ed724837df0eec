"""A bot is copied, to make another of it."""

import msgspec

from application.flows.chatbots.telling import told
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.copying import copy_of, copy_tests, name_of_copy
from domain.flows.definition import Chatbot
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, FlowId
from domain.tenants.plans import Metric


class DuplicateChatbot(msgspec.Struct, frozen=True, kw_only=True):
    """Which chatbot, and what the copy is called."""

    chatbot_id: ChatbotId
    name: str | None = None


class DuplicateChatbotHandler:
    """Keep a copy of a chatbot with copies of its flows' drafts and tests. Needs flows:edit.

    Jumps between its own flows lead to the copies. Nothing of it runs: the flows are drafts, and it is not active, so
    that publishing the first of them does not answer anybody before the others are ready.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: DuplicateChatbot) -> ChatbotId:
        """Give the copy's id. Raises ChatbotNotFoundError, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            original = await tx.chatbots.get(command.chatbot_id)
            now = self._clock.now()
            copy = Chatbot(
                id=ChatbotId(self._ids.new()),
                name=(command.name or "").strip() or name_of_copy(original.name),
                description=original.description,
                variables=original.variables,
                is_active=False,
                created_at=now,
                updated_at=now,
            )
            await tx.chatbots.add(copy)
            copies = await self._copy_flows(tx, original, copy)
            if original.main_flow_id in copies:
                copy.main_flow_id = copies[original.main_flow_id]
                await tx.chatbots.save(copy)
            on = Subject(type="chatbot", id=copy.id)
            after = {**told(copy), "copy_of": original.id}
            tx.audit.record(AuditAction.CHATBOT_CREATED, by=actor.author, on=on, after=after)
        return copy.id

    async def _copy_flows(self, tx: Transaction, original: Chatbot, copy: Chatbot) -> dict[FlowId, FlowId]:
        flows = await tx.flows.of_chatbot(original.id)
        copies = {flow.id: FlowId(self._ids.new()) for flow in flows}
        if flows:
            await tx.usage.take(Metric.FLOWS, amount=len(flows))
        for flow in flows:
            new = copy_of(
                flow,
                copy_id=copies[flow.id],
                name=flow.name,
                now=copy.created_at,
                chatbot_id=copy.id,
                copies=copies,
            )
            await tx.flows.add(new)
            tests = await tx.flow_tests.list(flow.id)
            if tests:
                await tx.flow_tests.replace(new.id, copy_tests(tests, self._ids.new))
        return copies
