"""A whole gateway on a real port with a real Redis: everything but the database, whose log is a list here."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

import msgspec
import uvicorn
from litestar import Litestar
from redis.asyncio import Redis
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from adapters.crypto.key_ring import KeyRing, generate_signing_key
from adapters.crypto.tokens import JwtTokens
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.realtime import RealtimeSubscription, RedisRealtime
from adapters.redis.tickets import RedisTickets
from adapters.redis.viewers import RedisViewers
from adapters.redis.wakeups import RedisWakeupListener, RedisWakeups
from adapters.system.clock import SystemClock
from application.conversations.tell_typing import TellTyping, typing_signal
from application.conversations.watch_conversation import WatchConversation
from application.ports.audit import Subject
from application.ports.events import EventLog, NumberedEvent
from application.ports.standing import SessionStanding, TenantStanding
from application.ports.tokens import AccessClaims
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.conversations.audience import Audience, Hold
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer
from domain.identity.permissions import Role, built_in_permissions
from domain.people.status import Status
from domain.tenants.tenant import TenantStatus
from entrypoints.consumers.relay import Relay
from entrypoints.embedded.services import RunningServices
from entrypoints.websocket.admission import Admission
from entrypoints.websocket.dialogue import Collaborators
from entrypoints.websocket.gateway import Gateway, websocket_route
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.metrics import Metrics
from entrypoints.websocket.sentry import Sentry
from entrypoints.websocket.sockets import listening_socket

KEY = generate_signing_key()
TOKENS = JwtTokens(KeyRing([KEY]), issuer="pytake", audience="pytake")


NOBODYS = Audience(Hold())
PATIENCE = 60.0
"""Seconds for what takes some hundredths: the machine may be busy."""


class Asked(msgspec.Struct, frozen=True):
    open: int


class RecordedAccess:
    """Remembers who was said to follow what."""

    def __init__(self) -> None:
        self.notes: list[tuple[UUID, UUID | None, str | None, list[UUID]]] = []
        self.error: Exception | None = None

    async def note(
        self,
        tenant_id: UUID,
        action: AuditAction,
        *,
        by: Author,
        on: Subject | None = None,
        count: int = 1,
        shown: Sequence[UUID] | None = None,
    ) -> None:
        if self.error:
            raise self.error
        assert (action, count) == (AuditAction.EVENTS_FOLLOWED, 1)
        self.notes.append((tenant_id, by.user_id, on.type if on else None, list(shown or [])))


class ListLog:
    """The event log's contract over lists."""

    def __init__(self) -> None:
        self.waiting: list[NumberedEvent] = []
        self.events: dict[UUID, list[NumberedEvent]] = {}
        self.reads = 0
        self.error: Exception | None = None

    def commit(
        self,
        tenant_id: UUID,
        kind: str = "message_received",
        *,
        conversation_id: UUID | None = None,
        audience: Audience | None = NOBODYS,
        **data: object,
    ) -> None:
        self.waiting.append(
            NumberedEvent(
                tenant_id=tenant_id,
                number=0,
                type=kind,
                at=datetime.now(UTC),
                data=msgspec.Raw(msgspec.json.encode(data)),
                conversation_id=conversation_id,
                audience=audience if conversation_id is not None else None,
            )
        )

    async def number_new(self, *, limit: int) -> list[NumberedEvent]:
        self._fail()
        batch, self.waiting = self.waiting[:limit], self.waiting[limit:]
        numbered = []
        for event in batch:
            events = self.events.setdefault(event.tenant_id, [])
            last = events[-1].number if events else 0
            events.append(msgspec.structs.replace(event, number=last + 1))
            numbered.append(events[-1])
        return numbered

    async def after(self, tenant_id: UUID, *, number: int, limit: int) -> list[NumberedEvent]:
        self._fail()
        self.reads += 1
        await asyncio.sleep(0.002)  # as a database would take
        return [event for event in self.events.get(tenant_id, []) if event.number > number][:limit]

    async def last_number(self, tenant_id: UUID) -> int:
        self._fail()
        await asyncio.sleep(0.001)
        events = self.events.get(tenant_id, [])
        return events[-1].number if events else 0

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


class RecordedAttendance:
    """Remembers signs of life and chosen statuses."""

    def __init__(self) -> None:
        self.signs: list[tuple[UUID, UUID, bool]] = []
        self.chosen: list[tuple[UUID, Status]] = []

    def note(self, tenant_id: UUID, user_id: UUID, *, is_active: bool) -> None:
        self.signs.append((tenant_id, user_id, is_active))

    async def choose(self, actor: Actor, status: Status) -> None:
        self.chosen.append((actor.user_id, status))


