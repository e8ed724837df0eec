"""Cursors: where a page ended, as text that programs hand back and never look into."""

import base64
import binascii
from typing import TypeVar
from uuid import UUID

import msgspec

from application.shared.page import malformed_page

Place = TypeVar("Place", bound=msgspec.Struct)
"""The sort keys of a list's row; its fields are parameters of the statement."""


def write_cursor(place: msgspec.Struct, *, way: str) -> str:
    """Write a place in a list that is read in this way."""
    return base64.urlsafe_b64encode(msgspec.json.encode((way, place))).decode().rstrip("=")


def read_cursor(cursor: str, place: type[Place], *, way: str) -> Place:
    """Read a place. Raises MalformedError for what this list never gave, or gave in another order."""
    padding = "=" * (-len(cursor) % 4)
    try:
        written = base64.b64decode(cursor + padding, altchars=b"-_", validate=True)
        its_way, found = msgspec.json.decode(written, type=tuple[str, msgspec.Raw])
        if its_way != way:
            raise malformed_page("cursor", "a cursor of this list in another order")
        return msgspec.json.decode(found, type=place)
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise malformed_page("cursor", "not a cursor of this list") from error


class IdPlace(msgspec.Struct, frozen=True, kw_only=True):
    """The place in a list ordered by its ids alone: UUIDv7, so the newest first."""

    id: UUID
