"""What waits to be sent to one socket: bounded, so that a slow one costs little and holds nobody up."""

import asyncio
from collections import deque

import msgspec

MAX_FRAMES = 256
"""Some seconds of a busy tenant; a socket further behind reads the screen anew faster."""
MAX_BYTES = 256 * 1024
"""With 5,000 sockets all stalled at once, 1.3 GB would be the worst case; frames are shared between sockets."""


class OutFrame(msgspec.Struct, frozen=True):
    """One encoded frame, shared by all sockets it goes to."""

    text: str
    size: int


def out_frame(encoded: bytes) -> OutFrame:
    """Decode the text once for all sockets."""
    return OutFrame(encoded.decode(), len(encoded))


class Outbox:
    """Frames in order. When it overflows, all of them are dropped and the next thing sent is a `resync`."""

    def __init__(self, *, max_frames: int = MAX_FRAMES, max_bytes: int = MAX_BYTES) -> None:
        self._max_frames = max_frames
        self._max_bytes = max_bytes
        self._frames: deque[OutFrame] = deque()
        self._bytes = 0
        self._is_behind = False
        self._changed = asyncio.Event()
        self.dropped = 0

    @property
    def held(self) -> int:
        """How many bytes wait."""
        return self._bytes

    def put(self, frame: OutFrame) -> None:
        """Append; overflows when there is no room."""
        if self._is_behind:
            return
        if self._fits(frame):
            self._frames.append(frame)
            self._bytes += frame.size
            self._changed.set()
        else:
            self.overflow()

    def overflow(self) -> None:
        """Drop everything and have a `resync` sent."""
        self.dropped += len(self._frames)
        self._frames.clear()
        self._bytes = 0
        self._is_behind = True
        self._changed.set()

    def offer(self, frame: OutFrame) -> None:
        """Append what need not arrive, if there is room."""
        if self._fits(frame):
            self.put(frame)

    async def put_when_room(self, frame: OutFrame) -> None:
        """Append, waiting for room; for who can slow down."""
        while not self._is_behind and not self._fits(frame):
            self._changed.clear()
            await self._changed.wait()
        self.put(frame)

    async def next(self) -> OutFrame | None:
        """Take the next frame, waiting for one; None stands for a `resync`, to be made now."""
        while not self._frames and not self._is_behind:
            self._changed.clear()
            await self._changed.wait()
        self._changed.set()
        if self._is_behind:
            self._is_behind = False
            return None
        frame = self._frames.popleft()
        self._bytes -= frame.size
        return frame

    def _fits(self, frame: OutFrame) -> bool:
        if not self._frames:
            return True
        return len(self._frames) < self._max_frames and self._bytes + frame.size <= self._max_bytes
