"""The statements of the waiting queue. States are written out: a parameter would not match an index's condition."""

from adapters.postgres.statements import Statement
from domain.people.status import DEFAULT_CAPACITY

PRIORITIES = "ARRAY['urgent', 'high', 'medium', 'low']"
URGENCY = f"array_position({PRIORITIES}, priority)"
"""What presses most has 1."""

LOCK_QUEUES = Statement(
    """
    SELECT id AS department_id, assignment, assigns_out_of_hours FROM departments
    WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND assignment <> 'manual'
    ORDER BY id FOR NO KEY UPDATE
    """
)
"""All of a company's at once, in one order: somebody may be in two of them, and is not to get one of each."""

MEMBERS = Statement(
    f"""
    SELECT members.user_id, members.department_id, members.last_assigned_at, users.role, roles.permissions,
      coalesce(user_status.capacity, {DEFAULT_CAPACITY}) AS capacity,
      (SELECT count(*) FROM conversations WHERE conversations.tenant_id = :tenant_id
        AND conversations.assigned_to = members.user_id AND conversations.status IN ('active', 'waiting')) AS in_hand
    FROM department_members AS members
      JOIN platform.users AS users ON users.tenant_id = members.tenant_id AND users.id = members.user_id
      LEFT JOIN user_status ON user_status.tenant_id = members.tenant_id AND user_status.user_id = members.user_id
      LEFT JOIN roles ON roles.tenant_id = members.tenant_id AND roles.code = users.role
    WHERE members.tenant_id = :tenant_id AND members.department_id = ANY(CAST(:departments AS uuid[]))
      AND members.user_id = ANY(CAST(:there AS uuid[])) AND users.is_active AND users.deleted_at IS NULL
    """  # noqa: S608 - a number of ours
)

NEXT = Statement(
    f"""
    SELECT id AS conversation_id, department_id, queued_at, waiting_since, created_at, {URGENCY} AS urgency,
      (SELECT earlier.assigned_to FROM conversations AS earlier
        WHERE earlier.tenant_id = :tenant_id AND earlier.contact_id = conversations.contact_id
          AND earlier.id <> conversations.id AND earlier.assigned_to IS NOT NULL
          AND coalesce(earlier.resolved_at, earlier.updated_at) >= :agents_since
        ORDER BY earlier.created_at DESC LIMIT 1) AS last_agent
    FROM conversations
    WHERE tenant_id = :tenant_id AND department_id = :department_id AND status = 'waiting' AND assigned_to IS NULL
      AND (snoozed_until IS NULL OR snoozed_until <= :now)
    ORDER BY {URGENCY}, coalesce(queued_at, waiting_since, created_at), id LIMIT :limit
    FOR NO KEY UPDATE OF conversations
    """  # noqa: S608 - words of ours
)

NOTE_ASSIGNED = Statement(
    """
    UPDATE department_members SET last_assigned_at = :at
    WHERE tenant_id = :tenant_id AND department_id = :department_id AND user_id = :user_id
    """
)

WITHOUT_DEPARTMENT = Statement(
    """
    SELECT id FROM conversations
    WHERE tenant_id = :tenant_id AND status = 'waiting' AND department_id IS NULL ORDER BY id LIMIT :limit
    """
)

UNANSWERED = Statement(
    """
    SELECT id FROM conversations
    WHERE tenant_id = :tenant_id AND assigned_to = :user_id AND status IN ('active', 'waiting')
      AND (CAST(:department_id AS uuid) IS NULL OR department_id = :department_id)
      AND (snoozed_until IS NULL OR snoozed_until <= :now)
      AND last_inbound_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM messages WHERE messages.tenant_id = :tenant_id AND messages.conversation_id = conversations.id
          AND messages.sender = 'agent' AND messages.created_at >= conversations.last_inbound_at)
    ORDER BY id
    """
)

AHEAD_OF = Statement(
    f"""
    SELECT count(*) FROM conversations
    WHERE tenant_id = :tenant_id AND department_id IS NOT DISTINCT FROM CAST(:department_id AS uuid)
      AND status = 'waiting' AND assigned_to IS NULL AND snoozed_until IS NULL
      AND ({URGENCY}, coalesce(queued_at, waiting_since, created_at)) <= (
        array_position({PRIORITIES}, CAST(:priority AS text)), CAST(:queued_at AS timestamptz))
    """  # noqa: S608 - words of ours
)

SAID_LATELY = Statement(
    """
    SELECT count(*) FROM messages
    WHERE tenant_id = :tenant_id AND id >= CAST(:first_id AS uuid) AND sender = 'system' AND direction = 'outbound'
      AND conversation_id IN (SELECT id FROM conversations WHERE tenant_id = :tenant_id AND contact_id = :contact_id)
    """
)
