"""The statements about contacts and their names."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.repositories.rows import insert_dated, select_row, update_dated
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_identities, contacts

GET = select_row(contacts)
LOCK = Statement(
    select(contacts)
    .where(
        contacts.c.tenant_id == bindparam("tenant_id"),
        contacts.c.id == bindparam("ids", type_=ARRAY(contacts.c.id.type)).any_(),
    )
    .order_by(contacts.c.id)
    .with_for_update()
)
ADD = insert_dated(contacts)
SAVE = update_dated(contacts, lead_score=contacts.c.lead_score)
ADD_POINTS = Statement(
    """
    UPDATE contacts SET lead_score = greatest(-CAST(:most AS int),
      least(CAST(:most AS int), lead_score + CAST(:points AS int))), updated_at = now()
    WHERE tenant_id = :tenant_id AND id = :id RETURNING lead_score
    """
)
"""Points come from the side, at any time: who saves a contact writes none, and loses none."""

HAS_OPEN = Statement(
    """
    SELECT EXISTS (SELECT FROM conversations
      WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND status IN ('active', 'waiting'))
    """
)

FIND = Statement(
    """
    WITH named AS (
      SELECT known.contact_id, CASE known.kind WHEN 'bsuid' THEN 0 ELSE 1 END AS rank
      FROM unnest(CAST(:kinds AS text[]), CAST(:scopes AS text[]), CAST(:names AS text[]))
        AS wanted (kind, scope, value)
      JOIN contact_identities AS known
        ON known.tenant_id = :tenant_id AND known.kind = wanted.kind
        AND known.scope = wanted.scope AND known.value = wanted.value
      UNION ALL
      SELECT id, 2 FROM contacts WHERE tenant_id = :tenant_id AND phone_key = :phone_key)
    SELECT contacts.*, known.kinds, known.scopes, known.names, tagged.tag_keys FROM contacts
    JOIN (SELECT contact_id, min(rank) AS rank FROM named GROUP BY contact_id) AS best ON best.contact_id = contacts.id
    CROSS JOIN LATERAL (
      SELECT array_agg(kind ORDER BY last_seen_at DESC, id DESC) AS kinds,
        array_agg(scope ORDER BY last_seen_at DESC, id DESC) AS scopes,
        array_agg(value ORDER BY last_seen_at DESC, id DESC) AS names
      FROM contact_identities
      WHERE contact_identities.tenant_id = :tenant_id AND contact_identities.contact_id = contacts.id) AS known
    CROSS JOIN LATERAL (
      SELECT array_agg(tags.name_key ORDER BY tags.name_key) AS tag_keys
      FROM contact_tags JOIN tags ON tags.tenant_id = contact_tags.tenant_id AND tags.id = contact_tags.tag_id
      WHERE contact_tags.tenant_id = :tenant_id AND contact_tags.contact_id = contacts.id) AS tagged
    WHERE contacts.tenant_id = :tenant_id
    ORDER BY best.rank, contacts.created_at, contacts.id
    """
)

_KNOWN = contact_identities.c
IDENTITIES = Statement(
    select(contact_identities)
    .where(_KNOWN.tenant_id == bindparam("tenant_id"), _KNOWN.contact_id == bindparam("contact_id"))
    .order_by(_KNOWN.last_seen_at.desc(), _KNOWN.id.desc())
)

TAG_KEYS = Statement(
    """
    SELECT tags.name_key FROM contact_tags
    JOIN tags ON tags.tenant_id = contact_tags.tenant_id AND tags.id = contact_tags.tag_id
    WHERE contact_tags.tenant_id = :tenant_id AND contact_tags.contact_id = :contact_id ORDER BY tags.name_key
    """
)

LEAVE_PHONE = Statement(
    """
    WITH left_behind AS (
      DELETE FROM contact_identities
      WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND kind = 'wa_id' AND scope <> 'left'
        AND value = ANY (CAST(:spellings AS text[])))
    INSERT INTO contact_identities (tenant_id, id, contact_id, kind, scope, value, first_seen_at, last_seen_at)
    VALUES (:tenant_id, :id, :contact_id, 'wa_id', 'left', :phone_key, :at, :at)
    ON CONFLICT (tenant_id, kind, scope, value)
    DO UPDATE SET contact_id = excluded.contact_id, last_seen_at = excluded.last_seen_at
    """
)
"""The name stays in a scope where nobody looks for it, so that the contact does not take it up again."""

ADD_IDENTITY = Statement(
    """
    INSERT INTO contact_identities (tenant_id, id, contact_id, kind, scope, value, first_seen_at, last_seen_at)
    VALUES (:tenant_id, :id, :contact_id, :kind, :scope, :value, :at, :at)
    ON CONFLICT (tenant_id, kind, scope, value)
    DO UPDATE SET last_seen_at = greatest(contact_identities.last_seen_at, excluded.last_seen_at)
    """
)
