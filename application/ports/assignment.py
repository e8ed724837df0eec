"""What follows when somebody begins to wait, has room, or is not there any more: the orders for it."""

from collections.abc import Iterable
from datetime import timedelta

from application.ports.jobs import Job, JobQueue
from domain.conversations.events import ConversationUpdated
from domain.conversations.states import ConversationStatus
from domain.conversations.transfer import ConversationTransfer
from domain.shared.events import Event
from domain.shared.ids import DepartmentId, TenantId, UserId

_OVER = frozenset({ConversationStatus.RESOLVED, ConversationStatus.ARCHIVED})


class AssignWaiting(Job, frozen=True, kw_only=True, tag="assign_waiting"):
    """Give what waits in a company's departments to whoever is there and has room."""

    tenant_id: TenantId


class ReturnUnanswered(Job, frozen=True, kw_only=True, tag="return_unanswered"):
    """Let what somebody has and has not answered wait again: they are gone, or not in a department any more."""

    tenant_id: TenantId
    user_id: UserId
    department_id: DepartmentId | None = None


ASSIGN = "assign_waiting"
"""The key: one that has not begun does for all that happens until then."""


def order_assignment(jobs: JobQueue, tenant_id: TenantId) -> None:
    """Have somebody look who gets what."""
    jobs.put(AssignWaiting(tenant_id=tenant_id), key=ASSIGN)


def order_return(jobs: JobQueue, job: ReturnUnanswered, *, after: timedelta = timedelta()) -> None:
    """Have somebody look at what a person has; one order that waits does for a second."""
    jobs.put(job, after=after, key=f"return_unanswered:{job.user_id}:{job.department_id or ''}")


def order_what_follows(
    jobs: JobQueue, tenant_id: TenantId, *, events: Iterable[Event], transfers: Iterable[ConversationTransfer]
) -> None:
    """Have somebody look when one more waits, or somebody has one less: no use case has to think of it."""
    if any(_frees(transfer) for transfer in transfers) or any(_may_find_somebody(event) for event in events):
        order_assignment(jobs, tenant_id)


def _frees(transfer: ConversationTransfer) -> bool:
    return transfer.before.user is not None and transfer.before.user != transfer.after.user


def _may_find_somebody(event: Event) -> bool:
    if not isinstance(event, ConversationUpdated):
        return False
    is_over = event.assigned_to is not None and event.status in _OVER
    return event.status == ConversationStatus.WAITING or is_over
