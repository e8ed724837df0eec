"""The tenants' data keys, unwrapped, in memory for some minutes, so that hot paths ask nobody."""

import os
from time import monotonic
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.crypto.master_keys import MasterKeys
from application.ports.data_keys import RewrapStep, WrappedKey, WrappedKeys
from application.ports.secrets import DataKeyLostError, SecretUnreadableError
from application.shared.master_key import KEY_BYTES
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM

KNOWN_SECONDS = 300.0
"""A destroyed key is forgotten everywhere after this; ten thousand busy tenants ask 33 times a second for theirs."""
REMEMBERED = 10_000
"""More tenants than one process serves at a time; past it, all are forgotten and read again."""
FIRST_NUMBER = 1


class DataKey(NamedTuple):
    """A key that is ready to seal and to open."""

    number: int
    cipher: AESGCM


class _Remembered(NamedTuple):
    until: float
    ciphers: dict[int, AESGCM]


class WrappedDataKeys:
    """Makes a tenant's first key when it is needed; unwraps, remembers, destroys."""

    def __init__(self, store: WrappedKeys, *, master: MasterKeys) -> None:
        self._store = store
        self._master = master
        self._cache: dict[TenantId, _Remembered] = {}

    async def newest(self, tenant_id: TenantId) -> DataKey:
        """Give the key that seals, making the tenant's first. Raises SecretUnreadableError."""
        ciphers = self._recall(tenant_id) or await self._read(tenant_id)
        while not ciphers:
            await self._store.add(self._made(tenant_id))
            ciphers = await self._read(tenant_id)
        number = max(ciphers)
        return DataKey(number, ciphers[number])

    async def numbered(self, tenant_id: TenantId, number: int) -> AESGCM:
        """Give the key that sealed. Raises DataKeyLostError, SecretUnreadableError."""
        cipher = self._recall(tenant_id).get(number)
        if cipher is None:
            cipher = (await self._read(tenant_id)).get(number)
        if cipher is None:
            raise DataKeyLostError(f"The data key {number} of the tenant {tenant_id} is not in platform.data_keys.")
        return cipher

    async def destroy(self, tenant_id: TenantId) -> None:
        """Erase a tenant's keys; other processes forget them within KNOWN_SECONDS. Raises ValueError for PLATFORM."""
        if tenant_id == PLATFORM:
            raise ValueError("the platform's own data keys are never destroyed")
        self._cache.pop(tenant_id, None)
        await self._store.remove(tenant_id)
        self._cache.pop(tenant_id, None)  # somebody may have read them meanwhile

    async def rewrap(self, last: WrappedKey | None, *, limit: int) -> RewrapStep:
        """Wrap the keys after `last` with the present master key, where a previous one did."""
        found = await self._store.after(last, limit=limit)
        rewrapped, unreadable = 0, []
        for key in found:
            try:
                rewrapped += await self._rewrap(key)
            except SecretUnreadableError:
                unreadable.append(key.tenant_id)
        last = found[-1] if len(found) == limit else None
        return RewrapStep(last=last, seen=len(found), rewrapped=rewrapped, unreadable=tuple(unreadable))

    async def _rewrap(self, key: WrappedKey) -> bool:
        if self._master.is_current(key.wrapped):
            return False
        data_key = self._master.unwrap(key.wrapped, tenant_id=key.tenant_id, number=key.number)
        wrapped = self._master.wrap(data_key, tenant_id=key.tenant_id, number=key.number)
        return await self._store.replace(key, wrapped=wrapped)

    def _made(self, tenant_id: TenantId) -> WrappedKey:
        wrapped = self._master.wrap(os.urandom(KEY_BYTES), tenant_id=tenant_id, number=FIRST_NUMBER)
        return WrappedKey(tenant_id=tenant_id, number=FIRST_NUMBER, wrapped=wrapped)

    async def _read(self, tenant_id: TenantId) -> dict[int, AESGCM]:
        keys = await self._store.of(tenant_id)
        ciphers = {
            key.number: AESGCM(self._master.unwrap(key.wrapped, tenant_id=tenant_id, number=key.number)) for key in keys
        }
        if len(self._cache) >= REMEMBERED:
            self._cache.clear()
        self._cache[tenant_id] = _Remembered(until=monotonic() + KNOWN_SECONDS, ciphers=ciphers)
        return ciphers

    def _recall(self, tenant_id: TenantId) -> dict[int, AESGCM]:
        known = self._cache.get(tenant_id)
        return known.ciphers if known is not None and known.until > monotonic() else {}
