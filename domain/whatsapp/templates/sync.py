"""How far the reading of a number's templates is."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.ids import WhatsAppConfigId


class SyncState(StrEnum):
    """Where it is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class TemplateSync(msgspec.Struct, frozen=True, kw_only=True):
    """One reading: how many templates the provider has so far, how many of them were new or other, how many are gone.

    `error` is why it failed, as `code: words`.
    """

    whatsapp_config_id: WhatsAppConfigId
    state: SyncState
    ordered_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    found: int = 0
    changed: int = 0
    deleted: int = 0
    error: str | None = None
