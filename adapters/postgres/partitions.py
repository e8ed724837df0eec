"""Partitions, through functions that run with their owner's rights: our roles own nothing."""

from datetime import timedelta

from adapters.postgres.database import Database
from adapters.postgres.running import execute
from adapters.postgres.statements import Statement

_ENSURE = Statement("SELECT platform.ensure_partitions()")
_DROP = Statement("SELECT platform.drop_old_events(:keep)")


class PostgresPartitions:
    """Looks after the partitions of events and messages, on the platform role."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look_after(self, *, keep_events: timedelta) -> None:
        """Make those of the next days and months, drop events older than `keep_events`."""
        async with self._database.connection() as connection:
            await execute(connection, _ENSURE)
            await execute(connection, _DROP, keep=keep_events)
