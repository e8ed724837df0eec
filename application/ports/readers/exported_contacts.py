"""Contacts as they are written into files."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Protocol

import msgspec

from domain.contacts.contact import LifecycleStage
from domain.contacts.filters import Filter
from domain.shared.ids import ContactId, TenantId


class ExportedContact(msgspec.Struct, frozen=True, kw_only=True):
    """A contact with what hangs on it; `consents` are `<purpose>` → yes or no, as they rule now."""

    id: ContactId
    name: str | None
    phone: str | None
    email: str | None
    language: str | None
    time_zone: str | None
    lifecycle_stage: LifecycleStage
    lead_score: int
    source: str
    attributes: dict[str, object]
    tags: list[str]
    consents: dict[str, bool]
    created_at: datetime
    last_seen_at: datetime | None


class ExportedContacts(Protocol):
    """Reads contacts for files."""

    def batches(
        self, tenant_id: TenantId, *, condition: Filter | None, now: datetime
    ) -> AsyncIterator[list[ExportedContact]]:
        """Give those of a filter, or all, a thousand at a time, each batch as it is when it is read."""
        ...
