"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.audit.verify_audit import Verification
from application.ports.readers.audit import AuditRow
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.shared.ids import UserId
from entrypoints.http.audit.requests import ExportAuditRequest

_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

ENTRY = AuditRow(
    id=UUID("0198a000-0000-7000-8000-0000000000a1"),
    seq=41,
    at=datetime(2026, 8, 12, 12, 0, tzinfo=UTC),
    action=AuditAction.USER_UPDATED,
    actor_kind=AuthorKind.USER,
    user_id=UserId(UUID("0198a000-0000-7000-8000-000000000002")),
    user_name="Ana",
    api_key_id=None,
    ip="192.0.2.17",
    user_agent="Mozilla/5.0",
    request_id="req_4f1d",
    subject_type="user",
    subject_id=UUID("0198a000-0000-7000-8000-0000000000b2"),
    before=msgspec.Raw(b'{"role": "agent"}'),
    after=msgspec.Raw(b'{"role": "supervisor"}'),
    hash=_HASH,
)
VERIFICATION = Verification(ok=True, complete=True, checked=41, until=41, hash=_HASH)
EXPORT = ExportAuditRequest(since=datetime(2026, 7, 1, tzinfo=UTC), until=datetime(2026, 8, 1, tzinfo=UTC))
EXPORTED = "seq,at,action,actor_kind,…\r\n41,2026-08-12T12:00:00.000000+00:00,user.updated,user,…\r\n"
