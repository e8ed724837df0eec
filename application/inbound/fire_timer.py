"""A session's time has come."""

from application.inbound.fail_session import fail_session
from application.inbound.load_dialogue import load_dialogue
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Scene
from application.ports.repositories.flow_sessions import Timer
from domain.flows.stimuli import TimerFired


class FireTimer:
    """Wake a session. Idempotent by the timer's row, which is taken in the same transaction: late, once, never lost."""

    def __init__(self, run_flow: RunFlow) -> None:
        self._run_flow = run_flow

    async def __call__(self, scene: Scene, timer: Timer) -> None:
        """Take the timer and resume its session."""
        if not await scene.tx.flow_sessions.take_timer(timer.id):
            return
        record = await scene.tx.flow_sessions.get(timer.session_id)
        if record is None or record.session.status.is_over:
            return
        dialogue = await load_dialogue(scene, record)
        await self._run_flow.resume(dialogue, record, TimerFired(timer_id=timer.effect_id))
        await scene.tx.conversations.save(dialogue.conversation)

    async def give_up(self, scene: Scene, timer: Timer) -> None:
        """End a session whose timer cannot be handled, and let a person see the conversation."""
        await scene.tx.flow_sessions.take_timer(timer.id)
        await fail_session(scene, timer.session_id, outcome="timer_failed")
