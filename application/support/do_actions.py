"""A rule does what it says."""

from datetime import datetime, timedelta

import msgspec

from application.conversations.assignee import require_assignee, require_department
from application.conversations.resolve_conversation import end
from application.conversations.silence_bot import silence_bot
from application.conversations.tell_customer import TellCustomer
from application.conversations.wake_conversation import WakeConversation
from application.messages.say import Words, say, thread_of
from application.messages.speaker import Speaker
from application.messages.tools import SendTools
from application.ports.expressions import Templates
from application.ports.unit_of_work import Transaction
from application.support.watchers import watchers_of
from application.triggers.want_flow import want_flow
from domain.conversations.conversation import Conversation, Priority
from domain.conversations.message import SenderKind
from domain.conversations.note import Note
from domain.conversations.timeline import RULE
from domain.identity.errors import UserNotFoundError
from domain.shared.content import Content, Template, Text
from domain.shared.ids import NoteId, TagId, UserId
from domain.shared.notification import Notification
from domain.support.actions import (
    FOR_OPEN,
    Action,
    AddNote,
    AddTags,
    AssignDepartment,
    AssignUser,
    Notify,
    RemoveTags,
    Resolve,
    SendTemplate,
    SendText,
    SetPriority,
    Snooze,
    StartFlow,
)
from domain.support.bot_texts import BotTextKey

BY_RULE = "rule"
"""The reason that timeline and transfers are told, and the kind of a rule's notice."""


class DoActions:
    """Do a rule's actions in a transaction, in order; the caller writes the conversation.

    What is not done with a conversation that is over is passed over. Raises what the actions of people raise.
    """

    def __init__(self, *, tell: TellCustomer, tools: SendTools, templates: Templates) -> None:
        self._tell, self._tools, self._templates = tell, tools, templates

    async def __call__(
        self, tx: Transaction, conversation: Conversation, actions: tuple[Action, ...], *, now: datetime
    ) -> None:
        """Do them."""
        for action in actions:
            if isinstance(action, FOR_OPEN) and conversation.is_over:
                continue
            await self._do(tx, conversation, action, now=now)

    async def _do(self, tx: Transaction, conversation: Conversation, action: Action, *, now: datetime) -> None:
        match action:
            case AssignUser(user_id=user_id):
                await self._assign(tx, conversation, user_id, now=now)
            case AssignDepartment(department_id=department_id):
                await require_department(tx, department_id)
                conversation.hand_to_people(department_id=department_id, reason=BY_RULE, by=RULE, now=now)
                await silence_bot(tx, conversation.id, reason=BY_RULE, now=now)
            case SetPriority(priority=priority):
                conversation.set_priority(Priority(priority), by=RULE, now=now)
            case Snooze(minutes=minutes):
                _snooze(tx, conversation, timedelta(minutes=minutes), now=now)
            case Resolve(resolution=resolution):
                await end(tx, conversation, resolution, by=RULE, tell=self._tell, now=now)
            case SendText() | SendTemplate():
                await self._send(tx, conversation, action, now=now)
            case AddTags() | RemoveTags() | Notify() | StartFlow() | AddNote():
                await self._do_beside(tx, conversation, action, now=now)

    async def _do_beside(
        self,
        tx: Transaction,
        conversation: Conversation,
        action: AddTags | RemoveTags | Notify | StartFlow | AddNote,
        *,
        now: datetime,
    ) -> None:
        """Do what is also done with a conversation that is over."""
        match action:
            case AddTags(tag_ids=tag_ids) | RemoveTags(tag_ids=tag_ids):
                await _retag(tx, conversation, tag_ids, adds=isinstance(action, AddTags), now=now)
            case Notify():
                await _notify(tx, conversation, action)
            case StartFlow(flow_id=flow_id):
                await want_flow(tx, conversation, flow_id, ids=self._tools.ids, now=now)
            case AddNote(text=text):
                await self._note(tx, conversation, text, now=now)

    async def _assign(self, tx: Transaction, conversation: Conversation, user_id: UserId, *, now: datetime) -> None:
        await require_assignee(tx, user_id)
        if conversation.assigned_to == user_id:
            return
        conversation.assign(user_id, by=RULE, now=now)
        await silence_bot(tx, conversation.id, reason=BY_RULE, now=now)
        await self._tell(tx, conversation, BotTextKey.ASSIGNED, now=now, agent=user_id)

    async def _note(self, tx: Transaction, conversation: Conversation, text: str, *, now: datetime) -> None:
        note = Note(
            id=NoteId(self._tools.ids.new()),
            conversation_id=conversation.id,
            user_id=None,
            body=text.strip(),
            mentions=(),
            created_at=now,
        )
        await tx.notes.add(note)
        conversation.tell_noted(note.id, by=RULE, now=now)

    async def _send(
        self, tx: Transaction, conversation: Conversation, action: SendText | SendTemplate, *, now: datetime
    ) -> None:
        thread = await thread_of(tx, conversation)
        name = (thread.contact.name or "").strip()
        known: dict[str, object] = {
            "contact": {"name": name, "first_name": name.partition(" ")[0]},
            "company": {"name": (await tx.tenants.get()).name},
            "agent": {"name": await _name_of(tx, conversation.assigned_to)},
        }
        speaker = Speaker(sender=SenderKind.SYSTEM, user_id=None, is_answering=False)
        content = self._content(action, known)
        await say(tx, thread, Words(content=content), speaker=speaker, tools=self._tools, now=now)

    def _content(self, action: SendText | SendTemplate, known: dict[str, object]) -> Content:
        if isinstance(action, SendText):
            return Text(body=self._templates.render(action.text, known).text.strip())
        filled = [self._templates.render(text, known).text for text in action.parameters]
        parameters = [{"type": "text", "text": text} for text in filled]
        body = msgspec.Raw(msgspec.json.encode({"type": "body", "parameters": parameters}))
        return Template(name=action.name, language=action.language, components=(body,) if parameters else ())


async def _retag(
    tx: Transaction, conversation: Conversation, tag_ids: tuple[TagId, ...], *, adds: bool, now: datetime
) -> None:
    """Stick on or take off what the company still has; a tag that was deleted is passed over."""
    names = {tag.id: tag.name for tag in await tx.tags.known(tag_ids)}
    if adds:
        done = await tx.conversation_marks.tag(conversation.id, list(names), by=None, at=now)
    else:
        done = await tx.conversation_marks.untag(conversation.id, list(names))
    conversation.retag(
        added={tag_id: names[tag_id] for tag_id in done.added},
        removed={tag_id: names[tag_id] for tag_id in done.removed},
        by=RULE,
        now=now,
    )


def _snooze(tx: Transaction, conversation: Conversation, sleep: timedelta, *, now: datetime) -> None:
    conversation.snooze(until=now + sleep, by=RULE, now=now)
    tx.jobs.put(WakeConversation(tenant_id=tx.tenant_id, conversation_id=conversation.id), after=sleep)


async def _notify(tx: Transaction, conversation: Conversation, action: Notify) -> None:
    user_ids = action.user_ids or await watchers_of(tx, conversation)
    if user_ids:
        data: dict[str, object] = {"words": action.words}
        conversation.record(
            Notification(kind=BY_RULE, user_ids=tuple(user_ids), conversation_id=conversation.id, data=data)
        )


async def _name_of(tx: Transaction, user_id: UserId | None) -> str:
    try:
        return "" if user_id is None else (await tx.users.get(user_id)).name
    except UserNotFoundError:
        return ""
