"""What a client missed: read from the log, in order, then seamlessly the live events."""

from application.ports.events import EventLog, NumberedEvent
from application.ports.realtime import live_event
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.delivery import Delivery
from entrypoints.websocket.room import READ_EVENTS, Room

MAX_EVENTS = 10_000
"""A client further behind reads its screen anew; that is faster for both."""


async def replay(connection: Connection, *, room: Room, log: EventLog, after: int) -> bool:
    """Queue the events after `after` that the socket follows; False if they are too many or not all there.

    Live events stay out of the queue meanwhile. The last comparison with the room's position and the return to live
    events happen without a pause between them, so that nothing is lost or doubled there.
    """
    if not 0 <= room.position - after <= MAX_EVENTS:
        return False
    connection.begin_replay()
    number = after
    try:
        while number < room.position:
            events = await log.after(room.tenant_id, number=number, limit=READ_EVENTS)
            if not events or events[0].number != number + 1:
                return False
            for event in events:
                await _queue(connection, event)
            number = events[-1].number
    finally:
        connection.end_replay(max(number, after))
    return True


async def _queue(connection: Connection, event: NumberedEvent) -> None:
    delivery = Delivery(live_event(event))
    if connection.has_seen(event.number) or not delivery.is_followed_by(connection):
        return
    sight = delivery.sight(connection)
    if sight is None:
        connection.outbox.overflow()
    elif (frame := delivery.frame(sight)) is not None:
        await connection.outbox.put_when_room(frame)
