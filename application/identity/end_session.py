"""End one of my sessions: that of a phone I lost, or of a machine that is not mine."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.errors import SessionNotFoundError
from domain.identity.session import EndReason
from domain.shared.ids import SessionId


class EndSession:
    """Anybody who is logged in, for their own; this one too."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, person: Person, session_id: SessionId) -> None:
        """End it. Raises SessionNotFoundError, also for somebody else's."""
        async with self._uow(person.tenant_id) as tx:
            ended = await tx.sessions.end(
                session_id, user_id=person.user_id, reason=EndReason.ENDED_ELSEWHERE, at=self._clock.now()
            )
            if ended is None:
                raise SessionNotFoundError("There is no such session.")
            subject = Subject(type="session", id=session_id)
            tx.audit.record(AuditAction.SESSION_ENDED, by=person.author, on=subject)
        await self._standings.forget_sessions([session_id])
