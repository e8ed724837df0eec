"""Who answers: a running session, a flow that the message triggers, or people."""

from application.inbound.choose_flow import ChooseFlow
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Dialogue
from application.inbound.serve_waiting import ServeWaiting
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.message import Message
from domain.flows.session import Reply
from domain.shared.content import plain_text
from domain.shared.referral import Referral


class AnswerMessage:
    """Give an inbound message to whoever has the conversation.

    A waiting session gets it first, also one that speaks beside a conversation that is over, which stays so; otherwise
    a flow is chosen by its trigger. While a person has the conversation,
    or it waits for one, no flow starts. What no flow wants goes to people, as does what arrives too late to answer.
    """

    def __init__(self, *, run_flow: RunFlow, choose_flow: ChooseFlow, waiting: ServeWaiting) -> None:
        self._run_flow, self._choose_flow, self._waiting = run_flow, choose_flow, waiting

    async def __call__(self, dialogue: Dialogue, message: Message, *, referral: Referral | None) -> None:
        """Let the bot answer, if it is the bot's turn."""
        conversation, scene = dialogue.conversation, dialogue.scene
        if conversation.handler is Handler.AGENT:
            return
        if conversation.status is ConversationStatus.WAITING:
            await self._waiting.again(dialogue)
            return
        reply = Reply(message_id=message.id, content=message.content, text=plain_text(message.content))
        running = await scene.tx.flow_sessions.find_running(conversation.id)
        if running is not None:
            await self._run_flow.resume(dialogue, running, reply)
            _settle(conversation)
        elif not conversation.is_window_open(now=scene.now):
            await self._waiting.queue(dialogue, reason="late_message", greets=True)
        else:
            await self._start(dialogue, reply, referral)

    async def _start(self, dialogue: Dialogue, reply: Reply, referral: Referral | None) -> None:
        source = (referral.source_id or "") if referral is not None else None
        version_id = await self._choose_flow(dialogue.scene, text=reply.text, referral_source=source)
        if version_id is None:
            await self._waiting.queue(dialogue, reason="no_flow", greets=True)
        else:
            await self._run_flow.start(dialogue, version_id, replies=(reply,))


def _settle(conversation: Conversation) -> None:
    """Leave nothing unread: what was said to a flow beside a conversation that is over nobody must read."""
    if conversation.is_over:
        conversation.unread_count = 0
