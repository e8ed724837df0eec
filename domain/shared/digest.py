"""What is kept of a secret that has 256 random bits of its own: a fast hash is enough for those."""

import hashlib


def digest_of(secret: str) -> bytes:
    """Give its SHA-256."""
    return hashlib.sha256(secret.encode()).digest()
