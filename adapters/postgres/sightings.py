"""Who was shown what within the last minute, as far as the audit log says so already."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application.ports.audit import Subject
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import ApiKeyId, TenantId, UserId

TOLD_FOR = timedelta(seconds=60)
"""An inbox asks every few seconds for the same; that somebody looked is as true with one entry a minute."""
SIGHTINGS = 100_000
"""Some tens of MiB; what is forgotten too early is told once more, never once less."""


class Sighting(NamedTuple):
    """Who looks at what kind of thing, from where."""

    tenant_id: TenantId
    action: AuditAction
    kind: str
    user_id: UserId | None
    api_key_id: ApiKeyId | None
    ip: str | None
    subject_type: str | None

    @classmethod
    def of(cls, tenant_id: TenantId, action: AuditAction, *, by: Author, on: Subject | None) -> "Sighting":
        """Leave out what changes with each request."""
        kind = by.kind.value
        return cls(tenant_id, action, kind, by.user_id, by.api_key_id, by.ip, on.type if on else None)


class Sightings:
    """One process's memory; another process tells the same once more."""

    def __init__(self) -> None:
        self._told: OrderedDict[tuple[Sighting, UUID | None], datetime] = OrderedDict()

    def fresh(self, sighting: Sighting, subjects: Sequence[UUID | None], *, now: datetime) -> list[UUID | None]:
        """Give those that are not told yet."""
        return [one for one in dict.fromkeys(subjects) if not self._is_told((sighting, one), now)]

    def remember(self, sighting: Sighting, subjects: Sequence[UUID | None], *, now: datetime) -> None:
        """Keep what is told now, and forget what is old."""
        for one in subjects:
            self._told[sighting, one] = now
            self._told.move_to_end((sighting, one))
        while self._told:
            oldest = next(iter(self._told))
            if len(self._told) <= SIGHTINGS and self._is_told(oldest, now):
                return
            del self._told[oldest]

    def _is_told(self, key: tuple[Sighting, UUID | None], now: datetime) -> bool:
        """Say so for a minute; a clock that was set back makes it told anew."""
        at = self._told.get(key)
        return at is not None and timedelta() <= now - at < TOLD_FOR
