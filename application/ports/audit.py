"""The audit log: what was done and seen, by whom. Append-only, hash-chained per tenant."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

import msgspec

from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.errors import UnavailableError
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


class AccessLogUnavailableError(UnavailableError):
    """It could not be written down who sees this, and so it is not shown."""

    code = "ACCESS_LOG_UNAVAILABLE"


class AccessLog(Protocol):
    """Tells of personal data that was looked at, outside any transaction; many readers share one write.

    What the same person was shown, and told to have been shown, within the last minute is not told again.
    """

    async def note(
        self,
        tenant_id: TenantId,
        action: AuditAction,
        *,
        by: Author,
        on: Subject | None = None,
        count: int = 1,
        shown: Sequence[UUID] | None = None,
    ) -> None:
        """Return when the entry is durable. Raises AccessLogUnavailableError: then nothing is to be shown.

        A list gives the ids of what it showed; the entry names those that are new to this person, and an empty list
        is no entry. Otherwise `count` says of how much `on` consisted.
        """
        ...
