"""E-mails to people who have a login, ordered from any area (`tx.jobs.put(MailUser(…))`)."""

from datetime import datetime
from enum import StrEnum

from application.ports.jobs import Job
from domain.shared.ids import TenantId, UserId


class MailKind(StrEnum):
    """What such an e-mail is about; each has its text in `adapters/email/texts`."""

    VERIFY_EMAIL = "verify_email"
    """Holds a link that is good for a day and once; the handler makes its token."""
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a text
    """Holds a link that is good for an hour and once; the handler makes its token."""
    WELCOME = "welcome"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a text
    REFRESH_TOKEN_REUSED = "refresh_token_reused"  # noqa: S105 - the name of a text
    TWO_FACTOR_ENABLED = "two_factor_enabled"
    TWO_FACTOR_DISABLED = "two_factor_disabled"
    TRIAL_ENDING = "trial_ending"


class MailUser(Job, frozen=True, kw_only=True, tag="mail_user"):
    """Write to a user; `at` is when it happened. Done twice, it is written twice, and the newer link counts."""

    tenant_id: TenantId
    user_id: UserId
    kind: MailKind
    at: datetime
