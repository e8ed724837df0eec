"""Addresses at which a written file can be had without logging in, for some minutes."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import msgspec

from application.ports.clock import Clock
from application.ports.signatures import Signatures
from domain.media.errors import BadSignatureError
from domain.shared.ids import ContactExportId, TenantId

ADDRESS_LIVES = timedelta(minutes=10)


class ExportTicket(msgspec.Struct, frozen=True, kw_only=True):
    """What a signed address says; `expires` in seconds since 1970."""

    tenant_id: TenantId
    export_id: ContactExportId
    expires: int
    signature: str

    @property
    def text(self) -> str:
        """Write what is signed."""
        return _text(self.tenant_id, self.export_id, self.expires)


class ExportAddresses:
    """Writes signed addresses of this installation."""

    def __init__(self, signatures: Signatures, clock: Clock, *, base_url: str) -> None:
        self._signatures, self._clock, self._base_url = signatures, clock, base_url

    def of(self, export_id: ContactExportId, tenant_id: TenantId) -> tuple[str, datetime]:
        """Give an address and when it ends."""
        until = self._clock.now() + ADDRESS_LIVES
        expires = int(until.timestamp())
        signature = self._signatures.sign(_text(tenant_id, export_id, expires))
        query = urlencode({"tenant": str(tenant_id), "expires": expires, "signature": signature})
        return f"{self._base_url}/contacts/exports/{export_id}/file?{query}", until

    def require(self, ticket: ExportTicket) -> None:
        """Raise BadSignatureError for an address that was changed or is over."""
        is_right = self._signatures.is_right(ticket.text, signature=ticket.signature)
        if not is_right or ticket.expires < self._clock.now().timestamp():
            raise BadSignatureError("The address was changed or is over: ask for the export again.")


def _text(tenant_id: TenantId, export_id: ContactExportId, expires: int) -> str:
    return f"contact_export:{tenant_id}:{export_id}:{expires}"
