"""Who answers: a running session, a flow that the message triggers, or people."""

from application.flows.flow_versions import FlowVersions
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Dialogue
from domain.conversations.conversation import ConversationStatus, Handler
from domain.conversations.message import Message
from domain.flows.language import Regex
from domain.flows.session import Reply
from domain.flows.triggers import Candidate, choose_flow
from domain.shared.content import plain_text
from domain.whatsapp.inbound import Referral


class AnswerMessage:
    """Give an inbound message to whoever has the conversation.

    A waiting session gets it first; otherwise a flow is chosen by its trigger. While a person has the conversation,
    or it waits for one, no flow starts. What no flow wants goes to people, as does what arrives too late to answer.
    """

    def __init__(self, *, run_flow: RunFlow, versions: FlowVersions, regex: Regex) -> None:
        self._run_flow, self._versions, self._regex = run_flow, versions, regex

    async def __call__(self, dialogue: Dialogue, message: Message, *, referral: Referral | None) -> None:
        """Let the bot answer, if it is the bot's turn."""
        conversation, scene = dialogue.conversation, dialogue.scene
        if conversation.handler is Handler.AGENT or conversation.status is ConversationStatus.WAITING:
            return
        reply = Reply(message_id=message.id, content=message.content, text=plain_text(message.content))
        running = await scene.tx.flow_sessions.find_running(conversation.id)
        if running is not None:
            await self._run_flow.resume(dialogue, running, reply)
        elif not conversation.is_window_open(now=scene.now):
            conversation.hand_to_people(department_id=None, reason="late_message", now=scene.now)
        else:
            await self._start(dialogue, reply, referral)

    async def _start(self, dialogue: Dialogue, reply: Reply, referral: Referral | None) -> None:
        chosen = choose_flow(
            await self._candidates(dialogue),
            text=reply.text,
            referral_source=(referral.source_id or "") if referral is not None else None,
            regex=self._regex,
        )
        if chosen is not None:
            await self._run_flow.start(dialogue, chosen.version_id, reply=reply)
            return
        dialogue.conversation.hand_to_people(department_id=None, reason="no_flow", now=dialogue.scene.now)

    async def _candidates(self, dialogue: Dialogue) -> list[Candidate]:
        scene = dialogue.scene
        published = await scene.tx.flows.published()
        versions = await self._versions.load(scene.tx, [flow.version_id for flow in published])
        return [
            Candidate(
                flow_id=flow.flow_id,
                version_id=flow.version_id,
                trigger=versions[flow.version_id].document.trigger,
                priority=flow.priority,
                is_main=flow.is_main,
                in_chatbot=flow.chatbot_id == scene.config.chatbot_id,
            )
            for flow in published
        ]
