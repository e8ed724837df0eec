"""One file of a conversation: on its way, stored, lost or refused."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.media.errors import BLOCKING, MediaNotReadyError, MediaProblem
from domain.media.kinds import MediaKind
from domain.shared.aggregate import Aggregate
from domain.shared.ids import MediaId, UserId, WhatsAppConfigId


class MediaState(StrEnum):
    """`pending`: at the provider; `stored`: with us; `failed`: not to be had; `blocked`: had, and refused."""

    PENDING = "pending"
    STORED = "stored"
    FAILED = "failed"
    BLOCKED = "blocked"


class MediaDirection(StrEnum):
    """Who brought it."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class Announced(msgspec.Struct, frozen=True, kw_only=True):
    """What a provider says of a file before it hands it out."""

    kind: MediaKind
    provider_media_id: str
    mime: str | None = None
    sha256: bytes | None = None
    filename: str | None = None


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """What we keep: type by its bytes, size in bytes, sides in pixels; `thumbnail_key` where there is a picture."""

    mime: str
    size: int
    sha256: bytes
    storage_key: str
    thumbnail_key: str | None = None
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None


class Media(Aggregate, kw_only=True, eq=False):
    """A file. `sha256` is of what we keep, which without its maker's notes is not what was sent."""

    id: MediaId
    direction: MediaDirection
    kind: MediaKind
    state: MediaState
    created_at: datetime
    reason: MediaProblem | None = None
    mime: str | None = None
    size: int | None = None
    sha256: bytes | None = None
    filename: str | None = None
    storage_key: str | None = None
    thumbnail_key: str | None = None
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    whatsapp_config_id: WhatsAppConfigId | None = None
    provider_media_id: str | None = None
    created_by: UserId | None = None

    @classmethod
    def expect(cls, announced: Announced, *, media_id: MediaId, config_id: WhatsAppConfigId, now: datetime) -> "Media":
        """Note a file that a message speaks of; what is said of it is hearsay until it is stored."""
        return cls(
            id=media_id,
            direction=MediaDirection.INBOUND,
            kind=announced.kind,
            state=MediaState.PENDING,
            created_at=now,
            mime=announced.mime,
            sha256=announced.sha256,
            filename=announced.filename,
            whatsapp_config_id=config_id,
            provider_media_id=announced.provider_media_id,
        )

    @classmethod
    def upload(
        cls,
        file: StoredFile,
        *,
        media_id: MediaId,
        kind: MediaKind,
        filename: str | None,
        created_by: UserId,
        now: datetime,
    ) -> "Media":
        """Have a file that somebody here brought."""
        brought = cls(
            id=media_id,
            direction=MediaDirection.OUTBOUND,
            kind=kind,
            state=MediaState.STORED,
            created_at=now,
            filename=filename,
            created_by=created_by,
        )
        brought.store(file)
        return brought

    @property
    def is_stored(self) -> bool:
        """Whether we have it."""
        return self.state is MediaState.STORED

    def require_stored(self) -> StoredFile:
        """Give what we keep. Raises MediaNotReadyError."""
        if not self.is_stored or self.storage_key is None or self.mime is None or self.sha256 is None:
            raise MediaNotReadyError(f"The file is not stored: {self.reason or self.state}.")
        return StoredFile(
            mime=self.mime,
            size=self.size or 0,
            sha256=self.sha256,
            storage_key=self.storage_key,
            thumbnail_key=self.thumbnail_key,
            width=self.width,
            height=self.height,
            duration_ms=self.duration_ms,
        )

    def store(self, file: StoredFile) -> None:
        """Have it."""
        self.state, self.reason = MediaState.STORED, None
        self.mime, self.size, self.sha256 = file.mime, file.size, file.sha256
        self.storage_key, self.thumbnail_key = file.storage_key, file.thumbnail_key
        self.width, self.height, self.duration_ms = file.width, file.height, file.duration_ms

    def give_up(self, problem: MediaProblem) -> None:
        """Note that it will not come, or that it came and is not taken."""
        self.state = MediaState.BLOCKED if problem in BLOCKING else MediaState.FAILED
        self.reason = problem
