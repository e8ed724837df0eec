"""Canned responses in PostgreSQL."""

from sqlalchemy import bindparam, delete

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.messages import to_content
from adapters.postgres.repositories.rows import (
    insert_dated,
    is_row,
    save_row,
    select_row,
    stale,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.sending import canned_responses
from domain.messages.canned_response import CannedResponse
from domain.messages.errors import CannedResponseNotFoundError
from domain.shared.ids import CannedResponseId

_GET = select_row(canned_responses)
_ADD = insert_dated(canned_responses)
_SAVE = update_dated(canned_responses)
_DELETE = Statement(
    delete(canned_responses).where(is_row(canned_responses), canned_responses.c.version == bindparam("version"))
)


def to_domain(row: Row) -> CannedResponse:
    """Read a row."""
    return CannedResponse(
        id=CannedResponseId(row["id"]),
        shortcut=row["shortcut"],
        title=row["title"],
        content=to_content(row["content"]),
        created_at=row["created_at"],
        department_id=row["department_id"],
        created_by=row["created_by"],
        version=row["version"],
    )


class PostgresCannedResponses:
    """Keeps canned responses; a shortcut names one."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, response_id: CannedResponseId) -> CannedResponse:
        """Load one. Raises CannedResponseNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=response_id)
        if row is None:
            raise CannedResponseNotFoundError("There is no such canned response.")
        return to_domain(row)

    async def add(self, response: CannedResponse) -> None:
        """Write a new one. Raises ShortcutTakenError."""
        await write(self._connection, _ADD, **values_of(response))

    async def save(self, response: CannedResponse) -> None:
        """Write changes. Raises StaleVersionError, ShortcutTakenError."""
        await save_row(self._connection, _SAVE, response)

    async def delete(self, response: CannedResponse) -> None:
        """Remove it. Raises StaleVersionError on a lost race."""
        if not await self._connection.execute(_DELETE, id=response.id, version=response.version):
            raise stale(response)
