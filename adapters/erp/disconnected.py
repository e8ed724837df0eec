"""Where nobody connected an ERP, or not for this company."""

from collections.abc import Awaitable, Callable

from application.ports.erp import Erp, ErpAnswer, ErpError
from domain.flows.session import Value
from domain.shared.erp import ErpOperation
from domain.shared.ids import TenantId


class ErpOfOne:
    """Implements Erp for an installation with one ERP: it belongs to one company, and no other may ask it."""

    def __init__(self, erp: Erp | None, *, owner: Callable[[], Awaitable[TenantId | None]]) -> None:
        self._erp, self._owner = erp, owner
        self._known: TenantId | None = None

    async def ask(
        self,
        tenant_id: TenantId,
        operation: ErpOperation,
        arguments: dict[str, Value],
        *,
        connection: str | None,
        once: str,
    ) -> ErpAnswer:
        """Ask. Raises ErpError: `not_connected` for everybody but the owner."""
        if self._erp is None:
            raise ErpError("not_connected")
        if self._known is None:
            self._known = await self._owner()
        if tenant_id != self._known:
            raise ErpError("not_connected")
        return await self._erp.ask(tenant_id, operation, arguments, connection=connection, once=once)
