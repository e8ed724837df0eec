"""What is spoken on `/ws`: JSON text frames, told apart by `type`."""

from enum import IntEnum
from typing import Annotated
from uuid import UUID

import msgspec

from domain.people.status import Status

MAX_FRAME_BYTES = 64 * 1024
"""The largest frame a client has to send is a token or a list of channels: some hundred bytes."""
MAX_CHANNELS = 100
"""In one frame, and for one socket: more conversations than anybody has open."""


class CloseCode(IntEnum):
    """Why the server closes a socket; from 4400 on they are HTTP's statuses plus 4000."""

    RESTARTING = 1012
    TRY_LATER = 1013
    MALFORMED = 4400
    UNAUTHENTICATED = 4401
    FORBIDDEN = 4403
    IDLE = 4408
    TOO_FAST = 4429


class CloseSocketError(Exception):
    """The socket must be closed with this code."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.name)
        self.code = code


class _Frame(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Any frame of a client."""


class Authenticate(_Frame, frozen=True, tag="auth"):
    """The first frame of a socket without a ticket; later, a newer token of the same user."""

    token: str


class Subscribe(_Frame, frozen=True, tag="subscribe"):
    """Begin to receive what these channels carry."""

    channels: Annotated[tuple[str, ...], msgspec.Meta(max_length=MAX_CHANNELS)]


class Unsubscribe(_Frame, frozen=True, tag="unsubscribe"):
    """Stop receiving what these channels carry."""

    channels: Annotated[tuple[str, ...], msgspec.Meta(max_length=MAX_CHANNELS)]


class Ping(_Frame, frozen=True, tag="ping"):
    """Ask for a pong; its `id` is the number of the newest event that this socket was offered."""


class Resume(_Frame, frozen=True, tag="resume"):
    """Ask for the events after this number; with the `sight` that the last pong told, other rights mean a resync."""

    after: Annotated[int, msgspec.Meta(ge=0)]
    sight: Annotated[str, msgspec.Meta(max_length=64)] | None = None


class Typing(_Frame, frozen=True, tag="typing"):
    """Tell the others who have this conversation open."""

    conversation_id: UUID
    on: bool


class Viewing(_Frame, frozen=True, tag="viewing"):
    """Tell the others which conversation one has open; null for none."""

    conversation_id: UUID | None


class SetStatus(_Frame, frozen=True, tag="status"):
    """Tell the others whether this agent is there."""

    status: Status


ClientFrame = Authenticate | Subscribe | Unsubscribe | Ping | Resume | Typing | Viewing | SetStatus

_decoder: msgspec.json.Decoder[ClientFrame] = msgspec.json.Decoder(ClientFrame)


def read_frame(text: str) -> ClientFrame:
    """Decode a client's frame. Raises CloseSocketError with MALFORMED."""
    try:
        return _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise CloseSocketError(CloseCode.MALFORMED) from error
