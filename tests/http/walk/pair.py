"""The two companies, and the walk of one over the other."""

from uuid import UUID

import asyncpg
import httpx

from adapters.postgres.directory import PostgresDirectory
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from tests.contract.repositories.stored import NOW, new_id
from tests.http.walk.belongings import API, Maker
from tests.http.walk.rows import Rows
from tests.http.walk.site import Site
from tests.http.walk.walker import Finding, Login, Walker
from tests.servers import APART

OURS, THEIRS = "numbat", "quokka"


class Pair:
    """`ours` has a caller who is an admin, and one that is an API key of an admin with every scope."""

    def __init__(self, site: Site, *, ours: Maker, theirs: Maker, rows: Rows) -> None:
        self.site, self.ours, self.theirs, self.rows = site, ours.things, theirs.things, rows
        self._ours, self._theirs = ours, theirs

    async def walk(self, log_in: Login, *, within: str = "") -> list[Finding]:
        """Walk over every route, or over those whose path has `within` in it."""
        walker = Walker(self.site, ours=self.ours, theirs=self.theirs, rows=self.rows, log_in=log_in)
        return await walker.walk(their_client=self._theirs.client, within=within)

    async def as_admin(self) -> dict[str, str]:
        """Log our admin in, once more."""
        admin = UUID(self.ours["admin"])
        return await self.site.bearer(await self.site.accounts.a_session(tenant=self.ours.tenant_id, user=admin))

    async def as_key(self) -> dict[str, str]:
        """Give our key."""
        if "key" not in self.ours.ids:
            body = {"name": "Everything", "scopes": list(Permission)}
            answer = await self._ours.client.post(f"{API}/api-keys", json=body)
            assert answer.status_code == 201, answer.text
            self.ours.ids["key"] = answer.json()["key"]
        return {"x-api-key": self.ours.ids["key"]}

    @property
    def their_client(self) -> httpx.AsyncClient:
        """Their admin."""
        return self._theirs.client


async def make_pair(site: Site, owner: asyncpg.Connection, *, apart: bool = False) -> Pair:
    """Make both; with `apart` theirs has a schema of its own."""
    makers = []
    for mark, place in ((OURS, None), (THEIRS, APART if apart else None)):
        tenant = await _found(site, mark=mark, tenant_id=place or TenantId(new_id()))
        rows = await Rows.of(owner, tenant)
        maker = Maker(site, tenant, mark=mark)
        await maker.make(rows)
        makers.append(maker)
    return Pair(site, ours=makers[0], theirs=makers[1], rows=rows)


async def _found(site: Site, *, mark: str, tenant_id: TenantId) -> TenantId:
    await PostgresDirectory(site.platform).add_tenant(
        Tenant(
            id=tenant_id,
            name=mark.title(),
            slug=f"{mark}-{tenant_id}",
            status=TenantStatus.ACTIVE,
            created_at=NOW,
            isolation=Isolation.SCHEMA if tenant_id == APART else Isolation.SHARED,
            plan="enterprise",
        )
    )
    return tenant_id
