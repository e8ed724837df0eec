"""How a call of a flow is ordered: with the sprint that wants it, so that there is never one without the other."""

from application.calls.perform_call import order
from application.inbound.scene import Dialogue
from application.ports.ids import Ids
from application.ports.repositories.flow_calls import FlowCall
from application.ports.repositories.flow_sessions import SessionRecord
from domain.flows.effects import Call
from domain.shared.ids import FlowCallId


async def order_call(dialogue: Dialogue, record: SessionRecord, call: Call, *, ids: Ids) -> None:
    """Write it down and have it made. Nothing is asked of anybody before the sprint is there."""
    scene = dialogue.scene
    ordered = FlowCall(
        id=FlowCallId(ids.new()),
        session_id=record.session.id,
        effect_id=call.id,
        request=call,
        lane_key=record.lane_key,
        config_id=record.config_id,
        ordered_at=scene.now,
        due_at=scene.now,
    )
    await scene.tx.flow_calls.add(ordered)
    order(scene.tx, ordered.id)
