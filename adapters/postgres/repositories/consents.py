"""Consents in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_into, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import consents
from domain.contacts.consent import Consent, LegalBasis, Proof, Purpose
from domain.shared.ids import ConsentId, ContactId

_c = consents.c
_ADD = insert_into(consents)
_OF_CONTACT = Statement(
    select(consents)
    .where(_c.tenant_id == bindparam("tenant_id"), _c.contact_id == bindparam("contact_id"))
    .order_by(_c.at.desc(), _c.id.desc())
)
_GRANTED = Statement(
    """
    SELECT newest.contact_id FROM (
      SELECT DISTINCT ON (contact_id) contact_id, granted, expires_at FROM consents
      WHERE tenant_id = :tenant_id AND contact_id = ANY(CAST(:contact_ids AS uuid[]))
        AND purpose = :purpose AND channel = :channel
      ORDER BY contact_id, at DESC, id DESC) AS newest
    WHERE newest.granted AND (newest.expires_at IS NULL OR newest.expires_at > CAST(:now AS timestamptz))
    """
)


def to_domain(row: Row) -> Consent:
    """Read a row."""
    return Consent(
        id=ConsentId(row["id"]),
        contact_id=ContactId(row["contact_id"]),
        purpose=Purpose(row["purpose"]),
        channel=row["channel"],
        granted=row["granted"],
        legal_basis=LegalBasis(row["legal_basis"]),
        source=row["source"],
        proof=msgspec.json.decode(row["proof"], type=Proof),
        recorded_by=row["recorded_by"],
        expires_at=row["expires_at"],
        at=row["at"],
    )


class PostgresConsents:
    """Keeps consents. For a contact, a purpose and a channel the newest one rules."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def add(self, consent: Consent) -> None:
        """Write it down, for good."""
        await write(self._connection, _ADD, **values_of(consent))

    async def of_contact(self, contact_id: ContactId) -> list[Consent]:
        """Give all of a contact's, the newest first."""
        return [to_domain(row) for row in await self._connection.fetch(_OF_CONTACT, contact_id=contact_id)]

    async def granted(
        self, contact_ids: Collection[ContactId], *, purpose: Purpose, channel: str, now: datetime
    ) -> set[ContactId]:
        """Give those of the contacts who may be written to for this purpose: who said yes, and it still counts."""
        rows = await self._connection.fetch(
            _GRANTED, contact_ids=list(contact_ids), purpose=purpose, channel=channel, now=now
        )
        return {ContactId(row["contact_id"]) for row in rows}
