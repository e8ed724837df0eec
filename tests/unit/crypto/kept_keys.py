"""Wrapped keys kept in memory, and a box that rests on them; `tests/integration` has them in PostgreSQL."""

from uuid import UUID

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import MasterKeys
from adapters.crypto.secret_box import EnvelopeSecretBox
from application.ports.data_keys import WrappedKey
from domain.shared.ids import TenantId

MASTER = bytes(range(32))
OTHER_MASTER = bytes(range(1, 33))
TENANT = TenantId(UUID(int=7))
OTHER_TENANT = TenantId(UUID(int=8))


class KeptKeys:
    """Keeps keys, and counts how often it is asked."""

    def __init__(self) -> None:
        self.rows: dict[tuple[TenantId, int], WrappedKey] = {}
        self.asked = 0

    async def of(self, tenant_id: TenantId) -> list[WrappedKey]:
        self.asked += 1
        return [key for key in self.rows.values() if key.tenant_id == tenant_id]

    async def add(self, key: WrappedKey) -> None:
        self.rows.setdefault((key.tenant_id, key.number), key)

    async def after(self, last: WrappedKey | None, *, limit: int) -> list[WrappedKey]:
        place = (TenantId(UUID(int=0)), -1) if last is None else (last.tenant_id, last.number)
        return [self.rows[key] for key in sorted(self.rows) if key > place][:limit]

    async def replace(self, key: WrappedKey, *, wrapped: bytes) -> bool:
        if self.rows.get((key.tenant_id, key.number)) != key:
            return False
        self.rows[key.tenant_id, key.number] = WrappedKey(tenant_id=key.tenant_id, number=key.number, wrapped=wrapped)
        return True

    async def remove(self, tenant_id: TenantId) -> None:
        self.rows = {place: key for place, key in self.rows.items() if key.tenant_id != tenant_id}


def data_keys(store: KeptKeys, master: bytes = MASTER, *previous: bytes) -> WrappedDataKeys:
    """Give a process's own view of the keys."""
    return WrappedDataKeys(store, master=MasterKeys(master, previous))


def box_on(keys: WrappedDataKeys, master: bytes = MASTER, *previous: bytes) -> EnvelopeSecretBox:
    """Give a box of the same process as these keys."""
    return EnvelopeSecretBox(keys, master=MasterKeys(master, previous))


def box(store: KeptKeys, master: bytes = MASTER, *previous: bytes) -> EnvelopeSecretBox:
    """Give a process's own box."""
    return box_on(data_keys(store, master, *previous), master, *previous)
