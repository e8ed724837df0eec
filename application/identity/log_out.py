"""Leave: this session ends, and its access token opens nothing from now on."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.session import EndReason


class LogOut:
    """Anybody who is logged in."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, person: Person) -> None:
        """End the session; nothing happens where it is over already."""
        async with self._uow(person.tenant_id) as tx:
            ended = await tx.sessions.end(
                person.session_id, user_id=person.user_id, reason=EndReason.LOGGED_OUT, at=self._clock.now()
            )
            if ended is not None:
                subject = Subject(type="session", id=ended.id)
                tx.audit.record(AuditAction.USER_LOGGED_OUT, by=person.author, on=subject)
        await self._standings.forget_sessions([person.session_id])
