"""One process's standings, whose second passes when told, and whose questions to the database are counted."""

import asyncio
from collections.abc import Collection

from application.identity.keep_standings import KeepStandings
from application.ports.standing import ApiKeyStanding, SessionStanding, TenantStanding
from application.ports.standing_stores import StandingStore
from domain.shared.ids import SessionId, TenantId


class WatchedStore:
    """Counts what is asked of the real store, and holds an answer back while `gate` is closed."""

    def __init__(self, store: StandingStore) -> None:
        self._store = store
        self.asked = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def sessions(self, session_ids: Collection[SessionId]) -> list[SessionStanding]:
        self.asked += 1
        found = await self._store.sessions(session_ids)
        await self.gate.wait()
        return found

    async def api_key(self, key: str) -> ApiKeyStanding | None:
        self.asked += 1
        return await self._store.api_key(key)

    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None:
        self.asked += 1
        return await self._store.tenant(tenant_id)


class Process:
    """A process."""

    def __init__(self, standings: KeepStandings, store: WatchedStore, times: list[float]) -> None:
        self.standings, self.store, self._times = standings, store, times

    def pass_a_second(self) -> None:
        """Let its own memory grow old; Redis's stays."""
        self._times[0] += 1.001
