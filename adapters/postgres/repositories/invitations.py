"""Invitations in PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, update

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_into, is_row, select_row, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import invitations
from domain.people.errors import InvitationNotFoundError
from domain.people.invitation import Invitation
from domain.shared.ids import DepartmentId, InvitationId, UserId

_c = invitations.c
_IS_OPEN = _c.accepted_at.is_(None) & _c.revoked_at.is_(None)
_OURS = _c.tenant_id == bindparam("tenant_id")
_AT = bindparam("at", type_=_c.expires_at.type)

_GET = select_row(invitations)
_ADD = insert_into(invitations)
_REVOKE = Statement(
    update(invitations).where(is_row(invitations), _IS_OPEN).values(revoked_at=_AT).returning(invitations)
)
_REVOKE_OPEN = Statement(
    update(invitations)
    .where(_OURS, _c.email == bindparam("for_email"), _IS_OPEN)
    .values(revoked_at=_AT)
    .returning(_c.id)
)
_SET_TOKEN = Statement(
    update(invitations)
    .where(is_row(invitations), _IS_OPEN, _c.expires_at > _AT)
    .values(token_hash=bindparam("token_hash"))
)
_ACCEPT = Statement(
    update(invitations)
    .where(_OURS, _c.token_hash == bindparam("digest"), _IS_OPEN, _c.expires_at > _AT)
    .values(accepted_at=_AT)
    .returning(invitations)
)


def to_domain(row: Row) -> Invitation:
    """Read a row."""
    return Invitation(
        id=InvitationId(row["id"]),
        email=row["email"],
        name=row["name"],
        role=row["role"],
        department_ids=[DepartmentId(department_id) for department_id in row["department_ids"]],
        language=row["language"],
        invited_by=UserId(row["invited_by"]),
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        token_hash=row["token_hash"],
        accepted_at=row["accepted_at"],
        revoked_at=row["revoked_at"],
    )


class PostgresInvitations:
    """Keeps invitations. They have no version: each change is one statement that says in which state it may be made."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, invitation_id: InvitationId) -> Invitation:
        """Load an invitation, also one that is over. Raises InvitationNotFoundError."""
        return _found(await self._connection.fetch_one(_GET, id=invitation_id))

    async def add(self, invitation: Invitation) -> None:
        """Write an invitation. Raises InvitationOpenError when there is an open one for the e-mail."""
        await write(self._connection, _ADD, **values_of(invitation))

    async def revoke_open(self, email: str, *, at: datetime) -> InvitationId | None:
        """Take back the open invitation of an e-mail, also one whose time is over; give which."""
        found = await self._connection.fetch_value(_REVOKE_OPEN, for_email=email, at=at)
        return None if found is None else InvitationId(found)

    async def revoke(self, invitation_id: InvitationId, *, at: datetime) -> Invitation:
        """Take an open one back. Raises InvitationNotFoundError."""
        return _found(await self._connection.fetch_one(_REVOKE, id=invitation_id, at=at))

    async def set_token(self, invitation_id: InvitationId, *, token_hash: bytes, at: datetime) -> bool:
        """Have this token open it, and none before; False when it is not open any more at `at`."""
        return bool(await write(self._connection, _SET_TOKEN, id=invitation_id, token_hash=token_hash, at=at))

    async def accept(self, *, token_hash: bytes, at: datetime) -> Invitation | None:
        """Use an open invitation up: who comes second waits for the row, and then finds it accepted."""
        row = await self._connection.fetch_one(_ACCEPT, digest=token_hash, at=at)
        return None if row is None else to_domain(row)


def _found(row: Row | None) -> Invitation:
    if row is None:
        raise InvitationNotFoundError("There is no such invitation.")
    return to_domain(row)