class ListedStandings:
    """Who counts, by lists; nobody is remembered."""

    def __init__(self) -> None:
        self.living: dict[UUID, SessionStanding] = {}
        self.networks: tuple[str, ...] = ()
        self.origins: tuple[str, ...] = ()
        self.error: Exception | None = None

    def let_in(self, claims: AccessClaims) -> None:
        self.living[claims.session_id] = SessionStanding(
            session_id=claims.session_id,
            user_id=claims.user_id,
            tenant_id=claims.tenant_id,
            role=claims.role,
            permissions=built_in_permissions(claims.role),
        )

    def change(self, claims: AccessClaims, **changes: object) -> None:
        self.living[claims.session_id] = msgspec.structs.replace(self.living[claims.session_id], **changes)

    def end(self, claims: AccessClaims) -> None:
        del self.living[claims.session_id]

    async def session(self, session_id: UUID) -> SessionStanding | None:
        return (await self.sessions([session_id])).get(session_id)

    async def sessions(self, session_ids: Collection[UUID]) -> dict[UUID, SessionStanding]:
        if self.error:
            raise self.error
        return {one: self.living[one] for one in session_ids if one in self.living}

    async def tenant(self, tenant_id: UUID) -> TenantStanding | None:
        return TenantStanding(
            tenant_id=tenant_id,
            status=TenantStatus.ACTIVE,
            allowed_networks=self.networks,
            dashboard_origins=self.origins,
        )


class RecordedCounts:
    """Counts how often it was counted."""

    def __init__(self) -> None:
        self.asked: list[UUID] = []

    async def count(self, tenant_id: UUID) -> Asked:
        self.asked.append(tenant_id)
        return Asked(open=len(self.asked))


class ListedConversations:
    """Whose conversations are, by a list; every other one is nobody's."""

    def __init__(self, signals: RedisRealtime, viewers: RedisViewers) -> None:
        self.holds: dict[UUID, Hold] = {}
        self.signals = signals
        self.watch = WatchConversation(held=self, viewers=viewers, signals=signals, clock=SystemClock())

    async def visible(self, tenant_id: UUID, conversation_ids: Collection[UUID], *, viewer: Viewer) -> dict[UUID, Hold]:  # noqa: ARG002
        holds = {one: self.holds.get(one, Hold()) for one in conversation_ids}
        return {one: hold for one, hold in holds.items() if hold.is_for(viewer)}

    async def tell_typing(self, actor: Actor, command: TellTyping) -> None:
        held = await self.visible(actor.tenant_id, [command.conversation_id], viewer=actor.viewer)
        if command.conversation_id not in held:
            raise ConversationNotFoundError("There is no such conversation.")
        hold = held[command.conversation_id]
        signal = typing_signal(command, by=actor.user_id, hold=hold, now=datetime.now(UTC))
        await self.signals.send(actor.tenant_id, signal)


class Client:
    """A browser's side of a socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def say(self, kind: str, **fields: object) -> None:
        await self.socket.send(msgspec.json.encode({"type": kind, **fields}).decode())

    async def hear(self, *, seconds: float = PATIENCE) -> dict[str, Any]:
        async with asyncio.timeout(seconds):
            return msgspec.json.decode(await self.socket.recv())

    async def hear_many(self, count: int) -> list[dict[str, Any]]:
        return [await self.hear() for _ in range(count)]

    async def synchronise(self) -> int:
        """Wait until everything said so far is done; gives the tenant's position."""
        await self.say("ping")
        frame = await self.hear()
        assert frame["type"] == "pong", frame
        return int(frame["id"])

    async def follow(self, *channels: str) -> Self:
        await self.say("subscribe", channels=channels)
        await self.synchronise()
        return self

    async def hears_nothing(self, *, seconds: float = 0.3) -> bool:
        try:
            await self.hear(seconds=seconds)
        except TimeoutError:
            return True
        return False

    async def close_code(self, *, seconds: float = PATIENCE) -> int | None:
        """Read until the server closes, and give its code."""
        async with asyncio.timeout(seconds):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self.socket.recv()
        return self.socket.close_code


