"""What a test replaces in the composition root."""

from datetime import UTC, datetime, timedelta

from dishka import Provider, Scope, provide

from adapters.postgres.database import Database
from application.ports.clock import Clock
from entrypoints.ioc.stores import AppDatabase, PlatformDatabase
from tests.doubles import FrozenClock

AHEAD = timedelta(hours=1)
"""The spine's clock runs ahead of the database's, so that nothing is due before the spine says so, however slow the
machine; what is due by the spine's clock is put back to the database's before each claim."""


class Overrides(Provider):
    """The test's clock, and pools that outlive a test."""

    scope = Scope.APP

    def __init__(self, clock: FrozenClock, *, app: Database, platform: Database) -> None:
        super().__init__()
        self._clock, self._app, self._platform = clock, app, platform

    @provide(override=True)
    def clock(self) -> Clock:
        return self._clock

    @provide(override=True)
    def app_database(self) -> AppDatabase:
        return AppDatabase(self._app)

    @provide(override=True)
    def platform_database(self) -> PlatformDatabase:
        return PlatformDatabase(self._platform)


def new_clock() -> FrozenClock:
    return FrozenClock(datetime.now(UTC).replace(microsecond=0) + AHEAD)
