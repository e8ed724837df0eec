"""Do what a flow asks of the world: every effect is a row written in the same transaction as the session."""

from application.conversations.assignee import find_assignee
from application.conversations.default_queue import default_queue
from application.conversations.queue_message import queue_message
from application.inbound.scene import Dialogue
from application.inbound.serve_waiting import ServeWaiting
from application.ports.ids import Ids
from application.ports.lanes import LaneKind
from application.ports.repositories.flow_sessions import SessionRecord, Timer
from domain.conversations.message import Direction, Message, SenderKind
from domain.conversations.timeline import BOT
from domain.flows.effects import (
    CancelTimer,
    ChangeContact,
    ChangeConversation,
    Effect,
    SendMessage,
    SetTimer,
    StartFlow,
    Transfer,
)
from domain.shared.content import plain_text
from domain.shared.ids import MessageId, TimerId
from domain.shared.message_status import MessageStatus


class ApplyEffects:
    """Apply a sprint's effects, in order. A repeated sprint rolls back as one, so nothing is done twice."""

    def __init__(self, *, ids: Ids, waiting: ServeWaiting) -> None:
        self._ids, self._waiting = ids, waiting

    async def __call__(self, dialogue: Dialogue, record: SessionRecord, effects: tuple[Effect, ...]) -> None:
        """Write all of it. `StartFlow` is the caller's business."""
        sent: dict[str, MessageId] = {}
        for effect in effects:
            match effect:
                case SendMessage():
                    sent[effect.id] = await self._send(dialogue, record, effect)
                case SetTimer():
                    await self._set_timer(dialogue, record, effect, sent)
                case CancelTimer(timer_id=timer_id):
                    await dialogue.scene.tx.flow_sessions.cancel_timer(record.session.id, effect_id=timer_id)
                case ChangeContact():
                    await self._change_contact(dialogue, effect)
                case ChangeConversation():
                    self._change_conversation(dialogue, effect)
                case Transfer():
                    await self._transfer(dialogue, effect)
                case StartFlow():
                    pass

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
        conversation.answer(preview=plain_text(effect.content), at=scene.now, by_person=False)
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

    @staticmethod
    async def _change_contact(dialogue: Dialogue, effect: ChangeContact) -> None:
        dialogue.contact.attributes = {**dialogue.contact.attributes, **effect.attributes}
        await dialogue.scene.tx.contacts.save(dialogue.contact)

    @staticmethod
    def _change_conversation(dialogue: Dialogue, effect: ChangeConversation) -> None:
        conversation = dialogue.conversation
        conversation.metadata = {**conversation.metadata, **effect.metadata}
        if effect.resolve and not conversation.is_over:
            conversation.resolve(resolution="bot", by=BOT, now=dialogue.scene.now)

    async def _transfer(self, dialogue: Dialogue, effect: Transfer) -> None:
        """Hand over what is not over: a flow that this one jumped to may have resolved it.

        A person whom the flow names has it if they can; else it waits, in the department or the default queue.
        """
        conversation, scene = dialogue.conversation, dialogue.scene
        if conversation.is_over:
            return
        person = await find_assignee(scene.tx, effect.user) if effect.user else None
        if person is not None:
            conversation.transfer_to_user(person.id, by=BOT, reason=effect.reason, now=scene.now)
        else:
            found = await scene.tx.departments.find(effect.department) if effect.department else None
            queue = found or await default_queue(scene.tx)
            conversation.hand_to_people(department_id=queue, by=BOT, reason=effect.reason, now=scene.now)
            await self._waiting.begin(dialogue, greets=False)
