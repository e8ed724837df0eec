"""The ends of all chains are kept outside the database, so that nobody can cut or rewrite one unseen."""

from collections.abc import Mapping

from application.ports.anchors import Anchors
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.readers.audit import AuditChain
from domain.audit.anchors import Anchor
from domain.audit.entry import Head
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM


class AnchorHeads:
    """Run by every worker every few minutes. What another worker anchored too is the same line twice."""

    def __init__(self, *, chain: AuditChain, directory: Directory, anchors: Anchors, clock: Clock) -> None:
        self._chain, self._directory, self._anchors, self._clock = chain, directory, anchors, clock

    async def __call__(self, *, known: Mapping[TenantId, Head]) -> dict[TenantId, Head]:
        """Keep the heads that are not as `known`; give those. Raises UnavailableError."""
        moved: dict[TenantId, Head] = {}
        for tenant_id in (PLATFORM, *(tenant.id for tenant in await self._directory.tenants())):
            head = await self._chain.head(tenant_id)
            if head is not None and head != known.get(tenant_id):
                moved[tenant_id] = head
        now = self._clock.now()
        await self._anchors.append(
            [Anchor(tenant_id=whose, seq=head.seq, hash=head.hash.hex(), at=now) for whose, head in moved.items()]
        )
        return moved