class Stage:
    """The gateway, the relay, and who may talk to them."""

    def __init__(self, *, url: str, redis: Redis, gateway: Gateway, log: ListLog, access: RecordedAccess) -> None:
        self.url = url
        self.redis = redis
        self.gateway = gateway
        self.log = log
        self.access = access
        self.tickets = RedisTickets(redis)
        self.attendance = RecordedAttendance()
        self.standings = ListedStandings()
        self.conversations: ListedConversations
        self.counts: RecordedCounts
        self.viewers = RedisViewers(redis, clock=SystemClock())
        self.wakeups = RedisWakeups(redis)

    def claims(self, tenant_id: UUID, *, role: Role = Role.AGENT, seconds: float = 900) -> AccessClaims:
        """Log somebody in."""
        claims = AccessClaims(
            user_id=uuid4(),
            email="ana@example.com",
            role=role,
            tenant_id=tenant_id,
            session_id=uuid4(),
            expires_at=datetime.now(UTC) + timedelta(seconds=seconds),
        )
        self.standings.let_in(claims)
        return claims

    def token(self, claims: AccessClaims) -> str:
        return TOKENS.issue(claims, now=datetime.now(UTC))

    @asynccontextmanager
    async def connect(self, query: str = "", **options: Any) -> AsyncIterator[Client]:  # noqa: ANN401
        async with connect(self.url + query, compression=None, proxy=None, close_timeout=1, **options) as socket:
            yield Client(socket)

    @asynccontextmanager
    async def enter(self, tenant_id: UUID, *, role: Role = Role.AGENT, seconds: float = 900) -> AsyncIterator[Client]:
        async with self.connect() as client:
            await client.say("auth", token=self.token(self.claims(tenant_id, role=role, seconds=seconds)))
            yield client

    async def happen(self, tenant_id: UUID, count: int = 1, **event: Any) -> None:  # noqa: ANN401
        for number in range(count):
            self.log.commit(tenant_id, **{"text": str(number), **event})
        await self.wakeups.nudge_relay()


@asynccontextmanager
async def open_stage(service: RunningServices, log: EventLog | None = None) -> AsyncIterator[Stage]:
    redis = connect_redis(service.services.redis_url)
    lists = ListLog()
    log = log or lists
    realtime = RedisRealtime(redis)
    hub = Hub(feed=RealtimeSubscription(redis), log=log)
    access, attendance, standings = RecordedAccess(), RecordedAttendance(), ListedStandings()
    conversations = ListedConversations(realtime, RedisViewers(redis, clock=SystemClock()))
    uses = Collaborators(
        tokens=TOKENS,
        log=log,
        clock=SystemClock(),
        admission=Admission(standings, origins=["https://painel.example"], public_url="https://pytake.example"),
        access=access,
        attendance=attendance,
        set_status=attendance.choose,
        watch=conversations.watch,
        tell_typing=conversations.tell_typing,
    )
    gateway = Gateway(hub=hub, tickets=RedisTickets(redis), uses=uses)
    async with AsyncExitStack() as undo:
        undo.push_async_callback(close_redis, redis)
        listener = await undo.enter_async_context(RedisWakeupListener(redis))
        relay = Relay(event_log=log, realtime=realtime, wait=listener.wait_for_relay)
        relaying = asyncio.create_task(relay.run())
        undo.push_async_callback(asyncio.wait, [relaying])
        undo.callback(relay.stop)
        port = await undo.enter_async_context(_served(gateway))
        await hub.start()
        undo.push_async_callback(hub.stop)
        counts = RecordedCounts()
        metrics = Metrics(hub=hub, count=counts.count, clock=SystemClock())
        await metrics.start()
        undo.push_async_callback(metrics.stop)
        sentry = Sentry(hub=hub, standings=standings)
        await sentry.start()
        undo.push_async_callback(sentry.stop)
        await until(lambda: hub.stats.is_alive and listener.is_alive)
        stage = Stage(url=f"ws://127.0.0.1:{port}/ws", redis=redis, gateway=gateway, log=lists, access=access)
        stage.attendance, stage.standings, stage.conversations = attendance, standings, conversations
        stage.counts = counts
        yield stage
    await relaying


@asynccontextmanager
async def _served(gateway: Gateway) -> AsyncIterator[int]:
    app = Litestar([websocket_route(gateway)], openapi_config=None)
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]  # they are pytest's
    listener = listening_socket(host="127.0.0.1", port=0)
    port = listener.getsockname()[1]
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    await until(lambda: server.started)
    try:
        yield port
    finally:
        server.should_exit = True
        await serving


async def until(condition: Callable[[], bool], *, seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  # what is waited for has no event of its own
            await asyncio.sleep(0.01)
