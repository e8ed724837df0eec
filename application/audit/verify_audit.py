"""The audit log is checked against its own hashes."""

from collections.abc import Mapping
from uuid import UUID

import msgspec

from application.ports.audit import AccessLog, Subject
from application.ports.readers.audit import AuditChain
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.chain import BEGINNING
from domain.audit.entry import Head
from domain.audit.verification import Break, Walk
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TenantId

BATCH = 500
"""Hashed in some hundredths of a second, in which the process answers nobody else."""
AT_ONCE = 100_000
"""What one question verifies, in some seconds; the next one goes on from there."""


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: `checked` entries, up to number `until` with `hash`, each follow from the one before.

    `broken` is the first number that does not. With `complete` the end was reached, and is where it should be; what
    is neither broken nor complete is to be asked for again with `after` = `until`.
    """

    ok: bool
    complete: bool
    checked: int
    until: int
    hash: str
    broken: Break | None = None


class VerifyAudit:
    """Walk a tenant's chain. Needs audit:read. Who asked is entered too."""

    def __init__(self, *, chain: AuditChain, access: AccessLog) -> None:
        self._chain, self._access = chain, access

    async def __call__(self, actor: Actor, *, after: int = 0) -> Verification:
        """Verify those behind number `after`, at most `AT_ONCE`. Raises InvalidError for one that is not there."""
        actor.require(Permission.AUDIT_READ)
        found = await self.verify(actor.tenant_id, after=after, limit=AT_ONCE)
        await self._access.note(
            actor.tenant_id,
            AuditAction.AUDIT_READ,
            by=actor.author,
            on=Subject(type="audit_chain"),
            count=found.checked,
        )
        return found

    async def verify(
        self,
        tenant_id: TenantId,
        *,
        after: int = 0,
        anchors: Mapping[int, bytes | None] | None = None,
        limit: int | None = None,
    ) -> Verification:
        """Do it for whoever may run commands on the server, with what was anchored. Raises InvalidError for `after`."""
        start, place = await self._start(tenant_id, after)
        walk = Walk(start, anchors=anchors)
        while limit is None or walk.end.seq - start.seq < limit:
            part = await self._chain.after(tenant_id, place=place, limit=BATCH)
            is_end = len(part.links) < BATCH
            broken = walk.follow(part.links) or (walk.arrive(part.head) if is_end else None)
            if broken or is_end:
                return _verification(start, walk.end, is_end=is_end, broken=broken)
            place = (part.links[-1].entry.seq, part.links[-1].entry.id)
        return _verification(start, walk.end, is_end=False, broken=None)

    async def _start(self, tenant_id: TenantId, after: int) -> tuple[Head, tuple[int, UUID] | None]:
        if after == BEGINNING.seq:
            return BEGINNING, None
        link = await self._chain.entry_at(tenant_id, seq=after)
        if link is None:
            wrong = ErrorDetail(field="after", message="there is no entry with this number")
            raise InvalidError("The verification cannot begin there.", details=(wrong,))
        return Head(seq=after, hash=link.hash), (after, link.entry.id)


def _verification(start: Head, end: Head, *, is_end: bool, broken: Break | None) -> Verification:
    return Verification(
        ok=broken is None,
        complete=is_end and broken is None,
        checked=end.seq - start.seq,
        until=end.seq,
        hash=end.hash.hex(),
        broken=broken,
    )
