"""What a side leaves out: the standings, the request limits, row-level security, and the transaction that binds it."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

import asyncpg
import msgspec
from dishka import Provider, Scope, provide

from adapters.postgres.database import Database, Role
from application.ports.request_limits import Allowance, Bucket, RequestLimits
from application.ports.standing import ApiKeyStanding, SessionStanding, Standings, TenantStanding
from benchmarks.harness.world import ask, rows
from domain.shared.ids import SessionId, TenantId, UserId
from entrypoints.ioc.stores import APP_CONNECTIONS, AppDatabase
from entrypoints.settings import Settings

OPEN_ALL = """
DO $$
DECLARE fenced regclass;
BEGIN
  FOR fenced IN SELECT oid FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', fenced);
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', fenced);
  END LOOP;
END $$
"""


FENCED = "SELECT relrowsecurity AND relforcerowsecurity AS is_fenced FROM pg_class WHERE oid = 'flows'::regclass"


async def take_fences_down(url: str) -> None:
    """Disable row-level security of every table of a database."""
    await require_fences(url, are_up=True)
    await ask(url, OPEN_ALL)
    await require_fences(url, are_up=False)


async def require_fences(url: str, *, are_up: bool) -> None:
    """See that the measured table is forced under row-level security, or is not."""
    [table] = await rows(url, FENCED)
    if table["is_fenced"] is not are_up:
        raise AssertionError("the database is not as this side needs it")


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The one session there is, and its company."""

    session: SessionStanding
    tenant: TenantStanding


class _AlwaysStanding:
    """`Standings` that never look."""

    def __init__(self, known: Known) -> None:
        self._known = known

    async def session(self, _session_id: SessionId) -> SessionStanding | None:
        return self._known.session

    async def sessions(self, session_ids: Collection[SessionId]) -> dict[SessionId, SessionStanding]:
        return dict.fromkeys(session_ids, self._known.session)

    async def api_key(self, _key: str) -> ApiKeyStanding | None:
        return None

    async def tenant(self, _tenant_id: TenantId) -> TenantStanding | None:
        return self._known.tenant

    async def forget_sessions(self, session_ids: Collection[SessionId]) -> None:
        pass

    async def forget_user(self, user_id: UserId) -> None:
        pass

    async def forget_tenant(self, tenant_id: TenantId) -> None:
        pass


class _Limitless:
    """`RequestLimits` that never count."""

    async def take(self, buckets: Sequence[Bucket]) -> Allowance:
        return Allowance(limit=buckets[0].burst, remaining=buckets[0].burst, reset=0.0)


class _Unbound(Database):
    """Lends a connection as it is: no tenant is set, so nothing needs a transaction."""

    @asynccontextmanager
    async def tenant_transaction(self, _tenant_id: TenantId, *_first: str) -> AsyncIterator[asyncpg.Connection]:
        async with self.connection() as connection:
            yield connection


class NoStandings(Provider):
    """Nobody is looked up."""

    scope = Scope.APP

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    @provide(override=True)
    def standings(self) -> Standings:
        """Say yes."""
        return _AlwaysStanding(self._known)


class NoLimits(Provider):
    """Nobody is counted."""

    scope = Scope.APP

    @provide(override=True)
    def limits(self) -> RequestLimits:
        """Say yes."""
        return _Limitless()


class NoTransaction(Provider):
    """Reads are not bound to a tenant."""

    scope = Scope.APP

    @provide(override=True)
    async def app_database(self, settings: Settings) -> AsyncIterator[AppDatabase]:
        """Open the same pool."""
        database = await _Unbound.open(settings.database_url, role=Role.APP, max_size=APP_CONNECTIONS)
        yield AppDatabase(database)
        await database.close()
