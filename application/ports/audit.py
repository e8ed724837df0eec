"""The audit log: what was done and seen, by whom. Append-only, hash-chained per tenant."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

import msgspec

from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import TenantId


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What it was done to: the aggregate's word, such as `user`, and its id."""

    type: str
    id: UUID | None = None


class AuditTrail(Protocol):
    """A transaction's part in the audit log (`tx.audit`): written with the change, last, or not at all."""

    def record(
        self,
        action: AuditAction,
        *,
        by: Author,
        on: Subject | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> None:
        """Tell what is done. `before` and `after` hold what changed; secrets are masked, yet give none."""
        ...


class AccessLog(Protocol):
    """Tells of personal data that was looked at, outside any transaction; many readers share one write."""

    async def note(
        self, tenant_id: TenantId, action: AuditAction, *, by: Author, on: Subject | None = None, count: int = 1
    ) -> None:
        """Return when the entry is durable. Raises UnavailableError: then nothing is to be shown."""
        ...
