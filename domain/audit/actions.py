"""What the audit log tells of: `subject.past_participle`, in the words of the API."""

from enum import StrEnum


class AuditAction(StrEnum):
    """One kind of entry. Add yours here, beside its area."""

    TENANT_REGISTERED = "tenant.registered"
    TENANT_CREATED = "tenant.created"
    TENANT_UPDATED = "tenant.updated"
    TENANT_PLAN_CHANGED = "tenant.plan_changed"
    TENANT_SUSPENDED = "tenant.suspended"
    TENANT_ACTIVATED = "tenant.activated"
    TENANT_DELETED = "tenant.deleted"
    TENANT_ERASED = "tenant.erased"

    USER_LOGGED_IN = "user.logged_in"
    USER_LOGIN_REFUSED = "user.login_refused"
    USER_LOGGED_OUT = "user.logged_out"
    SESSION_ENDED = "session.ended"
    REFRESH_TOKEN_REUSED = "refresh_token.reused"  # noqa: S105 - the name of an entry
    USER_CREATED = "user.created"
    USER_UPDATED = "user.updated"
    USER_ACTIVATED = "user.activated"
    USER_DEACTIVATED = "user.deactivated"
    USER_DELETED = "user.deleted"
    USER_INVITED = "user.invited"
    INVITATION_REVOKED = "invitation.revoked"
    INVITATION_ACCEPTED = "invitation.accepted"
    PASSWORD_CHANGED = "password.changed"  # noqa: S105 - the name of an entry
    PASSWORD_RESET = "password.reset"  # noqa: S105 - the name of an entry
    EMAIL_VERIFIED = "email.verified"
    TWO_FACTOR_ENABLED = "two_factor.enabled"
    TWO_FACTOR_DISABLED = "two_factor.disabled"
    RECOVERY_CODES_RENEWED = "recovery_codes.renewed"

    DEPARTMENT_CREATED = "department.created"
    DEPARTMENT_UPDATED = "department.updated"
    DEPARTMENT_DELETED = "department.deleted"
    ROLE_CREATED = "role.created"
    ROLE_UPDATED = "role.updated"
    ROLE_DELETED = "role.deleted"
    API_KEY_CREATED = "api_key.created"
    API_KEY_ROTATED = "api_key.rotated"
    API_KEY_REVOKED = "api_key.revoked"

    SIGNING_KEY_ROTATED = "signing_key.rotated"
    SIGNING_KEYS_REVOKED = "signing_keys.revoked"
    MASTER_KEY_ROTATED = "master_key.rotated"

    WHATSAPP_CONFIG_ADDED = "whatsapp_config.added"
    WHATSAPP_CONFIG_RENEWED = "whatsapp_config.renewed"
    FLOW_PUBLISHED = "flow.published"

    CONVERSATIONS_LISTED = "conversations.listed"
    CONVERSATION_READ = "conversation.read"
    MESSAGES_READ = "messages.read"
    FLOW_SESSIONS_LISTED = "flow_sessions.listed"
    FLOW_SESSION_READ = "flow_session.read"
    EVENTS_FOLLOWED = "events.followed"
    AUDIT_READ = "audit.read"
    AUDIT_EXPORTED = "audit.exported"
