"""Signed addresses: HMAC-SHA-256 under a key that is derived from the master key for nothing else."""

import base64
import hashlib
import hmac
from collections.abc import Iterable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class HmacSignatures:
    """Signs with the key of today's master key; those before it are still believed until they are taken away."""

    def __init__(self, current: bytes, previous: Iterable[bytes] = (), *, purpose: bytes) -> None:
        self._keys = [_derived(master, purpose) for master in (current, *previous)]

    def sign(self, text: str) -> str:
        """Give a signature that fits into an address."""
        return _signature(self._keys[0], text)

    def is_right(self, text: str, *, signature: str) -> bool:
        """Whether it is ours, compared in constant time."""
        given = signature.encode("utf-8", "replace")
        return any(hmac.compare_digest(_signature(key, text).encode(), given) for key in self._keys)


def _derived(master: bytes, purpose: bytes) -> bytes:
    """RFC 5869: nothing that is learnt of one derived key says anything of the master key or of another."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master)


def _signature(key: bytes, text: str) -> str:
    digest = hmac.new(key, text.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
