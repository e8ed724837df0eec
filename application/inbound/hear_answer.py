"""The world answered what a flow asked, or will not."""

from application.inbound.fail_session import fail_session
from application.inbound.load_dialogue import load_dialogue
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Scene
from application.ports.repositories.flow_calls import CallStatus, FlowCall
from domain.flows.stimuli import EffectDone, EffectFailed, Stimulus
from domain.whatsapp.inbound import CallSettled


class HearAnswer:
    """Resume the session that asked. Idempotent: a session that does not wait for it, or no longer, is left as it is.

    What the contact wrote meanwhile lies in the session and is answered in its order, after this.
    """

    def __init__(self, run_flow: RunFlow) -> None:
        self._run_flow = run_flow

    async def __call__(self, scene: Scene, item: CallSettled) -> None:
        """Tell the session."""
        call = await scene.tx.flow_calls.get(item.call_id)
        stimulus = _stimulus(call) if call is not None else None
        record = await scene.tx.flow_sessions.get(item.session_id) if stimulus is not None else None
        if stimulus is None or record is None or record.session.status.is_over:
            return
        dialogue = await load_dialogue(scene, record)
        await self._run_flow.resume(dialogue, record, stimulus)
        await scene.tx.conversations.save(dialogue.conversation)

    async def give_up(self, scene: Scene, item: CallSettled) -> None:
        """End a session that cannot hear the answer: it would wait for ever."""
        await fail_session(scene, item.session_id, outcome="answer_failed")


def _stimulus(call: FlowCall) -> Stimulus | None:
    match call.status:
        case CallStatus.DONE:
            return EffectDone(effect_id=call.effect_id, result=call.answer)
        case CallStatus.FAILED:
            return EffectFailed(
                effect_id=call.effect_id, code=call.error_code or "call_failed", detail=call.error_detail or ""
            )
        case _:
            return None
