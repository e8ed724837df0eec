"""The ERPs of companies."""

import httpx
from dishka import Provider, Scope, provide

from adapters.erp.aurora.client import AuroraErp
from adapters.erp.aurora.transport import AuroraTransport
from adapters.erp.disconnected import ErpOfOne
from application.calls.call_erp import CallErpPerformer
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.erp import Erp
from domain.shared.ids import TenantId
from entrypoints.settings import Settings


class ErpProvider(Provider):
    """Ask the one that the settings name."""

    scope = Scope.APP
    performer = provide(CallErpPerformer)

    @provide
    def erp(self, settings: Settings, client: httpx.AsyncClient, directory: Directory, clock: Clock) -> Erp:
        """Ask it for the company it belongs to, and for no other."""

        async def owner() -> TenantId | None:
            tenant = await directory.tenant(settings.erp_company)
            return tenant.id if tenant is not None else None

        transport = AuroraTransport(client, base_url=settings.erp_url, token=settings.erp_token)
        is_set = bool(settings.erp_url and settings.erp_company)
        return ErpOfOne(AuroraErp(transport, clock=clock) if is_set else None, owner=owner)
