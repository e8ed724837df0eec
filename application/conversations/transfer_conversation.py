"""A conversation is passed on: to a person, to a department, or back to the bot."""

import msgspec

from application.conversations.assignee import require_assignee, require_department
from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.conversations.silence_bot import silence_bot
from application.conversations.tell_customer import Names, TellCustomer
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, DepartmentId, UserId
from domain.support.bot_texts import BotTextKey


class TransferConversation(msgspec.Struct, frozen=True, kw_only=True):
    """Pass it to exactly one of these, for a reason that the next one reads."""

    conversation_id: ConversationId
    user_id: UserId | None = None
    department_id: DepartmentId | None = None
    to_bot: bool = False
    reason: str | None = None


class TransferConversationHandler:
    """Pass a conversation on. Needs conversations:handle.

    A person must be active and allowed to answer; in a department it waits for whoever takes it; with the bot the
    contact's next message starts a flow.
    """

    def __init__(self, *, change: ChangeConversation, tell: TellCustomer) -> None:
        self._change, self._tell = change, tell

    async def __call__(self, actor: Actor, command: TransferConversation) -> None:
        """Pass it on.

        Raises ConversationNotFoundError, AssigneeUnfitError, InvalidError, ConversationResolvedError,
        StaleVersionError.
        """
        actor.require(Permission.CONVERSATIONS_HANDLE)
        _require_one(command)
        async with self._change(actor, command.conversation_id) as change:
            if command.user_id is not None:
                await self._to_person(change, command.user_id, reason=command.reason)
            elif command.department_id is not None:
                await self._to_department(change, command.department_id, reason=command.reason)
            else:
                change.conversation.release(by=change.by, now=change.now, reason=command.reason)

    async def _to_person(self, change: Change, user_id: UserId, *, reason: str | None) -> None:
        person, had = await require_assignee(change.tx, user_id), change.conversation.hands
        change.conversation.transfer_to_user(person.id, by=change.by, reason=reason, now=change.now)
        await silence_bot(change.tx, change.conversation.id, reason="transferred", now=change.now)
        if had != change.conversation.hands:
            await self._announce(change, {"agent": {"name": person.name}})

    async def _to_department(self, change: Change, department_id: DepartmentId, *, reason: str | None) -> None:
        department, had = await require_department(change.tx, department_id), change.conversation.hands
        change.conversation.hand_to_people(department_id=department.id, by=change.by, reason=reason, now=change.now)
        await silence_bot(change.tx, change.conversation.id, reason="transferred", now=change.now)
        if had != change.conversation.hands:
            await self._announce(change, {"department": {"name": department.name}})

    async def _announce(self, change: Change, names: Names) -> None:
        await self._tell(change.tx, change.conversation, BotTextKey.TRANSFERRED, now=change.now, names=names)


def _require_one(command: TransferConversation) -> None:
    targets = (command.user_id is not None, command.department_id is not None, command.to_bot)
    if sum(targets) != 1:
        wrong = ErrorDetail(field="user_id", message="give one of user_id, department_id, to_bot")
        raise InvalidError("Say to whom, and to one only.", details=(wrong,))
