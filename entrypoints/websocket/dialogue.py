"""What each frame of a client does."""

import asyncio

import msgspec

from application.ports.clock import Clock
from application.ports.events import EventLog
from application.ports.realtime import NOT_STORED, LiveEvent, Signals, server_frame
from application.ports.tokens import AccessClaims, TokenInvalidError, Tokens
from domain.identity.permissions import Permission, built_in_permissions
from domain.shared.ids import ConversationId
from entrypoints.websocket.channels import known_channels
from entrypoints.websocket.coalescer import Coalescer
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.outbox import out_frame
from entrypoints.websocket.protocol import (
    Authenticate,
    ClientFrame,
    CloseCode,
    CloseSocketError,
    Ping,
    Resume,
    SetStatus,
    Subscribe,
    Typing,
    Unsubscribe,
)
from entrypoints.websocket.replay import replay
from entrypoints.websocket.room import Room

MAX_RESUMES = 20
"""A client resumes once after it connects; each time may cost a read of 10,000 events."""

_NOTHING = msgspec.Raw(b"{}")


class Collaborators(msgspec.Struct, frozen=True, kw_only=True):
    """What every dialogue of a process needs."""

    tokens: Tokens
    signals: Signals
    log: EventLog
    clock: Clock


class _Problem(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    message: str


class _TypingData(msgspec.Struct, frozen=True, kw_only=True):
    conversation_id: ConversationId
    user_id: str
    on: bool


class _StatusData(msgspec.Struct, frozen=True, kw_only=True):
    user_id: str
    status: str


class Dialogue:
    """One authenticated client's frames, until its token expires; a newer token prolongs it."""

    def __init__(self, connection: Connection, *, room: Room, uses: Collaborators) -> None:
        self._connection = connection
        self._room = room
        self._uses = uses
        self._signals = Coalescer(self._signal)
        self._expiry = self._expire_at_end_of(connection.claims)
        self._resumes = 0

    def end(self) -> None:
        """Stop the timers."""
        self._expiry.cancel()
        self._signals.close()

    async def hear(self, frame: ClientFrame) -> None:
        """Do what the frame asks for. Raises CloseSocketError."""
        match frame:
            case Ping():
                self._tell("pong", _NOTHING)
            case Subscribe(channels=channels):
                self._subscribe(channels)
            case Unsubscribe(channels=channels):
                self._room.unsubscribe(self._connection, known_channels(channels)[0])
            case Resume(after=after):
                await self._resume(after)
            case Typing() | SetStatus():
                self._share(frame)
            case Authenticate(token=token):
                self._renew(token)

    def resync(self) -> str:
        """Make the frame that tells the client to read its screen anew; what follows its `id` will be sent."""
        return self._frame("resync", _NOTHING).decode()

    def _subscribe(self, names: tuple[str, ...]) -> None:
        known, unknown = known_channels(names)
        if unknown:
            self._complain("UNKNOWN_CHANNEL", "One of the channels does not exist.")
        if not self._room.subscribe(self._connection, known):
            self._complain("TOO_MANY_CHANNELS", "The socket follows too many channels.")

    async def _resume(self, after: int) -> None:
        self._resumes += 1
        if self._resumes > MAX_RESUMES:
            raise CloseSocketError(CloseCode.TOO_FAST)
        if not await replay(self._connection, room=self._room, log=self._uses.log, after=after):
            self._tell("resync", _NOTHING)

    def _share(self, frame: Typing | SetStatus) -> None:
        if Permission.CONVERSATIONS_REPLY not in built_in_permissions(self._connection.claims.role):
            self._complain("PERMISSION_DENIED", "This needs the permission conversations:reply.")
            return
        user_id = str(self._connection.claims.user_id)
        if isinstance(frame, Typing):
            conversation_id = ConversationId(frame.conversation_id)
            typing = _TypingData(conversation_id=conversation_id, user_id=user_id, on=frame.on)
            self._signals.offer(str(conversation_id), self._live("user_typing", typing, conversation_id))
        else:
            status = _StatusData(user_id=user_id, status=frame.status)
            self._signals.offer("status", self._live("agent_status", status, None))

    def _renew(self, token: str) -> None:
        try:
            claims = self._uses.tokens.read(token)
        except TokenInvalidError as error:
            raise CloseSocketError(CloseCode.UNAUTHENTICATED) from error
        old = self._connection.claims
        if (claims.user_id, claims.tenant_id, claims.role) != (old.user_id, old.tenant_id, old.role):
            raise CloseSocketError(CloseCode.UNAUTHENTICATED)
        self._connection.claims = claims
        self._expiry.cancel()
        self._expiry = self._expire_at_end_of(claims)

    def _expire_at_end_of(self, claims: AccessClaims) -> asyncio.TimerHandle:
        seconds = (claims.expires_at - self._uses.clock.now()).total_seconds()
        close = self._connection.close
        return asyncio.get_running_loop().call_later(max(0.0, seconds), close, CloseCode.UNAUTHENTICATED)

    async def _signal(self, signal: LiveEvent) -> None:
        await self._uses.signals.send(self._room.tenant_id, signal)

    def _live(self, kind: str, data: msgspec.Struct, conversation_id: ConversationId | None) -> LiveEvent:
        raw = msgspec.Raw(msgspec.json.encode(data))
        frame = server_frame(kind, at=self._uses.clock.now(), number=None, data=raw)
        return LiveEvent(NOT_STORED, kind, conversation_id, frame, self._connection.name)

    def _complain(self, code: str, message: str) -> None:
        self._tell("error", msgspec.Raw(msgspec.json.encode(_Problem(code=code, message=message))))

    def _tell(self, kind: str, data: msgspec.Raw) -> None:
        self._connection.outbox.put(out_frame(self._frame(kind, data)))

    def _frame(self, kind: str, data: msgspec.Raw) -> bytes:
        return server_frame(kind, at=self._uses.clock.now(), number=self._room.position, data=data)
