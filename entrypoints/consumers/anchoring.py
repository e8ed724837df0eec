"""The ends of the audit chains, kept outside the database: in the log, and in a file where one is set."""

import structlog

from application.audit.anchor_heads import AnchorHeads
from domain.audit.entry import Head
from domain.shared.ids import TenantId

ANCHOR_SECONDS = 300.0
"""What was cut off a chain is unseen for at most this long."""

_log = structlog.get_logger(__name__)


class Anchoring:
    """One turn; remembers the heads, so that a chain that stands still is told of once."""

    def __init__(self, anchor_heads: AnchorHeads) -> None:
        self._anchor_heads = anchor_heads
        self._known: dict[TenantId, Head] = {}

    async def __call__(self) -> None:
        """Keep the heads that moved. Raises UnavailableError; then they are kept the next time."""
        moved = await self._anchor_heads(known=self._known)
        self._known.update(moved)
        for tenant_id, head in moved.items():
            whose = str(tenant_id)
            _log.info("audit_head", tenant_id=whose, seq=head.seq, hash=head.hash.hex())
