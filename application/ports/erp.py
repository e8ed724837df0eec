"""What PyTake asks of the ERPs of internet providers: one port, whatever the ERP is."""

from typing import Protocol

import msgspec

from domain.flows.session import Value
from domain.shared.erp import ErpOperation
from domain.shared.ids import TenantId


class ErpError(Exception):
    """The ERP did not do it. `code` is a word of ours; `is_passing` says that asking again may help."""

    def __init__(self, code: str, detail: str = "", *, is_passing: bool = False) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.is_passing = is_passing


class ErpAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What it said: nothing of the kind, or the data, JSON, in the shapes of docs/guides/flows.md."""

    found: bool
    data: Value = None


class Erp(Protocol):
    """The ERPs of a company."""

    async def ask(
        self,
        tenant_id: TenantId,
        operation: ErpOperation,
        arguments: dict[str, Value],
        *,
        connection: str | None,
        once: str,
    ) -> ErpAnswer:
        """Ask. What changes something is done once for each `once`, however often it is asked. Raises ErpError."""
        ...
