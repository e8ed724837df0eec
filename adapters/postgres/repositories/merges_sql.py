"""The statements that move what hangs on a contact. A conversation's version is counted up: who read it reads again."""

from adapters.postgres.statements import Statement

LOCK_THREADS = Statement("""
SELECT id, contact_id, whatsapp_config_id, last_message_at FROM conversations
WHERE tenant_id = :tenant_id AND contact_id = ANY(CAST(:contact_ids AS uuid[])) AND status IN ('active', 'waiting')
ORDER BY id FOR UPDATE
""")

MOVE_CONVERSATIONS = Statement("""
UPDATE conversations SET contact_id = :to_id, version = version + 1, updated_at = now()
WHERE tenant_id = :tenant_id AND contact_id = :from_id RETURNING id
""")

MOVE_BACK_CONVERSATIONS = Statement("""
UPDATE conversations SET contact_id = :to_id, version = version + 1, updated_at = now()
WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))
""")


def _with_conversations(table: str) -> Statement:
    return Statement(f"""
UPDATE {table} SET contact_id = :to_id
WHERE tenant_id = :tenant_id AND conversation_id = ANY(CAST(:conversation_ids AS uuid[]))
""")  # noqa: S608 - the names below


WITH_CONVERSATIONS = tuple(
    map(_with_conversations, ("flow_sessions", "outbound", "timeline", "csat_answers", "scheduled_messages"))
)
"""What hangs on a conversation, and names its contact."""


def _of_contact(table: str, condition: str = "true") -> Statement:
    return Statement(f"""
UPDATE {table} SET contact_id = :to_id
WHERE tenant_id = :tenant_id AND contact_id = :from_id AND {condition} RETURNING id
""")  # noqa: S608 - the same


def _by_id(table: str) -> Statement:
    return Statement(f"""
UPDATE {table} SET contact_id = :to_id WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))
""")  # noqa: S608 - the same


_TABLES = {
    "identities": "contact_identities",
    "notes": "contact_notes",
    "consents": "consents",
    "entries": "timeline",
    "scheduled": "scheduled_messages",
}
"""What hangs on the contact itself, by the name under which a merge remembers it."""

OF_CONTACT = {
    name: _of_contact(table, "conversation_id IS NULL" if name in {"entries", "scheduled"} else "true")
    for name, table in _TABLES.items()
}
BACK_BY_ID = {name: _by_id(table) for name, table in _TABLES.items()}

COPY_TAGS = Statement("""
INSERT INTO contact_tags (tenant_id, contact_id, tag_id, tagged_at)
SELECT tenant_id, :to_id, tag_id, tagged_at FROM contact_tags WHERE tenant_id = :tenant_id AND contact_id = :from_id
ON CONFLICT DO NOTHING RETURNING tag_id AS id
""")

TAKE_TAGS = Statement("""
DELETE FROM contact_tags
WHERE tenant_id = :tenant_id AND contact_id = :kept_id AND tag_id = ANY(CAST(:ids AS uuid[]))
""")

SPELL = Statement("""
INSERT INTO contact_identities (tenant_id, id, contact_id, kind, scope, value, first_seen_at, last_seen_at)
SELECT :tenant_id, spelled.id, :to_id, 'wa_id', '*', spelled.value, :at, :at
FROM unnest(CAST(:ids AS uuid[]), CAST(:phones AS text[])) AS spelled (id, value)
ON CONFLICT DO NOTHING RETURNING id
""")

UNSPELL = Statement("DELETE FROM contact_identities WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))")

POINT_ELSEWHERE = Statement("""
UPDATE contacts SET merged_into = :to_id, updated_at = now()
WHERE tenant_id = :tenant_id AND merged_into = :from_id RETURNING id
""")

POINT_BACK = Statement("""
UPDATE contacts SET merged_into = :to_id, updated_at = now()
WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))
""")

LAST = Statement("""
SELECT * FROM contact_merges WHERE tenant_id = :tenant_id AND kept_id = :kept_id AND undone_at IS NULL
ORDER BY id DESC LIMIT 1 FOR UPDATE
""")

MARK_UNDONE = Statement("UPDATE contact_merges SET undone_at = :at WHERE tenant_id = :tenant_id AND id = :id")
