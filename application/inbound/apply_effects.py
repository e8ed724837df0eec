"""Do what a flow asks of the world: every effect is a row written in the same transaction as the session."""

from application.contacts.tag_book import TagBook
from application.conversations.assignee import find_assignee
from application.conversations.default_queue import default_queue
from application.conversations.queue_message import queue_message
from application.inbound.know_contact import block_contact, change_contact, record_consent
from application.inbound.know_conversation import change_conversation
from application.inbound.order_call import order_call
from application.inbound.reopen_beside import reopen_beside
from application.inbound.scene import Dialogue
from application.inbound.serve_waiting import ServeWaiting
from application.inbound.tell_people import notify, write_note, write_summary
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.lanes import LaneKind
from application.ports.repositories.flow_sessions import SessionRecord, Timer
from domain.conversations.message import Direction, Message, SenderKind
from domain.conversations.timeline import BOT
from domain.flows.effects import (
    AddNote,
    AskAi,
    CallApi,
    CallErp,
    CancelTimer,
    ChangeContact,
    ChangeConversation,
    Effect,
    Notify,
    RecordConsent,
    SendMessage,
    SetTimer,
    StartCampaign,
    StartFlow,
    Transfer,
)
from domain.shared.ids import MessageId, TimerId
from domain.shared.message_status import MessageStatus

Change = ChangeContact | ChangeConversation | RecordConsent | AddNote | Notify


class ApplyEffects:
    """Apply a sprint's effects, in order. A repeated sprint rolls back as one, so nothing is done twice."""

    def __init__(self, *, ids: Ids, clock: Clock, waiting: ServeWaiting) -> None:
        self._ids, self._clock, self._waiting = ids, clock, waiting

    async def __call__(self, dialogue: Dialogue, record: SessionRecord, effects: tuple[Effect, ...]) -> None:
        """Write all of it. `StartFlow` is the caller's business, and a campaign is nothing that can be started yet."""
        sent: dict[str, MessageId] = {}
        for effect in effects:
            match effect:
                case SendMessage():
                    sent[effect.id] = await self._send(dialogue, record, effect)
                case SetTimer():
                    await self._set_timer(dialogue, record, effect, sent)
                case CancelTimer(timer_id=timer_id):
                    await dialogue.scene.tx.flow_sessions.cancel_timer(record.session.id, effect_id=timer_id)
                case CallApi() | CallErp() | AskAi():
                    await order_call(dialogue, record, effect, ids=self._ids)
                case Transfer():
                    await self._transfer(dialogue, record, effect)
                case StartFlow() | StartCampaign():
                    pass
                case _:
                    await self._change(dialogue, record, effect)
        if any(isinstance(effect, ChangeContact) and effect.block for effect in effects):
            await block_contact(dialogue)

    async def _change(self, dialogue: Dialogue, record: SessionRecord, effect: Change) -> None:
        book = TagBook(creates=True, ids=self._ids, clock=self._clock)
        match effect:
            case ChangeContact():
                await change_contact(dialogue, effect, book=book)
            case ChangeConversation():
                await change_conversation(dialogue, effect, book=book)
            case RecordConsent():
                await record_consent(dialogue, record, effect, ids=self._ids)
            case AddNote(text=text):
                await write_note(dialogue, text, ids=self._ids)
            case Notify():
                await notify(dialogue, record, effect, ids=self._ids)

    async def _send(self, dialogue: Dialogue, record: SessionRecord, effect: SendMessage) -> MessageId:
        scene, conversation = dialogue.scene, dialogue.conversation
        message = Message(
            id=MessageId(self._ids.new()),
            conversation_id=conversation.id,
            whatsapp_config_id=scene.config.id,
            direction=Direction.OUTBOUND,
            sender=SenderKind.BOT,
            content=effect.content,
            status=MessageStatus.QUEUED,
            created_at=scene.now,
            flow_session_id=record.session.id,
            effect_id=effect.id,
        )
        conversation.answer(effect.content, at=scene.now, by_person=False)
        await queue_message(scene.tx, message, contact=dialogue.contact, config=scene.config)
        return message.id

    async def _set_timer(
        self, dialogue: Dialogue, record: SessionRecord, effect: SetTimer, sent: dict[str, MessageId]
    ) -> None:
        """Write the timer; one that counts from a message's acceptance is armed when that comes.

        The lane that is being handled looks for its next timer when it is given back; another one is woken.
        """
        sent_by = sent.get(effect.sent_by) if effect.sent_by is not None else None
        due_at = effect.due_at
        if sent_by is None and due_at is None and effect.after is not None:
            due_at = dialogue.scene.now + effect.after
        await dialogue.scene.tx.flow_sessions.add_timer(
            Timer(
                id=TimerId(self._ids.new()),
                session_id=record.session.id,
                effect_id=effect.id,
                lane_key=record.lane_key,
                due_at=due_at,
                after=effect.after,
                sent_by=sent_by,
            )
        )
        if due_at is not None and record.lane_key != dialogue.scene.lane_key:
            dialogue.scene.tx.lanes.wake(LaneKind.CONTACT, record.lane_key, due_at=due_at)

    async def _transfer(self, dialogue: Dialogue, record: SessionRecord, effect: Transfer) -> None:
        """Hand over what is not over: a flow that this one jumped to may have resolved it.

        A person whom the flow names has it if they can; else it waits, in the department or the default queue. Either
        way they find a note of what the contact has answered.
        """
        conversation, scene = dialogue.conversation, dialogue.scene
        if conversation.is_over and not await reopen_beside(dialogue, record):
            return
        await write_summary(dialogue, effect.summary, ids=self._ids)
        person = await find_assignee(scene.tx, effect.user) if effect.user else None
        if person is not None:
            conversation.transfer_to_user(person.id, by=BOT, reason=effect.reason, now=scene.now)
        else:
            found = await scene.tx.departments.find(effect.department) if effect.department else None
            queue = found or await default_queue(scene.tx)
            conversation.hand_to_people(department_id=queue, by=BOT, reason=effect.reason, now=scene.now)
            await self._waiting.begin(dialogue, greets=False)
