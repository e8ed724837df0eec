"""What goes with every new password: the other sessions end, older links are good no more, the person is told."""

from datetime import datetime

from application.ports.audit import Subject
from application.ports.mails import MailKind, MailUser
from application.ports.unit_of_work import Transaction
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.identity.one_time_token import TokenPurpose
from domain.identity.session import EndReason
from domain.identity.user import User
from domain.shared.ids import SessionId


async def put_new_password(
    tx: Transaction, user: User, *, action: AuditAction, by: Author, at: datetime, but: SessionId | None = None
) -> list[SessionId]:
    """Write a user whose password was changed; give the sessions that ended, to be forgotten after the commit."""
    await tx.users.save(user)
    await tx.one_time_tokens.drop(user.id, TokenPurpose.RESET)
    ended = await tx.sessions.end_all(user.id, reason=EndReason.PASSWORD_CHANGED, at=at, but=but)
    tx.audit.record(action, by=by, on=Subject(type="user", id=user.id), after={"sessions_ended": len(ended)})
    tx.jobs.put(MailUser(tenant_id=user.tenant_id, user_id=user.id, kind=MailKind.PASSWORD_CHANGED, at=at))
    return ended
