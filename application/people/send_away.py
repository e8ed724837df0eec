"""What happens when somebody may log in no more: the step that deactivating and deleting share."""

from datetime import datetime, timedelta

from application.people.authority import keep_an_admin, require_power_over
from application.ports.jobs import Job
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.timeline import by_user
from domain.identity.errors import OwnAccountError
from domain.identity.session import EndReason
from domain.identity.user import User
from domain.shared.ids import TenantId, UserId

REASON = "user_deactivated"
"""What sockets and the timeline are told of conversations that nobody has any more."""
ONCE_MORE = timedelta(seconds=30)
"""When every request and lease that began before is over."""


class LeaveConversationsOf(Job, frozen=True, kw_only=True, tag="leave_conversations"):
    """Look once more for conversations of somebody who was sent away."""

    tenant_id: TenantId
    user_id: UserId


async def send_away(tx: Transaction, actor: Actor, user: User, *, now: datetime) -> dict[str, object]:
    """End a user's sessions and let their conversations wait for others, in this transaction; give what was done.

    Raises OwnAccountError, RightsAboveOwnError, LastAdminError.
    """
    if user.id == actor.user_id:
        raise OwnAccountError("Nobody sends themselves away: have somebody else do it.")
    await require_power_over(tx, actor, user)
    await keep_an_admin(tx, user)
    default = await tx.departments.default()
    left = await tx.conversations.let_wait(
        user.id, default=None if default is None else default.id, reason=REASON, by=by_user(actor.user_id), at=now
    )
    tx.jobs.put(LeaveConversationsOf(tenant_id=tx.tenant_id, user_id=user.id), after=ONCE_MORE)
    ended = await tx.sessions.end_all(user.id, reason=EndReason.USER_DEACTIVATED, at=now)
    return {"conversations_left": left, "sessions_ended": len(ended)}
