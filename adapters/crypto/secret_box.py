"""Secrets at rest: AES-256-GCM, bound to their place.

A sealed secret is `version (1 byte) · key id (4) · nonce (12) · ciphertext and tag`. Version 1 is sealed by the master
key itself; another version is free for data keys per tenant. What stands before the nonce is authenticated too.
"""

import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.crypto.master_key import KEY_BYTES, MasterKeyInvalidError
from application.ports.secrets import SecretUnreadableError

VERSION = b"\x01"
KEY_ID_BYTES = 4
"""Enough to tell a handful of keys apart; it is a hash and says nothing of the key."""
NONCE_BYTES = 12
"""NIST SP 800-38D: 96 bits, and at most 2^32 random nonces under one key; we seal some thousands."""
_HEADER_BYTES = len(VERSION) + KEY_ID_BYTES


class AesGcmSecretBox:
    """Seals with the master key; opens also what previous keys sealed, so that a key can be replaced."""

    def __init__(self, master_key: bytes, previous_keys: tuple[bytes, ...] = ()) -> None:
        if any(len(key) != KEY_BYTES for key in (master_key, *previous_keys)):
            raise MasterKeyInvalidError
        self._key_id = _key_id(master_key)
        self._ciphers = {_key_id(key): AESGCM(key) for key in (*previous_keys, master_key)}

    def seal(self, secret: str, *, place: str) -> bytes:
        """Encrypt for one place."""
        header = VERSION + self._key_id
        nonce = os.urandom(NONCE_BYTES)
        return header + nonce + self._ciphers[self._key_id].encrypt(nonce, secret.encode(), header + place.encode())

    def open(self, sealed: bytes, *, place: str) -> str:
        """Decrypt. Raises SecretUnreadableError when the key, the place or a bit is wrong."""
        header, rest = sealed[:_HEADER_BYTES], sealed[_HEADER_BYTES:]
        cipher = self._ciphers.get(header[len(VERSION) :])
        if header[: len(VERSION)] != VERSION or cipher is None:
            raise SecretUnreadableError("The secret was sealed by a key or in a form that is not known here.")
        try:
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], header + place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise SecretUnreadableError("The secret does not open with its key and place.") from error


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"pytake master key id\x00" + key).digest()[:KEY_ID_BYTES]
