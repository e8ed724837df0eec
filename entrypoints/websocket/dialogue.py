"""What each frame of a client does."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection
from typing import Protocol

import msgspec

from application.conversations.tell_typing import TellTyping
from application.ports.audit import AccessLog, Subject
from application.ports.clock import Clock
from application.ports.events import EventLog
from application.ports.realtime import server_frame
from application.ports.tokens import AccessClaims, TokenInvalidError, Tokens
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.author import Author, AuthorKind
from domain.identity.permissions import Permission
from domain.people.status import Status
from domain.shared.errors import PyTakeError
from domain.shared.ids import ConversationId, TenantId, UserId
from entrypoints.websocket.admission import Admission
from entrypoints.websocket.channels import conversation_of, forbidden_channels, known_channels
from entrypoints.websocket.coalescer import Coalescer
from entrypoints.websocket.company import Company, Watching
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
    Viewing,
)
from entrypoints.websocket.replay import replay
from entrypoints.websocket.room import Room

MAX_RESUMES = 20
"""A client resumes once after it connects; each time may cost a read of 10,000 events."""

OF_PEOPLE = (Subscribe, Unsubscribe, Typing, Viewing, SetStatus)
"""Frames that somebody caused; a client pings, resumes and renews its token by itself."""
STATUS = "status"


class Attendance(Protocol):
    """Notices signs of life; never waits."""

    def note(self, tenant_id: TenantId, user_id: UserId, *, is_active: bool) -> None:
        """Notice one, of the person or only of their program."""
        ...


class Watch(Watching, Protocol):
    """Also tells which conversations somebody may see."""

    async def visible(self, actor: Actor, conversation_ids: Collection[ConversationId]) -> frozenset[ConversationId]:
        """Give those that there are and that the actor may see."""
        ...


class Collaborators(msgspec.Struct, frozen=True, kw_only=True):
    """What every dialogue of a process needs."""

    tokens: Tokens
    log: EventLog
    clock: Clock
    admission: Admission
    attendance: Attendance
    set_status: Callable[[Actor, Status], Awaitable[object]]
    access: AccessLog
    watch: Watch
    tell_typing: Callable[[Actor, TellTyping], Awaitable[None]]


class _Problem(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    message: str


class _Sight(msgspec.Struct, frozen=True, kw_only=True):
    sight: str


class Dialogue:
    """One authenticated client's frames, until its token expires; a newer token prolongs it."""

    def __init__(self, connection: Connection, *, room: Room, uses: Collaborators) -> None:
        self._connection = connection
        self._room = room
        self._uses = uses
        self._company = Company(
            place=connection.name,
            actor=self._actor,
            watching=uses.watch,
            tell_typing=uses.tell_typing,
            refuse=lambda error: self._complain(error.code, str(error)),
        )
        self._statuses = Coalescer(self._set_status)
        self._note_presence(is_active=False)
        self._expiry = self._expire_at_end_of(connection.claims)
        self._resumes = 0

    async def end(self) -> None:
        """Stop the timers, and take back what the colleagues see."""
        self._expiry.cancel()
        self._statuses.close()
        await self._company.end()

    async def hear(self, frame: ClientFrame) -> None:
        """Do what the frame asks for. Raises CloseSocketError."""
        self._note_presence(is_active=isinstance(frame, OF_PEOPLE))
        match frame:
            case Ping():
                self._tell("pong", self._sight())
            case Subscribe(channels=channels):
                await self._subscribe(channels)
            case Unsubscribe(channels=channels):
                self._room.unsubscribe(self._connection, known_channels(channels)[0])
            case Resume():
                await self._resume(frame)
            case Typing():
                self._share_typing(frame)
            case Viewing():
                self._company.looks(frame)
            case SetStatus(status=status):
                self._choose(status)
            case Authenticate(token=token):
                await self._renew(token)

    def _note_presence(self, *, is_active: bool) -> None:
        claims = self._connection.claims
        self._uses.attendance.note(claims.tenant_id, claims.user_id, is_active=is_active)

    def resync(self) -> str:
        """Make the frame that tells the client to read its screen anew; what follows its `id` will be sent."""
        return self._frame("resync", self._sight()).decode()

    async def _subscribe(self, names: tuple[str, ...]) -> None:
        """Follow channels, once it is written down who does: their events show what people write."""
        known, unknown = known_channels(names)
        if unknown:
            self._complain("UNKNOWN_CHANNEL", "One of the channels does not exist.")
        known -= self._refused(known) | await self._unseen(known)
        await self._note(known - self._connection.channels)
        if not self._room.subscribe(self._connection, known):
            self._complain("TOO_MANY_CHANNELS", "The socket follows too many channels.")

    def _refused(self, channels: set[str]) -> set[str]:
        refused = forbidden_channels(channels, self._connection.permissions)
        if refused:
            self._complain("PERMISSION_DENIED", f"You may not follow {', '.join(sorted(refused))}.")
        return refused

    async def _unseen(self, channels: set[str]) -> set[str]:
        """Find the channels of conversations that they may not see; which are seen is asked of each event again."""
        asked = {channel: found for channel in channels if (found := conversation_of(channel)) is not None}
        if not asked:
            return set()
        visible = await self._uses.watch.visible(self._actor(), set(asked.values()))
        unseen = {channel for channel, conversation_id in asked.items() if conversation_id not in visible}
        if unseen:
            self._complain("CONVERSATION_NOT_FOUND", "There is no such conversation.")
        return unseen

    async def _note(self, channels: set[str]) -> None:
        """Tell who follows what: one entry for the conversations, one for each other channel."""
        whose, note = self._room.tenant_id, self._uses.access.note
        author = Author(kind=AuthorKind.USER, user_id=self._connection.claims.user_id)
        shown = [found for channel in channels if (found := conversation_of(channel))]
        on = Subject(type="conversation")
        seen = [note(whose, AuditAction.EVENTS_FOLLOWED, by=author, on=on, shown=shown)] if shown else []
        others = [
            note(whose, AuditAction.EVENTS_FOLLOWED, by=author, on=Subject(type=channel))
            for channel in sorted(channel for channel in channels if conversation_of(channel) is None)
        ]
        await asyncio.gather(*seen, *others)

    async def _resume(self, frame: Resume) -> None:
        self._resumes += 1
        if self._resumes > MAX_RESUMES:
            raise CloseSocketError(CloseCode.TOO_FAST)
        is_as_before = frame.sight is None or frame.sight == self._connection.sight
        if not is_as_before or not await replay(
            self._connection, room=self._room, log=self._uses.log, after=frame.after
        ):
            self._tell("resync", self._sight())

    def _share_typing(self, frame: Typing) -> None:
        if Permission.CONVERSATIONS_REPLY not in self._connection.permissions:
            self._complain("PERMISSION_DENIED", "This needs the permission conversations:reply.")
            return
        self._company.types(frame)

    def _choose(self, status: Status) -> None:
        self._statuses.offer(STATUS, status)

    async def _set_status(self, status: Status) -> None:
        with contextlib.suppress(PyTakeError):  # it is a hint, and the client may say it again
            await self._uses.set_status(self._actor(), status)

    def _actor(self) -> Actor:
        claims, connection = self._connection.claims, self._connection
        return Actor(
            user_id=claims.user_id,
            tenant_id=claims.tenant_id,
            session_id=claims.session_id,
            permissions=connection.permissions,
            departments=connection.viewer.departments,
        )

    async def _renew(self, token: str) -> None:
        try:
            claims = await self._uses.tokens.read(token)
        except TokenInvalidError as error:
            raise CloseSocketError(CloseCode.UNAUTHENTICATED) from error
        old = self._connection.claims
        if (claims.user_id, claims.tenant_id) != (old.user_id, old.tenant_id):
            raise CloseSocketError(CloseCode.UNAUTHENTICATED)
        standing = await self._uses.admission.admit(claims, ip=self._connection.ip)
        self._connection.claims = claims
        self._connection.allow(standing.permissions, standing.departments)
        self._expiry.cancel()
        self._expiry = self._expire_at_end_of(claims)

    def _expire_at_end_of(self, claims: AccessClaims) -> asyncio.TimerHandle:
        seconds = (claims.expires_at - self._uses.clock.now()).total_seconds()
        close = self._connection.close
        return asyncio.get_running_loop().call_later(max(0.0, seconds), close, CloseCode.UNAUTHENTICATED)

    def _sight(self) -> msgspec.Raw:
        return msgspec.Raw(msgspec.json.encode(_Sight(sight=self._connection.sight)))

    def _complain(self, code: str, message: str) -> None:
        self._tell("error", msgspec.Raw(msgspec.json.encode(_Problem(code=code, message=message))))

    def _tell(self, kind: str, data: msgspec.Raw) -> None:
        self._connection.outbox.put(out_frame(self._frame(kind, data)))

    def _frame(self, kind: str, data: msgspec.Raw) -> bytes:
        return server_frame(kind, at=self._uses.clock.now(), number=self._room.position, data=data)
