"""The provider tells what became of a message of ours."""

from application.inbound.load_dialogue import load_dialogue
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Scene
from application.ports.counters import Counters
from application.whatsapp.settle_send import arm_timers
from domain.conversations.message import Message
from domain.flows.stimuli import EffectFailed
from domain.shared.ids import MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import SendFailed, StatusChanged


class ApplyStatus:
    """Move a message up its lattice. Idempotent, and the same in any order.

    The message is found by our own id, which Meta echoes, or by the provider's. A status of a message whose outcome
    was unknown settles it. One whose message is not known yet waits for it.
    """

    def __init__(self, *, run_flow: RunFlow, counters: Counters) -> None:
        self._run_flow, self._counters = run_flow, counters

    async def __call__(self, scene: Scene, status: StatusChanged) -> None:
        """Apply it, or keep it for later."""
        message = await self._find(scene, status)
        if message is None:
            await scene.tx.messages.park_status(status, config_id=scene.config.id, at=scene.now)
            return
        was_failed = message.status is MessageStatus.FAILED
        was_accepted = message.provider_message_id is not None
        message.provider_message_id = message.provider_message_id or status.provider_message_id
        error = status.errors[0] if status.errors else None
        message.report(
            status.status,
            at=min(status.at, scene.now),
            error_code=str(error.code) if error else None,
            error_detail=(error.detail or error.title) if error else None,
        )
        await scene.tx.messages.save(message)
        if not was_accepted:
            await self._settle(scene, message)
        if message.status is MessageStatus.FAILED and not was_failed:
            await self.fail_flow(scene, message, code=message.error_code or "FAILED", detail=message.error_detail or "")

    async def send_failed(self, scene: Scene, item: SendFailed) -> None:
        """Tell the flow that a send of its was given up. Idempotent: a session hears of an effect once."""
        message = await scene.tx.messages.get(item.message_id)
        if message is not None:
            await self.fail_flow(scene, message, code=item.code, detail=item.detail)

    async def fail_flow(self, scene: Scene, message: Message, *, code: str, detail: str) -> None:
        """Resume the session that sent the message, if it still runs."""
        if message.flow_session_id is None or message.effect_id is None:
            return
        record = await scene.tx.flow_sessions.get(message.flow_session_id)
        if record is None or record.session.status.is_over:
            return
        dialogue = await load_dialogue(scene, record)
        stimulus = EffectFailed(effect_id=message.effect_id, code=code, detail=detail)
        await self._run_flow.resume(dialogue, record, stimulus)
        await scene.tx.conversations.save(dialogue.conversation)

    @staticmethod
    async def _find(scene: Scene, status: StatusChanged) -> Message | None:
        if status.message_id is not None:
            found = await scene.tx.messages.lock(MessageId(status.message_id))
            if found is not None and found.whatsapp_config_id == scene.config.id:
                return found
        return await scene.tx.messages.lock_by_provider_id(status.provider_message_id, config_id=scene.config.id)

    async def _settle(self, scene: Scene, message: Message) -> None:
        """End the send, whatever we thought of it: a status proves that the provider has the message."""
        if await scene.tx.outbound.settle(message.id):
            self._counters.count("sends_reconciled")
            await arm_timers(scene.tx, [message.id], accepted_at=scene.now)
