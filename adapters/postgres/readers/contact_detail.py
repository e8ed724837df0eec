"""What hangs on one contact: names, consents, and how much was said."""

from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.listing import to_struct
from adapters.postgres.statements import Statement
from application.ports.readers.contacts import (
    MAX_COUNTED,
    ConsentShown,
    ContactDetail,
    ContactRow,
    Engagement,
    IdentityShown,
)
from domain.contacts.consent import ConsentState

_IDENTITIES = Statement(
    """
    SELECT kind, scope, value, first_seen_at, last_seen_at FROM contact_identities
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id ORDER BY last_seen_at DESC, id DESC
    """
)

_CONSENTS = Statement(
    """
    SELECT DISTINCT ON (purpose, channel) purpose, channel, granted, legal_basis, source, at, expires_at
    FROM consents WHERE tenant_id = :tenant_id AND contact_id = :contact_id
    ORDER BY purpose, channel, at DESC, id DESC
    """
)

_ENGAGEMENT = Statement(
    """
    SELECT count(*) AS conversations, count(*) FILTER (WHERE status IN ('active', 'waiting')) AS open_conversations,
      CAST(avg(extract(epoch FROM first_response_at - created_at)) AS float8) AS average_first_response_seconds,
      (SELECT count(*) FROM (
        SELECT FROM conversations AS one JOIN messages
          ON messages.tenant_id = one.tenant_id AND messages.conversation_id = one.id
        WHERE one.tenant_id = :tenant_id AND one.contact_id = :contact_id AND messages.direction = 'inbound'
        LIMIT :most) AS heard) AS messages_in,
      (SELECT count(*) FROM (
        SELECT FROM conversations AS one JOIN messages
          ON messages.tenant_id = one.tenant_id AND messages.conversation_id = one.id
        WHERE one.tenant_id = :tenant_id AND one.contact_id = :contact_id AND messages.direction = 'outbound'
        LIMIT :most) AS said) AS messages_out,
      (SELECT CAST(avg(score) AS float8) FROM conversations AS one JOIN csat_answers
          ON csat_answers.tenant_id = one.tenant_id AND csat_answers.conversation_id = one.id
        WHERE one.tenant_id = :tenant_id AND one.contact_id = :contact_id) AS csat
    FROM conversations WHERE tenant_id = :tenant_id AND contact_id = :contact_id
    """
)

_MERGES = Statement(
    "SELECT count(*) FROM contact_merges WHERE tenant_id = :tenant_id AND kept_id = :contact_id AND undone_at IS NULL"
)


async def detail_of(connection: TenantConnection, contact: ContactRow, *, now: datetime) -> ContactDetail:
    """Give a contact with all of it."""
    engagement = await connection.fetch_one(_ENGAGEMENT, contact_id=contact.id, most=MAX_COUNTED) or {}
    return ContactDetail(
        **msgspec.structs.asdict(contact),
        identities=[
            to_struct(row, IdentityShown) for row in await connection.fetch(_IDENTITIES, contact_id=contact.id)
        ],
        consents=[_shown(row, now=now) for row in await connection.fetch(_CONSENTS, contact_id=contact.id)],
        engagement=Engagement(
            first_seen_at=contact.first_seen_at, last_seen_at=contact.last_seen_at, **dict(engagement)
        ),
        merges=int(await connection.fetch_value(_MERGES, contact_id=contact.id)),
    )


def _shown(row: Row, *, now: datetime) -> ConsentShown:
    is_over = row["expires_at"] is not None and row["expires_at"] <= now
    granted = ConsentState.UNKNOWN if is_over else ConsentState.GRANTED
    return ConsentShown(state=granted if row["granted"] else ConsentState.REFUSED, **dict(row))
