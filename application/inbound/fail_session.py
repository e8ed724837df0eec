"""How a session ends that cannot go on: what it waited for came, and could not be handled."""

import msgspec

from application.conversations.default_queue import default_queue
from application.inbound.scene import Scene
from domain.conversations.timeline import SYSTEM
from domain.flows.session import SessionStatus, ended
from domain.shared.ids import FlowSessionId


async def fail_session(scene: Scene, session_id: FlowSessionId, *, outcome: str) -> None:
    """End it, unless it is over, and let a person see the conversation."""
    record = await scene.tx.flow_sessions.get(session_id)
    if record is None or record.session.status.is_over:
        return
    failed = ended(record.session, status=SessionStatus.FAILED, outcome=outcome, at=scene.now)
    await scene.tx.flow_sessions.save(msgspec.structs.replace(record, session=failed))
    await scene.tx.flow_sessions.cancel_timers(record.session.id)
    conversation = await scene.tx.conversations.get(record.conversation_id)
    if not conversation.is_over:
        queue = await default_queue(scene.tx)
        conversation.hand_to_people(department_id=queue, reason=outcome, by=SYSTEM, now=scene.now)
        await scene.tx.conversations.save(conversation)
