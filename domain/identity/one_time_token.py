"""A link in an e-mail that proves once that its reader has the e-mail."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.shared.ids import OneTimeTokenId, UserId


class TokenPurpose(StrEnum):
    """What the link is for."""

    RESET = "reset"
    VERIFY = "verify"


LIFETIMES = {TokenPurpose.RESET: timedelta(hours=1), TokenPurpose.VERIFY: timedelta(hours=24)}
"""A new password is wanted now; a confirmation may lie in a mailbox overnight, and opens nothing."""


class OneTimeToken(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of it: its SHA-256, for whom it is, and the e-mail it was sent to."""

    id: OneTimeTokenId
    user_id: UserId
    purpose: TokenPurpose
    email: str
    token_hash: bytes
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
