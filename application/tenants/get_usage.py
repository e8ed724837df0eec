"""What a company uses of what its plan allows."""

import msgspec

from application.ports.readers.tenants import TenantList
from application.ports.usage import UsageReader
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId
from domain.tenants.plans import Metric


class MetricUsage(msgspec.Struct, frozen=True, kw_only=True):
    """One count; `limit` is null where there is none, and then so is what remains."""

    metric: Metric
    used: int
    limit: int | None
    remaining: int | None


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """The plan, and all counts: messages of this month in the company's time zone, all else as it is now."""

    tenant_id: TenantId
    plan: str
    metrics: list[MetricUsage]


class GetUsage:
    """Show usage against limits. A company's own needs tenant:read; any company's is for operators (`of`)."""

    def __init__(self, *, tenants: TenantList, usage: UsageReader) -> None:
        self._tenants, self._usage = tenants, usage

    async def __call__(self, actor: Actor) -> Usage:
        """Show the actor's company's."""
        actor.require(Permission.TENANT_READ)
        return await self.of(actor.tenant_id)

    async def of(self, tenant_id: TenantId) -> Usage:
        """Show a company's. Raises TenantNotFoundError."""
        tenant = await self._tenants.one(tenant_id)
        used, limits = await self._usage.used(tenant_id), await self._usage.limits(tenant_id)
        return Usage(
            tenant_id=tenant_id,
            plan=tenant.plan,
            metrics=[_usage(metric, used=used[metric], limit=limits.get(metric)) for metric in Metric],
        )


def _usage(metric: Metric, *, used: int, limit: int | None) -> MetricUsage:
    remaining = None if limit is None else max(0, limit - used)
    return MetricUsage(metric=metric, used=used, limit=limit, remaining=remaining)
