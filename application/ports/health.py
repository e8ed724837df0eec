"""Whether what we need answers, and whether the database is what it should be."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import msgspec


class Readiness(Protocol):
    """Asks the database and Redis, briefly; a service that does not answer in time is False, never an exception."""

    async def check(self) -> dict[str, bool]:
        """Give each service's name and whether it answers."""
        ...


class DatabaseTrouble(StrEnum):
    """Why the database cannot be used at all."""

    AWAY = "nobody answers at its address"
    SILENT = "it takes the connection and says nothing"
    STARTING = "it is starting, stopping or recovering"
    CROWDED = "it has no connection left"
    LOGIN_REFUSED = "it refuses the login or its password"
    NO_DATABASE = "it has no database of this name, or the login may not connect to it"
    NO_ROLES = "the roles pytake_app and pytake_platform do not exist"
    ROLES_REFUSED = "the login may not take the roles pytake_app and pytake_platform"
    ADDRESS_WRONG = "the address cannot be understood"


class DatabaseDoor(Protocol):
    """Tries the way into the database, without a pool."""

    async def trouble(self) -> DatabaseTrouble | None:
        """Connect, and take each of the two roles; give the first thing that stands in the way."""
        ...


class RedisTrouble(StrEnum):
    """Why Redis cannot be used."""

    AWAY = "nobody answers at its address"
    SILENT = "it does not answer in time"
    NEEDS_LOGIN = "it asks for a password, and none is given"
    LOGIN_REFUSED = "it refuses the password or the user"
    FORBIDDEN = "the user may not run our commands"
    LOADING = "it is loading its data"
    FULL = "its memory is full"
    READ_ONLY = "it takes no writes"
    OTHER = "it answers with an error"


class RedisDoor(Protocol):
    """Tries the way into Redis."""

    async def trouble(self) -> RedisTrouble | None:
        """Write something small that vanishes; give what stands in the way."""
        ...


class WriteTrouble(StrEnum):
    """Why a webhook could not be kept now."""

    READ_ONLY = "the database takes no writes"
    DISK_FULL = "the database's disk is full"
    REFUSED = "the database refuses to keep a webhook"


class DatabaseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of the server, of our login and of the schema. `clock_ahead` is the server's clock minus ours.

    `revision` is None before the first migration; `pending_revisions` is None when this program knows no such revision.
    `fence_faults` says what is wrong with each of the `unfenced_tables`, in their order.
    """

    server_version: str
    acts_as: str
    logged_in_as: str
    is_superuser: bool
    passes_fences_by: bool
    owned_tables: tuple[str, ...]
    unfenced_tables: tuple[str, ...]
    fence_faults: tuple[str, ...]
    is_standby: bool
    revision: str | None
    pending_revisions: tuple[str, ...] | None
    clock_ahead: timedelta


class DatabaseHealth(Protocol):
    """Asks the database about itself."""

    async def facts(self, *, now: datetime) -> DatabaseFacts:
        """Gather the facts; `now` is our clock's time. Raises UnavailableError."""
        ...

    async def write_trouble(self) -> WriteTrouble | None:
        """Keep a webhook and take it back; give what stands in the way. Raises UnavailableError."""
        ...
