"""Files, and where they lie at a provider."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.media.media import Media
from domain.shared.content import Content
from domain.shared.ids import ConversationId, DepartmentId, MediaId, MessageId, UserId, WhatsAppConfigId


class MediaPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A message that holds a file, and whose conversation it is in."""

    message_id: MessageId
    conversation_id: ConversationId
    content: Content
    assigned_to: UserId | None
    department_id: DepartmentId | None


class MediaRepository(Protocol):
    """Keeps what is known of files; their bytes are a FileStore's."""

    async def add(self, media: Media) -> None:
        """Write a new one."""
        ...

    async def get(self, media_id: MediaId) -> Media:
        """Load one. Raises MediaNotFoundError."""
        ...

    async def save(self, media: Media) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        ...

    async def places_of(self, media_id: MediaId) -> list[MediaPlace]:
        """Give the messages that hold it."""
        ...

    async def is_common(self, media_id: MediaId) -> bool:
        """Whether a canned response holds it, which everybody may use."""
        ...

    async def upload_of(self, media_id: MediaId, *, config_id: WhatsAppConfigId, now: datetime) -> str | None:
        """Give the provider's id of a file that still lies there; None when it must be brought again."""
        ...

    async def keep_upload(
        self, media_id: MediaId, *, config_id: WhatsAppConfigId, provider_media_id: str, expires_at: datetime
    ) -> None:
        """Keep where it lies at a provider, in the place of what was kept before."""
        ...

    async def forget_upload(self, media_id: MediaId, *, config_id: WhatsAppConfigId) -> None:
        """Keep nothing: the provider lost it."""
        ...

    async def forget_unused(self, *, before: datetime, limit: int) -> int:
        """Delete files of ours from before then that no message, canned response or flow holds; say how many."""
        ...

    async def hashes_in_use(self, hashes: Collection[bytes]) -> set[bytes]:
        """Give those of the hashes that a stored file has."""
        ...
