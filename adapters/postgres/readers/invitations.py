"""Invitations, read from PostgreSQL."""

from sqlalchemy import FromClause, case, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import invitations
from application.ports.readers.invitations import INVITATION_SORTS, InvitationRow, InvitationState
from application.shared.page import Page, PageRequest
from domain.people.errors import InvitationNotFoundError
from domain.shared.ids import InvitationId, TenantId

_c = invitations.c


def _state(columns: ReadOnlyColumnCollection[str, ColumnElement[object]]) -> ColumnElement[str]:
    return case(
        (columns["accepted_at"].is_not(None), InvitationState.ACCEPTED.value),
        (columns["revoked_at"].is_not(None), InvitationState.REVOKED.value),
        (columns["expires_at"] <= func.now(), InvitationState.EXPIRED.value),
        else_=InvitationState.OPEN.value,
    )


def _show(rows: FromClause) -> Shown:
    return select(*columns_of(rows, InvitationRow), _state(rows.c).label("status"))


_LISTING = Listing(
    invitations,
    item=InvitationRow,
    show=_show,
    asks=Asks(
        sorts={
            name: NEWEST_FIRST if name == "created_at" else order
            for name, order in orders_by(invitations, InvitationRow, INVITATION_SORTS).items()
        },
        filters={state.value: _state(_c) == state.value for state in InvitationState},
        search=matching(_c.name, _c.email),
    ),
)

_ONE = Statement(_show(invitations).where(is_row(invitations)))


class PostgresInvitationList(TenantReader):
    """Reads invitations."""

    async def page(
        self, tenant_id: TenantId, *, status: InvitationState | None, page: PageRequest
    ) -> Page[InvitationRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        asked = {} if status is None else {status.value: True}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, invitation_id: InvitationId) -> InvitationRow:
        """Give one. Raises InvitationNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=invitation_id)
        if row is None:
            raise InvitationNotFoundError("There is no such invitation.")
        return to_struct(row, InvitationRow)
