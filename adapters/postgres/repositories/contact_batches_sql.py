"""The statements about many contacts at once."""

from adapters.postgres.statements import Statement

FOUND = Statement(
    """
    SELECT found.id FROM unnest(CAST(:phone_keys AS text[])) AS wanted (key)
    CROSS JOIN LATERAL (SELECT id FROM contacts
      WHERE tenant_id = :tenant_id AND phone_key IS NOT NULL AND phone_key = wanted.key LIMIT 1) AS found
    UNION
    SELECT found.contact_id FROM unnest(CAST(:names AS text[])) AS wanted (name)
    CROSS JOIN LATERAL (SELECT contact_id FROM contact_identities
      WHERE tenant_id = :tenant_id AND kind = 'wa_id' AND scope = '*' AND value = wanted.name LIMIT 1) AS found
    UNION
    SELECT found.id FROM unnest(CAST(:emails AS text[])) AS wanted (email)
    CROSS JOIN LATERAL (SELECT id FROM contacts
      WHERE tenant_id = :tenant_id AND email IS NOT NULL AND deleted_at IS NULL AND email = wanted.email
      ORDER BY id LIMIT 1) AS found
    """
)
"""Looks each up in its index: a plan made while the table was empty must not read all of it later."""

LOCK = Statement(
    """
    SELECT contacts.*,
      (SELECT array_agg(value) FROM contact_identities AS name WHERE name.tenant_id = :tenant_id
        AND name.contact_id = contacts.id AND kind = 'wa_id' AND scope = '*') AS names,
      (SELECT array_agg(tag_id) FROM contact_tags AS tagged WHERE tagged.tenant_id = :tenant_id
        AND tagged.contact_id = contacts.id) AS tag_ids
    FROM contacts
    WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[])) AND merged_into IS NULL
    ORDER BY id FOR UPDATE
    """
)

_GIVEN = """
unnest(CAST(:ids AS uuid[]), CAST(:names AS text[]), CAST(:phones AS text[]), CAST(:phone_keys AS text[]),
  CAST(:languages AS text[]), CAST(:attributes AS jsonb[]), CAST(:sources AS text[]), CAST(:emails AS text[]),
  CAST(:time_zones AS text[]), CAST(:stages AS text[]), CAST(:search_texts AS text[]),
  CAST(:searches AS tsvector[])"""
_NAMED = (
    "(id, name, phone, phone_key, language, attributes, source, email, time_zone, lifecycle_stage, search_text, search"
)

ADD = Statement(
    f"""
    INSERT INTO contacts (tenant_id, id, name, phone, phone_key, language, attributes, source, email, time_zone,
      lifecycle_stage, search_text, search, created_at, updated_at, version)
    SELECT CAST(:tenant_id AS uuid), given.*, given.created_at, 0
    FROM {_GIVEN}, CAST(:created_ats AS timestamptz[])) AS given {_NAMED}, created_at)
    ON CONFLICT (tenant_id, phone_key) WHERE phone_key IS NOT NULL DO NOTHING
    """  # noqa: S608 - of constants
)

SAVE = Statement(
    f"""
    UPDATE contacts SET name = given.name, phone = given.phone, phone_key = given.phone_key,
      language = given.language, attributes = given.attributes, source = given.source, email = given.email,
      time_zone = given.time_zone, lifecycle_stage = given.lifecycle_stage, search_text = given.search_text,
      search = given.search, deleted_at = NULL, version = contacts.version + 1, updated_at = now()
    FROM {_GIVEN}) AS given {_NAMED})
    WHERE contacts.tenant_id = :tenant_id AND contacts.id = given.id
    """  # noqa: S608 - of constants
)

TAG = Statement(
    """
    INSERT INTO contact_tags (tenant_id, contact_id, tag_id, tagged_at)
    SELECT CAST(:tenant_id AS uuid), pair.contact_id, pair.tag_id, CAST(:at AS timestamptz)
    FROM unnest(CAST(:contact_ids AS uuid[]), CAST(:tag_ids AS uuid[])) AS pair (contact_id, tag_id)
    JOIN tags ON tags.tenant_id = :tenant_id AND tags.id = pair.tag_id
    ON CONFLICT DO NOTHING
    """
)

CONSENT = Statement(
    """
    INSERT INTO consents (tenant_id, id, contact_id, purpose, channel, granted, legal_basis, source, proof,
      recorded_by, expires_at, at)
    SELECT CAST(:tenant_id AS uuid), given.*
    FROM unnest(CAST(:ids AS uuid[]), CAST(:contact_ids AS uuid[]), CAST(:purposes AS text[]),
      CAST(:channels AS text[]), CAST(:granted AS boolean[]), CAST(:bases AS text[]), CAST(:sources AS text[]),
      CAST(:proofs AS jsonb[]), CAST(:recorders AS uuid[]), CAST(:ends AS timestamptz[]),
      CAST(:ats AS timestamptz[])) AS given
    """
)

REFUSALS = Statement(
    """
    SELECT newest.contact_id, newest.purpose FROM (
      SELECT DISTINCT ON (contact_id, purpose) contact_id, purpose, granted FROM consents
      WHERE tenant_id = :tenant_id AND contact_id = ANY(CAST(:contact_ids AS uuid[])) AND channel = :channel
      ORDER BY contact_id, purpose, at DESC, id DESC) AS newest
    WHERE NOT newest.granted
    """
)
