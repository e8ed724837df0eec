"""Examples for the API's description."""

from datetime import UTC, datetime
from uuid import UUID

from application.media.get_media import MediaView
from domain.media.kinds import JPEG, MediaKind
from domain.media.media import MediaDirection, MediaState
from domain.shared.ids import MediaId

_ADDRESS = (
    "https://app.example.com/api/v1/media/0198a000-0000-7000-8000-0000000000f1/file"
    "?tenant=0198a000-0000-7000-8000-000000000001&variant={}&expires=1786536600&signature=c2lnbmF0dXJl"
)

MEDIA = MediaView(
    id=MediaId(UUID("0198a000-0000-7000-8000-0000000000f1")),
    direction=MediaDirection.INBOUND,
    kind=MediaKind.IMAGE,
    state=MediaState.STORED,
    reason=None,
    mime=JPEG,
    size=183_204,
    filename=None,
    width=1280,
    height=960,
    duration_ms=None,
    created_at=datetime(2026, 8, 12, 12, 0, tzinfo=UTC),
    url=_ADDRESS.format("file"),
    thumbnail_url=_ADDRESS.format("thumbnail"),
    urls_expire_at=datetime(2026, 8, 12, 12, 10, tzinfo=UTC),
)
