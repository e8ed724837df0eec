"""Rows that belong to no tenant carry the nil UUID, so that one index and one policy serve them too."""

from uuid import UUID

from domain.shared.ids import TenantId

NOBODY = TenantId(UUID(int=0))
"""A unit of work for it sees the rows of webhooks that are not routed yet."""


def to_column(tenant_id: TenantId | None) -> TenantId:
    """Write None as the nil UUID."""
    return NOBODY if tenant_id is None else tenant_id


def from_column(tenant_id: UUID) -> TenantId | None:
    """Read the nil UUID as None."""
    return None if tenant_id == NOBODY else TenantId(tenant_id)
