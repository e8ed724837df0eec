"""The step between password and code: a sealed note of who proved the password, so that nothing need be stored for it.

It is good for five minutes and for nothing but the code; the tries of each are counted by the throttle.
"""

import base64
import binascii
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from application.ports.secrets import SecretBox, SecretUnreadableError
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import UserId
from domain.tenants.tenant import PLATFORM

LIFETIME = timedelta(minutes=5)
"""To find the phone and type six digits."""
MAX_CHARS = 1_000
"""Ours have some 250."""
PLACE = "two_factor_challenges"


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """Who proved which password, and until when that counts."""

    id: UUID
    user_id: UserId
    password: bytes
    """A digest of the password's hash: with a new password an old challenge is worth nothing."""
    expires_at: datetime

    def fits(self, user: User) -> bool:
        """Whether the user still has the password that was proved."""
        return self.password == digest_of(user.password_hash)


async def write_challenge(box: SecretBox, user: User, *, challenge_id: UUID, now: datetime) -> str:
    """Seal a challenge for a user who proved their password now."""
    challenge = Challenge(
        id=challenge_id, user_id=user.id, password=digest_of(user.password_hash), expires_at=now + LIFETIME
    )
    sealed = await box.seal(msgspec.json.encode(challenge), tenant_id=PLATFORM, place=PLACE)
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


async def read_challenge(box: SecretBox, text: str, *, now: datetime) -> Challenge | None:
    """Open a challenge; None for what is none of ours, or is too old."""
    if len(text) > MAX_CHARS or not text.isascii():
        return None
    try:
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        challenge = msgspec.json.decode(await box.open(sealed, tenant_id=PLATFORM, place=PLACE), type=Challenge)
    except (binascii.Error, SecretUnreadableError, msgspec.MsgspecError):
        return None
    return challenge if now < challenge.expires_at else None
