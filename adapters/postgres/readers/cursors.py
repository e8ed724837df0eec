"""Cursors: where a page ended, as text that programs hand back and never look into."""

import base64
import binascii
from typing import TypeVar
from uuid import UUID

import msgspec

from domain.shared.errors import ErrorDetail, MalformedError

Place = TypeVar("Place", bound=msgspec.Struct)
"""The sort keys of a list's row; its fields are parameters of the statement."""


def write_cursor(place: msgspec.Struct) -> str:
    """Write a place."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read_cursor(cursor: str, place: type[Place]) -> Place:
    """Read a place. Raises MalformedError for what this list never gave."""
    padding = "=" * (-len(cursor) % 4)
    try:
        return msgspec.json.decode(base64.b64decode(cursor + padding, altchars=b"-_", validate=True), type=place)
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        wrong = ErrorDetail(field="cursor", message="not a cursor of this list")
        raise MalformedError("The page is malformed.", details=(wrong,)) from error


class IdPlace(msgspec.Struct, frozen=True, kw_only=True):
    """The place in a list ordered by its ids alone: UUIDv7, so the newest first."""

    id: UUID
