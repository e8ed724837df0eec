import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from application.ports.events import NumberedEvent
from application.ports.realtime import live_event
from application.ports.tokens import AccessClaims
from domain.identity.permissions import Role
from entrypoints.websocket import room as room_module
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.outbox import Outbox
from entrypoints.websocket.replay import replay
from entrypoints.websocket.room import Room

TENANT = UUID(int=1)
CLAIMS = AccessClaims(
    user_id=UUID(int=2),
    email="ana@example.com",
    role=Role.AGENT,
    tenant_id=TENANT,
    session_id=UUID(int=3),
    expires_at=datetime.now(UTC) + timedelta(hours=1),
)


class Log:
    """Holds the events up to `known`."""

    def __init__(self) -> None:
        self.known = 0

    async def number_new(self, *, limit: int) -> list[NumberedEvent]:
        raise NotImplementedError

    async def after(self, tenant_id: UUID, *, number: int, limit: int) -> list[NumberedEvent]:
        await asyncio.sleep(0)
        last = min(self.known, number + limit)
        await asyncio.sleep(0)
        return [event(each, tenant_id) for each in range(number + 1, last + 1)]

    async def last_number(self, tenant_id: UUID) -> int:  # noqa: ARG002  # one tenant is enough here
        await asyncio.sleep(0)
        return self.known


class Feed:
    is_alive = True

    async def follow(self, tenant_id: UUID) -> None: ...


def event(number: int, tenant_id: UUID = TENANT) -> NumberedEvent:
    return NumberedEvent(
        tenant_id=tenant_id,
        number=number,
        type="message_sent",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        data=msgspec.Raw(b"{}"),
    )


Step = tuple[str, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("commit"), st.integers(1, 4)),
        st.tuples(st.sampled_from(["deliver", "deliver twice", "lose"]), st.integers(1, 4)),
        st.tuples(st.just("catch up"), st.just(0)),
        st.tuples(st.just("breathe"), st.integers(1, 6)),
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(steps=STEPS, before=st.integers(0, 12), after=st.integers(0, 12), resume_at=st.integers(0, 40))
async def test_whatever_is_lost_or_doubled_a_socket_gets_every_event_once_and_in_order(
    steps: list[Step], before: int, after: int, resume_at: int
) -> None:
    room_module.READ_EVENTS, original = 3, room_module.READ_EVENTS
    try:
        await _play(steps, before=before, after=min(before, after), resume_at=resume_at)
    finally:
        room_module.READ_EVENTS = original


async def _play(steps: list[Step], *, before: int, after: int, resume_at: int) -> None:
    log = Log()
    log.known = before
    room = Room(TENANT, log)
    connection = Connection(CLAIMS, Outbox(max_frames=10_000))
    room.add(connection)
    await room.open(Feed())
    connection.begin_after(room.position)
    room.subscribe(connection, {"messages"})
    tasks, sent = [], before
    for number, (what, amount) in enumerate(steps):
        if number == min(resume_at, len(steps) - 1):
            connection.begin_replay()  # as the reader does it, before anything else can come
            tasks.append(asyncio.create_task(replay(connection, room=room, log=log, after=after)))
        if what == "commit":
            log.known += amount
        elif what == "breathe":
            for _ in range(amount):
                await asyncio.sleep(0)
        elif what == "catch up":
            tasks.append(asyncio.create_task(room.catch_up()))
        else:
            published = range(sent + 1, min(log.known, sent + amount) + 1)
            sent += len(published)
            for _ in range({"deliver": 1, "deliver twice": 2, "lose": 0}[what]):
                room.receive([live_event(event(each)) for each in published])
    await asyncio.gather(*tasks)
    if not steps:
        await replay(connection, room=room, log=log, after=after)
    await room.catch_up()

    assert not room.is_behind
    heard = [msgspec.json.decode(frame.text)["id"] for frame in connection.outbox._frames]
    assert len(heard) == len(set(heard))
    assert sorted(heard) == list(range(after + 1, log.known + 1))
    assert room.position == log.known
