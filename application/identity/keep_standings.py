"""Tell who still counts: from memory for a second, from the cache for a minute, else from the database."""

import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime

from application.ports.clock import Clock
from application.ports.standing import ApiKeyStanding, SessionStanding, TenantStanding
from application.ports.standing_stores import (
    Standing,
    StandingCache,
    StandingStore,
    session_scope,
    tenant_scope,
    user_scope,
)
from domain.identity.api_key_text import read_api_key
from domain.shared.digest import digest_of
from domain.shared.ids import SessionId, TenantId, UserId
from domain.tenants.tenant import TenantStatus

LOCAL_SECONDS = 1.0
"""How late a process may learn that a session ended: what `Standings` promises."""
LOCAL_STANDINGS = 20_000
"""Some 10 MB; those asked for within one second are far fewer."""

Load = Callable[[Collection[str]], Awaitable[dict[str, Standing]]]
"""Reads standings by their names from the store."""


class KeepStandings:
    """For every request and every socket. What is forgotten while it is being read is kept neither here nor cached."""

    def __init__(
        self,
        *,
        store: StandingStore,
        cache: StandingCache,
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._cache, self._clock, self._monotonic = store, cache, clock, monotonic
        self._local: dict[str, tuple[float, Standing | None]] = {}
        self._forgets = 0

    async def session(self, session_id: SessionId) -> SessionStanding | None:
        """Give a session's standing; None when it has ended. Raises UnavailableError."""
        return (await self.sessions([session_id])).get(session_id)

    async def sessions(self, session_ids: Collection[SessionId]) -> dict[SessionId, SessionStanding]:
        """Give the standings of many at once; those that have ended are left out. Raises UnavailableError."""
        names = {session_scope(session_id): session_id for session_id in session_ids}

        async def load(missing: Collection[str]) -> dict[str, Standing]:
            living = await self._store.sessions([names[name] for name in missing])
            return {session_scope(standing.session_id): standing for standing in living}

        found = await self._find(names, load)
        return {names[name]: one for name, one in found.items() if isinstance(one, SessionStanding)}

    async def api_key(self, key: str) -> ApiKeyStanding | None:
        """Give a key's standing; None when it is not one, or is over. Raises UnavailableError."""
        if read_api_key(key) is None:
            return None
        name = f"api_key:{digest_of(key).hex()}"

        async def load(_missing: Collection[str]) -> dict[str, Standing]:
            standing = await self._store.api_key(key)
            tenant = None if standing is None else await self.tenant(standing.tenant_id)
            is_over = tenant is None or tenant.status is TenantStatus.CANCELLED
            return {} if standing is None or is_over else {name: standing}

        found = (await self._find([name], load)).get(name)
        return found if isinstance(found, ApiKeyStanding) else None

    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None:
        """Give a tenant's standing; None when it is gone. Raises UnavailableError."""
        name = tenant_scope(tenant_id)

        async def load(_missing: Collection[str]) -> dict[str, Standing]:
            standing = await self._store.tenant(tenant_id)
            return {} if standing is None else {name: standing}

        found = (await self._find([name], load)).get(name)
        return found if isinstance(found, TenantStanding) else None

    async def forget_sessions(self, session_ids: Collection[SessionId]) -> None:
        """Have these read anew, everywhere."""
        await self._forget({session_scope(session_id) for session_id in session_ids})

    async def forget_user(self, user_id: UserId) -> None:
        """Have everything of this user read anew, everywhere."""
        await self._forget({user_scope(user_id)})

    async def forget_tenant(self, tenant_id: TenantId) -> None:
        """Have the tenant and everything of its people read anew, everywhere."""
        await self._forget({tenant_scope(tenant_id)})

    async def _find(self, names: Collection[str], load: Load) -> dict[str, Standing]:
        since = self._monotonic() - LOCAL_SECONDS
        found = {name: self._local[name][1] for name in names if name in self._local and self._local[name][0] > since}
        if missing := [name for name in names if name not in found]:
            found |= await self._read(missing, load)
        now = self._clock.now()
        return {name: one for name, one in found.items() if one is not None and _lasts(one, now)}

    async def _read(self, names: Collection[str], load: Load) -> dict[str, Standing | None]:
        began, forgets = self._monotonic(), self._forgets
        remembered = await self._cache.read(names)
        unknown = [name for name in names if name not in remembered.found]
        loaded = await load(unknown) if unknown else {}
        if loaded and remembered.mark is not None:
            await self._cache.keep(loaded, mark=remembered.mark)
        read: dict[str, Standing | None] = {**dict.fromkeys(names), **remembered.found, **loaded}
        if forgets == self._forgets:
            self._keep(read, at=began)
        return read

    def _keep(self, read: Mapping[str, Standing | None], *, at: float) -> None:
        if len(self._local) + len(read) > LOCAL_STANDINGS:
            self._local.clear()
        self._local |= {name: (at, one) for name, one in read.items()}

    async def _forget(self, scopes: Collection[str]) -> None:
        """Forget here first and last: what is read between comes from a cache that has not forgotten yet."""
        self._forget_here()
        await self._cache.forget(scopes)
        self._forget_here()

    def _forget_here(self) -> None:
        self._forgets += 1
        self._local.clear()


def _lasts(standing: Standing, now: datetime) -> bool:
    ends = None if isinstance(standing, TenantStanding) else standing.expires_at
    return ends is None or now < ends
