"""E-mail addresses: how they are compared, and whether mail could be sent there."""

import re

MAX_EMAIL = 254
"""RFC 5321 leaves no more for an address."""

_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
"""What a browser's e-mail field takes (HTML, 4.10.5.1.5), case-folded, with a domain of two labels or more."""
_NOBODYS = ".invalid"
"""RFC 2606: left to deleted users."""


def fold_email(email: str) -> str:
    """Give an address as it is compared and kept."""
    return email.strip().casefold()


def is_email(folded: str) -> bool:
    """Whether mail could be sent there."""
    return len(folded) <= MAX_EMAIL and _EMAIL.fullmatch(folded) is not None and not folded.endswith(_NOBODYS)
