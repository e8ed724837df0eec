"""How long access tokens and the keys that signed them are good."""

from datetime import datetime, timedelta

LONGEST_ACCESS = timedelta(hours=24)
"""No setting lets an access token live longer: a stolen one is good until it ends."""
HEARD_LATE = timedelta(hours=1)
"""A process that cannot read the keys, as while the database is away, signs with the old one a little longer."""


def verifies_until(retired_at: datetime) -> datetime:
    """Say until when a retired signing key verifies: the last token that it can have signed has ended then."""
    return retired_at + LONGEST_ACCESS + HEARD_LATE


def retired_since(now: datetime) -> datetime:
    """Say since when a key must have been retired to verify still."""
    return now - LONGEST_ACCESS - HEARD_LATE
