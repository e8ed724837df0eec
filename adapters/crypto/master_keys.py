"""The master keys: the one of today wraps data keys, those before it only open.

A wrapped key is `form (1 byte) · master key id (4) · nonce (12) · ciphertext and tag`; the form, the id, the tenant and
the number are authenticated. Secrets of version 1, sealed by a master key itself before there were data keys, open too.
"""

import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from application.ports.secrets import SecretUnreadableError
from application.shared.master_key import KEY_BYTES, MasterKeyInvalidError
from domain.shared.ids import TenantId

DIRECT = b"\x01"
"""The version of secrets that a master key sealed itself."""
FORM = b"\x01"
"""The form of wrapped keys."""
KEY_ID_BYTES = 4
"""Enough to tell a handful of keys apart; it is a hash and says nothing of the key."""
NONCE_BYTES = 12
"""NIST SP 800-38D: 96 bits, and at most 2^32 random nonces under one key; a master key wraps one key a tenant."""
_HEADER_BYTES = len(FORM) + KEY_ID_BYTES


class MasterKeys:
    """Wraps with the current key; opens also what previous keys wrapped, so that a key can be replaced."""

    def __init__(self, current: bytes, previous: tuple[bytes, ...] = ()) -> None:
        if any(len(key) != KEY_BYTES for key in (current, *previous)):
            raise MasterKeyInvalidError
        self._current_id = _key_id(current)
        self._ciphers = {_key_id(key): AESGCM(key) for key in (*previous, current)}

    def wrap(self, data_key: bytes, *, tenant_id: TenantId, number: int) -> bytes:
        """Encrypt a tenant's data key."""
        header, nonce = FORM + self._current_id, os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self._current_id]
        return header + nonce + cipher.encrypt(nonce, data_key, _owner(header, tenant_id, number))

    def unwrap(self, wrapped: bytes, *, tenant_id: TenantId, number: int) -> bytes:
        """Decrypt a tenant's data key. Raises SecretUnreadableError."""
        return self._open(wrapped, FORM, _owner(wrapped[:_HEADER_BYTES], tenant_id, number))

    def is_current(self, wrapped: bytes) -> bool:
        """Say whether it was the current key that wrapped this data key, or sealed this secret of version 1."""
        return wrapped[len(FORM) : _HEADER_BYTES] == self._current_id

    def open_direct(self, sealed: bytes, *, place: str) -> bytes:
        """Decrypt a secret of version 1. Raises SecretUnreadableError."""
        return self._open(sealed, DIRECT, sealed[:_HEADER_BYTES] + place.encode())

    def _open(self, sealed: bytes, form: bytes, associated: bytes) -> bytes:
        header, rest = sealed[:_HEADER_BYTES], sealed[_HEADER_BYTES:]
        cipher = self._ciphers.get(header[len(form) :])
        if header[: len(form)] != form or cipher is None:
            raise SecretUnreadableError("It was sealed by a master key, or in a form, that is not known here.")
        try:
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], associated)
        except (InvalidTag, ValueError) as error:
            raise SecretUnreadableError("It does not open with its master key and place.") from error


def _owner(header: bytes, tenant_id: TenantId, number: int) -> bytes:
    return b"data key\x00" + header + tenant_id.bytes + number.to_bytes(4, "big")


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"pytake master key id\x00" + key).digest()[:KEY_ID_BYTES]
