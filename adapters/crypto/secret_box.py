"""Secrets at rest: AES-256-GCM with the tenant's data key, bound to their place.

A sealed secret is `version (1 byte) · data key number (4) · nonce (12) · ciphertext and tag`. What stands before the
nonce, the tenant and the place are authenticated too. Version 1, sealed by a master key itself, opens still.
"""

import os

from cryptography.exceptions import InvalidTag

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import DIRECT, MasterKeys
from application.ports.secrets import SecretUnreadableError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM

VERSION = b"\x02"
NUMBER_BYTES = 4
NONCE_BYTES = 12
"""NIST SP 800-38D: 96 bits, and at most 2^32 random nonces under one key; a tenant seals some thousands a day."""
_HEADER_BYTES = len(VERSION) + NUMBER_BYTES


class EnvelopeSecretBox:
    """Seals and opens with the data key of the secret's tenant."""

    def __init__(self, keys: WrappedDataKeys, *, master: MasterKeys) -> None:
        self._keys = keys
        self._master = master

    async def seal(self, secret: str | bytes, *, tenant_id: TenantId, place: str) -> bytes:
        """Encrypt for one place of one tenant."""
        key = await self._keys.newest(tenant_id)
        plain = secret.encode() if isinstance(secret, str) else secret
        header, nonce = VERSION + key.number.to_bytes(NUMBER_BYTES, "big"), os.urandom(NONCE_BYTES)
        return header + nonce + key.cipher.encrypt(nonce, plain, _bound(header, tenant_id, place))

    async def open(self, sealed: bytes, *, tenant_id: TenantId, place: str) -> str:
        """Decrypt a text. Raises SecretUnreadableError, of which DataKeyLostError is one."""
        try:
            return (await self.open_bytes(sealed, tenant_id=tenant_id, place=place)).decode()
        except UnicodeDecodeError as error:
            raise SecretUnreadableError("The secret is not a text.") from error

    async def open_bytes(self, sealed: bytes, *, tenant_id: TenantId, place: str) -> bytes:
        """Decrypt. Raises SecretUnreadableError when the key, the tenant, the place or a bit is wrong."""
        version, header, rest = sealed[:1], sealed[:_HEADER_BYTES], sealed[_HEADER_BYTES:]
        if version == DIRECT:
            return self._master.open_direct(sealed, place=_direct_place(tenant_id, place))
        if version != VERSION or len(rest) < NONCE_BYTES:
            raise SecretUnreadableError("The secret is in a form that is not known here.")
        cipher = await self._keys.numbered(tenant_id, int.from_bytes(header[len(VERSION) :], "big"))
        try:
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], _bound(header, tenant_id, place))
        except (InvalidTag, ValueError) as error:
            raise SecretUnreadableError("The secret does not open with its key, its tenant and its place.") from error

    def needs_reseal(self, sealed: bytes) -> bool:
        """Say whether it is of version 1."""
        return sealed[: len(VERSION)] == DIRECT


def _bound(header: bytes, tenant_id: TenantId, place: str) -> bytes:
    return header + tenant_id.bytes + place.encode()


def _direct_place(tenant_id: TenantId, place: str) -> str:
    """Name the place as version 1 did."""
    return f"{'platform' if tenant_id == PLATFORM else tenant_id}/{place}"
