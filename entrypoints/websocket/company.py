"""What the colleagues see of the person at one socket: which conversation they have open, and where they write."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from application.conversations.tell_typing import TellTyping
from application.shared.actor import Actor
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.errors import PyTakeError
from domain.shared.ids import ConversationId
from entrypoints.websocket.coalescer import Coalescer
from entrypoints.websocket.protocol import Typing, Viewing

TYPING_LAPSES_SECONDS = 10.0
"""Who writes on says so again every few seconds."""
LOOKS_SECONDS = 20.0
"""How often it is said that a conversation is still open; it lapses after two of these."""
LOOKING = "looking"


class Watching(Protocol):
    """Tells who has which conversation open."""

    async def look(self, actor: Actor, conversation_id: ConversationId, *, at: str) -> None:
        """Have it open. Raises ConversationNotFoundError."""
        ...

    async def look_away(self, actor: Actor, conversation_id: ConversationId, *, at: str) -> None:
        """Have it open no more."""
        ...


class Company:
    """Tells it, at most once a second each; what is not said again lapses, and the socket's end takes all back."""

    def __init__(
        self,
        *,
        place: str,
        actor: Callable[[], Actor],
        watching: Watching,
        tell_typing: Callable[[Actor, TellTyping], Awaitable[None]],
        refuse: Callable[[PyTakeError], None],
    ) -> None:
        self._place, self._actor, self._refuse = place, actor, refuse
        self._watching, self._tell_typing = watching, tell_typing
        self._typing = Coalescer(self._type)
        self._looks = Coalescer(self._look)
        self._writes: dict[ConversationId, asyncio.TimerHandle] = {}
        self._open: ConversationId | None = None
        self._again: asyncio.TimerHandle | None = None
        self._turn = asyncio.Lock()
        self._is_over = False

    def types(self, frame: Typing) -> None:
        """Tell that they write, or not; after a while without another word they do not."""
        conversation_id = ConversationId(frame.conversation_id)
        timer = self._writes.pop(conversation_id, None)
        if timer is not None:
            timer.cancel()
        if frame.on:
            later = asyncio.get_running_loop().call_later
            off = Typing(conversation_id=conversation_id, on=False)
            self._writes[conversation_id] = later(TYPING_LAPSES_SECONDS, self.types, off)
        self._typing.offer(str(conversation_id), frame)

    def looks(self, frame: Viewing) -> None:
        """Tell which conversation they have open; none with null."""
        self._looks.offer(LOOKING, frame)

    async def end(self) -> None:
        """Take all back."""
        self._is_over = True
        self._typing.close()
        self._looks.close()
        if self._again is not None:
            self._again.cancel()
        for timer in self._writes.values():
            timer.cancel()
        for conversation_id in self._writes:
            await self._trying(self._say(conversation_id, on=False))
        async with self._turn:
            await self._look_away()

    async def _type(self, frame: Typing) -> None:
        await self._trying(self._say(ConversationId(frame.conversation_id), on=frame.on))

    async def _say(self, conversation_id: ConversationId, *, on: bool) -> None:
        await self._tell_typing(self._actor(), TellTyping(conversation_id=conversation_id, on=on, origin=self._place))

    async def _look(self, frame: Viewing) -> None:
        async with self._turn:
            wanted = None if frame.conversation_id is None else ConversationId(frame.conversation_id)
            if wanted != self._open:
                await self._look_away()
            if wanted is None or self._is_over:
                return
            if await self._trying(self._watching.look(self._actor(), wanted, at=self._place)):
                self._open = wanted
                self._again = asyncio.get_running_loop().call_later(LOOKS_SECONDS, self.looks, frame)

    async def _look_away(self) -> None:
        if self._again is not None:
            self._again.cancel()
        if self._open is not None:
            gone, self._open = self._open, None
            await self._trying(self._watching.look_away(self._actor(), gone, at=self._place))

    async def _trying(self, said: Awaitable[None]) -> bool:
        """Say it; a hint that cannot be told now is dropped, one about what is not theirs is refused."""
        try:
            await said
        except ConversationNotFoundError as error:
            self._refuse(error)
            return False
        except PyTakeError:
            return False
        return True
