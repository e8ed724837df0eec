"""Addresses at which a stored file can be had without logging in, for some minutes."""

from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode

import msgspec

from application.ports.clock import Clock
from application.ports.signatures import Signatures
from domain.media.media import Media
from domain.shared.ids import MediaId, TenantId

LIVES = timedelta(minutes=10)
"""Long enough for a page that was just loaded, and for a provider that fetches what it was told of."""


class Variant(StrEnum):
    """Which of a file's pictures: itself, or the small one."""

    FILE = "file"
    THUMBNAIL = "thumbnail"


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """What a signed address says; `expires` in seconds since 1970."""

    tenant_id: TenantId
    media_id: MediaId
    variant: Variant
    expires: int
    signature: str


class FileAddresses:
    """Writes signed addresses of this installation."""

    def __init__(self, signatures: Signatures, clock: Clock, *, base_url: str) -> None:
        self._signatures, self._clock = signatures, clock
        self._base_url = base_url

    def of(self, media: Media, tenant_id: TenantId, *, variant: Variant = Variant.FILE) -> tuple[str, datetime]:
        """Give an address and when it ends."""
        until = self._clock.now() + LIVES
        expires = int(until.timestamp())
        query = {
            "tenant": str(tenant_id),
            "variant": variant.value,
            "expires": expires,
            "signature": self._signatures.sign(text_of(tenant_id, media.id, variant, expires)),
        }
        return f"{self._base_url}/media/{media.id}/file?{urlencode(query)}", until


def text_of(tenant_id: TenantId, media_id: MediaId, variant: Variant, expires: int) -> str:
    """Write what is signed; each part has a form of its own, so that no two tickets read alike."""
    return f"media:{tenant_id}:{media_id}:{variant.value}:{expires}"
