"""What flows may send to others, as its screen shows it: never a value."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.calls.secret import Secret
from domain.shared.ids import SecretId, TenantId

SECRET_SORTS = ("name", "created_at", "updated_at", "last_used_at")


class SecretRow(msgspec.Struct, frozen=True, kw_only=True):
    """A secret by its name: where it may be sent, and when it was last."""

    id: SecretId
    name: str
    hosts: list[str]
    version: int
    created_at: datetime
    updated_at: datetime
    last_used_at: datetime | None = None

    @classmethod
    def of(cls, secret: Secret) -> "SecretRow":
        """Show one that was just written."""
        return cls(
            id=secret.id,
            name=secret.name,
            hosts=list(secret.hosts),
            version=secret.version,
            created_at=secret.created_at,
            updated_at=secret.updated_at,
            last_used_at=secret.last_used_at,
        )


class SecretList(Protocol):
    """Reads a company's secrets."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SecretRow]:
        """Give a page. Raises MalformedError for the cursor."""
        ...
