"""Examples of secrets and hosts."""

from datetime import UTC, datetime
from uuid import UUID

from application.ports.readers.api_hosts import ApiHostRow
from application.ports.readers.secrets import SecretRow
from domain.shared.ids import SecretId
from entrypoints.http.calls.requests import SetSecretRequest

AT = datetime(2026, 8, 12, 11, 0, tzinfo=UTC)
SECRET = SecretRow(
    id=SecretId(UUID("0198a000-0000-7000-8000-0000000000e1")),
    name="PAGAMENTOS_TOKEN",
    hosts=["api.pagamentos.example"],
    version=0,
    created_at=AT,
    updated_at=AT,
    last_used_at=AT,
)
SET_SECRET = SetSecretRequest(value="Bearer 4f1c9d0e", hosts=("api.pagamentos.example",))
HOST = ApiHostRow(
    id=UUID("0198a000-0000-7000-8000-0000000000e2"),
    host="api.pagamentos.example",
    successes=4_210,
    failures=12,
    failures_in_a_row=0,
    last_success_at=AT,
    last_failure_at=datetime(2026, 8, 10, 3, 0, tzinfo=UTC),
    last_error="timeout",
    last_ms=182,
)
