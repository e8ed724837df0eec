"""Whether what we need answers, and whether the database is what it should be."""

from datetime import datetime, timedelta
from typing import Protocol

import msgspec


class Readiness(Protocol):
    """Asks the database and Redis, briefly; a service that does not answer in time is False, never an exception."""

    async def check(self) -> dict[str, bool]:
        """Give each service's name and whether it answers."""
        ...


class DatabaseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of the server, of our login and of the schema. `clock_ahead` is the server's clock minus ours."""

    server_version: str
    acts_as: str
    logged_in_as: str
    is_superuser: bool
    passes_fences_by: bool
    owned_tables: tuple[str, ...]
    unfenced_tables: tuple[str, ...]
    revision: str | None
    pending_revisions: tuple[str, ...]
    clock_ahead: timedelta


class DatabaseHealth(Protocol):
    """Asks the database about itself."""

    async def facts(self, *, now: datetime) -> DatabaseFacts:
        """Gather the facts; `now` is our clock's time. Raises UnavailableError."""
        ...
