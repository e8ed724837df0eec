"""Somebody is asked to join a company."""

from datetime import datetime, timedelta

import msgspec

from domain.shared.ids import DepartmentId, InvitationId, UserId

GOOD_FOR = timedelta(hours=72)
"""A weekend fits in."""


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation. `token_hash` is there once its mail was written; whoever holds the token may accept it, once."""

    id: InvitationId
    email: str
    name: str
    role: str
    department_ids: list[DepartmentId]
    language: str
    invited_by: UserId
    created_at: datetime
    expires_at: datetime
    token_hash: bytes | None = None
    accepted_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_open(self, *, now: datetime) -> bool:
        """Whether it can be accepted."""
        return self.accepted_at is None and self.revoked_at is None and now < self.expires_at
