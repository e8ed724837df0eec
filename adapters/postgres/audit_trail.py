"""A transaction's part in the audit log: entries are collected, and chained while the tenant's head is locked."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.audit import Subject
from application.ports.ids import Ids
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.audit.chain import BEGINNING, extend
from domain.audit.details import details_of
from domain.audit.entry import Draft, Head, Link

_LOCK = Statement("SELECT seq, hash FROM audit_heads WHERE tenant_id = :tenant_id FOR NO KEY UPDATE")

_BEGIN = Statement("""
INSERT INTO audit_heads AS head (tenant_id, seq, hash) VALUES (:tenant_id, :seq, :hash)
ON CONFLICT (tenant_id) DO UPDATE SET seq = head.seq
RETURNING head.seq, head.hash
""")
"""Whoever was faster keeps the row; both hold or await its lock."""

_APPEND = Statement("""
WITH appended AS (
  INSERT INTO audit_log (tenant_id, id, seq, action, actor_kind, user_id, api_key_id, ip, user_agent, request_id,
    subject_type, subject_id, before, after, at, previous_hash, hash)
  SELECT CAST(:tenant_id AS uuid), line.*
  FROM unnest(CAST(:ids AS uuid[]), CAST(:seqs AS bigint[]), CAST(:actions AS text[]), CAST(:actor_kinds AS text[]),
    CAST(:user_ids AS uuid[]), CAST(:api_key_ids AS uuid[]), CAST(:ips AS text[]), CAST(:user_agents AS text[]),
    CAST(:request_ids AS text[]), CAST(:subject_types AS text[]), CAST(:subject_ids AS uuid[]),
    CAST(:befores AS jsonb[]), CAST(:afters AS jsonb[]), CAST(:ats AS timestamptz[]),
    CAST(:previous_hashes AS bytea[]), CAST(:hashes AS bytea[])) AS line)
UPDATE audit_heads SET seq = :seq, hash = :hash WHERE tenant_id = :tenant_id
""")


class PostgresAuditTrail:
    """Remembers what the block does; `write` is called once, before the commit. Nothing told, nothing asked."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._drafts: list[Draft] = []

    def record(
        self,
        action: AuditAction,
        *,
        by: Author,
        on: Subject | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> None:
        """Tell what is done. `before` and `after` hold what changed, as it is now; secrets are masked."""
        subject = on or Subject(type="")
        draft = Draft(
            action=action.value,
            author=by,
            subject_type=subject.type or None,
            subject_id=subject.id,
            before=details_of(before),
            after=details_of(after),
        )
        self._drafts.append(draft)

    async def write(self, *, ids: Ids, now: datetime) -> None:
        """Chain what was told. The head is locked from here to the commit."""
        if self._drafts:
            await append_to_chain(self._connection, self._drafts, ids=ids, now=now)


async def append_to_chain(connection: TenantConnection, drafts: Sequence[Draft], *, ids: Ids, now: datetime) -> None:
    """Write drafts at the end of the tenant's chain, in two round trips; the head is locked until the commit."""
    head = await _locked_head(connection)
    names = [ids.new() for _ in drafts]
    links = list(extend(head, drafts, tenant_id=connection.tenant_id, ids=names, at=now))
    await connection.execute(_APPEND, **_columns(links), seq=links[-1].entry.seq, hash=links[-1].hash)


async def _locked_head(connection: TenantConnection) -> Head:
    row = await connection.fetch_one(_LOCK)
    if row is None:
        row = await connection.fetch_one(_BEGIN, seq=BEGINNING.seq, hash=BEGINNING.hash)
    if row is None:
        raise RuntimeError("an insert that returns its row returned none")
    return Head(seq=row["seq"], hash=row["hash"])


def _columns(links: Sequence[Link]) -> dict[str, list[object]]:
    entries = [link.entry for link in links]
    fields = ("id", "seq", "action", "actor_kind", "user_id", "api_key_id", "ip", "user_agent", "request_id",
              "subject_type", "subject_id", "before", "after", "at")  # fmt: skip
    columns: dict[str, list[object]] = {f"{name}s": [getattr(entry, name) for entry in entries] for name in fields}
    columns["previous_hashes"] = [link.previous_hash for link in links]
    columns["hashes"] = [link.hash for link in links]
    return columns
