"""A program's way in: a key that acts for the user who made it, within its scopes and that user's present rights."""

from datetime import datetime

from domain.shared.aggregate import Aggregate
from domain.shared.ids import ApiKeyId, UserId


class ApiKey(Aggregate, kw_only=True, eq=False):
    """A key; its text is shown once, and only the SHA-256 of it is kept. `scopes` are names of permissions."""

    id: ApiKeyId
    user_id: UserId
    name: str
    prefix: str
    key_hash: bytes
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def rotate(self, *, prefix: str, key_hash: bytes) -> None:
        """Put another text in the place of the one that was known until now, which is good no more."""
        self.prefix, self.key_hash = prefix, key_hash

    def revoke(self, *, now: datetime) -> None:
        """End it, for good."""
        self.revoked_at = self.revoked_at or now
