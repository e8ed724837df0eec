"""What a rule would do is looked at, and nothing is done."""

import msgspec

from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from application.support.situation import situation_of
from domain.conversations.visibility import may_see, require_visible
from domain.identity.permissions import Permission
from domain.shared.ids import AutomationRuleId, ConversationId, MessageId
from domain.support.actions import FOR_OPEN
from domain.support.conditions import holds
from domain.support.rules import AutomationRule, RuleEvent

MAX_EVENTS = 50


class DryRunRule(msgspec.Struct, frozen=True, kw_only=True):
    """On one conversation, or on those of the last events of the rule's kind."""

    rule_id: AutomationRuleId
    conversation_id: ConversationId | None = None
    last: int = 10


class DryRun(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it would be meant, and what it would do."""

    conversation_id: ConversationId
    message_id: MessageId | None
    is_meant: bool
    actions: list[str]


class DryRunRuleHandler:
    """Ask a rule's conditions of conversations as they are now. Needs settings:manage; writes nothing."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock) -> None:
        self._uow, self._book, self._clock = uow, book, clock

    async def __call__(self, actor: Actor, command: DryRunRule) -> list[DryRun]:
        """Give one a conversation or event, the latest first; what the actor may not see is left out.

        Raises AutomationRuleNotFoundError, ConversationNotFoundError.
        """
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            rule = await tx.automation_rules.get(command.rule_id)
            if command.conversation_id is not None:
                conversation = await tx.conversations.get(command.conversation_id)
                require_visible(conversation, actor.viewer)
                return [await self._ask(tx, rule, await _of_conversation(tx, rule, conversation.id))]
            found = await tx.automation_runs.recent(rule.event, limit=min(command.last, MAX_EVENTS))
            asked = []
            for happened in found:
                conversation = await tx.conversations.get(happened[0])
                held, team = conversation.assigned_to, conversation.department_id
                if may_see(actor.viewer, assigned_to=held, department_id=team):
                    asked.append(await self._ask(tx, rule, happened))
            return asked

    async def _ask(
        self, tx: Transaction, rule: AutomationRule, happened: tuple[ConversationId, MessageId | None]
    ) -> DryRun:
        conversation_id, message_id = happened
        conversation = await tx.conversations.get(conversation_id)
        message = await tx.messages.get(message_id) if message_id is not None else None
        situation = await situation_of(tx, conversation, message, book=self._book, now=self._clock.now())
        is_meant = holds(rule.conditions, situation)
        done = [one for one in rule.actions if not (conversation.is_over and isinstance(one, FOR_OPEN))]
        return DryRun(
            conversation_id=conversation_id,
            message_id=message_id,
            is_meant=is_meant,
            actions=[str(action.__struct_config__.tag) for action in done] if is_meant else [],
        )


async def _of_conversation(
    tx: Transaction, rule: AutomationRule, conversation_id: ConversationId
) -> tuple[ConversationId, MessageId | None]:
    """Take the contact's last message where the rule is about one."""
    if rule.event is not RuleEvent.MESSAGE_RECEIVED:
        return conversation_id, None
    last = await tx.messages.latest_inbound(conversation_id)
    return conversation_id, None if last is None else last.id
